import { expect, test } from "vitest";
import { isSaidThere, isUnreadable, lossOf, shownParties, wordOfAct } from "./readable-line.js";

test("parties are named whole and once, and nobody on both ends", () => {
  expect(shownParties({ who: "Vane Front", whom: "least 30 people, all but 10" })).toEqual({
    who: "Vane Front",
    whom: "at least 30 people",
  });
  expect(shownParties({ who: "Norland", whom: "Norland, two boats" })).toEqual({ who: "Norland", whom: "two boats" });
  expect(shownParties({ who: "the Vane Front (VF", whom: "an “organised gang" })).toEqual({
    who: "the Vane Front",
    whom: "an organised gang",
  });
  expect(shownParties({ who: "rival crews", whom: "rival crews" })).toEqual({ who: "rival crews", whom: null });
});

test("a word for an act is without what leads on, and none where it says nothing of what is done", () => {
  expect(wordOfAct({ word: "kidnapped by" })).toBe("kidnapped");
  expect(wordOfAct({ word: "shots were" })).toBe("shots");
  expect(wordOfAct({ word: "has taken" })).toBeNull();
});

const line = { who: "Vane Front", whom: "a pilot", type: "ASSAULT", word: "shot", status: "happened" };
const words = "The Vane Front shot a pilot in Karsk.";

test("a line loses weight where it says little by itself", () => {
  const plain = { ...line, parties: { who: line.who, whom: line.whom, doing: null }, aside: false, words, at: 0 };
  expect(lossOf(plain)).toBe(0);
  expect(lossOf({ ...plain, parties: { who: "the two sides", whom: "a pilot", doing: null } })).toBeGreaterThan(
    lossOf({ ...plain, parties: { who: "Vane Front", whom: "them all", doing: null }, word: "did" }),
  );
  expect(lossOf({ ...plain, parties: null })).toBe(1);
  expect(lossOf({ ...plain, parties: null, at: 900 })).toBe(3);
  expect(lossOf({ ...plain, aside: true })).toBe(3);
  expect(lossOf({ ...plain, words: "The navy blames the Vane Front for the shots." })).toBe(1.5);
});

test("a line that has its words alone is readable where these name somebody", () => {
  const open = { parties: null, aside: false };
  expect(isUnreadable({ ...open, words: "He urged both to keep it." })).toBe(true);
  expect(isUnreadable({ ...open, words: "A truce came into force." })).toBe(false);
  expect(isUnreadable({ parties: { who: "Norland", whom: null, doing: null }, aside: false, words: "It left." })).toBe(
    false,
  );
});

test("a place is told where the sentence says that it was there", () => {
  expect(isSaidThere({ words }, "Karsk")).toBe(true);
  expect(isSaidThere({ words: "It sank off the coast of Norland, near Śavà." }, "Sava")).toBe(true);
  expect(isSaidThere({ words: "The convoy was hit on its way towards Karsk." }, "Karsk")).toBe(false);
  expect(isSaidThere({ words: "Lena Ostrow, of Karsk, hit a man." }, "Karsk")).toBe(false);
});
