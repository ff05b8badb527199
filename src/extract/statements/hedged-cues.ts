import type { TokenRange } from "../../doc/layers.js";
import { nounPhrase } from "../grammar/noun-phrase.js";
import type { Words } from "../grammar/words.js";
import type { Draft } from "./draft.js";
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
  // "Appeared to back up the words of": the particle belongs to the verb.
  const particle = words.head(verb + 1) === verb && words.deprel(verb + 1) === "compound:prt";
  const end = particle ? verb + 2 : verb + 1;
  if (act === undefined || act === "other" || act === "believe" || !holdsWord({ first: end, end: told.end }, words))
    return draft;
  const subject = words.children(words.top(cue)).find((child) => words.deprel(child).startsWith("nsubj"));
  const source = subject === undefined ? draft.source : nounPhrase(subject, words);
  return { cue: { first: verb, end }, source, content: [{ first: end, end: told.end }] };
}

/** Whether there is more in it than marks. */
export function holdsWord(range: TokenRange, words: Words): boolean {
  for (let i = range.first; i < range.end; i++) if (/[\p{L}\p{N}]/u.test(words.text(i))) return true;
  return false;
}

function endsInHedge(cue: TokenRange, words: Words, lexicon: StatementLexicon): boolean {
  for (let first = Math.max(0, cue.end - 3); first < cue.end; first++) {
    const phrase = `${words.slice({ first, end: cue.end })} to`.toLowerCase().replace(/\s+/g, " ");
    if (lexicon.hedges.has(phrase)) return true;
  }
  return false;
}
