import type { Direction, TimeMeaning } from "../time-meaning.js";
import { type Named, named, type TimePlace, type TimeRule, timeRule } from "../time-rule.js";
import { cardinalNumber, pieces, unitCode } from "../vocabulary.js";

const unit = named("unit", pieces.unit);
const number = named("number", pieces.number);
const kind =
  "(?:fiscal |trading |business |working |calendar |full |whole |straight |consecutive |additional |more |extra )";

/** Lengths of time, anchored ("the past two weeks") or not. */
export const durationRules: readonly TimeRule[] = [
  timeRule(
    `(?:(?:the|its|his|her|their|our|these|those) )?(?:${named("which", "last|past|previous|latest|next|coming|following|first|final|recent|initial|year - earlier|year - ago|comparable")} )?${number}(?: (?:to|or|-) ${named("upTo", pieces.number)})?(?: -)? ${kind}?${unit}(?:(?: -)? ${named("old", "old")}| period)?`,
    (named, place) => duration(named, place, named("upTo") === "" ? cardinalNumber(named("number")) : null),
  ),
  timeRule(`the past ${named("unit", "year|month|week|decade|century")}`, (named) => ({
    kind: "duration",
    amount: 1,
    unit: unitCode(named("unit")),
    direction: -1,
  })),
  timeRule(`${number} ${unit} and a half`, (named) => ({
    kind: "duration",
    amount: (cardinalNumber(named("number")) ?? 0) + 0.5,
    unit: unitCode(named("unit")),
    direction: 0,
  })),
  timeRule(
    `(?:the )?(?:early |late |first |recent )?${named("unit", "seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries")}`,
    (named, place) =>
      place.upos(-1) === "NUM" || place.word(-1) === "-" || place.word(place.length) === "old"
        ? null
        : { kind: "duration", amount: null, unit: unitCode(named("unit")), direction: 0 },
  ),
];

function duration(named: Named, place: TimePlace, amount: number | null): TimeMeaning | null {
  const single = /^an?$/.test(named("number"));
  if (isAge(named) || (named("unit") === "quarters" && place.word(1) === "-")) return null;
  if (single && (named("which") !== "" || isRate(place))) return null;
  if (single && /^(?:second|quarter|weekend)$/.test(named("unit"))) return null;
  return { kind: "duration", amount, unit: unitCode(named("unit")), direction: directionOf(named("which")) };
}

/** How old somebody is tells no time; how old a thing is in months or days does ("a three-month-old strike"). */
function isAge(named: Named): boolean {
  return named("old") !== "" && named("unit").startsWith("year");
}

/** "a day" behind what is counted ("$50 a day"). */
export function isRate(place: TimePlace): boolean {
  return /^(?:NOUN|NUM|SYM|PROPN)$/.test(place.upos(-1)) || /^(?:times|once|twice)$/.test(place.word(-1));
}

function directionOf(which: string): Direction {
  if (/^(?:last|past|previous|latest|recent)$/.test(which)) return -1;
  return /^(?:next|coming|following)$/.test(which) ? 1 : 0;
}
