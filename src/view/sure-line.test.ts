import { expect, test } from "vitest";
import type { ShownLine } from "../store/shown-line.js";
import type { BriefLine } from "./brief-line.js";
import { asReported } from "./plain-words.js";
import { sureLine } from "./sure-line.js";

const line = { id: "ev_1", line: "a/ac_1", who: "Norland", whom: "it, a pilot", mark: "shot", told: { articles: 1 } };
const sure = (more: object, own: Partial<BriefLine> = {}): BriefLine =>
  sureLine({ ...line, ...own } as unknown as BriefLine, new Map([["a/ac_1", more as unknown as ShownLine]]));

test("an act is shown with the parties of its own sentence, and where these are open in its words alone", () => {
  expect(sure({ kind: "action", parties: { who: "Vane Front", whom: "a pilot" } })).toMatchObject({
    ...{ who: "Vane Front", whom: "a pilot", mark: "shot" },
  });
  expect(sure({ kind: "action", parties: null })).toMatchObject({ who: null, whom: null, mark: asReported });
});

test("an act is told with those without a name in its words, and one told in passing in its words alone", () => {
  const parties = { who: "Vane Front", whom: null, doing: "Shot a pilot" };
  expect(sure({ kind: "action", parties })).toMatchObject({ who: "Vane Front", whom: null, mark: "shot a pilot" });
  expect(sure({ kind: "action", parties, aside: true })).toMatchObject({ who: null, mark: asReported });
});

test("a saying is of whom its sentence describes", () => {
  const parties = { who: "The leader of the Vane Front", whom: null, doing: null };
  expect(sure({ kind: "statement", parties }).who).toBe("The leader of the Vane Front");
  expect(sure({ kind: "statement", parties: null }).who).toBe("Norland");
});

test("a state that one article tells is of whom its sentence names", () => {
  const view = { kind: "posture", who: "the embassy", elsewhere: true };
  expect(sure(view).who).toBe("the embassy");
  expect(sure(view, { told: { origins: 2, articles: 2, in: [] } }).who).toBe("Norland");
  expect(sure({ ...view, elsewhere: false }).who).toBe("Norland");
});

test("a dispute stays as it is", () =>
  expect(sure({ kind: "action", parties: null }, { id: "di_1" }).who).toBe("Norland"));
