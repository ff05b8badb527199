import { expect, test } from "vitest";
import { isSaidThere, lossOf, shownParties, wordOfAct } from "./readable-line.js";

test("parties are named whole and once, and nobody on both ends", () => {
  expect(shownParties({ who: "Vane Front", whom: "least 30 people, all but 10" })).toEqual({
    who: "Vane Front",
    whom: "at least 30 people",
  });
  expect(shownParties({ who: "Norland", whom: "Norland, two boats" })).toEqual({ who: "Norland", whom: "two boats" });
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
  const plain = { ...line, elsewhere: false, words };
  expect(lossOf(plain)).toBe(0);
  expect(lossOf({ ...plain, who: "the two sides" })).toBeGreaterThan(
    lossOf({ ...plain, whom: "them all", word: "did" }),
  );
  expect(lossOf({ ...plain, elsewhere: true })).toBe(1);
  expect(lossOf({ ...plain, words: "The navy blames the Vane Front for the shots." })).toBe(1.5);
});

test("a place is told where the sentence says that it was there", () => {
  expect(isSaidThere({ words }, "Karsk")).toBe(true);
  expect(isSaidThere({ words: "It sank off the coast of Norland, near Śavà." }, "Sava")).toBe(true);
  expect(isSaidThere({ words: "The convoy was hit on its way towards Karsk." }, "Karsk")).toBe(false);
  expect(isSaidThere({ words: "Lena Ostrow, of Karsk, hit a man." }, "Karsk")).toBe(false);
});
