import type { Claim } from "../../doc/layers.js";
import type { Provenance } from "../provenance.js";

const tellsOf = { action: "an act", posture: "a state", stance: "a stance" } as const;

/** That a claim was learnt: nothing but how sure the reader is can be said of it. */
export function learnt({ kind, label, score }: Claim): Provenance {
  const notes = [`${label}, with a probability of ${score.toFixed(2)} that the words tell of ${tellsOf[kind]} at all`];
  return { rule: `words that the reader has learnt to take for ${tellsOf[kind]}`, row: null, trigger: null, notes };
}
