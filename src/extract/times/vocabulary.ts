import type { CalendarUnit, TimeUnit } from "./time-meaning.js";

/** Alternatives of an expression, the longest first so that none hides behind its own beginning. */
function oneOf(words: Iterable<string>): string {
  const escaped = [...words].sort((a, b) => b.length - a.length).map((word) => word.replaceAll(".", "\\."));
  return `(?:${escaped.join("|")})`;
}

const months = new Map(
  [
    "january jan.",
    "february feb. feb",
    "march mar.",
    "april apr.",
    "may",
    "june jun.",
    "july jul.",
    "august aug. aug",
    "september sept. sep. sept sep",
    "october oct. oct",
    "november nov. nov",
    "december dec. dec",
  ].flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

const weekdays = new Map(
  [
    "monday mon.",
    "tuesday tues. tue.",
    "wednesday wed.",
    "thursday thurs. thur. thu.",
    "friday fri.",
    "saturday sat.",
    "sunday sun.",
  ].flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

const seasons = new Map([
  ["spring", "SP"],
  ["springtime", "SP"],
  ["summer", "SU"],
  ["summertime", "SU"],
  ["fall", "FA"],
  ["autumn", "FA"],
  ["winter", "WI"],
  ["wintertime", "WI"],
]);

const partsOfDay = new Map([
  ["morning", "TMO"],
  ["afternoon", "TAF"],
  ["evening", "TEV"],
  ["night", "TNI"],
]);

const calendarUnits = new Map<string, CalendarUnit>([
  ["day", "D"],
  ["week", "W"],
  ["weekend", "WE"],
  ["month", "M"],
  ["quarter", "Q"],
  ["year", "Y"],
  ["decade", "DE"],
  ["century", "CE"],
  ["centurie", "CE"],
]);

const units = new Map<string, TimeUnit>([...calendarUnits, ["second", "TS"], ["minute", "TM"], ["hour", "TH"]]);

const cardinals = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, index) => [word, index]),
);
const tens = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, index) => [word, (index + 2) * 10]),
);
const ordinals = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    .split(" ")
    .map((word, index) => [word, index + 1]),
);

const spokenUnit = oneOf([...cardinals.keys(), ...tens.keys()]);
const spoken = `${spokenUnit}(?:(?: -| and)? (?:${spokenUnit}|hundred|thousand|dozen|half)){0,4}`;

/** Pieces of expressions over words in lower case with one space between tokens. A hyphen is a token of its own. */
export const pieces = {
  month: `(?:mid-)?${oneOf(months.keys())}`,
  weekday: oneOf(weekdays.keys()),
  season: oneOf(seasons.keys()),
  partOfDay: oneOf(partsOfDay.keys()),
  calendarUnit: `${oneOf(calendarUnits.keys())}s?`,
  unit: `${oneOf(units.keys())}s?`,
  /** "3", "3rd", "third", "twenty-third"; of a month. */
  dayOfMonth: `(?:[0-3]?\\d(?:st|nd|rd|th)?|(?:(?:twenty|thirty)(?: -)? )?${oneOf(ordinals.keys())}|thirtieth)`,
  ordinal: `(?:\\d{1,2}(?:st|nd|rd|th)|(?:(?:${oneOf(tens.keys())})(?: -)? )?${oneOf(ordinals.keys())})`,
  /** 1000 to 2199 in digits, or as it is spoken: "nineteen ninety-seven", "two thousand". */
  year: `(?:1\\d{3}|2[01]\\d{2}|nineteen ${oneOf(tens.keys())}(?:(?: -)? ${oneOf(cardinals.keys())})?|two thousand(?: (?:and )?${oneOf(cardinals.keys())})?)`,
  /** "3", "2.5", "2 1/2", "twenty-four", "a hundred", "a couple of", "several". */
  number: `(?:\\d{1,6}(?:[.,]\\d{1,3})?(?: \\d/\\d| and a half)?|${spoken}(?: and a half)?|(?:an?|another)(?: (?:hundred|thousand|dozen))?|(?:a )?couple(?: of)?|half an?|(?:a )?(?:good |great )?(?:few|several|many)|dozens of|hundreds of|thousands of)`,
  clock: "(?:[01]?\\d|2[0-3])[:.][0-5]\\d",
  /** "3.30" as it stands before "pm" without a blank. */
  clockApart: "(?:[01]?\\d|2[0-3]) ?[:.] ?[0-5]\\d",
  meridiem: "(?:a\\.m\\.|p\\.m\\.|am|pm)",
  zone: "(?:local time|gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|cet|eastern time|pacific time|eastern|et)",
} as const;

