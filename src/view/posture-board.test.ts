import { describe, expect, test } from "vitest";
import type { HistoryView, StateView } from "./history-view.js";
import { type BoardFilter, boardOf, choicesOf, daysOf, passing, stateNow, unplacedOf } from "./posture-board.js";

function state(value: string, facts: Partial<StateView> = {}): StateView {
  return {
    ...{ value, standing: "in_force", from: "2031-03-04", dated: "told", until: null, supersededBy: null },
    voices: { count: 1, named: [] },
    reliability: { sourcing: "reported", credibility: 3, vouching: 1, against: 0 },
    ...{ tellings: [], moreTellings: 0, reason: "" },
    ...facts,
  };
}

function history(
  id: string,
  aspect: HistoryView["aspect"],
  institution: string | null,
  ...states: readonly StateView[]
): HistoryView {
  const [kind = "", of = "", host = null, town = null] = institution?.split(":") ?? [];
  return {
    id,
    subject: { id: null, name: `subject of ${id}` },
    institution: institution === null ? null : { key: `in_${institution}`, kind, of, in: host, town },
    ...{ within: null, aspect, states },
  };
}

const embassy = history("hi_1", "staffing", "mission:United States:Iraq", state("ordered_departure"));
const board = [
  embassy,
  history("hi_2", "operations", "mission:United States:Iraq", state("closed", { standing: "disputed" })),
  history("hi_3", "forces", "force:United States:Iraq", state("deployed")),
  history("hi_4", "airspace", "airspace:Iraq", state("closed")),
  history("hi_5", "operations", "mission:Germany:Iraq:Basra", state("closed")),
  history("hi_6", "staffing", "mission:United States:Bahrain", state("reduced")),
  history("hi_7", "forces", null, state("deployed")),
];
const open: BoardFilter = { aspect: null, state: null, host: null, sender: null };

describe("a board", () => {
  test("has a row for each state in each country, one of the country's own, and a consulate's by its town", () => {
    const rows = boardOf(board).map(({ country, rows: own }) => [
      country,
      ...own.map(
        ({ name, institution, histories }) => `${name} ${institution}: ${histories.map(({ id }) => id).join(" ")}`,
      ),
    ]);
    expect(rows).toEqual([
      ["Bahrain", "United States in_mission:United States:Bahrain: hi_6"],
      [
        ...["Iraq", "Germany, Basra in_mission:Germany:Iraq:Basra: hi_5", "Its own in_airspace:Iraq: hi_4"],
        "United States in_mission:United States:Iraq: hi_1 hi_2 hi_3",
      ],
    ]);
  });

  test("has what is in no known country by aspect", () => {
    expect(unplacedOf(board).map(({ aspect, histories }) => [aspect, histories.map(({ id }) => id)])).toEqual([
      ["forces", ["hi_7"]],
    ]);
  });

  test("is narrowed down by aspect, state, country and sender at once", () => {
    const ids = (filter: Partial<BoardFilter>) => passing(board, { ...open, ...filter }).map(({ id }) => id);
    expect(ids({ aspect: "operations" })).toEqual(["hi_2", "hi_5"]);
    expect(ids({ host: "Iraq", sender: "United States" })).toEqual(["hi_1", "hi_2", "hi_3"]);
    expect(ids({ state: "contested" })).toEqual(["hi_2"]);
    expect(ids({ host: "-" })).toEqual(["hi_7"]);
    expect(ids({ sender: "France" })).toEqual([]);
  });

  test("counts what each choice would leave with the other filters as they are, and keeps the one that is chosen", () => {
    const choices = (filter: Partial<BoardFilter>, name: keyof BoardFilter) =>
      choicesOf(board, { ...open, ...filter }, name).map(({ words, count }) => `${words} ${count}`);
    expect(choices({ host: "Iraq" }, "sender")).toEqual(["Germany 1", "None, or not told 1", "United States 3"]);
    expect(choices({ aspect: "operations" }, "state")).toEqual(["Contested 1", "Operations: closed 2"]);
    expect(choices({ host: "Iraq" }, "aspect")).toEqual(["Airspace 1", "Forces 1", "Operations 2", "Staff 1"]);
    expect(choices({ aspect: "border", host: "Bahrain" }, "host")).toEqual(["Bahrain 0"]);
  });
});

test("the state now is the one that holds and has not ended; else the last that held, else the last told", () => {
  const now = (...states: readonly StateView[]) => stateNow({ ...embassy, states })?.value ?? null;
  expect(
    now(state("reduced", { until: "2031-03-05" }), state("evacuated"), state("restored", { standing: "announced" })),
  ).toBe("evacuated");
  expect(now(state("reduced", { until: "2031-03-05" }), state("restored", { standing: "possible" }))).toBe("reduced");
  expect(now(state("restored", { standing: "possible" }))).toBe("restored");
  expect(now()).toBeNull();
});

test("the strips run from the first day to the last, and not from long before the record", () => {
  const old = history("hi_8", "border", null, state("closed", { from: "2019-01-01", until: "2031-03-09" }));
  expect(daysOf([embassy, old])).toEqual({ first: "2019-01-01", last: "2031-03-09" });
  expect(daysOf([embassy, old], "2031-03-01")).toEqual({ first: "2031-03-01", last: "2031-03-09" });
  expect(daysOf([history("hi_9", "border", null, state("closed", { from: null }))])).toBeNull();
});
