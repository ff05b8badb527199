import { expect, test } from "vitest";
import { joinNicknames } from "./join-nicknames.js";

const person = (first: number, end: number, score = 1) => ({ first, end, type: "PERSON", score });
const wordsOf = (line: string) => (token: number) => line.split(" ")[token] ?? "";

test("a nickname in quote marks stays inside the name", () => {
  const text = wordsOf("Anton “ Toni ” Brandt spoke");
  expect(joinNicknames([person(0, 1), person(2, 5, 0.6)], text)).toEqual([person(0, 5, 0.6)]);
  expect(joinNicknames([person(0, 1), person(4, 5)], text)).toEqual([person(0, 5)]);
});

test("two people with a quotation between them stay two", () => {
  const quoted = wordsOf("Anton “ Leave now at once please ” Brandt said");
  expect(joinNicknames([person(0, 1), person(8, 9)], quoted)).toHaveLength(2);
  const unclosed = wordsOf("Anton “ Toni and Brandt");
  expect(joinNicknames([person(0, 1), person(4, 5)], unclosed)).toHaveLength(2);
});

test("a quotation that starts with a name does not join the one before", () => {
  const text = wordsOf("said Anton “ Brandt is late ”");
  expect(joinNicknames([person(1, 2), person(3, 4)], text)).toHaveLength(2);
});
