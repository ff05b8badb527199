import { tokensOf } from "../../doc/find-ranges.js";
import type { TokenRange } from "../../doc/layers.js";
import { nounPhrase } from "../grammar/noun-phrase.js";
import { topOf } from "../grammar/token.js";
import type { Words } from "../grammar/words.js";
import { contains, type Draft } from "./draft.js";
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
  return tokensOf(range).some((token) => /[\p{L}\p{N}]/u.test(words.text(token)));
}

function endsInHedge(cue: TokenRange, words: Words, lexicon: StatementLexicon): boolean {
  for (let first = Math.max(0, cue.end - 3); first < cue.end; first++) {
    const phrase = `${words.slice({ first, end: cue.end })} to`.toLowerCase().replace(/\s+/g, " ");
    if (lexicon.hedges.has(phrase)) return true;
  }
  return false;
}

/** Verbs whose object is spoken to and is no part of what is said; with "order" and "want" it is: "ordered all staff to leave". */
const addressing =
  /^(?:tell|urge|ask|warn|advise|remind|assure|inform|notify|beg|implore|invite|encourage|persuade|caution|reassure|brief|alert)$/;
const refusing = /^(?:decline|refuse)$/;
const accusing = /^(?:accuse|suspect|convict|acquit)$/;

/**
 * The draft whose content starts with what is said: "told the governors that …" loses the governors, "accused them of cheating" begins behind
 * the "of".
 */
export function withoutToldObject(draft: Draft, words: Words): Draft {
  if (draft.cue === null) return draft;
  const verb = topOf(draft.cue, words);
  const object = verb.child("obj", "iobj", "nsubj:pass");
  if (refusing.test(verb.lemma)) return withoutComment(draft, words);
  if (addressing.test(verb.lemma) && object !== null) {
    const spokenTo = object.phrase;
    const content = draft.content.filter((part) => !contains(spokenTo, part));
    const told = content.length > 0 ? content : draft.content;
    return { ...draft, content: startingBehind(told, spokenTo.end, verb.index) };
  }
  if (!accusing.test(verb.lemma)) return draft;
  const of = draft.content.flatMap(tokensOf).find((token) => token > verb.index && words.lower(token) === "of");
  return of === undefined ? draft : { ...draft, content: startingBehind(draft.content, of + 1, verb.index) };
}

/** "declined to comment" says nothing: all of it is the cue. */
function withoutComment(draft: Draft, words: Words): Draft {
  const [only, ...others] = draft.content;
  if (!draft.cue || !only || others.length > 0 || only.first !== draft.cue.end) return draft;
  if (!/^to (?:comment|elaborate|say more|answer)$/i.test(words.slice(only))) return draft;
  return { ...draft, cue: { first: draft.cue.first, end: only.end }, content: [] };
}

/** The content behind the verb from token `at` on; whole again where nothing would be left. */
function startingBehind(content: readonly TokenRange[], at: number, verb: number): readonly TokenRange[] {
  const rest = content.flatMap((range) => {
    if (range.first < verb || range.first >= at) return [range];
    return range.end > at ? [{ first: at, end: range.end }] : [];
  });
  return rest.length > 0 ? rest : content;
}
