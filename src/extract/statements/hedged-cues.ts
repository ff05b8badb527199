import type { TokenRange } from "../../doc/layers.js";
import type { Words } from "../words.js";
import type { Draft } from "./draft.js";
import { nounPhrase } from "./sources.js";
import type { StatementLexicon } from "./statement-lexicon.js";

/**
 * "is understood to have told ministers that …": the saying is "told", and what the encoder took for its cue is the hedge. The draft stays as
 * it is where the verb behind the hedge tells of no saying ("is understood to have left").
 */
export function withoutHedgeAsCue(draft: Draft, words: Words, lexicon: StatementLexicon): Draft {
  const { cue, content } = draft;
  const told = content.find((part) => cue !== null && part.first === cue.end && words.lower(part.first) === "to");
  if (cue === null || told === undefined || !endsInHedge(cue, words, lexicon)) return draft;
  let verb = told.first + 1;
  while (/^(?:AUX|ADV|PART)$/.test(words.upos(verb))) verb++;
  const act = words.upos(verb) === "VERB" ? lexicon.acts.get(words.lemma(verb)) : undefined;
  if (act === undefined || act === "other" || act === "believe" || verb + 1 >= told.end) return draft;
  const subject = words.children(words.top(cue)).find((child) => words.deprel(child).startsWith("nsubj"));
  const source = subject === undefined ? draft.source : nounPhrase(subject, words);
  return { cue: { first: verb, end: verb + 1 }, source, content: [{ first: verb + 1, end: told.end }] };
}

function endsInHedge(cue: TokenRange, words: Words, lexicon: StatementLexicon): boolean {
  for (let first = Math.max(0, cue.end - 3); first < cue.end; first++) {
    const phrase = `${words.slice({ first, end: cue.end })} to`.toLowerCase().replace(/\s+/g, " ");
    if (lexicon.hedges.has(phrase)) return true;
  }
  return false;
}
