import type { CalendarUnit, Direction, TimeAnchor, TimeMeaning } from "../time-meaning.js";
import { type Named, named, type TimePlace, type TimeRule, timeRule } from "../time-rule.js";
import { calendarUnitCode, cardinalNumber, ordinalNumber, pieces, unitCode, weekdayNumber } from "../vocabulary.js";

const unit = named("unit", pieces.calendarUnit);
const anyUnit = named("unit", pieces.unit);
const number = named("number", pieces.number);

/** Times told from the day of publication or from the time told before. */
export const relativeRules: readonly TimeRule[] = [
  timeRule("the day before yesterday", () => shift("D", -2, "published")),
  timeRule("the day after tomorrow", () => shift("D", 2, "published")),
  timeRule(`${number} ${named("unit", "days?|weeks?|fortnights?|months?|years?")} ?'s? time`, (named) =>
    aheadOf(named),
  ),
  timeRule(
    `${number} ${named("unit", "fortnights?")} ${named("side", "ago|earlier|before|later|from now|hence")}`,
    (named) => fortnights(named),
  ),
  timeRule("this fortnight|the past fortnight|the last fortnight", () => ({
    kind: "duration",
    amount: 2,
    unit: "W",
    direction: -1,
  })),
  timeRule(
    `${named("day", `yesterday|today|tomorrow|${pieces.weekday}`)} week|(?:a|one) week (?:on |from )?${named("from", `today|tomorrow|${pieces.weekday}`)}|a week ago ${named("ago", `today|yesterday|${pieces.weekday}`)}`,
    (named) => weekFrom(named("day") || named("from"), 1) ?? weekFrom(named("ago"), -1),
  ),
  timeRule(`${number} ${named("unit", "weeks?|months?|years?")} (?:ago to the day|to the day)(?: ago)?`, (named) => {
    const amount = cardinalNumber(named("number"));
    const unit = calendarUnitCode(named("unit"));
    return amount === null ? null : { kind: "moved", unit, amount: -amount, of: shift("D", 0, "published") };
  }),
  timeRule(`the ${named("unit", "week|weekend|month|year")} ${named("side", "before last|after next")}`, (named) =>
    shift(calendarUnitCode(named("unit")), named("side") === "before last" ? -2 : 2, "published"),
  ),
  timeRule("yesterday", () => shift("D", -1, "published")),
  timeRule("today", () => shift("D", 0, "published")),
  timeRule("tomorrow", () => shift("D", 1, "published")),
  timeRule(
    `${named("which", "last|this past|this|this coming|the current|the coming|next|current")} (?:fiscal |calendar |financial |school |trading )?${unit}`,
    (named) => shift(calendarUnitCode(named("unit")), stepOf(named("which")), "published"),
  ),
  timeRule(
    `(?:the )?${named("which", "previous|preceding|prior|following|same|next")} (?:fiscal )?${unit}`,
    (named, place) => (isPlural(named) || (place.word(0) !== "the" && named("which") !== "next") ? null : told(named)),
  ),
  timeRule("the last (?<unit>decade|century)", (named) => shift(calendarUnitCode(named("unit")), -1, "published")),
  timeRule(`that (?:same )?${unit}`, (named) => (isPlural(named) ? null : told(named))),
  timeRule(
    `(?:the )?(?:${number}(?: more)?(?: -)? )?(?:trading |business |working )?${anyUnit}(?: or so| or more)? (?:- )?${named("side", "ago|earlier|before|previously|later|afterwards?|after|from now|hence")}`,
    (named, place) => distance(named, place),
  ),
  timeRule(
    `(?:the )?(?:comparable |corresponding |same )?year - (?:ago|earlier)(?: ${named("ordinal", "first|second|third|fourth")})?(?: (?:quarter|period|half))?`,
    (named) => (named("ordinal") === "" ? shift("Y", -1, "told") : dateOfLastYear(named("ordinal"))),
  ),
  timeRule("(?:the|its) (?:latest |most recent )?quarter|the (?:latest|most recent) period", (_, place) =>
    /^(?:-|century)$/.test(place.word(place.length)) ? null : shift("Q", 0, "told"),
  ),
  timeRule(
    "(?:the )?(?:corresponding|comparable|same) (?:period|quarter)(?: of| in)? last year|last year 's (?:period|quarter)",
    () => shift("Y", -1, "told"),
  ),
  timeRule("(?:the )?(?:latest|full|current) (?:fiscal )?year|the (?:fiscal )?year", (_, place) => wholeYear(place)),
  timeRule(`the ${named("unit", "weekend")}`, (_, place) => shift("WE", place.direction() === 1 ? 1 : -1, "published")),
  timeRule("(?:the )?year 's end", () => shift("Y", 0, "published")),
  timeRule("(?:the )?year end", () => shift("Y", 0, "published")),
  timeRule(`the ${named("unit", "day|week|month|decade|century")}`, (named, place) =>
    /^(?:end|beginning|start|rest|middle|half|weeks?|days?|early|late|later|earlier)$/.test(place.word(-2))
      ? shift(calendarUnitCode(named("unit")), 0, "published")
      : null,
  ),
  timeRule(`(?:the )?year - end`, () => ({ kind: "date", year: { shift: 0 }, part: "12-31", direction: 0 })),
];

