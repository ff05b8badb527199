import { describe, expect, test } from "vitest";
import { idOf } from "../../record/id.js";
import type { Posture } from "../../record/posture.js";
import type { Event, TellingFacts } from "../events/group-events.js";
import { linkId } from "../link-id.js";
import { postureHistories } from "./posture-histories.js";

/** "closed 03-04", "closed 03-04 denied": a value, the day in 2031 that an article of its own tells it of ("?" where it tells none), and how real it is. */
type Told = string;

let articles = 0;

/** The events of one institution: one for each value and day, in the order in which they are told. */
function eventsOf(aspect: Posture["aspect"], told: readonly Told[], article?: string): readonly Event<TellingFacts>[] {
  return told.map((one) => {
    const [value = "", on = "", status = "happened"] = one.split(" ");
    const date = on === "?" ? null : `2031-${on}`;
    const telling: TellingFacts = {
      ...{ article: article ?? `art_${++articles}`, line: idOf("po", 1), day: date, date, confidence: 1 },
      ...{ dated: date === null ? "unknown" : "told", by: "text", status: status as TellingFacts["status"] },
      origin: linkId("or", [one]),
    };
    return {
      ...{ id: linkId("ev", [one, telling.article]), kind: "posture", what: `${aspect} ${value}`, within: null },
      ...{ who: ["in_mission:Ardland:Belmara"], tellings: [telling], origins: [telling.origin] },
    };
  });
}

const statesOf = (events: readonly Event<TellingFacts>[]): readonly string[] =>
  postureHistories(events).flatMap(({ states }) =>
    states.map(({ value, from, until, standing }) => `${value} ${from?.slice(5)}–${until?.slice(5) ?? ""} ${standing}`),
  );

test("one event that is told before and after its opposite is two states; of one day it is the state that was there", () => {
  const [shut, ...again] = eventsOf("border", ["closed 03-04", "closed 03-06", "closed 03-08"]);
  const tellings = [shut, ...again].flatMap((event) => event?.tellings ?? []);
  const [opened] = eventsOf("border", ["reopened 03-06"]);
  if (shut === undefined || opened === undefined) throw new Error("no events");
  const histories = postureHistories([{ ...shut, tellings }, opened]);
  expect(histories.flatMap(({ states }) => states.map((one) => `${one.value} ${one.tellings.length}`))).toEqual([
    "closed 2",
    "reopened 1",
    "closed 1",
  ]);
});

