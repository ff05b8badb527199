import { expect, test } from "vitest";
import { monthNamed } from "./month-names.js";

test.each([
  ["March", 3],
  ["Sept.", 9],
  ["März", 3],
  ["févr.", 2],
  ["août", 8],
  ["Ιουλίου", 7],
  ["Ιούλ", 7],
  ["марта", 3],
  ["július", 7],
  ["Brumaire", 0],
  ["Foo", 0],
])("%s", (word, month) => {
  expect(monthNamed(word)).toBe(month);
});