/** "The year ended in May" is a length of time: it need not be a calendar year. */
function wholeYear(place: TimePlace): TimeMeaning {
  if (/^(?:ended|ending)$/.test(place.word(place.length)))
    return { kind: "duration", amount: 1, unit: "Y", direction: 0 };
  return shift("Y", place.word(0) === "latest" || place.word(1) === "latest" ? -1 : 0, "published");
}

function dateOfLastYear(ordinal: string): TimeMeaning {
  return { kind: "date", year: { shift: -1 }, part: `Q${ordinalNumber(ordinal)}`, direction: 0 };
}

function shift(unit: CalendarUnit, amount: number, anchor: TimeAnchor): TimeMeaning {
  return { kind: "shift", unit, amount, anchor };
}

function told(named: Named): TimeMeaning {
  return {
    kind: "shift",
    unit: calendarUnitCode(named("unit")),
    amount: stepOf(named("which")),
    anchor: "told",
    whole: true,
  };
}

function stepOf(which: string): Direction {
  if (/\b(?:last|past|previous|preceding|prior)\b/.test(which)) return -1;
  return /\b(?:next|coming|following)\b/.test(which) ? 1 : 0;
}

const daysOf: ReadonlyMap<string, number> = new Map([
  ["day", 1],
  ["week", 7],
  ["fortnight", 14],
]);

const todays: ReadonlyMap<string, number> = new Map([
  ["yesterday", -1],
  ["today", 0],
  ["tomorrow", 1],
]);

/** "Friday week", "a week tomorrow" and "a week ago Monday": the day that lies a week beyond; `null` without a day. */
function weekFrom(day: string, direction: Direction): TimeMeaning | null {
  if (day === "") return null;
  const days = todays.get(day);
  const weekday = weekdayNumber(day);
  const of: TimeMeaning =
    days === undefined ? { kind: "weekday", weekday, direction, strict: false } : shift("D", days, "published");
  return { kind: "moved", unit: "D", amount: 7 * direction, of };
}

function toldBeside(named: Named, amount: Direction): TimeMeaning {
  return { kind: "shift", unit: calendarUnitCode(named("unit")), amount, anchor: "told", whole: true };
}

/** "In three weeks' time": on that very day; in so many months or years, about then. */
function aheadOf(named: Named): TimeMeaning | null {
  const amount = cardinalNumber(named("number"));
  const word = named("unit").replace(/s$/, "");
  const days = daysOf.get(word);
  if (amount === null) return { kind: "fixed", type: "DATE", value: "FUTURE_REF" };
  return days === undefined
    ? shift(calendarUnitCode(word), amount, "published")
    : shift("D", amount * days, "published");
}

/** "A fortnight ago", "two fortnights later". */
function fortnights(named: Named): TimeMeaning | null {
  const amount = cardinalNumber(named("number"));
  if (amount === null) return null;
  const side = named("side");
  const sign = /^(?:later|from now|hence)$/.test(side) ? 1 : -1;
  return shift("D", sign * amount * 14, /^(?:ago|from now|hence)$/.test(side) ? "published" : "told");
}

function isPlural(named: Named): boolean {
  return named("unit").endsWith("s");
}

/** "two years ago", "a year earlier", "three days later"; without a number only before or after the reference. */
function distance(named: Named, place: TimePlace): TimeMeaning | null {
  const amount = named("number") === "" ? null : cardinalNumber(named("number"));
  const side = named("side");
  if (/^(?:before|after)$/.test(side) && place.deprel(place.length - 1) !== "advmod") return null;
  const sign = /^(?:later|after|afterwards?|from now|hence)$/.test(side) ? 1 : -1;
  if (amount === null) {
    // "The day before", told from the date before.
    if (!isPlural(named))
      return place.word(0) === "the" && /^(?:before|after)$/.test(side) ? toldBeside(named, sign) : null;
    return { kind: "fixed", type: "DATE", value: sign < 0 ? "PAST_REF" : "FUTURE_REF" };
  }
  const unit = unitCode(named("unit"));
  if (unit === "TS" || unit === "TM" || unit === "TH") return { kind: "duration", amount, unit, direction: 0 };
  const deictic = /^(?:ago|from now|hence)$/.test(side) && !(unit === "Y" && amount === 1);
  return shift(unit, sign * amount, deictic ? "published" : "told");
}
