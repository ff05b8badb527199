import type { TokenRange } from "../../doc/layers.js";
import type { Words } from "../words.js";
import type { Draft } from "./draft.js";
import { nounPhrase } from "./sources.js";

/** Verbs whose object is spoken to and is no part of what is said; with "order" and "want" it is: "ordered all staff to leave". */
const addressing =
  /^(?:tell|urge|ask|warn|advise|remind|assure|inform|notify|beg|implore|invite|encourage|persuade|caution|reassure|brief|alert)$/;
const accusing = /^(?:accuse|suspect|convict|acquit)$/;

/**
 * The draft whose content starts with what is said: "told the governors that …" loses the governors, "accused them of cheating" begins behind
 * the "of".
 */
export function withoutToldObject(draft: Draft, words: Words): Draft {
  if (draft.cue === null) return draft;
  const verb = words.top(draft.cue);
  const object = words.children(verb).find((child) => /^i?obj$/.test(words.deprel(child)));
  if (addressing.test(words.lemma(verb)) && object !== undefined) {
    return { ...draft, content: startingBehind(draft.content, nounPhrase(object, words).end, verb) };
  }
  if (!accusing.test(words.lemma(verb))) return draft;
  const of = firstIn(draft.content, (token) => token > verb && /^of$/i.test(words.text(token)));
  return of === null ? draft : { ...draft, content: startingBehind(draft.content, of + 1, verb) };
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
