import type { EncoderModel } from "../../annotate/encoder/encoder-model.js";
import { syntaxPipeline } from "../../annotate/pipeline.js";
import type { LemmaTable } from "../../annotate/syntax/lemma-table.js";
import { tokenize } from "../../annotate/tokens/tokenize.js";
import { documentOf } from "../../doc/document.js";
import type { SentenceLayer, TokenLayer } from "../../doc/layers.js";
import type { Effects } from "../effects.js";
import { readGold } from "./gold.js";
import { type Counts, countShared, scoreTable, sumCounts } from "./scores.js";

interface Word {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly feats: string;
  /** Counted from the sentence's first word; its own place for the root. */
  readonly head: number;
  readonly deprel: string;
  readonly spaceAfter: boolean;
}

interface Treebank {
  readonly text: string;
  readonly words: readonly Word[];
  readonly tokens: TokenLayer;
  readonly sentences: SentenceLayer;
}

/**
 * UPOS, features, lemmas, UAS and LAS on UD English EWT's dev part with its own tokens and sentences, punctuation
 * included; and how our tokens agree with its words on the same text.
 */
export async function scoreSyntax(
  gold: string,
  model: EncoderModel,
  lemmas: LemmaTable,
  effects: Effects,
): Promise<string> {
  const documents = readTreebank(await readGold(gold, "syntax/en_ewt-ud-dev.conllu", effects));
  const rows = new Map<string, Counts[]>(
    ["tokens", "UPOS", "features", "lemmas", "UAS", "LAS"].map((name) => [name, []]),
  );
  for (const document of documents) {
    const { layers } = await syntaxPipeline(model, lemmas, document).run(documentOf(document.text));
    const { syntax } = layers;
    if (!syntax) continue;
    const add = (name: string, right: (word: Word, i: number) => boolean) =>
      rows.get(name)?.push({
        right: document.words.filter(right).length,
        found: document.words.length,
        gold: document.words.length,
      });
    const first = (i: number) => document.sentences.sentences[document.sentences.sentenceOf[i] ?? 0]?.first ?? 0;
    const attached = (word: Word, i: number) => (syntax.head[i] ?? 0) - first(i) === word.head;
    add("UPOS", (word, i) => syntax.upos[i] === word.upos);
    add("features", (word, i) => syntax.feats[i] === word.feats);
    add("lemmas", (word, i) => syntax.lemma[i] === word.lemma);
    add("UAS", attached);
    add("LAS", (word, i) => attached(word, i) && syntax.deprel[i] === word.deprel);
    const keys = ({ start, end }: TokenLayer) => Array.from(start, (at, i) => `${at}-${end[i]}`);
    rows.get("tokens")?.push(countShared(keys(tokenize(document.text)), keys(document.tokens)));
  }
  const words = documents.reduce((sum, document) => sum + document.words.length, 0);
  const table = new Map([...rows].map(([name, counts]) => [name, sumCounts(counts)]));
  return scoreTable(`Syntax, UD English EWT dev, ${words} words`, table);
}

/** The documents of a CoNLL-U file, put together again as text. */
function readTreebank(conllu: string): Treebank[] {
  return conllu
    .split(/^# newdoc.*$/m)
    .slice(1)
    .map((part) =>
      joinSentences(
        part
          .split(/\n\n+/)
          .map(readSentence)
          .filter((words) => words.length > 0),
      ),
    );
}

function readSentence(block: string): Word[] {
  const joined = new Set<number>();
  const words: Word[] = [];
  for (const line of block.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [id = "", form = "", lemma = "", upos = "", , feats = "", head = "0", deprel = "", , misc = ""] =
      line.split("\t");
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range) for (let i = Number(range[1]); i < Number(range[2]); i++) joined.add(i);
    if (!/^\d+$/.test(id)) continue;
    const own = Number(id) - 1;
    words.push({
      form,
      lemma,
      upos,
      feats,
      head: head === "0" ? own : Number(head) - 1,
      deprel,
      spaceAfter: !misc.includes("SpaceAfter=No") && !joined.has(Number(id)),
    });
  }
  return words;
}

function joinSentences(list: readonly (readonly Word[])[]): Treebank {
  let text = "";
  const start: number[] = [];
  const end: number[] = [];
  const sentences: { first: number; end: number; paragraph: number }[] = [];
  for (const words of list) {
    const first = start.length;
    for (const word of words) {
      start.push(text.length);
      text += word.form;
      end.push(text.length);
      if (word.spaceAfter) text += " ";
    }
    sentences.push({ first, end: start.length, paragraph: 0 });
  }
  const sentenceOf = new Uint32Array(start.length);
  for (const [index, { first, end }] of sentences.entries()) sentenceOf.fill(index, first, end);
  return {
    text,
    words: list.flat(),
    tokens: { length: start.length, start: Uint32Array.from(start), end: Uint32Array.from(end) },
    sentences: { sentences, paragraphs: [{ first: 0, end: start.length }], sentenceOf },
  };
}
