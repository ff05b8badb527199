import { expect, test } from "vitest";
import { annotatedText } from "../../../test/annotated-text.js";
import { wordsOf } from "../grammar/words.js";
import { dayNumber } from "./calendar.js";
import { orderOfNumbers } from "./numeric-date.js";
import type { Direction, RecognisedTime } from "./time-meaning.js";

const published = dayNumber(2031, 3, 6);
const words = wordsOf(annotatedText("They met on 4/3/2031.").document);

function numeric(numbers: readonly [number, number], direction: Direction): RecognisedTime {
  return { first: 3, end: 4, meaning: { kind: "numeric", numbers, order: null, year: 2031, direction } };
}

test("what is over lies before the day of publication, what is to come behind it", () => {
  expect(orderOfNumbers([numeric([4, 3], -1)], words, published)).toBe("day");
  expect(orderOfNumbers([numeric([3, 4], -1)], words, published)).toBe("month");
  expect(orderOfNumbers([numeric([1, 4], 1)], words, published)).toBe("day");
});

test("the order stays open where both readings may be, nothing tells of tense, or dates disagree", () => {
  expect(orderOfNumbers([numeric([1, 2], -1)], words, published)).toBeNull();
  expect(orderOfNumbers([numeric([4, 3], 0)], words, published)).toBeNull();
  expect(orderOfNumbers([numeric([4, 3], -1)], words, null)).toBeNull();
  expect(orderOfNumbers([numeric([4, 3], -1), numeric([3, 25], -1)], words, published)).toBeNull();
});
