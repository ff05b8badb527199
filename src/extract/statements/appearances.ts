import type { TokenRange } from "../../doc/layers.js";
import { topOf } from "../grammar/token.js";
import type { Words } from "../grammar/words.js";
import { type Draft, overlaps } from "./draft.js";

const appearing = /^(?:seem|appear)$/;
const taken =
  /^(?:expect|believe|think|say|report|rumou?r|allege|understand|suppose|consider|see|know|regard|view|deem|presume|assume)$/;

/**
 * "The talks seem to have stalled", "the envoy is expected to resign": the subject belongs to what seems so or is thought of it, and nobody
 * says it whom the sentence does not name.
 */
export function withAppearance(draft: Draft, words: Words): Draft {
  const { cue, content } = draft;
  if (cue === null || content.some(({ first }) => first < cue.first)) return draft;
  const verb = topOf(cue, words);
  const wanted = appearing.test(verb.lemma) ? "nsubj" : taken.test(verb.lemma) ? "nsubj:pass" : null;
  const subject = verb.children.find(({ deprel, index }) => deprel === wanted && index < verb.index);
  if (subject === undefined || subject.lower === "it" || carriesVerb(cue, verb.index, words)) return draft;
  const { phrase } = subject;
  if (overlaps(phrase, cue) || content.some((part) => overlaps(part, phrase))) return draft;
  const source = wanted === "nsubj" ? null : draft.source;
  return source !== null && overlaps(source, phrase) ? draft : { ...draft, source, content: [phrase, ...content] };
}

/** "Appeared to confirm": the subject confirms. */
function carriesVerb({ first, end }: TokenRange, verb: number, words: Words): boolean {
  for (let i = first; i < end; i++) if (i !== verb && words.upos(i) === "VERB") return true;
  return false;
}
