import type { Claim, TokenRange } from "../../doc/layers.js";
import { surest } from "../../doc/party-range.js";
import { tellSame } from "../../doc/same-claim.js";
import type { Words } from "../grammar/words.js";

/**
 * The claims with triggers that name what was done: one of small words alone ("have" in "have also been urged to leave", "an" in "an assault") reaches to the word that they hang
 * on, and one that goes on in the next, with the same label ("gradual" and "pullout"), is one with it. What another claim tells by the same words, with the same label, is left out.
 */
export function withWholeTriggers(claims: readonly Claim[], words: Words): readonly Claim[] {
  const whole = claims.map((claim) => ({ ...claim, trigger: toHead(withoutAnd(claim.trigger, words), words) }));
  const reachesOn = (at: number): boolean => (whole[at]?.trigger.end ?? 0) > (claims[at]?.trigger.end ?? 0);
  // Of two that reach to one word the first stays.
  const told = whole.filter(
    (claim, at) => !reachesOn(at) || !whole.some((other, i) => (!reachesOn(i) || i < at) && tellSame(claim, other)),
  );
  return told.reduce<readonly Claim[]>(joinNext, []);
}

/** Without an "and" at the end, which only says that another follows. */
function withoutAnd({ first, end }: TokenRange, words: Words): TokenRange {
  return end - first > 1 && words.upos(end - 1) === "CCONJ" ? { first, end: end - 1 } : { first, end };
}

/** Words that name no act by themselves. */
const smallWords = /^(?:AUX|PART|ADV|DET|ADP|PRON)$/;

function toHead({ first, end }: TokenRange, words: Words): TokenRange {
  for (let token = first; token < end; token++) if (!smallWords.test(words.upos(token))) return { first, end };
  const head = words.head(end - 1);
  return head >= end && words.sentence(head) === words.sentence(first) ? { first, end: head + 1 } : { first, end };
}

/**
 * The claims with one more: where it goes on in the words of the last, as one with it, with the parties of the likelier where that has any. Two stances in a row may be two
 * people's.
 */
function joinNext(claims: readonly Claim[], next: Claim): readonly Claim[] {
  const last = claims.at(-1);
  if (last === undefined || last.kind === "stance" || last.label !== next.label) return [...claims, next];
  if (last.trigger.end !== next.trigger.first) return [...claims, next];
  const [likelier, other] = last.score > next.score ? [last, next] : [next, last];
  const joined = {
    ...likelier,
    trigger: { first: last.trigger.first, end: next.trigger.end },
    agent: surest(likelier.agent).length > 0 ? likelier.agent : other.agent,
    object: surest(likelier.object).length > 0 ? likelier.object : other.object,
  };
  return [...claims.slice(0, -1), joined];
}
