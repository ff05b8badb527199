import type { TokenRange } from "../../doc/layers.js";
import { phraseFrom } from "../grammar/noun-phrase.js";
import type { Words } from "../grammar/words.js";

/** What is fired, thrown or dropped at somebody. */
const missiles =
  /^(?:rocket|missile|shell|mortar|drone|bomb|grenade|shot|round|bullet|stone|rock|bottle|projectile|torpedo|tear gas|gas)$/;
const towards = /^(?:at|into|onto|toward|towards|against|on)$/;

/** So many words behind what is fired those may stand at whom: "rockets from the hills above the town at". */
const reach = 8;

/** Whom something is fired at, where the words are what is fired ("fired rockets from the hills at the port"); else the words themselves. */
export function firedAt(object: TokenRange, words: Words): TokenRange {
  if (!words.forms(object.end - 1).some((form) => missiles.test(form))) return object;
  const last = Math.min(object.end + reach, words.sentence(object.first).end);
  for (let token = object.first + 1; token < last; token++) {
    if (/^(?:VERB|AUX|SCONJ)$/.test(words.upos(token)) || /^[.;:]$/.test(words.text(token))) break;
    const told = towards.test(words.lower(token)) ? phraseFrom(token + 1, words) : null;
    if (told !== null && words.upos(token + 1) !== "VERB") return told;
  }
  return object;
}

/** Without the places that an assault comes from: "rockets from the hills" were not fired at the hills. */
export function withoutOrigins<Range extends TokenRange>(objects: readonly Range[], words: Words): readonly Range[] {
  return objects.filter(({ first }) => first === 0 || words.lower(first - 1) !== "from");
}
