import { expect, test } from "vitest";
import { documentOf, hasLayers, withLayer } from "../../doc/document.js";
import type { EncodingLayer } from "../../doc/encoding.js";
import { openLemmas } from "./lemma-table.js";
import { parseStage } from "./parse.js";

const text = "a b c d";
const producer = { stage: "test", version: "1" };

/** Four tokens in one sentence that the encoder took in two parts; each part's second token is its root. */
function encodedInTwo(): EncodingLayer {
  const ids = () => new Int32Array(4);
  const tree = (first: number) => ({ first, size: 2, scores: Float32Array.of(0, 5, 0, 5) });
  return {
    labels: {
      upos: ["X"],
      feats: ["_"],
      lemma: ["l:0:"],
      deprel: ["root"],
      names: [],
      cue: [],
      trigger: [],
      kinds: [],
      roles: [],
      claims: [],
      status: [],
    },
    upos: ids(),
    feats: ids(),
    lemma: ids(),
    deprel: ids(),
    names: new Float32Array(),
    cues: new Float32Array(),
    trees: [tree(0), tree(2)],
    claims: new Float32Array(),
    triggers: [],
  };
}

test("a sentence that the encoder took in parts is still one tree", async () => {
  const tokens = { length: 4, start: Uint32Array.of(0, 2, 4, 6), end: Uint32Array.of(1, 3, 5, 7) };
  const range = { first: 0, end: 4 };
  const sentences = { sentences: [{ ...range, paragraph: 0 }], paragraphs: [range], sentenceOf: new Uint32Array(4) };
  let document = withLayer(documentOf(text), "tokens", tokens, producer);
  document = withLayer(document, "sentences", sentences, producer);
  document = withLayer(document, "encoding", encodedInTwo(), producer);
  const parse = parseStage(openLemmas(""));
  if (!hasLayers(document, parse.requires)) throw new Error("a layer is missing");
  const { layer } = await parse.run(document);
  expect(Array.from(layer.head)).toEqual([1, 1, 3, 1]);
  expect(layer.deprel).toEqual(["dep", "root", "dep", "parataxis"]);
});
