import type { TokenRange } from "../../doc/layers.js";
import type { Words } from "../words.js";
import { type Draft, overlaps } from "./draft.js";
import { nounPhrase } from "./sources.js";

const appearing = /^(?:seem|appear)$/;
const taken =
  /^(?:expect|believe|think|say|report|rumou?r|allege|understand|suppose|consider|see|know|regard|view|deem|presume|assume)$/;

/**
 * "The talks seem to have stalled", "the envoy is expected to resign": the subject belongs to what seems so or is thought of it, and nobody
 * says it whom the sentence does not name.
 */
export function withAppearance(draft: Draft, words: Words): Draft {
  const { cue, content } = draft;
  const verb = cue === null ? -1 : words.top(cue);
  const wanted = appearing.test(words.lemma(verb)) ? "nsubj" : taken.test(words.lemma(verb)) ? "nsubj:pass" : null;
  const subject = words.children(verb).find((child) => words.deprel(child) === wanted && child < verb);
  if (cue === null || subject === undefined || content.some(({ first }) => first < cue.first)) return draft;
  if (words.lower(subject) === "it" || carriesVerb(cue, verb, words)) return draft;
  const phrase = nounPhrase(subject, words);
  if (overlaps(phrase, cue) || content.some((part) => overlaps(part, phrase))) return draft;
  const source = wanted === "nsubj" ? null : draft.source;
  return source !== null && overlaps(source, phrase) ? draft : { ...draft, source, content: [phrase, ...content] };
}

/** "Appeared to confirm": the subject confirms. */
function carriesVerb({ first, end }: TokenRange, verb: number, words: Words): boolean {
  for (let i = first; i < end; i++) if (i !== verb && words.upos(i) === "VERB") return true;
  return false;
}
