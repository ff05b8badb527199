import { digits } from "../calendar.js";
import { type DateOrder, isDate } from "../numeric-date.js";
import type { Direction, TimeAnchor, TimeMeaning, TimeYear } from "../time-meaning.js";
import { type Named, named, type TimePlace, type TimeRule, timeRule } from "../time-rule.js";
import { monthNumber, ordinalNumber, pieces, seasonCode, weekdayNumber, yearNumber } from "../vocabulary.js";

const year = named("year", pieces.year);
const month = named("month", pieces.month);
const day = named("day", pieces.dayOfMonth);
const relativeYear = `(?:${named("whose", "last|this|next")} year)`;
const ofYear = `(?:(?: ,| of| in)? (?:the year )?(?:fiscal )?(?:${year}|${relativeYear}))`;
const which = `(?:${named("which", "last|next|this|this past|this coming|the previous|the following")} )?`;

/** Days, months, years, decades and centuries of the calendar, and parts of years. */
export const calendarRules: readonly TimeRule[] = [
  timeRule(`${which}${month} ${day}(?: ,? ?${year})?`, (named, place) =>
    isCapitalised(place, wordsOf(named("which"))) ? dayMeaning(named, place) : null,
  ),
  timeRule(`(?:the )?${day}(?: (?:day )?of)? ${month}(?: ,? ?${year})?`, (named, place) =>
    /^(?:\d|the$)/.test(place.word(0)) ? dayMeaning(named, place) : null,
  ),
  timeRule(`${month}${ofYear}`, (named) => dateOf(yearFrom(named), digits(monthNumber(named("month")), 2), 0)),
  timeRule(`${which}${month}`, (named, place) => {
    if (!isMonth(place, wordsOf(named("which")))) return null;
    const part = digits(monthNumber(named("month")), 2);
    return named("which") === "this" ? dateOf({ shift: 0 }, part, 0) : dateBeside(named("which"), part, place);
  }),
  timeRule(
    `${named("first", "\\d{1,4}")}(?<mark>/|\\.| - )${named("second", "\\d{1,2}")}(?:/|\\.| - )${named("third", "\\d{1,4}")}`,
    numericDate,
  ),
  timeRule(`${named("first", "\\d{1,2}")}/${named("second", "\\d{1,2}")}`, dayAndMonth),
  timeRule(
    `(?:the )?(?:fiscal |financial )?(?:year )?${named("year", "(?:1[5-9]|20)\\d{2}")}(?: [-–] |/)${named("end", "(?:\\d{2}|\\d{4})")}(?: (?:fiscal|financial) year)?`,
    yearSpan,
  ),
  timeRule(
    `(?:the )?${named("month", pieces.month)}(?: [-–] | to )${named("last", pieces.month)} (?:quarter|period)(?:${ofYear}(?: [-–] ${named("end", "\\d{2}")})?)?`,
    quarterOfMonths,
  ),
  timeRule(
    `(?:the )?(?:fiscal |calendar )?(?:year )?(?:fiscal )?(?:(?:early|mid|late)-)?${year}(?: (?:period|quarter))?`,
    (named, place) => (isYear(named("year"), place) ? dateOf(yearNumber(named("year")), null, 0) : null),
  ),
  timeRule("(?:the )?(?:mid-)?(?<decade>(?:1\\d|20)\\d0)(?: ?')?s", (named) => decadeOf(named("decade"))),
  timeRule("(?:the )?(?:mid )?' (?<decade>\\d0)s", (named) => decadeOf(`19${named("decade")}`)),
  timeRule(`(?:the )?(?<tens>twen|thir|for|fif|six|seven|eigh|nine)ties`, (named, place) =>
    place.length > 1 ? decadeOf(`19${tensOfDecade.indexOf(named("tens")) + 2}0`) : null,
  ),
  timeRule(`(?:the )?${named("ordinal", pieces.ordinal)}(?: -)? century`, (named) => ({
    kind: "fixed",
    type: "DATE",
    value: digits(ordinalNumber(named("ordinal")) - 1, 2),
  })),
  timeRule(`${which}${named("weekday", pieces.weekday)}`, (named, place) => ({
    kind: "weekday",
    weekday: weekdayNumber(named("weekday")),
    direction: directionFrom(named("which"), place),
    strict: shiftOf(named("which")) !== 0,
    anchor: anchorFrom(named("which")),
  })),
  timeRule(`the ${named("weekday", pieces.weekday)} ${named("side", "before|after")}`, (named, place) =>
    isNominal(place.upos(place.length))
      ? null
      : {
          kind: "weekday",
          weekday: weekdayNumber(named("weekday")),
          direction: named("side") === "before" ? -1 : 1,
          strict: true,
          anchor: "told",
        },
  ),
  timeRule(`the ${named("day", "[0-3]?\\d(?:st|nd|rd|th)")}`, dayOfUnnamedMonth),
  timeRule(
    `(?:the )?${named("nth", "first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th)|last")} ${named("weekday", pieces.weekday)} (?:of|in) (?:${named("step", "this|next|last")} month|${named("which", "last|next|this")}? ?${month}(?:(?: ,| of)? ${year})?)`,
    (named, place) => ({
      kind: "nth",
      weekday: weekdayNumber(named("weekday")),
      nth: named("nth") === "last" ? -1 : ordinalNumber(named("nth")),
      month: monthTold(named, place),
    }),
  ),
  timeRule(
    `(?:the )?(?:${named("midnight", "midnight")}|overnight|night) (?:between|from) ${named("weekday", pieces.weekday)} (?:and|to|into) ${pieces.weekday}`,
    (named, place) => ({
      kind: "clock",
      clock: named("midnight") === "" ? "TNI" : "T24:00",
      date: { kind: "weekday", weekday: weekdayNumber(named("weekday")), direction: place.direction(), strict: false },
    }),
  ),
  timeRule(
    `(?:the )?(?:(?:fiscal )?${named("before", pieces.year)}(?: 's)? |${named("whoseBefore", "last|this|next")} year 's )?(?:fiscal(?: -)? )?${named("ordinal", "first|second|third|fourth|1st|2nd|3rd|4th|last|latter|final")}(?: (?:- )?fiscal)?(?: -)? ${named("part", "quarter|half")}${ofYear}?(?: of the (?:fiscal )?year)?`,
    (named, place) => partOfYear(named, place),
  ),
  timeRule(
    `(?:the )?(?:${year} ,? ?)?(?<letter>[qh])(?: -)? ?(?<number>[1-4])(?:(?: ,| of| in)? (?<yearBehind>${pieces.year}))?`,
    (named, place) => letteredPart(named, place),
  ),
  timeRule(
    `(?:${named("which", "the|last|next|this|this past|this coming|the past|the coming|the previous|the following")} )?${named("season", pieces.season)}${ofYear}?`,
    (named, place) => seasonMeaning(named, place),
  ),
];

