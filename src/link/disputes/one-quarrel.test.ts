import { expect, test } from "vitest";
import { linkId } from "../link-id.js";
import type { Dispute } from "./find-disputes.js";
import { withoutRepeats } from "./one-quarrel.js";

function dispute(about: string, asserts: string, denies: string, facts: Partial<Dispute> & { day?: string } = {}) {
  const { day = "2031-03-03", ...rest } = facts;
  const side = (position: string, origin: string) => ({
    position,
    ends: [{ article: `${about} ${day}`, line: "st_1", spans: [], day, date: day }],
    origins: origin.split(", "),
  });
  const id = linkId("di", [about, day, asserts]);
  return {
    id,
    kind: "statement",
    about,
    sides: [side("asserts", asserts), side("denies", denies)],
    reason: "",
    ...rest,
  };
}

const port = dispute("The rebels hold the port", "rebels", "army");

test.each([
  ["the same sides say it of other words", dispute("The port is in the hands of rebels", "rebels", "army, navy"), 1],
  ["another claims it", dispute("The port is in the hands of rebels", "pilots", "army"), 2],
  ["the same sides quarrel about another thing", dispute("A bridge has been blown up", "rebels", "army"), 2],
  ["the same is claimed in the same words", { ...port, id: linkId("di", ["other"]) }, 1],
  ["it was a month before", dispute("The port is in the hands of rebels", "rebels", "army", { day: "2031-01-03" }), 2],
  ["numbers are no claims", dispute("how many rebels were at the port", "rebels", "army", { kind: "figure" }), 2],
])("of two disputes one is left where it tells the other once more: %s", (_, other, left) => {
  const found = withoutRepeats([port, other as Dispute] as readonly Dispute[]);
  expect(found).toHaveLength(left);
});

test("the one with the most voices is left", () => {
  const told = dispute("The port is in the hands of rebels", "rebels", "army, navy");
  expect(withoutRepeats([port, told] as readonly Dispute[])).toEqual([told]);
});
