import { expect, test } from "vitest";
import { joinAtOf } from "./join-at-of.js";

const name = (type: string, first: number, end: number, score = 1) => ({ first, end, type, score });
const wordsOf = (line: string) => (token: number) => line.split(" ")[token] ?? "";

test("a name that was cut behind “of” is one", () => {
  const text = wordsOf("in Strait of Meresh today");
  expect(joinAtOf([name("GPE", 1, 3, 0.5), name("GPE", 3, 4)], text)).toEqual([name("LOC", 1, 4, 0.5)]);
});

test("two names side by side stay two, as does what is named after a place elsewhere", () => {
  const names = [name("GPE", 0, 1), name("PERSON", 1, 3)];
  expect(joinAtOf(names, wordsOf("Norland Ana Ruiz"))).toEqual(names);
  const school = [name("ORG", 0, 2), name("GPE", 2, 3)];
  expect(joinAtOf(school, wordsOf("University of Georgia"))).toEqual(school);
  const loose = [name("LOC", 0, 1), name("GPE", 3, 4)];
  expect(joinAtOf(loose, wordsOf("Strait of the north"))).toEqual(loose);
});