const tensOfDecade = ["twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"];

function dateOf(year: TimeYear | null, part: string | null, direction: Direction): TimeMeaning {
  return { kind: "date", year, part, direction };
}

/** A part of a year on the side of the anchor that "last" or "next" says, or else the tense. */
function dateBeside(which: string, part: string, place: TimePlace): TimeMeaning {
  const direction = directionFrom(which, place);
  return { kind: "date", year: null, part, direction, strict: shiftOf(which) !== 0, anchor: anchorFrom(which) };
}

/** "The following Friday" is told from the date before, "next Friday" from the day of publication. */
function anchorFrom(which: string): TimeAnchor {
  return /^the (?:previous|following)$/.test(which) ? "told" : "published";
}

/** "On the 21st", "Thursday, the 17th"; not "on the 25th floor" or "the 25th and 26th floors". */
function dayOfUnnamedMonth(named: Named, place: TimePlace): TimeMeaning | null {
  const day = ordinalNumber(named("day"));
  const isBehindWeekday = place.word(-1) === "," && new RegExp(`^${pieces.weekday}$`).test(place.word(-2));
  if (!isBehindWeekday && !/^(?:on|by|until|till|from|since|before|after)$/.test(place.word(-1))) return null;
  if (
    day < 1 ||
    day > 31 ||
    /^(?:NOUN|PROPN|ADJ|NUM)$/.test(place.upos(place.length)) ||
    place.word(place.length) === "-"
  )
    return null;
  if (/^(?:and|or|to)$/.test(place.word(place.length)) && /^\d/.test(place.word(place.length + 1))) return null;
  return { kind: "dayOfMonth", day, direction: place.direction() };
}

function isNominal(upos: string): boolean {
  return /^(?:NOUN|PROPN|ADJ|NUM|DET|PRON)$/.test(upos);
}

function dayMeaning(named: Named, place: TimePlace): TimeMeaning | null {
  const number = ordinalNumber(named("day"));
  if (number < 1 || number > 31) return null;
  const part = `${digits(monthNumber(named("month")), 2)}-${digits(number, 2)}`;
  const year = yearFrom(named);
  return year === null ? dateBeside(named("which"), part, place) : dateOf(year, part, 0);
}

