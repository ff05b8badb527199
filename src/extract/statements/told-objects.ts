import type { TokenRange } from "../../doc/layers.js";
import { topOf } from "../grammar/token.js";
import type { Words } from "../grammar/words.js";
import { contains, type Draft } from "./draft.js";

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
  const of = firstIn(draft.content, (token) => token > verb.index && words.lower(token) === "of");
  return of === null ? draft : { ...draft, content: startingBehind(draft.content, of + 1, verb.index) };
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

function firstIn(ranges: readonly TokenRange[], test: (token: number) => boolean): number | null {
  for (const { first, end } of ranges) for (let i = first; i < end; i++) if (test(i)) return i;
  return null;
}
