import { factualities } from "../../record/kinds.js";
import { compareText } from "../link-input.js";
import type { TellingFacts } from "./group-events.js";

/** The telling that stands for all: one that tells the event as a fact before others, with its day before without, then the earliest. */
export function tellingToShow<Told extends TellingFacts>([first, ...others]: readonly Told[]): Told | null {
  if (first === undefined) return null;
  return [first, ...others].reduce((best, one) => (compareTellings(one, best) < 0 ? one : best));
}

/** The telling to show and some that tell the event as surely and with as much of its day, the one to show first. */
export function tellingsToShow<Told extends TellingFacts>(tellings: readonly Told[]): readonly Told[] {
  const first = tellingToShow(tellings);
  if (first === null) return [];
  const others = tellings.filter(
    (one) => one !== first && one.status === first.status && one.dated === first.dated && one.date === first.date,
  );
  return [first, ...others].slice(0, mostToChooseOf);
}

const mostToChooseOf = 8;

function compareTellings(a: TellingFacts, b: TellingFacts): number {
  return (
    factualities.indexOf(a.status) - factualities.indexOf(b.status) ||
    dating.indexOf(a.dated) - dating.indexOf(b.dated) ||
    compareText(a.date ?? "9999", b.date ?? "9999")
  );
}

const dating: readonly TellingFacts["dated"][] = ["told", "published", "unknown"];