describe("the states of one institution", () => {
  test.each<[string, Posture["aspect"], readonly Told[], readonly string[]]>([
    [
      "one ends where its opposite begins, in whatever order they are told",
      "operations",
      ["reopened 03-20", "closed 03-04"],
      ["closed 03-04–03-20 in_force", "reopened 03-20– in_force"],
    ],
    [
      "what may be, is announced or is denied ends none",
      "operations",
      ["closed 03-04", "reopened 03-20 possible", "reopened 04-10 announced", "reopened 05-10 denied"],
      ["closed 03-04– in_force", "reopened 03-20– possible", "reopened 04-10– announced", "reopened 05-10– denied"],
    ],
    [
      "what is shut, opened and shut again within a week is in four states",
      "airspace",
      ["closed 03-04", "reopened 03-06", "closed 03-08", "reopened 03-09"],
      [
        "closed 03-04–03-06 in_force",
        "reopened 03-06–03-08 in_force",
        "closed 03-08–03-09 in_force",
        "reopened 03-09– in_force",
      ],
    ],
    [
      "two words for one thing within a week are one state, from its first day on",
      "operations",
      ["suspended 03-10", "closed 03-04"],
      ["closed 03-04– in_force"],
    ],
    [
      "a vague word of the days after is the exact state",
      "operations",
      ["closed 03-04", "limited 03-11"],
      ["closed 03-04– in_force"],
    ],
    [
      "a vague word of a later week tells another, which takes its place",
      "operations",
      ["closed 03-04", "limited 03-12"],
      ["closed 03-04–03-12 in_force", "limited 03-12– in_force"],
    ],
    [
      "a vague word of the eve is the exact state, of days before a state of its own",
      "operations",
      ["closed 03-14", "limited 03-13", "limited 03-02"],
      ["limited 03-02–03-14 in_force", "closed 03-14– in_force"],
    ],
    [
      "a vague fact is not taken for what is only announced",
      "staffing",
      ["evacuated 03-04 announced", "reduced 03-05"],
      ["evacuated 03-04–03-05 announced", "reduced 03-05– in_force"],
    ],
    [
      "a vague word is not taken for the end of a state",
      "staffing",
      ["restored 03-04", "reduced 03-05"],
      ["restored 03-04–03-05 in_force", "reduced 03-05– in_force"],
    ],
    [
      "of two exact states the nearer has the vague word",
      "staffing",
      ["authorized_departure 03-04", "evacuated 03-10", "reduced 03-11"],
      ["authorized_departure 03-04–03-10 in_force", "evacuated 03-10– in_force"],
    ],
    [
      "what is told anew goes on, unless it was over between",
      "operations",
      ["closed 03-04", "closed 05-01", "reopened 06-01", "closed 07-01"],
      ["closed 03-04–06-01 in_force", "reopened 06-01–07-01 in_force", "closed 07-01– in_force"],
    ],
    [
      "an order that is looked back on when all have left was over by then",
      "staffing",
      ["evacuated 03-04", "ordered_departure 03-08"],
      ["evacuated 03-04–03-08 in_force", "ordered_departure 03-08–03-08 in_force"],
    ],
    [
      "an order of a later week is a new one",
      "staffing",
      ["evacuated 03-04", "ordered_departure 03-12"],
      ["evacuated 03-04–03-12 in_force", "ordered_departure 03-12– in_force"],
    ],
    [
      "an ambassador who is called in changes nothing of the relations",
      "relations",
      ["downgraded 03-04", "ambassador_summoned 03-20", "severed 04-20"],
      ["downgraded 03-04–04-20 in_force", "ambassador_summoned 03-20– in_force", "severed 04-20– in_force"],
    ],
    [
      "a level of travel advice holds until the next, higher or lower",
      "travel_advice",
      ["level_4 03-04", "level_2 03-09"],
      ["level_4 03-04–03-09 in_force", "level_2 03-09– in_force"],
    ],
    [
      "a state of an unknown day comes last, and ends none that has one",
      "operations",
      ["closed ?", "reopened 03-04"],
      ["reopened 03-04– in_force", "closed undefined– in_force"],
    ],
  ])("%s", (_, aspect, told, expected) => {
    expect(statesOf(eventsOf(aspect, told))).toEqual(expected);
  });
});

test("opposites of one day are disputed where different articles tell them, and follow each other where one does", () => {
  const told = ["closed 03-04", "reopened 03-04"];
  expect(statesOf(eventsOf("operations", told)).map((one) => one.split(" ").at(-1))).toEqual(["disputed", "disputed"]);
  expect(statesOf(eventsOf("operations", told, "art_one")).join()).not.toContain("disputed");
});

test("a state is told by the word that most articles use, and says why it is one", () => {
  const [history] = postureHistories(eventsOf("operations", ["closed 03-04", "suspended 03-05", "limited 03-06"]));
  const [state, ...others] = history?.states ?? [];
  expect(others).toEqual([]);
  expect(state).toMatchObject({ value: "closed", tellings: [{}, {}, {}] });
  expect(state?.origins).toHaveLength(3);
  expect(state?.reason).toBe(
    "3 lines tell it as a fact, 0 deny it, 0 foresee it; 3 origins; also told as suspended, limited",
  );
});

test("some telling and others denying one state is a dispute about it; of its vaguer word only facts count", () => {
  const [closed, denied] = eventsOf("operations", ["closed 03-04", "closed 03-05 denied"]);
  const both = { ...closed, tellings: [...(closed?.tellings ?? []), ...(denied?.tellings ?? [])] };
  expect(statesOf([both as Event<TellingFacts>])).toEqual(["closed 03-04– disputed"]);
});

test("each aspect of each institution has a history of its own, under one id whatever is told of it", () => {
  const one = postureHistories(eventsOf("operations", ["closed 03-04"]));
  const more = postureHistories([
    ...eventsOf("consular", ["suspended 03-04"]),
    ...eventsOf("operations", ["limited 02-01"]),
    ...eventsOf("operations", ["closed 03-04"]).map((event) => ({ ...event, who: ["in_mission:Ardland:Norland"] })),
  ]);
  expect(more.map(({ subject, aspect }) => `${aspect} of ${subject}`)).toEqual([
    "consular of in_mission:Ardland:Belmara",
    "operations of in_mission:Ardland:Belmara",
    "operations of in_mission:Ardland:Norland",
  ]);
  expect(more[1]?.id).toBe(one[0]?.id);
});
