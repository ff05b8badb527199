import { findQuotations } from "../src/annotate/quotations/find-quotations.js";
import { splitSentences } from "../src/annotate/sentences/split-sentences.js";
import { tokenize } from "../src/annotate/tokens/tokenize.js";
import { documentOf, type FullyAnnotated, hasLayers, type Layers, layerNames, withLayer } from "../src/doc/document.js";
import type { EncodingLayer } from "../src/doc/encoding.js";

const producer = { stage: "test", version: "1" };

/**
 * A document with every layer, for tests without a model: real tokens, sentences and quotations; a syntax in which each sentence hangs on
 * its first token; and the names and attributions given.
 */
export function annotatedDocument(text: string, given: Partial<Layers> = {}): FullyAnnotated {
  const tokens = tokenize(text);
  const sentences = splitSentences(text, tokens);
  const first = Array.from(sentences.sentenceOf, (sentence) => sentences.sentences[sentence]?.first ?? 0);
  const layers: Layers = {
    tokens,
    sentences,
    quotations: findQuotations(text, tokens, sentences),
    encoding: emptyEncoding,
    syntax: {
      upos: first.map(() => "X"),
      feats: first.map(() => "_"),
      lemma: Array.from(tokens.start, (start, i) => text.slice(start, tokens.end[i]).toLowerCase()),
      head: Uint32Array.from(first),
      deprel: first.map((head, token) => (head === token ? "root" : "dep")),
    },
    names: { names: [] },
    attributions: { attributions: [] },
    claims: { claims: [] },
    ...given,
  };
  const document = layerNames.reduce(
    (current, name) => withLayer(current, name, layers[name], producer),
    documentOf(text),
  );
  if (!hasLayers(document, layerNames)) throw new Error("a layer is missing");
  return document;
}

/** What no encoder said: only the stages that read its scores look there. */
export const emptyEncoding: EncodingLayer = {
  labels: {
    upos: [],
    feats: [],
    lemma: [],
    deprel: [],
    names: [],
    cue: [],
    trigger: [],
    kinds: [],
    roles: [],
    claims: [],
    status: [],
  },
  upos: new Int32Array(),
  feats: new Int32Array(),
  lemma: new Int32Array(),
  deprel: new Int32Array(),
  names: new Float32Array(),
  cues: new Float32Array(),
  trees: [],
  claims: new Float32Array(),
  triggers: [],
};
