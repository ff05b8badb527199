import { z } from "zod";
import { splitSentences } from "../../annotate/sentences/split-sentences.js";
import type { Pipeline } from "../../annotate/stage.js";
import { tokenize } from "../../annotate/tokens/tokenize.js";
import { documentOf } from "../../doc/document.js";
import type { TokenRange } from "../../doc/layers.js";
import { intersectSpans, type Span, spanContains, trimSpanOf } from "../../text/span.js";
import type { Effects } from "../effects.js";
import { readGoldLines } from "./gold.js";
import { type Counts, countShared, scoreTable, sumCounts } from "./scores.js";

const span = z.tuple([z.number(), z.number()]).readonly();
const goldArticle = z.object({
  id: z.string(),
  text: z.string(),
  attributions: z.array(z.object({ source: z.array(span), cue: z.array(span), content: z.array(span) })),
});

export type AttributedArticle = z.infer<typeof goldArticle>;
export type GoldAttribution = AttributedArticle["attributions"][number];

const roles = ["source", "cue", "content"] as const;

/** PolNeAR's dev articles, as `gold/attribution/dev.jsonl` holds them. */
export function readGoldAttributions(gold: string, effects: Effects): Promise<AttributedArticle[]> {
  return readGoldLines(gold, "attribution/dev.jsonl", goldArticle, effects);
}

/**
 * Exact F1 of source, cue and content stretches on whole articles from raw text. Ends are compared without outer white space, quote
 * marks and punctuation; a stretch that two attributions share counts once.
 */
export async function scoreArticles(articles: readonly AttributedArticle[], pipeline: Pipeline): Promise<string> {
  return scoreTable(
    `Attribution, exact stretches, ${articles.length} whole articles`,
    await scoreAll(articles, pipeline),
  );
}

/** The same with every sentence read on its own: what stands outside the cue's sentence is cut from the gold. */
export async function scoreSentences(articles: readonly AttributedArticle[], pipeline: Pipeline): Promise<string> {
  const sentences = articles.flatMap(sentencesOf);
  return scoreTable(
    `Attribution, exact stretches, ${sentences.length} single sentences`,
    await scoreAll(sentences, pipeline),
  );
}

async function scoreAll(articles: readonly AttributedArticle[], pipeline: Pipeline): Promise<Map<string, Counts>> {
  const counts = new Map<string, Counts[]>(roles.map((role) => [role, []]));
  for (const article of articles) {
    const found = await attributionsOf(article.text, pipeline);
    for (const role of roles) {
      const keys = (list: readonly GoldAttribution[]) =>
        list.flatMap((one) => one[role].map((stretch) => keyOf(article.text, stretch)));
      counts.get(role)?.push(countShared(keys(found), keys(article.attributions)));
    }
  }
  return new Map([...counts].map(([role, list]) => [role, sumCounts(list)]));
}

async function attributionsOf(text: string, pipeline: Pipeline): Promise<GoldAttribution[]> {
  const { layers } = await pipeline.run(documentOf(text));
  const { tokens, attributions } = layers;
  if (!tokens || !attributions) return [];
  const spans = (ranges: readonly TokenRange[]): Span[] =>
    ranges.map(({ first, end }) => [tokens.start[first] ?? 0, tokens.end[end - 1] ?? 0]);
  return attributions.attributions.map(({ cue, source, content }) => ({
    cue: spans([cue]),
    source: spans(source),
    content: spans(content),
  }));
}

function keyOf(text: string, stretch: Span): string {
  const [start, end] = trimSpanOf(text, stretch, /[\s\p{P}]/u);
  return `${start}-${end}`;
}

function sentencesOf({ id, text, attributions }: AttributedArticle): AttributedArticle[] {
  const tokens = tokenize(text);
  return splitSentences(text, tokens).sentences.map(({ first, end }, number) => {
    const whole: Span = [tokens.start[first] ?? 0, tokens.end[end - 1] ?? 0];
    const cut = (stretches: readonly Span[]): Span[] =>
      stretches.flatMap((stretch) => {
        const inside = intersectSpans(stretch, whole);
        return inside === null ? [] : [[inside[0] - whole[0], inside[1] - whole[0]] as const];
      });
    const own = attributions.filter(({ cue }) => cue.every((stretch) => spanContains(whole, stretch)));
    return {
      id: `${id}.${number}`,
      text: text.slice(...whole),
      attributions: own.map(({ source, cue, content }) => ({
        source: cut(source),
        cue: cut(cue),
        content: cut(content),
      })),
    };
  });
}
