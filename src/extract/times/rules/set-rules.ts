import { digits } from "../calendar.js";
import type { TimeMeaning } from "../time-meaning.js";
import { named, type TimeRule, timeRule } from "../time-rule.js";
import { monthNumber, partOfDayCode, pieces, seasonCode, unitCode, weekdayNumber } from "../vocabulary.js";
import { isRate } from "./duration-rules.js";

const every = "(?:every|each)(?: other| single)?";
const weekday = named("weekday", pieces.weekday);

/** Times that come again: "every Monday", "each July", "$50 a day". */
export const setRules: readonly TimeRule[] = [
  timeRule(`${every} ${weekday}`, (named) => set(weekdaySet(named("weekday")))),
  timeRule(`${named("weekday", "(?:mon|tues|wednes|thurs|fri|satur|sun)days")}`, (named) =>
    set(weekdaySet(named("weekday"))),
  ),
  timeRule(`${weekday} ${named("part", `${pieces.partOfDay}s`)}`, (named) =>
    set(`${weekdaySet(named("weekday"))}${partOfDayCode(named("part"))}`),
  ),
  timeRule(`${every} ${named("month", pieces.month)}`, (named) =>
    set(`XXXX-${digits(monthNumber(named("month")), 2)}`),
  ),
  timeRule(`${every} ${named("season", pieces.season)}`, (named) => set(`XXXX-${seasonCode(named("season"))}`)),
  timeRule(`${every} ${named("part", pieces.partOfDay)}`, (named) => set(`XXXX-XX-XX${partOfDayCode(named("part"))}`)),
  timeRule(`${every} ${named("unit", pieces.unit)}`, (named) => set(periodOf(named("unit")))),
  timeRule(`(?:an?|per) ${named("unit", "second|minute|hour|day|week|month|quarter|year")}`, (named, place) =>
    isRate(place) ? set(periodOf(named("unit"))) : null,
  ),
];

function set(value: string): TimeMeaning {
  return { kind: "set", value };
}

function weekdaySet(word: string): string {
  return `XXXX-WXX-${weekdayNumber(word)}`;
}

function periodOf(word: string): string {
  const unit = unitCode(word);
  if (unit === "DE") return "P10Y";
  return unit.startsWith("T") ? `PT1${unit.slice(1)}` : `P1${unit}`;
}
