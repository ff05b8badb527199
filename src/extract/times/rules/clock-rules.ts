import { digits } from "../calendar.js";
import type { TimeMeaning } from "../time-meaning.js";
import { type Named, named, type TimePlace, type TimeRule, timeRule } from "../time-rule.js";
import { cardinalNumber, partOfDayCode, pieces, weekdayNumber } from "../vocabulary.js";

const zone = `(?: ${pieces.zone})?`;
const part = named("part", pieces.partOfDay);

/** "Half past", "a quarter to", "twenty minutes before": how far from the hour. */
const offset = `(?:${named("minutes", "half|(?:a )?quarter|(?:five|ten|twenty(?: -)?(?: five)?|[1-5]?\\d)(?: minutes?)?")}(?: -)? ${named("side", "past|after|to|before|till")} )`;

const hourWords = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";

/** Times of day, with the day where it stands in the same phrase; another day beside them is joined later. */
export const clockRules: readonly TimeRule[] = [
  timeRule(
    `${named("clock", `${pieces.clockApart}|\\d{1,2}`)} ?${named("meridiem", pieces.meridiem)}${zone}`,
    clockTime,
  ),
  timeRule(`${named("clock", pieces.clock)}${zone}`, clockTime),
  timeRule(
    `${named("clock", `${pieces.clockApart}|\\d{1,2}`)} ?${named("meridiem", pieces.meridiem)}? (?:[^ ]+ ){1,2}time`,
    (named, place) => (place.capitalised(place.length - 2) ? clockTime(named, place) : null),
  ),
  timeRule(
    `${named("digits", "(?:[01]\\d|2[0-3])[0-5]\\d")} (?:hours ?)?${pieces.zone}|${named("militaryHours", "(?:[01]\\d|2[0-3])[0-5]\\d")} hours?`,
    (named, place) => {
      const written = named("digits") || named("militaryHours");
      return /^(?:at|by|around|about|from|until|till|before|after|since|and|to|or|\()$/.test(place.word(-1))
        ? clock(`T${written.slice(0, 2)}:${written.slice(2)}`, null)
        : null;
    },
  ),
  timeRule(`${named("hour", pieces.number)} o'clock(?: in the ${part})?`, (named) => {
    const hour = cardinalNumber(named("hour"));
    return hour === null || hour > 12 ? null : clock(`T${digits(hour, 2)}:00`, null);
  }),
  timeRule(
    `${offset}?${named("clock", `${pieces.clock}|1[0-2]|[1-9]|${hourWords}`)}(?: o'clock)? (?:${named("when", "last|this|yesterday|tomorrow")} ${part}|${named("tonight", "tonight")}|in the ${named("partOf", pieces.partOfDay)}|(?:on )?${named("weekday", pieces.weekday)} ${named("partOn", pieces.partOfDay)})`,
    hourOfPart,
  ),
  timeRule(`${offset}${named("clock", `1[0-2]|[1-9]|${hourWords}`)}(?: o'clock)?`, (named, place) =>
    isAtHour(place) ? clock(hourAndMinutes(named, false), null) : null,
  ),
  timeRule(`(?:12 )?(?:noon|midday)${zone}`, () => clock("T12:00", null)),
  timeRule(`midnight${zone}`, () => clock("T24:00", null)),
  timeRule("dawn|daybreak|sunrise", (_, place) => (isHour(place) ? clock("TMO", null) : null)),
  timeRule("dusk|nightfall|sunset", (_, place) => (isHour(place) ? clock("TEV", null) : null)),
  timeRule("tonight", () => clock("TNI", today(0))),
  timeRule("overnight", () => clock("TNI", today(0))),
  timeRule("last night", () => clock("TNI", today(-1))),
  timeRule(`this (?:very )?${part}`, (named) => clock(partOfDayCode(named("part")), today(0))),
  timeRule(`(?:the )?mid(?: -|-)?(?: )?${part}`, (named) => clock(partOfDayCode(named("part")), null)),
  timeRule(`the ${part}`, (named, place) =>
    /^(?:in|during|through|throughout)$/.test(place.word(-1)) ? clock(partOfDayCode(named("part")), null) : null,
  ),
  timeRule(
    `the ${named("which", "previous|following|next")} ${part}|the ${named("partBeside", pieces.partOfDay)} ${named("side", "before|after")}`,
    besideTold,
  ),
  timeRule(`yesterday ${part}`, (named) => clock(partOfDayCode(named("part")), today(-1))),
  timeRule(`tomorrow ${part}`, (named) => clock(partOfDayCode(named("part")), today(1))),
  timeRule(`(?:last )?${named("weekday", pieces.weekday)} ${part}`, (named, place) =>
    clock(partOfDayCode(named("part")), {
      kind: "weekday",
      weekday: weekdayNumber(named("weekday")),
      direction: place.word(0) === "last" ? -1 : place.direction(),
      strict: place.word(0) === "last",
    }),
  ),
];

/** "At 8 last night", "at half past 3 this morning", "at seven on Friday evening"; not "8 this morning" without "at". */
function hourOfPart(named: Named, place: TimePlace): TimeMeaning | null {
  if (!isAtHour(place)) return null;
  const hour = hourOf(named);
  const code = partOfDayCode(named("part") || named("partOf") || named("partOn") || "night");
  const isNight = code === "TNI";
  const time = hourAndMinutes(named, code === "TAF" || code === "TEV" || (isNight && hour > 5 && hour < 12));
  // Two or twelve at night are on the day behind.
  const late = isNight && hour <= 12 && (hour < 6 || hour === 12) ? 1 : 0;
  if (named("weekday") !== "") {
    const day = {
      kind: "weekday",
      weekday: weekdayNumber(named("weekday")),
      direction: place.direction(),
      strict: false,
    } as const;
    return clock(time, day);
  }
  if (named("partOf") !== "") return clock(time, null);
  const days = named("when") === "last" || named("when") === "yesterday" ? -1 : named("when") === "tomorrow" ? 1 : 0;
  return clock(time, today(days + late));
}

function isAtHour(place: TimePlace): boolean {
  return /^(?:at|around|about|by|since|until|till|from|before|after|past|to|and)$/.test(place.word(-1));
}

function hourOf(named: Named): number {
  return cardinalNumber(named("clock").split(/[:.]/)[0] ?? "") ?? 0;
}

/** The time of day as TIMEX3 has it, with what stands before the hour: `T07:30` for "half past seven", `T17:45` for "a quarter to six" in the afternoon. */
function hourAndMinutes(named: Named, isAfternoon: boolean): string {
  const hour = hourOf(named);
  const written = named("minutes").replace(/ minutes?$/, "");
  const away =
    written === "half" ? 30 : written.endsWith("quarter") ? 15 : written === "" ? 0 : (cardinalNumber(written) ?? 0);
  const minutes =
    Number(named("clock").split(/[:.]/)[1] ?? 0) + (/^(?:to|before|till)$/.test(named("side")) ? -away : away);
  const total = (hour > 12 ? hour : (hour % 12) + (isAfternoon ? 12 : 0)) * 60 + minutes;
  const within = (total + 24 * 60) % (24 * 60);
  return `T${digits(Math.floor(within / 60), 2)}:${digits(within % 60, 2)}`;
}

/** "Left at dawn", but not "the dawn of a new age" or somebody called Dawn. */
function isHour(place: TimePlace): boolean {
  return (
    /^(?:at|by|before|after|since|until|from|till)$/.test(place.word(-1)) &&
    !place.capitalised(0) &&
    place.word(1) !== "of"
  );
}

function clock(value: string, date: TimeMeaning | null): TimeMeaning {
  return { kind: "clock", clock: value, date };
}

function today(amount: number): TimeMeaning {
  return { kind: "shift", unit: "D", amount, anchor: "published" };
}

/** "The following morning", "the night before": on the day before or behind the one told before. */
function besideTold(named: Named, place: TimePlace): TimeMeaning | null {
  const side = named("which") || named("side");
  if (named("side") !== "" && /^(?:NOUN|PROPN|ADJ|NUM|DET|PRON)$/.test(place.upos(place.length))) return null;
  const amount = /^(?:previous|before)$/.test(side) ? -1 : 1;
  const date: TimeMeaning = { kind: "shift", unit: "D", amount, anchor: "told" };
  return clock(partOfDayCode(named("part") || named("partBeside")), date);
}

function clockTime(named: Named, place: TimePlace): TimeMeaning | null {
  const [hours = "", minutes = "00"] = named("clock").split(/ ?[:.] ?/);
  const hour = Number(hours);
  const meridiem = named("meridiem").charAt(0);
  if (meridiem === "" ? hour > 23 || named("clock").includes(".") : hour < 1 || hour > 12) return null;
  if (meridiem === "" && /^(?:\d|-|:)/.test(place.word(-1))) return null;
  const afternoon = meridiem === "p" && hour < 12 ? 12 : meridiem === "a" && hour === 12 ? -12 : 0;
  return clock(`T${digits(hour + afternoon, 2)}:${minutes}`, null);
}
