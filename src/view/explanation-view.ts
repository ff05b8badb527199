import type { Article } from "../doc/article.js";
import type { FullyAnnotated } from "../doc/document.js";
import { rangesWithin } from "../doc/find-ranges.js";
import type { TokenRange } from "../doc/layers.js";
import type { Provenance } from "../extract/provenance.js";
import type { ArticleRecord } from "../record/record.js";
import { pagesOf } from "../text/page-starts.js";
import { type Span, spansOverlap } from "../text/span.js";
import { secondOf } from "../text/timecodes.js";
import {
  type ShownName,
  type ShownSentence,
  type ShownToken,
  type ShownWords,
  shownSentence,
  shownWords,
} from "./analysis-view.js";
import { arcProbability, cueProbability, roleProbability } from "./arc-scores.js";
import { type Explained, type ExplainedField, explainedLine } from "./explained-line.js";

/** What an explanation is made from: an article, its layers, its record, and what made each line of that. */
export interface ExplanationSource {
  readonly article: Article;
  readonly document: FullyAnnotated;
  readonly record: ArticleRecord;
  readonly provenance: ReadonlyMap<string, Provenance>;
}

/** Why a line of the record is there. */
export interface ExplanationView {
  readonly article: Pick<Article, "id" | "title" | "outlet" | "published" | "publishedFrom" | "language">;
  readonly id: string;
  readonly kind: Explained["kind"];
  /** The pages of its document that its evidence stands on; none where that has no pages. */
  readonly pages: readonly number[];
  /** The second of its recording at which its evidence begins; `null` of what is no transcript. */
  readonly second: number | null;
  /** Its paragraphs; for what is mentioned all over the article, the sentences that mention it. */
  readonly passages: readonly Passage[];
  readonly fields: readonly ExplainedField[];
  /** `null` only for a line that no rule speaks for. */
  readonly madeBy: Provenance | null;
  /** Ids of the lines that lead to this one. */
  readonly usedBy: readonly string[];
  readonly attributions: readonly ExplainedAttribution[];
  readonly names: readonly ShownName[];
  readonly sentences: readonly ExplainedSentence[];
}

/** A stretch of the article with the words of the fields in it. Paragraphs count from 1. */
export interface Passage extends ShownWords {
  readonly paragraph: number;
  readonly marks: readonly { readonly field: string; readonly span: Span }[];
}

/** Words with what the encoder gave for their part; `null` where it gave none. */
export interface ScoredWords extends ShownWords {
  readonly score: number | null;
}

export interface ExplainedAttribution {
  readonly sentence: number;
  readonly cue: ScoredWords;
  readonly source: readonly ScoredWords[];
  readonly content: readonly ScoredWords[];
}

export interface ExplainedSentence extends ShownSentence {
  readonly tokens: readonly ExplainedToken[];
}

export interface ExplainedToken extends ShownToken {
  /** How likely the encoder holds it that this is the token's head. */
  readonly headScore: number | null;
}

/** Why the line of that id is there; `null` where the record has no such line. */
export function explanationView(
  { article, document, record, provenance }: ExplanationSource,
  id: string,
): ExplanationView | null {
  const found = explainedLine(record, id);
  if (found === null) return null;
  const madeBy = provenance.get(id) ?? null;
  const line = { ...found, fields: [...found.fields, ...triggerOf(madeBy, article.text)] };
  const { title, outlet, published, publishedFrom, language } = article;
  const spread = line.kind === "entity";
  const touched = sentencesTouched(document, spread ? [] : line.evidence);
  return {
    article: { id: article.id, title, outlet, published, publishedFrom, language },
    id,
    kind: line.kind,
    pages: pagesOf(article.pages ?? [], line.evidence),
    second: secondOf(article.timecodes ?? [], line.evidence),
    passages: passagesOf(document, line, spread),
    fields: line.fields,
    madeBy,
    usedBy: usersOf(record, id),
    attributions: line.kind === "statement" ? attributionsOf(document, line) : [],
    names: namesIn(document, touched),
    sentences: touched.map((index) => explainedSentence(document, index)),
  };
}