/** 1 to 12. Called with words that `pieces.month` matched, as the others below with theirs. */
export function monthNumber(word: string): number {
  return months.get(word.replace(/^mid-/, "")) ?? 0;
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayNumber(word: string): number {
  return weekdays.get(word) ?? weekdays.get(word.replace(/s$/, "")) ?? 0;
}

/** `SP`, `SU`, `FA` or `WI`. */
export function seasonCode(word: string): string {
  return seasons.get(word.replace(/s$/, "")) ?? "";
}

/** `TMO`, `TAF`, `TEV` or `TNI`. */
export function partOfDayCode(word: string): string {
  return partsOfDay.get(word.replace(/s$/, "")) ?? "";
}

export function unitCode(word: string): TimeUnit {
  return units.get(word.replace(/s$/, "")) ?? "D";
}

export function calendarUnitCode(word: string): CalendarUnit {
  return calendarUnits.get(word.replace(/s$/, "")) ?? "D";
}

/** The number that an ordinal, or the number of a day, tells. */
export function ordinalNumber(phrase: string): number {
  const written = Number.parseInt(phrase, 10);
  if (!Number.isNaN(written)) return written;
  if (phrase === "thirtieth") return 30;
  return phrase.split(/[ -]+/).reduce((sum, word) => sum + (tens.get(word) ?? ordinals.get(word) ?? 0), 0);
}

/** The number that the phrase tells, or `null` where it leaves that open ("several", "a few"). */
export function cardinalNumber(phrase: string): number | null {
  if (/\b(?:few|several|many|dozens|hundreds|thousands)\b/.test(phrase)) return null;
  if (/\bcouple\b/.test(phrase)) return 2;
  if (/^half\b/.test(phrase)) return 0.5;
  if (phrase.endsWith(" and a half")) return (cardinalNumber(phrase.slice(0, -" and a half".length)) ?? 0) + 0.5;
  const [, whole, numerator, denominator] = /^([\d.,]+)(?: (\d)\/(\d))?/.exec(phrase) ?? [];
  if (whole !== undefined) {
    const fraction = numerator === undefined ? 0 : Number(numerator) / Number(denominator);
    return Number(whole.replace(/,(?=\d{3})/g, "").replace(",", ".")) + fraction;
  }
  return spokenNumber(phrase);
}

function spokenNumber(phrase: string): number {
  let sum = 0;
  for (const word of phrase.split(/[ -]+/)) {
    if (word === "hundred") sum = Math.max(sum, 1) * 100;
    else if (word === "thousand") sum = Math.max(sum, 1) * 1000;
    else if (word === "dozen") sum = Math.max(sum, 1) * 12;
    else if (word === "half") sum += 0.5;
    else if (word === "a" || word === "an" || word === "another") sum += 1;
    else sum += cardinals.get(word) ?? tens.get(word) ?? 0;
  }
  return sum;
}

/** The year that a phrase of `pieces.year` tells. */
export function yearNumber(phrase: string): number {
  if (/^\d/.test(phrase)) return Number(phrase);
  if (phrase.startsWith("two thousand")) return 2000 + spokenNumber(phrase.slice("two thousand".length));
  return 1900 + spokenNumber(phrase.slice("nineteen".length));
}
