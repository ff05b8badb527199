import { dayOfIso } from "../../extract/times/calendar.js";
import type { Action } from "../../record/action.js";
import { actionKey, postureKey, type TellingFacts, withinOfKey } from "../events/group-events.js";
import { groupedBy } from "../grouped-by.js";
import { compareText } from "../link-input.js";
import type { Due } from "./due-lines.js";

/** That one line tells of something that is due. */
export interface DueTelling {
  readonly article: string;
  /** Of the line within its record. */
  readonly line: string;
  /** Of the article. */
  readonly day: string;
  readonly due: Due;
  /** A PLOVER type, or `aspect value`. */
  readonly what: string;
  readonly status: Action["status"];
  readonly story: string;
  readonly origin: string;
  /** The event that it tells of; `null` where nobody is named who acts. */
  readonly event: KnownTelling | null;
}

/** What a telling shares with others of the same act or state. */
export interface KnownTelling {
  readonly id: string;
  /** The history that it is a state of, `null` for an action. */
  readonly history: string | null;
  /** Tellings with different keys are of different events (`ToldEvent`). */
  readonly key: string;
  /** Who acts; of a state whose it is first. */
  readonly who: readonly string[];
  readonly whom: readonly string[];
}

/** A report that may tell what came of it. */
export interface LaterTelling extends Pick<TellingFacts, "article" | "line" | "status" | "date" | "dated"> {
  readonly day: string;
  readonly key: string;
  readonly whom: readonly string[];
}

/** Something that is due, in however many articles it is told. */
export interface DueThing {
  /** Of its event or history, or else the line. */
  readonly id: string;
  readonly due: Due;
  /** Whether somebody is to do it because another demands it: that the demand is told again is no report that it was met. */
  readonly demanded: boolean;
  /** The first day on which an article tells of it. */
  readonly announced: string;
  /** Those that tell it is due on that day, in order of time; those that name who acts before others. */
  readonly tellings: readonly [DueTelling, ...DueTelling[]];
  /** The keys of tellings that would tell what came of it. */
  readonly follow: readonly string[];
}

/** A thing and how it stands on a day. */
export interface DueOn {
  readonly thing: DueThing;
  readonly outcome: DueOutcome;
  readonly on: string;
}

/** How something stands that was or is due. `passed`: its day is over, and nobody tells of it. */
export type DueState = "due" | "passed" | "done" | "called_off";

/** What came of it, and who tells that, `null` where nobody does. */
export interface DueOutcome {
  readonly state: DueState;
  readonly by: LaterTelling | null;
}

/**
 * What is due by these tellings, each thing once; a state's end apart from its beginning. Where they tell of several days it is the one that most
 * articles of the last day tell, for what was put off is due later; of a deadline the one that most articles tell, for "48 hours to leave" is told on days after as well.
 *
 * @param told in order of time
 */
export function dueThings(told: readonly DueTelling[]): readonly DueThing[] {
  const known = new Map(told.flatMap((one) => (one.event === null ? [] : [[whenIn(one), thingOf(one)] as const])));
  // Where nobody is named who acts, it is what the story has due on that day.
  const thing = (one: DueTelling): string => (one.event === null ? known.get(whenIn(one)) : undefined) ?? thingOf(one);
  return [...groupedBy(told, thing).entries()].map(([id, all]) => {
    const [first] = all;
    if (first === undefined) throw new RangeError("Found something due that no line tells of.");
    const due = dayTold(all);
    const [one = first, ...others] = all
      .filter((telling) => telling.due.day === due.day)
      .toSorted((a, b) => Number(a.event === null) - Number(b.event === null));
    const tellings = [one, ...others] as const;
    const demanded = due.as === "by" && tellings.some(({ status }) => status === "happened" || status === "ongoing");
    const follow = new Set(tellings.flatMap((telling) => followed(telling, demanded)));
    return { id: id.split(" ")[0] ?? id, due, demanded, announced: first.day, tellings, follow: [...follow] };
  });
}

function whenIn({ story, due }: DueTelling): string {
  return `${story} ${due.as} ${due.day}`;
}

function thingOf({ article, line, due, event }: DueTelling): string {
  if (due.as === "until") return `${event?.history ?? event?.id ?? `${article}/${line}`} until`;
  return event?.id ?? `${article}/${line}`;
}

/** Of a deadline the day that most tell, of others that which most tell of the last to tell of it; of several the earlier. */
function dayTold(all: readonly DueTelling[]): Due {
  const last = all.reduce((latest, { day }) => (day > latest ? day : latest), "");
  const telling = all.some(({ due }) => due.as === "by") ? all : all.filter(({ day }) => day === last);
  const [most] = [...groupedBy(telling, ({ due }) => due.day).values()].toSorted(
    (a, b) => b.length - a.length || compareText(a[0]?.due.day ?? "", b[0]?.due.day ?? ""),
  );
  const due = most?.[0]?.due;
  if (due === undefined) throw new RangeError("Found something due that no line tells of.");
  return due;
}

