import { expect, test } from "vitest";
import { linkId } from "../link-id.js";
import type { TellingFacts } from "./group-events.js";
import { reliabilityOf } from "./reliability.js";

type Told = Pick<TellingFacts, "status" | "origin" | "by">;
const told = (origin: string, by: Told["by"] = "text", status: Told["status"] = "happened"): Told => ({
  ...{ status, by, origin: linkId("or", [origin]) },
});

test.each([
  ["three outlets in their own voice", [told("a"), told("b"), told("c")], "reported", 1],
  ["one outlet and two who say so", [told("a"), told("b", "speaker"), told("c", "unnamed")], "reported", 1],
  ["two outlets", [told("a"), told("b")], "reported", 2],
  ["one outlet, however often", [told("a"), told("a")], "reported", 3],
  ["two who say so", [told("a", "speaker"), told("b", "unnamed")], "claimed", 3],
  ["one who says so", [told("a", "speaker")], "claimed", 4],
  ["two against one", [told("a"), told("b"), told("c", "speaker", "denied")], "contested", 4],
  ["one against one", [told("a"), told("c", "speaker", "not_done")], "contested", 5],
  ["nobody but who denies it", [told("c", "speaker", "denied")], "contested", 5],
  ["an outlet that corrects itself", [told("a"), told("a", "text", "denied")], "withdrawn", 5],
  ["one of two who takes it back", [told("a"), told("b"), told("b", "text", "denied")], "contested", 5],
  ["who denied it and now says so", [told("a", "speaker", "denied"), told("a", "speaker")], "claimed", 4],
  ["an act that is announced", [told("a", "text", "announced"), told("b", "text", "announced")], "reported", 6],
] as const)("%s", (_, tellings, sourcing, credibility) => {
  expect(reliabilityOf(tellings)).toMatchObject({ sourcing, credibility });
});

test("who tells it as possible vouches for nothing, unless they tell it as done too", () => {
  expect(reliabilityOf([told("a", "text", "possible"), told("b", "text", "possible")])).toMatchObject({ vouching: 0 });
  const both = [told("a"), told("a", "text", "possible"), told("b", "text", "possible")];
  expect(reliabilityOf(both)).toMatchObject({ vouching: 1, credibility: 3 });
});

test("who denies the statement that tells it counts against it, unless they tell it themselves", () => {
  const one = [told("a", "speaker")];
  expect(reliabilityOf(one, [linkId("or", ["agency"])])).toMatchObject({
    sourcing: "contested",
    credibility: 5,
    against: 1,
  });
  expect(reliabilityOf(one, [linkId("or", ["a"])])).toMatchObject({ sourcing: "claimed", against: 0 });
});
