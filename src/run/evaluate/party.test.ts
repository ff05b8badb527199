import { expect, test } from "vitest";
import { judgedParty, sameParty } from "./party.js";

function sameName(a: string, b: string): boolean {
  return sameParty(judgedParty([], [a]), judgedParty([], [b]));
}

test("two parties are the same where their spans overlap, whatever they are called", () => {
  expect(sameParty(judgedParty([[0, 5]], ["he"]), judgedParty([null, [4, 9]], ["Ana Brandt"]))).toBe(true);
  expect(sameParty(judgedParty([[0, 4]], ["he"]), judgedParty([[4, 9]], ["Ana Brandt"]))).toBe(false);
});

test.each([
  ["Ana Brandt", "the minister Ana Brandt", true],
  ["Brandt", "Ana Brandt", true],
  ["the port of Orsen", "Orsen's port", true],
  ["Board", "Norland National Grain Board", false],
  ["Orsen harbour police", "Orsen grain board", false],
  ["the", "the", false],
  ["", "", false],
])("%j and %j", (a, b, same) => {
  expect(sameName(a, b)).toBe(same);
});

test.each([
  ["the U.S.", "Washington", true],
  ["the U.S. navy", "American navy", true],
  ["U.S.", "U.K.", false],
  ["Britain", "London", true],
  ["London", "Londonderry", false],
  ["Washington", "Élwashington", false],
])("%j and %j, as names of two countries", (a, b, same) => {
  expect(sameName(a, b)).toBe(same);
});

test("words of any script are words", () => {
  expect(sameName("Жданов", "Иван Жданов")).toBe(true);
  expect(sameName("É.Ö.", "éö")).toBe(true);
  expect(sameName("Müller", "Möller")).toBe(false);
});

test("any name of one will do, and one that is not known is none", () => {
  expect(sameParty(judgedParty([], ["he", "Ana Brandt"]), judgedParty([], [null, "Brandt"]))).toBe(true);
  expect(sameParty(judgedParty([], [null]), judgedParty([], [null]))).toBe(false);
});