/** "Next month", "March", "May 2031". */
function monthTold(named: Named, place: TimePlace): TimeMeaning {
  const step = named("step");
  if (step !== "") return { kind: "shift", unit: "M", amount: shiftOf(step), anchor: "published" };
  const part = digits(monthNumber(named("month")), 2);
  const year = yearFrom(named);
  return year === null ? dateBeside(named("which"), part, place) : dateOf(year, part, 0);
}

/** The year that the expression tells, by number or from the year of publication. */
function yearFrom(named: Named): TimeYear | null {
  const written = named("year") || named("before");
  if (written !== "") return yearNumber(written);
  const whose = named("whose") || named("whoseBefore");
  return whose === "" ? null : { shift: shiftOf(whose) };
}

function shiftOf(which: string): Direction {
  if (/\b(?:last|past|previous)\b/.test(which)) return -1;
  return /\b(?:next|coming|following)\b/.test(which) ? 1 : 0;
}

function directionFrom(which: string, place: TimePlace): Direction {
  return shiftOf(which) || place.direction();
}

/** "may" and "march" are months where they are written and tagged as names; before the number of a day the capital is enough. */
function isMonth(place: TimePlace, offset: number): boolean {
  if (!isCapitalised(place, offset) || /^(?:AUX|VERB|ADP)$/.test(place.upos(offset))) return false;
  return !(offset === 0 && /^(?:may|march)$/.test(place.word(0)) && (opensWish(place) || isSomebody(place)));
}

