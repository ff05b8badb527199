import { expect, test } from "vitest";
import { isOneSide } from "./one-side.js";

test.each([
  ["Halden", "Halden's spokeswoman"],
  ["the HDP", "the leader · Halden Democratic Party"],
  ["Orsen army", "the army"],
  ["Orsen's military", "the Orsen army"],
])("%s and %s stand on one side", (a, b) => {
  expect([isOneSide(a, b), isOneSide(b, a)]).toEqual([true, true]);
});

test.each([
  ["a senior official", "officials"],
  ["they", "they"],
  ["Orsen army", "Orsen Foreign Ministry"],
])("%s and %s need not", (a, b) => {
  expect([isOneSide(a, b), isOneSide(b, a)]).toEqual([false, false]);
});
