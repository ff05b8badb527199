import { idOf } from "../../record/id.js";
import type { Posture } from "../../record/posture.js";
import { spansOverlap } from "../../text/span.js";
import type { Trace } from "../provenance.js";
import type { DraftPosture } from "./advice-of.js";

/**
 * The postures of an article with those of a ministry's own page, which go before what else was found of the same aspect: all travel advice on
 * such a page but what it says is no longer given, and staffing in the same sentence. Ids count on behind those given.
 */
export function withAdvice(
  postures: readonly Posture[],
  advice: readonly DraftPosture[],
  trace: Trace,
): readonly Posture[] {
  const others = postures.filter((one) => !advice.some(({ posture }) => isTold(one, posture)));
  const own = advice.map(({ posture, provenance }, i) => {
    const id = idOf("po", postures.length + i + 1);
    trace(id, provenance);
    return { id, ...posture };
  });
  return [...others, ...own];
}

function isTold(one: Posture, { aspect, evidence }: DraftPosture["posture"]): boolean {
  if (one.aspect !== aspect || one.status === "not_done") return false;
  return aspect === "travel_advice" || one.evidence.some((span) => evidence.some((own) => spansOverlap(own, span)));
}
