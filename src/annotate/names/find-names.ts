import { defineStage } from "../stage.js";
import { readTagSequence } from "../tag-sequence.js";
import { joinAtOf } from "./join-at-of.js";
import { joinNicknames } from "./join-nicknames.js";

/** Names with OntoNotes' 18 types, sentence by sentence, from the encoder's tags. */
export const findNames = defineStage({
  stage: "names",
  version: "3",
  requires: ["tokens", "sentences", "encoding"],
  assigns: "names",
  run({ text, layers: { tokens, sentences, encoding } }) {
    const tags = encoding.labels.names;
    const names = sentences.sentences.flatMap(({ first, end }) =>
      readTagSequence(encoding.names.subarray(first * tags.length, end * tags.length), tags, first),
    );
    const words = (token: number): string => text.slice(tokens.start[token], tokens.end[token]);
    return { layer: { names: joinAtOf(joinNicknames(names, words), words) } };
  },
});
