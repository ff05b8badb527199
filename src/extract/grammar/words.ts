import type { FullyAnnotated } from "../../doc/document.js";
import type { Name, Sentence, TokenRange } from "../../doc/layers.js";
import type { Span } from "../../text/span.js";

/** A document's tokens with their syntax, as extraction asks for them. Indexes out of range give the empty word. */
export interface Words {
  readonly length: number;
  /** The layers that they are read from. */
  readonly layers: FullyAnnotated["layers"];
  text(token: number): string;
  lower(token: number): string;
  lemma(token: number): string;
  /**
   * The forms by which a table may name the token: its lemma, the word itself, and, for lemmas are guessed, the word without a plural's
   * ending and what a verb's form may come from.
   */
  forms(token: number): readonly string[];
  upos(token: number): string;
  deprel(token: number): string;
  /** Features as CoNLL-U writes them, `_` for none. */
  feats(token: number): string;
  /** The token's head; itself for a root. */
  head(token: number): number;
  /** Dependents in text order. */
  children(token: number): readonly number[];
  /** The sentence's tokens and its paragraph. */
  sentence(token: number): Sentence;
  /** From the start of the first token to the end of the last. */
  span(range: TokenRange): Span;
  /** The tokens that a span touches, `null` where it touches none. */
  range(span: Span): TokenRange | null;
  slice(range: TokenRange): string;
  /** The token of the range that governs the others: the first whose head lies outside it, a noun or verb before a particle or mark. */
  top(range: TokenRange): number;
  /** The stretch around `token` that its dependents cover without a gap, leaving out those that `skip` names. */
  phrase(token: number, skip?: (child: number) => boolean): TokenRange;
}

const known = new WeakMap<FullyAnnotated, Words>();

/** The words of an annotated document; each document's are made once. */
export function wordsOf(document: FullyAnnotated): Words {
  const words = known.get(document) ?? newWords(document);
  known.set(document, words);
  return words;
}

/** The document with other names; its words and their syntax are the same, and are not made again. */
export function withNames(document: FullyAnnotated, names: readonly Name[]): FullyAnnotated {
  const renamed = { ...document, layers: { ...document.layers, names: { names } } };
  known.set(renamed, { ...wordsOf(document), layers: renamed.layers });
  return renamed;
}

function newWords({ text, layers }: FullyAnnotated): Words {
  const { tokens, sentences, syntax } = layers;
  const children: number[][] = Array.from({ length: tokens.length }, () => []);
  syntax.head.forEach((head, token) => {
    if (head !== token) children[head]?.push(token);
  });
  const none: readonly number[] = [];
  // Every rule asks for the words of the tokens around it, so each is cut out of the text once.
  const texts = Array.from({ length: tokens.length }, (_, token) => text.slice(tokens.start[token], tokens.end[token]));
  const lowers = texts.map((word) => word.toLowerCase());
  const forms: (readonly string[])[] = [];
  const span = ({ first, end }: TokenRange): Span => [tokens.start[first] ?? 0, tokens.end[end - 1] ?? 0];
  const words: Words = {
    length: tokens.length,
    layers,
    text: (token) => texts[token] ?? "",
    lower: (token) => lowers[token] ?? "",
    lemma: (token) => syntax.lemma[token] ?? "",
    forms(token) {
      const known = forms[token] ?? formsOf(lowers[token] ?? "", syntax.lemma[token] ?? "", syntax.upos[token] ?? "");
      forms[token] = known;
      return known;
    },
    upos: (token) => syntax.upos[token] ?? "",
    deprel: (token) => syntax.deprel[token] ?? "",
    feats: (token) => syntax.feats[token] ?? "_",
    head: (token) => syntax.head[token] ?? token,
    children: (token) => children[token] ?? none,
    sentence: (token) => sentences.sentences[sentences.sentenceOf[token] ?? 0] ?? { first: 0, end: 0, paragraph: 0 },
    span,
    range: (wanted) => tokensIn(tokens.start, tokens.end, wanted),
    slice: (range) => text.slice(...span(range)),
    top(range) {
      let small: number | null = null;
      for (let i = range.first; i < range.end; i++) {
        const head = syntax.head[i] ?? i;
        if (head !== i && head >= range.first && head < range.end) continue;
        if (!/^(?:ADP|CCONJ|DET|PART|PUNCT|SCONJ)$/.test(syntax.upos[i] ?? "")) return i;
        small ??= i;
      }
      return small ?? range.first;
    },
    phrase(token, skip) {
      const inside = new Set([token]);
      const queue = [token];
      for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
        for (const child of children[at] ?? []) {
          if (inside.has(child) || skip?.(child)) continue;
          inside.add(child);
          queue.push(child);
        }
      }
      let first = token;
      let end = token + 1;
      while (inside.has(first - 1)) first--;
      while (inside.has(end)) end++;
      return { first, end };
    },
  };
  return words;
}

function formsOf(lower: string, lemma: string, upos: string): readonly string[] {
  const singular = lower.replace(/ies$/, "y").replace(/(?<=[^s])s$/, "");
  const bases = upos === "VERB" ? basesOf(lower) : [];
  return [...new Set([lemma.toLowerCase(), lower, ...(singular.length > 3 ? [singular] : []), ...bases])];
}

/** What a verb's form may come from: "staged" from "stage", "barred" from "bar". */
function basesOf(form: string): readonly string[] {
  const stem = form.match(/^(.{2,})(?:ed|ing)$/)?.[1];
  if (stem === undefined) return [];
  return [`${stem}e`, stem.replace(/i$/, "y"), stem.replace(/([b-df-hj-np-tv-z])\1$/, "$1")];
}

function tokensIn(start: Uint32Array, end: Uint32Array, [from, to]: Span): TokenRange | null {
  let low = 0;
  let high = start.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((end[middle] ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < start.length && (start[last] ?? 0) < to) last++;
  return last > low ? { first: low, end: last } : null;
}
