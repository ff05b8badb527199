import type { Article } from "../doc/article.js";
import { type FullyAnnotated, type LayerName, layerNames, type Producer } from "../doc/document.js";
import type { Quotation, TokenRange } from "../doc/layers.js";
import type { ArticleRecord } from "../record/record.js";
import type { Message } from "../text/message.js";
import type { Span } from "../text/span.js";

/** Words of the article, and where they stand. */
export interface ShownWords {
  readonly text: string;
  readonly span: Span;
}

/** Every layer of an article's analysis, in words. Sentences and paragraphs count from 1. */
export interface AnalysisView {
  readonly article: Pick<Article, "id" | "title" | "outlet" | "published" | "language">;
  readonly sentences: readonly ShownSentence[];
  readonly quotations: readonly ShownQuotation[];
  readonly names: readonly ShownName[];
  readonly attributions: readonly ShownAttribution[];
  readonly times: ArticleRecord["times"];
  readonly places: ArticleRecord["places"];
  readonly layers: readonly ShownLayer[];
  readonly messages: readonly Message[];
}

export interface ShownSentence extends ShownWords {
  readonly number: number;
  readonly paragraph: number;
  readonly tokens: readonly ShownToken[];
}

/** Numbers count from 1 within the sentence; the root's `head` is 0. */
export interface ShownToken {
  readonly number: number;
  readonly form: string;
  readonly upos: string;
  readonly lemma: string;
  readonly head: number;
  readonly deprel: string;
  readonly feats: string;
}

export interface ShownQuotation extends ShownWords {
  readonly paragraph: number;
  readonly depth: number;
  /** `continued` goes on from the paragraph before, `unclosed` has no closing mark. */
  readonly marks: readonly ("continued" | "unclosed")[];
}

export interface ShownName extends ShownWords {
  readonly sentence: number;
  readonly type: string;
  readonly score: number;
}

export interface ShownAttribution {
  readonly sentence: number;
  readonly cue: ShownWords;
  readonly source: readonly ShownWords[];
  readonly content: readonly ShownWords[];
  readonly score: number;
}

/** A layer, who made it, and what it holds, in words. */
export interface ShownLayer extends Producer {
  readonly layer: LayerName;
  readonly holds: string;
}

/** The view of an article, its annotated document, and the times and places that extraction found in it. */
export function analysisView(
  article: Article,
  document: FullyAnnotated,
  { times, places }: Pick<ArticleRecord, "times" | "places">,
): AnalysisView {
  const { layers } = document;
  const words = (range: TokenRange): ShownWords => shownWords(document, range);
  const sentenceOf = (token: number): number => (layers.sentences.sentenceOf[token] ?? 0) + 1;
  const { id, title, outlet, published, language } = article;
  return {
    article: { id, title, outlet, published, language },
    sentences: layers.sentences.sentences.map((_, index) => shownSentence(document, index)),
    quotations: layers.quotations.quotations
      .filter(({ inner }) => inner.end > inner.first)
      .map((quotation) => ({
        ...words(quotation.inner),
        paragraph: (layers.sentences.sentences[sentenceOf(quotation.inner.first) - 1]?.paragraph ?? 0) + 1,
        depth: quotation.depth,
        marks: marksOf(quotation),
      })),
    names: layers.names.names.map((name) => ({
      ...words(name),
      sentence: sentenceOf(name.first),
      type: name.type,
      score: name.score,
    })),
    attributions: layers.attributions.attributions.map(({ cue, source, content, score }) => ({
      sentence: sentenceOf(cue.first),
      cue: words(cue),
      source: source.map(words),
      content: content.map(words),
      score,
    })),
    times,
    places,
    layers: layerNames.flatMap((layer) => {
      const producer = document.producers[layer];
      return producer === undefined ? [] : [{ layer, ...producer, holds: holdings[layer](document) }];
    }),
    messages: [...article.messages, ...document.messages],
  };
}

/** The sentence of that index, with its tokens. */
export function shownSentence(document: FullyAnnotated, index: number): ShownSentence {
  const sentence = document.layers.sentences.sentences[index] ?? { first: 0, end: 0, paragraph: 0 };
  return {
    number: index + 1,
    paragraph: sentence.paragraph + 1,
    ...shownWords(document, sentence),
    tokens: tokensOf(document, sentence),
  };
}

/** The words of a range of tokens. */
export function shownWords({ text, layers: { tokens } }: FullyAnnotated, { first, end }: TokenRange): ShownWords {
  const span: Span = [tokens.start[first] ?? 0, tokens.end[end - 1] ?? 0];
  return { text: text.slice(...span), span };
}

function tokensOf(document: FullyAnnotated, { first, end }: TokenRange): readonly ShownToken[] {
  const { syntax } = document.layers;
  return Array.from({ length: end - first }, (_, i) => {
    const token = first + i;
    const head = syntax.head[token] ?? token;
    return {
      number: i + 1,
      form: shownWords(document, { first: token, end: token + 1 }).text,
      upos: syntax.upos[token] ?? "_",
      lemma: syntax.lemma[token] ?? "_",
      head: head === token ? 0 : head - first + 1,
      deprel: syntax.deprel[token] ?? "_",
      feats: syntax.feats[token] ?? "_",
    };
  });
}

function marksOf({ open, close, continues }: Quotation): ShownQuotation["marks"] {
  return [
    ...(continues || open === null ? (["continued"] as const) : []),
    ...(close === null ? (["unclosed"] as const) : []),
  ];
}

const holdings: { readonly [layer in LayerName]: (document: FullyAnnotated) => string } = {
  tokens: ({ layers }) => count(layers.tokens.length, "token"),
  sentences: ({ layers: { sentences } }) =>
    `${count(sentences.sentences.length, "sentence")} in ${count(sentences.paragraphs.length, "paragraph")}`,
  quotations: ({ layers }) => count(layers.quotations.quotations.length, "quotation"),
  encoding: ({ layers: { encoding } }) =>
    `scores of ${count(encoding.trees.length, "tree")} and ${count(encoding.triggers.length, "trigger")}`,
  syntax: ({ layers: { syntax } }) => `${count(syntax.upos.length, "word")} with tag, lemma and head`,
  names: ({ layers }) => count(layers.names.names.length, "name"),
  attributions: ({ layers }) => count(layers.attributions.attributions.length, "attribution"),
  claims: ({ layers }) => count(layers.claims.claims.length, "claim"),
};

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
