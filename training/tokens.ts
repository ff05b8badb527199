/**
 * Tokenises articles for training with the program's own code, so that what the encoder learns from is what it will see.
 * Reads JSON Lines: `{"id", "text"}`, or `{"id", "sentences": [[[word, spaceAfter], …], …], "paragraphs": [first sentence, …]}`
 * for a treebank with its own tokens. Writes `{"id", "start", "end", "pieces", "features", "sentences", "paragraphs"}`.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { tokenFeatures } from "../src/annotate/encoder/token-features.js";
import { wordPieces } from "../src/annotate/encoder/word-pieces.js";
import { findQuotations } from "../src/annotate/quotations/find-quotations.js";
import { splitSentences } from "../src/annotate/sentences/split-sentences.js";
import { tokenize } from "../src/annotate/tokens/tokenize.js";
import type { SentenceLayer, TokenLayer } from "../src/doc/layers.js";

interface Input {
  readonly id: string;
  readonly text?: string;
  readonly sentences?: readonly (readonly [string, boolean])[][];
  readonly paragraphs?: readonly number[];
}

const pieces = wordPieces(readFileSync(new URL("../models/vocab.txt", import.meta.url), "utf8"));

for await (const line of createInterface({ input: process.stdin })) {
  const input = JSON.parse(line) as Input;
  const { text, tokens, sentences } = input.sentences ? fromTreebank(input) : fromText(input.text ?? "");
  const features = tokenFeatures(text, tokens, sentences, findQuotations(text, tokens, sentences));
  const words = Array.from(tokens.start, (start, i) => pieces.idsOf(text.slice(start, tokens.end[i])));
  const ranges = (list: readonly { first: number; end: number }[]) => list.map(({ first, end }) => [first, end]);
  const output = {
    id: input.id,
    start: Array.from(tokens.start),
    end: Array.from(tokens.end),
    pieces: words,
    features: Array.from(features),
    sentences: ranges(sentences.sentences),
    paragraphs: ranges(sentences.paragraphs),
  };
  process.stdout.write(`${JSON.stringify(output)}\n`);
}

function fromText(text: string): { text: string; tokens: TokenLayer; sentences: SentenceLayer } {
  const tokens = tokenize(text);
  return { text, tokens, sentences: splitSentences(text, tokens) };
}

function fromTreebank(input: Input): { text: string; tokens: TokenLayer; sentences: SentenceLayer } {
  let text = "";
  const start: number[] = [];
  const end: number[] = [];
  const sentences: { first: number; end: number; paragraph: number }[] = [];
  const paragraphs: { first: number; end: number }[] = [];
  (input.sentences ?? []).forEach((sentence, index) => {
    if (index === 0 || input.paragraphs?.includes(index)) {
      paragraphs.push({ first: start.length, end: start.length });
      if (index > 0) text += "\n\n";
    }
    const first = start.length;
    for (const [word, spaceAfter] of sentence) {
      start.push(text.length);
      text += word;
      end.push(text.length);
      if (spaceAfter) text += " ";
    }
    sentences.push({ first, end: start.length, paragraph: paragraphs.length - 1 });
    paragraphs[paragraphs.length - 1] = { first: paragraphs.at(-1)?.first ?? 0, end: start.length };
  });
  const sentenceOf = new Uint32Array(start.length);
  for (const [index, { first, end }] of sentences.entries()) sentenceOf.fill(index, first, end);
  const tokens = { length: start.length, start: Uint32Array.from(start), end: Uint32Array.from(end) };
  return { text, tokens, sentences: { sentences, paragraphs, sentenceOf } };
}
