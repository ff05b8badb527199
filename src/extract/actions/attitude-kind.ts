import type { ActionKind } from "./action-lexicon.js";

/** The kind of an act that takes a stand on another (agrees to it, refuses it, demands it), with CAMEO's general code of its type; by the row of the other. */
export function attitudeKind(type: ActionKind["type"], inner: ActionKind | null): ActionKind {
  return { type, mode: modeOf(type, inner), cameo: generalCodes[type] ?? null, row: inner?.row ?? null };
}

const generalCodes: { readonly [type in ActionKind["type"]]?: string } = {
  AGREE: "03",
  REQUEST: "10",
  REJECT: "12",
  THREATEN: "13",
  ACCUSE: "11",
};

/** PLOVER's modes of REQUEST and REJECT name what is asked for. */
function modeOf(type: ActionKind["type"], inner: ActionKind | null): string | null {
  if (inner === null || !/^(?:REQUEST|REJECT)$/.test(type)) return null;
  if (/^(?:AID|COOPERATE|SUPPORT)$/.test(inner.type)) return "assist";
  if (inner.type === "CONSULT") return "meet";
  return /^(?:CONCEDE|RETREAT)$/.test(inner.type) ? "yield" : "change";
}
