import { digits } from "../calendar.js";
import type { TimeMeaning } from "../time-meaning.js";
import { type Named, named, type TimePlace, type TimeRule, timeRule } from "../time-rule.js";
import { cardinalNumber, partOfDayCode, pieces, weekdayNumber } from "../vocabulary.js";

const zone = `(?: ${pieces.zone})?`;
const part = named("part", pieces.partOfDay);

/** Times of day, with the day where it stands in the same phrase; another day beside them is joined later. */
export const clockRules: readonly TimeRule[] = [
  timeRule(`${named("clock", `${pieces.clock}|\\d{1,2}`)} ?${named("meridiem", pieces.meridiem)}${zone}`, clockTime),
  timeRule(`${named("clock", pieces.clock)}${zone}`, clockTime),
  timeRule(`${named("hour", pieces.number)} o'clock(?: in the ${part})?`, (named) => {
    const hour = cardinalNumber(named("hour"));
    return hour === null || hour > 12 ? null : clock(`T${digits(hour, 2)}:00`, null);
  }),
  timeRule("noon|midday", () => clock("T12:00", null)),
  timeRule("midnight", () => clock("T24:00", null)),
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

function clockTime(named: Named, place: TimePlace): TimeMeaning | null {
  const [hours = "", minutes = "00"] = named("clock").split(/[:.]/);
  const hour = Number(hours);
  const meridiem = named("meridiem").charAt(0);
  if (meridiem === "" ? hour > 23 || named("clock").includes(".") : hour < 1 || hour > 12) return null;
  if (meridiem === "" && /^(?:\d|-|:)/.test(place.word(-1))) return null;
  const afternoon = meridiem === "p" && hour < 12 ? 12 : meridiem === "a" && hour === 12 ? -12 : 0;
  return clock(`T${digits(hour + afternoon, 2)}:${minutes}`, null);
}