function followed({ due, event, what }: DueTelling, demanded: boolean): readonly string[] {
  if (event === null) return [];
  const [aspect = "", value] = what.split(" ");
  if (value === undefined)
    return demanded ? event.whom.flatMap((one) => metBy.map((type) => actionKey(type, [one]))) : [event.key];
  const [whose = ""] = event.who;
  const within = withinOfKey(event.key);
  if (due.as === "until") return (ends[value] ?? []).map((end) => postureKey(`${aspect} ${end}`, whose, within));
  const mission = whose.replace(/^in_relations:/, "in_mission:");
  const gone = left.map((state) => postureKey(state, mission, within));
  const theirs = event.who.map((one) => actionKey("RETREAT", [one.replace(/ of [^:]*$/, "")]));
  if (demanded) return [event.key, ...gone, ...theirs];
  return value === "diplomats_expelled" ? [event.key, ...gone] : [event.key];
}

/** What those do who give in to a demand. */
const metBy: readonly Action["type"][] = ["RETREAT", "CONCEDE"];
/** The states of a mission whose people did as they had to. */
const left = ["staffing evacuated", "operations closed", "operations suspended"];
/** What ends a state, of whichever aspect. */
const ends: Readonly<Record<string, readonly string[]>> = {
  closed: ["reopened"],
  suspended: ["resumed", "reopened"],
  limited: ["resumed", "reopened"],
  restricted: ["reopened"],
  authorized_departure: ["restored"],
  ordered_departure: ["restored"],
  evacuated: ["restored"],
  reduced: ["restored"],
  downgraded: ["restored"],
  severed: ["restored"],
  deployed: ["withdrawn"],
  reinforced: ["withdrawn"],
  raised: ["lowered"],
};

/** How the thing stands on a day, by what is told until then. */
export function outcomeOf(thing: DueThing, later: readonly LaterTelling[], on: string): DueOutcome {
  const open = { state: thing.due.day >= on ? "due" : "passed", by: null } as const;
  const told = later
    .filter((one) => one.day <= on && tellsOf(one, thing, open.state))
    .toSorted((a, b) => compareText(a.day, b.day));
  const last = told.at(-1);
  if (last === undefined) return open;
  const isDone = isFact(last);
  return { state: isDone ? "done" : "called_off", by: told.find((one) => isFact(one) === isDone) ?? last };
}

/** Acts that are told to have happened as near as this to the day are the one that was due. */
const nearDays = 2;
/** Tellings of one state lie as near as this. */
const nearStates = 7;
/** What had to be done by a day is told so much later at most. */
const lateDays = 7;

function tellsOf(one: LaterTelling, thing: DueThing, open: "due" | "passed"): boolean {
  const { announced, due, follow, tellings } = thing;
  if (!follow.includes(one.key) || tellings.some(({ article }) => article === one.article)) return false;
  if (one.date === null || one.date > one.day || !(isFact(one) || isCalledOff(one))) return false;
  // The demand itself is told again and again, as is the state that it asks for.
  const isDemand = tellings.some(({ event }) => event?.key === one.key) && one.dated !== "told";
  if (thing.demanded && (isDemand || one.date <= announced)) return false;
  const whom = tellings.flatMap(({ event }) => event?.whom ?? []);
  if (!thing.demanded && whom.length > 0 && one.whom.length > 0 && !one.whom.some((who) => whom.includes(who)))
    return false;
  // A state that a later article has in force is the one that was announced, though it may tell another day near by, as events have it.
  const early = isAct(thing) || thing.demanded || one.day === announced ? 0 : nearStates;
  if (daysFrom(announced, one.date) < -early) return false;
  // On the day of the announcement a headline's present tense is the announcement, unless a day is told.
  if (open === "due" && one.dated !== "told" && one.day === announced) return false;
  const after = daysFrom(due.day, one.date);
  return isAct(thing) && due.as === "on" ? Math.abs(after) <= nearDays : after <= lateDays;
}

function isAct({ tellings: [{ what }] }: DueThing): boolean {
  return !what.includes(" ");
}

function isFact({ status }: LaterTelling): boolean {
  return status === "happened" || status === "ongoing";
}

function isCalledOff({ status }: LaterTelling): boolean {
  return status === "denied" || status === "not_done";
}

/** Days from one to the other, negative backwards. */
export function daysFrom(day: string, other: string): number {
  return (dayOfIso(other) ?? 0) - (dayOfIso(day) ?? 0);
}
