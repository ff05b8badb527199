import type { Claim, TokenRange } from "../../doc/layers.js";
import { tellSame } from "../../doc/same-claim.js";
import type { Words } from "../words.js";

/**
 * The claims with triggers that name what was done: one of auxiliaries alone ("have" in "have also been urged to leave") reaches to its verb. What another claim tells by the
 * same words, with the same label, is left out.
 */
export function withWholeTriggers(claims: readonly Claim[], words: Words): readonly Claim[] {
  const whole = claims.map((claim) => ({ ...claim, trigger: toVerb(claim.trigger, words) }));
  const isAsRead = (at: number): boolean => whole[at]?.trigger.end === claims[at]?.trigger.end;
  // Of two that reach to one verb the first stays.
  return whole.filter(
    (claim, at) => isAsRead(at) || !whole.some((other, i) => (isAsRead(i) || i < at) && tellSame(claim, other)),
  );
}

function toVerb({ first, end }: TokenRange, words: Words): TokenRange {
  for (let token = first; token < end; token++)
    if (!/^(?:AUX|PART|ADV)$/.test(words.upos(token))) return { first, end };
  const verb = words.head(end - 1);
  return verb >= end && words.sentence(verb) === words.sentence(first) ? { first, end: verb + 1 } : { first, end };
}
