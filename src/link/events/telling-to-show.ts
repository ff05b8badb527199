import { factualities } from "../../record/kinds.js";
import { compareText } from "../link-input.js";
import type { TellingFacts } from "./group-events.js";

/** The telling that stands for all: one that tells the event as a fact before others, with its day before without, then the earliest. */
export function tellingToShow<Told extends TellingFacts>([first, ...others]: readonly Told[]): Told | null {
  if (first === undefined) return null;
  return [first, ...others].reduce((best, one) => (compareTellings(one, best) < 0 ? one : best));
}

function compareTellings(a: TellingFacts, b: TellingFacts): number {
  return (
    factualities.indexOf(a.status) - factualities.indexOf(b.status) ||
    dating.indexOf(a.dated) - dating.indexOf(b.dated) ||
    compareText(a.date ?? "9999", b.date ?? "9999")
  );
}

const dating: readonly TellingFacts["dated"][] = ["told", "published", "unknown"];
