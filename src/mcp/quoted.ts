import { citationsResource, mostCitations } from "../api/citations.js";
import { parseLineId } from "../store/line-id.js";
import type { ShownWords } from "../view/analysis-view.js";
import { type CitationView, citationText } from "../view/citation-view.js";
import type { ArticleView } from "../view/line-view.js";
import type { Item, Quote } from "./answer.js";
import type { Ask } from "./ask.js";
import type { AnswerDraft, Reference } from "./draft.js";

/** The items of these drafts, with their words. One whose words are no longer in the record is left out: nothing is told without. */
export async function quotedItems(drafts: readonly AnswerDraft[], ask: Ask, desk: string): Promise<readonly Item[]> {
  const citations = await citationsOf(drafts, ask);
  return drafts.flatMap((draft) => {
    const quotes = draft.quotes.flatMap((one) => quoteOf(one, citations, desk) ?? []);
    const first = citations.get(draft.quotes[0]?.of ?? "");
    if (quotes.length === 0 && draft.quotes.length > 0) return [];
    return [
      {
        id: draft.id,
        kind: draft.kind ?? (first === undefined || first.kind === "words" ? "passage" : first.kind),
        section: draft.section ?? null,
        what: shortened(draft.what ?? first?.reading ?? "", 400),
        facts: draft.facts.slice(0, 12).map((fact) => shortened(fact, 300)),
        sure: shortened(draft.sure ?? first?.sure.summary ?? "", 500),
        sides: draft.sides ?? [],
        states: draft.states ?? [],
        quotes,
        moreQuotes: draft.moreQuotes,
        page: pageOf(draft.id, draft.kind, desk),
      },
    ];
  });
}

async function citationsOf(drafts: readonly AnswerDraft[], ask: Ask): Promise<ReadonlyMap<string, CitationView>> {
  const wanted = [...new Set(drafts.flatMap(({ quotes }) => quotes.map(({ of }) => of)))];
  const found = new Map<string, CitationView>();
  for (let at = 0; at < wanted.length; at += mostCitations) {
    const of = wanted.slice(at, at + mostCitations);
    const { items } = await ask<{ readonly items: readonly CitationView[] }>(citationsResource, { query: { of } });
    for (const item of items) found.set(item.id, item);
  }
  return found;
}

/** In characters: of one quotation so much is shown. */
export const mostWords = 900;

function quoteOf({ of, as }: Reference, citations: ReadonlyMap<string, CitationView>, desk: string): Quote | null {
  const found = citations.get(of);
  if (found === undefined) return null;
  const words = cutWords(found.words, mostWords);
  const cut = lengthOf(words) < lengthOf(found.words);
  const [said, own] = [cutWords(found.said, mostWords), cutWords(found.own, mostWords)];
  const by = found.by === null ? null : shortened(found.by, 200);
  const article = linkedArticle(found.article, desk);
  return {
    ...{ id: found.id, as, words, cut, said, own, by, voice: found.voice },
    through: found.through.slice(0, 6).map((one) => shortened(one, 200)),
    sure: shortened(found.sure.summary, 500),
    reliability: found.sure.reliability,
    disputes: found.sure.disputes,
    article,
    page: found.kind === "words" ? article.page : pageOf(found.id, null, desk),
    citation: cut
      ? `${citationText({ ...found, article, words, said: [], own: [], by, negated: true })} (cut)`
      : found.citation,
  };
}

/** What of the words fits, exactly as it stands; cut at the end of a word. */
function cutWords(words: readonly ShownWords[], most: number): readonly ShownWords[] {
  const kept: ShownWords[] = [];
  let left = most;
  for (const { text, span } of words) {
    if (left <= 0) break;
    const end = text.length <= left ? text.length : Math.max(text.lastIndexOf(" ", left), Math.ceil(left / 2));
    kept.push({ text: text.slice(0, end), span: [span[0], span[0] + end] });
    left = end < text.length ? 0 : left - end;
  }
  return kept;
}

function lengthOf(words: readonly ShownWords[]): number {
  return words.reduce((sum, { text }) => sum + text.length, 0);
}

/** The article by addresses that a reader may follow: those of the web alone. */
export function linkedArticle(article: ArticleView, desk: string): Quote["article"] {
  const { id, title, outlet, published, url } = article;
  return {
    ...{
      id,
      title: title === null ? null : shortened(title, 300),
      outlet: outlet === null ? null : shortened(outlet, 200),
      published,
    },
    url: url !== null && url.length <= 2_000 && /^https?:\/\//i.test(url) ? url : null,
    page: `${desk}/articles/${encodeURIComponent(id)}`,
  };
}

/** Where the desk shows what an id names. */
function pageOf(id: string, kind: Item["kind"] | null, desk: string): string {
  const line = parseLineId(id);
  const passage = /^(.+)#[\d,-]+$/s.exec(id);
  if (passage?.[1] !== undefined) return `${desk}/articles/${encodeURIComponent(passage[1])}`;
  if (line !== null) return `${desk}/lines/${encodeURIComponent(line.version)}/${encodeURIComponent(line.line)}`;
  const folders: Partial<Record<Item["kind"], string>> = { entity: "entities", story: "stories", article: "articles" };
  return `${desk}/${(kind && folders[kind]) ?? "things"}/${encodeURIComponent(id)}`;
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).trimEnd()} …`;
}