function triggerOf(madeBy: Provenance | null, text: string): readonly ExplainedField[] {
  const span = madeBy?.trigger ?? null;
  return span === null ? [] : [{ field: "told by", value: null, words: [{ text: text.slice(...span), span }] }];
}

/** The indexes of the sentences that the spans touch, in text order. */
function sentencesTouched(document: FullyAnnotated, spans: readonly Span[]): readonly number[] {
  return document.layers.sentences.sentences.flatMap((sentence, index) => {
    const { span } = shownWords(document, sentence);
    return spans.some((one) => spansOverlap(one, span)) ? [index] : [];
  });
}

function passagesOf(document: FullyAnnotated, line: Explained, spread: boolean): readonly Passage[] {
  const marks = line.fields.flatMap(({ field, words }) => words.map(({ span }) => ({ field, span })));
  const { sentences, paragraphs } = document.layers.sentences;
  const stretches = spread
    ? sentences.map((sentence) => ({ ...shownWords(document, sentence), paragraph: sentence.paragraph + 1 }))
    : paragraphs.map((paragraph, index) => ({ ...shownWords(document, paragraph), paragraph: index + 1 }));
  return stretches.flatMap(({ text, span, paragraph }) => {
    const here = marks.filter((mark) => spansOverlap(mark.span, span));
    return here.length === 0 ? [] : [{ paragraph, text, span, marks: here }];
  });
}

function attributionsOf(document: FullyAnnotated, { fields }: Explained): readonly ExplainedAttribution[] {
  const { attributions, encoding, sentences } = {
    ...document.layers,
    attributions: document.layers.attributions.attributions,
  };
  const cue = fields.find(({ field }) => field === "cue")?.words[0]?.span ?? null;
  const scored = (range: TokenRange, score: number | null): ScoredWords => ({ ...shownWords(document, range), score });
  return attributions
    .filter((one) => cue !== null && spansOverlap(shownWords(document, one.cue).span, cue))
    .map((one) => ({
      sentence: (sentences.sentenceOf[one.cue.first] ?? 0) + 1,
      cue: scored(one.cue, cueProbability(encoding, one.cue.first)),
      source: one.source.map((range) => scored(range, roleProbability(encoding, one.cue.first, "source", range))),
      content: one.content.map((range) => scored(range, roleProbability(encoding, one.cue.first, "content", range))),
    }));
}

function namesIn(document: FullyAnnotated, sentences: readonly number[]): readonly ShownName[] {
  return sentences.flatMap((index) => {
    const sentence = document.layers.sentences.sentences[index];
    if (sentence === undefined) return [];
    return rangesWithin(document.layers.names.names, sentence).map((name) => ({
      ...shownWords(document, name),
      sentence: index + 1,
      type: name.type,
      score: name.score,
    }));
  });
}

function explainedSentence(document: FullyAnnotated, index: number): ExplainedSentence {
  const sentence = shownSentence(document, index);
  const first = document.layers.sentences.sentences[index]?.first ?? 0;
  const { encoding, syntax } = document.layers;
  return {
    ...sentence,
    tokens: sentence.tokens.map((token, i) => ({
      ...token,
      headScore: arcProbability(encoding, first + i, syntax.head[first + i] ?? first + i),
    })),
  };
}

/** The ids of the lines that name an id in one of their fields. */
export function usersOf(record: ArticleRecord, id: string): readonly string[] {
  const { statements, actions, postures, stances } = record;
  return [...statements, ...actions, ...postures, ...stances]
    .filter((line) => line.id !== id && names(line, id))
    .map((line) => line.id);
}

function names(value: unknown, id: string): boolean {
  if (typeof value !== "object" || value === null) return value === id;
  return Object.values(value).some((inner) => names(inner, id));
}
