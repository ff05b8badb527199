import type { Statement } from "../../record/statement.js";
import { type Span, spansOverlap } from "../../text/span.js";
import type { Engine } from "../engine.js";
import type { AttributedArticle, GoldAttribution } from "./attribution.js";
import { type Counts, countShared, scoreTable, sumCounts } from "./scores.js";

/**
 * Statements of the record against gold attributions, one to one: right where the words of the contents overlap by half of the longer one
 * and the speakers share a word, or neither has one. The second row asks for the contents alone, the third for the very spans of cues with
 * their auxiliaries, negation and adverbs.
 */
export async function scoreStatements(articles: readonly AttributedArticle[], engine: Engine): Promise<string> {
  const both: Counts[] = [];
  const content: Counts[] = [];
  const cues: Counts[] = [];
  for (const { id, text, attributions } of articles) {
    const all = await statementsOf(id, text, engine);
    const phrases = all.flatMap(({ cue }) => (cue === null ? [] : [cue.phrase.span.join("-")]));
    cues.push(
      countShared(
        phrases,
        attributions.flatMap(({ cue }) => cue.map((span) => span.join("-"))),
      ),
    );
    const statements = all.filter((one) => one.content.spans.length > 0);
    const pairs = pairUp(statements, attributions, text);
    const counts = { found: statements.length, gold: attributions.length };
    content.push({ right: pairs.length, ...counts });
    both.push({ right: pairs.filter(([ours, theirs]) => sameSpeaker(ours, theirs)).length, ...counts });
  }
  return scoreTable(
    `Statements end to end, ${articles.length} whole articles`,
    new Map([
      ["content and speaker", sumCounts(both)],
      ["content", sumCounts(content)],
      ["cue phrase", sumCounts(cues)],
    ]),
  );
}

async function statementsOf(id: string, text: string, engine: Engine): Promise<readonly Statement[]> {
  const unknown = { url: null, title: null, outlet: null, published: null, publishedFrom: null };
  const article = { id, ...unknown, authors: [], language: "en", sha256: "", text, messages: [] };
  return (await engine.analyse(article)).statements;
}

/** Pairs whose contents overlap by half, the closest first; each statement and each attribution in one pair at most. */
function pairUp(
  statements: readonly Statement[],
  attributions: readonly GoldAttribution[],
  text: string,
): (readonly [Statement, GoldAttribution])[] {
  const ours = statements.map((statement) => wordsIn(text, statement.content.spans));
  const theirs = attributions.map((attribution) => wordsIn(text, attribution.content));
  const close = ours.flatMap((a, i) =>
    theirs.flatMap((b, j) => {
      const overlap = overlapOf(a, b);
      // Of two that overlap alike (the same content told twice), the one with the nearer cue.
      const distance = Math.abs((statements[i]?.cue?.span[0] ?? 0) - (attributions[j]?.cue[0]?.[0] ?? 0));
      return overlap >= 0.5 ? [{ i, j, overlap, distance }] : [];
    }),
  );
  close.sort((a, b) => b.overlap - a.overlap || a.distance - b.distance || a.i - b.i || a.j - b.j);
  const taken = { ours: new Set<number>(), theirs: new Set<number>() };
  return close.flatMap(({ i, j }) => {
    const statement = statements[i];
    const attribution = attributions[j];
    if (!statement || !attribution || taken.ours.has(i) || taken.theirs.has(j)) return [];
    taken.ours.add(i);
    taken.theirs.add(j);
    return [[statement, attribution] as const];
  });
}

function sameSpeaker({ speaker }: Statement, { source }: GoldAttribution): boolean {
  if (speaker === null) return source.length === 0;
  return source.some((stretch) => spansOverlap(stretch, speaker.span));
}

function overlapOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.max(1, a.size, b.size);
}

/** Where the words of these stretches start. */
function wordsIn(text: string, stretches: readonly Span[]): Set<number> {
  return new Set(
    stretches.flatMap(([start, end]) =>
      [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => start + index),
    ),
  );
}
