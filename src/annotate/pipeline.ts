import type { Layers } from "../doc/document.js";
import { findAttributions } from "./attribution/find-attributions.js";
import { findClaims } from "./claims/find-claims.js";
import { encodeStage } from "./encoder/encode.js";
import type { EncoderModel } from "./encoder/encoder-model.js";
import { findNames } from "./names/find-names.js";
import { findQuotations } from "./quotations/find-quotations.js";
import { splitSentences } from "./sentences/split-sentences.js";
import { definePipeline, defineStage, type Pipeline } from "./stage.js";
import type { LemmaTable } from "./syntax/lemma-table.js";
import { parseStage } from "./syntax/parse.js";
import { tokenize } from "./tokens/tokenize.js";

const tokens = defineStage({
  stage: "tokens",
  version: "1",
  requires: [],
  assigns: "tokens",
  run: ({ text }) => ({ layer: tokenize(text) }),
});

const sentences = defineStage({
  stage: "sentences",
  version: "1",
  requires: ["tokens"],
  assigns: "sentences",
  run: ({ text, layers }) => ({ layer: splitSentences(text, layers.tokens) }),
});

const quotations = defineStage({
  stage: "quotations",
  version: "1",
  requires: ["tokens", "sentences"],
  assigns: "quotations",
  run: ({ text, layers }) => ({ layer: findQuotations(text, layers.tokens, layers.sentences) }),
});

/** The ordered list of stages: what the program does to a text before it reads statements from it. */
export function annotationPipeline(model: EncoderModel, lemmas: LemmaTable): Pipeline {
  return definePipeline([
    tokens,
    sentences,
    quotations,
    encodeStage(model),
    parseStage(lemmas),
    findNames,
    findAttributions,
    findClaims,
  ]);
}

/** The stages for syntax alone, over tokens and sentences that a treebank gives. */
export function syntaxPipeline(
  model: EncoderModel,
  lemmas: LemmaTable,
  given: Pick<Layers, "tokens" | "sentences">,
): Pipeline {
  const giveTokens = defineStage({ ...tokens, version: "given", run: () => ({ layer: given.tokens }) });
  const giveSentences = defineStage({ ...sentences, version: "given", run: () => ({ layer: given.sentences }) });
  return definePipeline([giveTokens, giveSentences, quotations, encodeStage(model), parseStage(lemmas)]);
}
