import { expect, test } from "vitest";
import { joinAtOf } from "./join-at-of.js";

const name = (type: string, first: number, end: number, score = 1) => ({ first, end, type, score });
const wordsOf = (line: string) => (token: number) => line.split(" ")[token] ?? "";

test("a name that was cut behind “of” is one", () => {
  const text = wordsOf("in Strait of Meresh today");
  expect(joinAtOf([name("GPE", 1, 3, 0.5), name("GPE", 3, 4)], text)).toEqual([name("LOC", 1, 4, 0.5)]);
  expect(joinAtOf([name("ORG", 1, 3), name("GPE", 3, 4)], text)).toEqual([name("ORG", 1, 4)]);
});

test("two names side by side stay two", () => {
  const names = [name("GPE", 0, 1), name("PERSON", 1, 3)];
  expect(joinAtOf(names, wordsOf("Norland Ana Ruiz"))).toEqual(names);
});

test("“of” without a name behind it is no part of the name", () => {
  expect(joinAtOf([name("LOC", 0, 2)], wordsOf("Strait of the north"))).toEqual([name("LOC", 0, 1)]);
  expect(joinAtOf([name("LOC", 1, 2)], wordsOf("out of town"))).toEqual([name("LOC", 1, 2)]);
});
