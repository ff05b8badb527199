import { expect, test } from "vitest";
import { linkId } from "../link/link-id.js";
import { idOf } from "../record/id.js";
import { lineId } from "../store/line-id.js";
import { reliabilityView, reliabilityWords, sourcingFacts } from "./reliability-view.js";

const line = {
  article: "a",
  line: idOf("ac", 1),
  day: null,
  status: "happened",
  date: null,
  dated: "unknown",
} as const;
const telling = { ...line, origin: linkId("or", ["mail"]), by: "text", confidence: 1 } as const;

test("who says elsewhere that a line is not so counts against what it tells", () => {
  const denied = new Map([[lineId("a", "ac_1"), [linkId("or", ["army"])]]]);
  expect(reliabilityView([telling])).toEqual({ sourcing: "reported", credibility: 3, vouching: 1, against: 0 });
  expect(reliabilityView([telling], denied)).toMatchObject({ sourcing: "contested", credibility: 5, against: 1 });
  expect(reliabilityView([{ ...telling, article: "b" }], denied)).toMatchObject({ against: 0 });
});

test.each([
  ["reported", [], []],
  ["claimed", [], ["claimed"]],
  ["withdrawn", ["denied"], ["withdrawn"]],
  ["contested", ["announced"], ["contested"]],
  ["contested", ["contested: others deny it"], []],
  ["contested", ["denied"], []],
  ["contested", ["not done"], []],
] as const)("what is %s with the status %j says %j", (sourcing, statuses, facts) => {
  expect(sourcingFacts({ sourcing, credibility: 3, vouching: 1, against: 0 }, statuses)).toEqual(facts);
});

test.each([
  [
    { sourcing: "reported", credibility: 2, vouching: 2, against: 0 } as const,
    "Reported: an outlet or agency says so in its own voice, or a government of its own doing; credibility 2, probably true; 2 independent origins for it, none against.",
  ],
  [
    { sourcing: "contested", credibility: 5, vouching: 1, against: 3 } as const,
    "Contested: somebody says that it is not so; credibility 5, improbable; 1 independent origin for it, 3 against.",
  ],
])("%j in words", (reliability, words) => {
  expect(reliabilityWords(reliability)).toBe(words);
});