/** "May the talks succeed", "May they rest in peace", "March the men home". */
function opensWish(place: TimePlace): boolean {
  return /^(?:[.!?;:"“”‘'’]|)$/.test(place.word(-1)) && /^(?:DET|PRON|PROPN|NOUN)$/.test(place.upos(1));
}

/** "Mrs May said", "Prime Minister May". */
function isSomebody(place: TimePlace): boolean {
  return /^(?:mr|mrs|ms|miss|dr|lady|minister|secretary|theresa)\.?$/.test(place.word(-1));
}

function isCapitalised(place: TimePlace, offset: number): boolean {
  return place.capitalised(offset) || place.word(offset).startsWith("mid-");
}

function wordsOf(phrase: string): number {
  return phrase === "" ? 0 : phrase.split(" ").length;
}

/** A bare number of four digits is a year unless it counts what stands behind it, or stands for money. */
function isYear(written: string, place: TimePlace): boolean {
  if (place.length > 1 && place.word(0) !== "the") return true;
  const number = yearNumber(written);
  if (number < 1500 || number > 2100 || /^(?:\$|£|€|#|no\.|-|\/|:)$/.test(place.word(-1))) return false;
  const next = place.word(place.length);
  if (/^(?:%|percent|-|\/|:|degrees|miles)$/.test(next)) return false;
  return !(place.deprel(place.length - 1) === "nummod" && /s$/.test(next) && !place.capitalised(place.length));
}

/** `199` for the decade that starts in 1990; one without a century is of the twentieth. */
function decadeOf(firstYear: string): TimeMeaning {
  return { kind: "fixed", type: "DATE", value: firstYear.slice(0, 3) };
}

/** A date in numbers, the year first or last; a year of two digits lies in 1950 to 2049. With dots between them the day comes first. */
function numericDate(named: Named, place: TimePlace): TimeMeaning | null {
  const [first, second, third] = [named("first"), named("second"), named("third")];
  const hasDots = named("mark") === ".";
  if (first.length === 4) return hasDots ? null : numbered(Number(first), Number(second), Number(third));
  if (third.length !== 4 && (third.length !== 2 || hasDots)) return null;
  const year = third.length === 4 ? Number(third) : Number(third) + (Number(third) < 50 ? 2000 : 1900);
  return numeric([Number(first), Number(second)], { year, order: hasDots ? "day" : null }, place);
}

/** "On 05/06", "until 25/12"; not "on 1/2 acre" nor "24/7". */
function dayAndMonth(named: Named, place: TimePlace): TimeMeaning | null {
  if (!/^(?:on|by|until|till|from|since|before|after)$/.test(place.word(-1))) return null;
  if (isNominal(place.upos(place.length)) || /^(?:-|of)$/.test(place.word(place.length))) return null;
  return numeric([Number(named("first")), Number(named("second"))], { year: null, order: null }, place);
}

function numeric(
  numbers: readonly [number, number],
  written: { readonly year: number | null; readonly order: DateOrder | null },
  place: TimePlace,
): TimeMeaning | null {
  const meaning = { kind: "numeric", numbers, ...written, direction: place.direction() } as const;
  return isDate(meaning) ? meaning : null;
}

function numbered(year: number, month: number, day: number): TimeMeaning | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1000) return null;
  return dateOf(year, `${digits(month, 2)}-${digits(day, 2)}`, 0);
}

/** "2029-30", a season or a financial year, and "2026-2029": from the beginning of the first to the end of the last. */
function yearSpan(named: Named, place: TimePlace): TimeMeaning | null {
  const [first, written] = [Number(named("year")), Number(named("end"))];
  const last = named("end").length === 4 ? written : first - (first % 100) + written;
  const isSpan = named("end").length === 4 || last === first + 1 || written > 12;
  if (!isSpan || last <= first || last > first + 100 || /^(?:-|–|\/)$/.test(place.word(place.length))) return null;
  return /^(?:\$|£|€|#|no\.|-|\/|:)$/.test(place.word(-1)) || place.word(place.length) === "%"
    ? null
    : { kind: "fixed", type: "DATE", value: `${first}/${last}` };
}

/** "The April-June quarter of 2029-30": of a financial year that begins in spring the first three months lie in the second of the two. */
function quarterOfMonths(named: Named, place: TimePlace): TimeMeaning | null {
  const [first, last] = [monthNumber(named("month")), monthNumber(named("last"))];
  if (first % 3 !== 1 || last !== first + 2) return null;
  const begun = yearFrom(named);
  const isLater = named("end") !== "" && first === 1;
  const year = typeof begun === "number" && isLater ? begun + 1 : begun;
  return quarterOf(year, `Q${last / 3}`, place);
}

/** "The first quarter of 2029-30" is of a financial year, of which nobody says when it begins. */
function isSpanBegun(year: string, place: TimePlace): boolean {
  return year !== "" && /^(?:-|–)$/.test(place.word(place.length)) && /^\d\d$/.test(place.word(place.length + 1));
}

function partOfYear(named: Named, place: TimePlace): TimeMeaning | null {
  const half = named("part") === "half";
  const year = yearFrom(named);
  const isLast = /^(?:la|fi)/.test(named("ordinal")) && named("ordinal") !== "first" && (half || year !== null);
  const ordinal = isLast ? (half ? 2 : 4) : ordinalNumber(named("ordinal"));
  const last = place.word(place.length - 1);
  if (ordinal === 0 || isSpanBegun(named("year"), place)) return null;
  if (half && (ordinal > 2 || (year === null && last !== "year"))) return null;
  return quarterOf(year, `${half ? "H" : "Q"}${ordinal}`, place);
}

/** "Q4 2030", "H1 of 2031", "2030 Q2"; "Q3" alone lies where a quarter told in words does. */
function letteredPart(named: Named, place: TimePlace): TimeMeaning | null {
  const letter = named("letter").toUpperCase();
  const written = named("year") || named("yearBehind");
  if (letter === "H" && (Number(named("number")) > 2 || written === "")) return null;
  const year = written === "" ? null : yearNumber(written);
  return quarterOf(year, `${letter}${named("number")}`, place);
}

/** Quarters are told of when they have begun, unless the clause itself lies in one to come: "expects to report third-quarter earnings". */
function quarterOf(year: TimeYear | null, part: string, place: TimePlace): TimeMeaning {
  if (year !== null) return dateOf(year, part, 0);
  const direction = /^(?:obl|nmod:tmod|advmod)/.test(place.topDeprel()) ? place.direction() : 0;
  return { kind: "date", year: null, part, direction: direction || -1, strict: direction === -1 };
}

/** "fall" and "spring" need something that makes a season of them. */
function seasonMeaning(named: Named, place: TimePlace): TimeMeaning | null {
  if (!/^(?:NOUN|PROPN)$/.test(place.upos(wordsOf(named("which"))))) return null;
  const part = seasonCode(named("season"));
  const year = yearFrom(named);
  if (year !== null) return dateOf(year, part, 0);
  if (named("which") === "" && place.word(-1) !== "in" && /^(?:fall|spring)$/.test(named("season"))) return null;
  return named("which") === "this" ? dateOf({ shift: 0 }, part, 0) : dateBeside(named("which"), part, place);
}
