import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { SyntaxLayer } from "../src/doc/layers.js";
import { extractRecord } from "../src/extract/extract-record.js";
import { recordFaults } from "../src/record/record-faults.js";
import { readGazetteer } from "../src/run/gazetteer/shipped-gazetteer.js";
import { readLexicons } from "../src/run/lexicon-files.js";
import { annotatedDocument } from "./annotated-document.js";

const effects = { readFile: (path: string) => readFile(path) };
const lexicons = await readLexicons(effects, await readGazetteer(effects));
const producer = { name: "sitrep", version: "0", model: null } as const;
const unknown = { url: null, title: null, outlet: null, published: null, publishedFrom: null, language: "en" };

const vocabulary =
  "Brazil embassy staff ordered closed its to leave will not refused attack on launched an by with visa services it they and , . “ ” if must said airspace from who troops the ceasefire – -- 12 ñ".split(
    " ",
  );
const tags = ["NOUN", "PROPN", "VERB", "AUX", "ADP", "PRON", "DET", "ADJ", "PUNCT", "CCONJ", "PART", "ADV", "NUM"];
const relations =
  "root nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss xcomp ccomp advcl acl acl:relcl conj cc case mark aux aux:pass compound:prt compound flat appos advmod det amod punct dep".split(
    " ",
  );

/** A text of words that the tables know, under a tree that no sentence has. */
const oddDocument = fc
  .array(
    fc.record({
      word: fc.oneof(fc.constantFrom(...vocabulary), fc.string({ maxLength: 5 })),
      tag: fc.constantFrom(...tags),
      relation: fc.constantFrom(...relations),
      up: fc.nat(9),
    }),
    { maxLength: 40 },
  )
  .map((parts) => {
    const plain = annotatedDocument(parts.map(({ word }) => word).join(" "));
    const { tokens, sentences } = plain.layers;
    const part = (token: number) => parts[token % Math.max(1, parts.length)];
    const numbers = Array.from({ length: tokens.length }, (_, token) => token);
    const first = (token: number) => sentences.sentences[sentences.sentenceOf[token] ?? 0]?.first ?? 0;
    const syntax: SyntaxLayer = {
      ...plain.layers.syntax,
      upos: numbers.map((token) => part(token)?.tag ?? "X"),
      deprel: numbers.map((token) => part(token)?.relation ?? "dep"),
      head: Uint32Array.from(numbers, (token) => Math.max(first(token), token - (part(token)?.up ?? 0))),
    };
    return annotatedDocument(plain.text, { syntax });
  });

test("odd text under an odd tree gives a sound record, and the same one again", () => {
  fc.assert(
    fc.property(oddDocument, (document) => {
      const article = {
        ...unknown,
        id: "art_1",
        authors: [],
        sha256: "0".repeat(64),
        text: document.text,
        messages: [],
      };
      const read = () => extractRecord(article, document, lexicons, producer);
      const record = read();
      expect(recordFaults(record)).toEqual([]);
      expect(read()).toEqual(record);
    }),
    { numRuns: 150 },
  );
});
