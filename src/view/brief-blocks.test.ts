import { expect, test } from "vitest";
import { briefBlocks, leftOut, leftOutWords } from "./brief-blocks.js";
import type { BriefLine } from "./brief-line.js";

function line(id: string, facts: Partial<BriefLine> = {}): BriefLine {
  const told = { origins: 1, articles: 1, in: [] };
  return {
    ...{ id, line: `a/${id}`, tone: "talk", mark: "met", who: null, whom: null, day: null, dated: "on", facts: [] },
    ...{ words: null, told, sides: [], story: "sy_1" },
    ...facts,
  };
}

const none = { lines: [], more: 0 };
const side = { position: "denies", voices: [], moreVoices: 0, told: { origins: 1, articles: 1, in: [] } };
const view = {
  stories: [
    { id: "sy_2", title: "The second", articles: 4 },
    { id: "sy_1", title: "The first", articles: 2 },
  ],
  changes: { lines: [line("ev_1"), line("di_1", { facts: ["new"] }), line("ev_2", { story: "sy_2" })], more: 3 },
  postures: { lines: [line("hi_1", { tone: "posture", story: null })], more: 0 },
  actions: { lines: [line("ev_3")], more: 1 },
  statements: { lines: [line("b/st_1", { line: "b/st_1", tone: "denial", story: "sy_9" })], more: 0 },
  disputes: { lines: [line("di_1", { sides: [side] })], more: 0 },
} as const;

test("lines stand by story in the order of the stories, by kind, news first; what is of none comes last", () => {
  const shown = briefBlocks(view).map(({ story, parts }) => [
    story?.id ?? null,
    ...parts.map(
      ({ kind, lines }) => `${kind}: ${lines.map((one) => `${one.line.id}${one.isNews ? "!" : ""}`).join(" ")}`,
    ),
  ]);
  expect(shown).toEqual([
    ["sy_2", "acts: ev_2!"],
    ["sy_1", "acts: ev_1! ev_3", "disputes: di_1!"],
    [null, "states: hi_1", "statements: b/st_1"],
  ]);
});

test("a new dispute is told once, as news, with the sides that it has where it stands at length", () => {
  const lines = briefBlocks(view).flatMap(({ parts }) => parts.flatMap((part) => part.lines.map((one) => one.line)));
  expect(lines.filter(({ id }) => id === "di_1")).toEqual([line("di_1", { facts: ["new"], sides: [side] })]);
});

test("what is left out is counted by kind, and an empty page leaves out nothing", () => {
  expect(leftOut(view).map(leftOutWords)).toEqual(["3 more changes", "1 more action"]);
  const empty = { stories: [], changes: none, postures: none, actions: none, statements: none, disputes: none };
  expect([briefBlocks(empty), leftOut(empty)]).toEqual([[], []]);
});
