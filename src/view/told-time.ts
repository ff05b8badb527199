import type { Time } from "../record/time.js";

/** A time as a reader says it: "on 2031-03-04", "in the week of 2031-03-03"; its own words in quotes where its value is not known. */
export function toldTime(time: Pick<Time, "text" | "value" | "from">): string {
  const day = plainTime(time);
  return `${/^(?:\d{4}-\d\d-\d\d|the weekend)/.test(day) ? "on" : "in"} ${day}`.replace(/^in (?=“)/, "");
}

/** The same without its preposition: "2031-03-04, night", "the week of 2031-03-03". */
export function plainTime({ text, value, from }: Pick<Time, "text" | "value" | "from">): string {
  const [date = "", clock] = (value ?? "").split("T");
  if (!/^\d{4}/.test(date) || date.includes("X")) return `“${text.replace(/\s+/g, " ")}”`;
  if (/-W\d\d(?:-WE)?$/.test(date) && from !== null)
    return `the ${date.endsWith("WE") ? "weekend" : "week"} of ${from.slice(0, 10)}`;
  if (clock === undefined) return date;
  return `${date}${partsOfDay[clock] ?? ` ${clock}`}`;
}

const partsOfDay: Readonly<Record<string, string>> = {
  MO: ", morning",
  AF: ", afternoon",
  EV: ", evening",
  NI: ", night",
};
