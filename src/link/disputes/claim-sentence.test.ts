import { expect, test } from "vitest";
import { claimSentence, hasMainVerb, isOpen, isReadable, theName, withSubject } from "./claim-sentence.js";

test.each([
  ["that the bridge is  down,", "The bridge is down"],
  ["She was never asked.", "She was never asked"],
  ["[t]he ferry sank", "The ferry sank"],
  ["[We] were late", "[We] were late"],
])("%s is headed: %s", (words, expected) => {
  expect(claimSentence(words)).toBe(expected);
});

test.each([
  ["Norland had signed a truce with them", true],
  ["the Vane Front caused this by a raid", true],
  ["the dam held and that they had closed it", true],
  ["they had left", true],
  ["Norland said that it had signed this truce", false],
])("“%s” names not all that it tells of: %s", (sentence, expected) => {
  expect(isOpen(sentence)).toBe(expected);
});

test("several are not one country, and a body may be", () => {
  expect(withSubject("they would be freed", "Norland")).toBe("they would be freed");
  expect(withSubject("they had left", "Norland army")).toBe("the Norland army had left");
});

test.each([
  ["the scratches that Holt showed to the court", false],
  ["an opinion held by Mrs", false],
  ["Norland, a realm accused of piracy", false],
  ["a note by the clerk that two boats were being searched", false],
  ["a number of matters, among them talks to free four detained sailors", false],
  ["the lot that rules the coast signed a truce", true],
  ["gunners executed four prisoners on the quay", true],
  ["the crews were among those who sailed for Ostby", true],
  ["Holt learned of the raid from a clerk", true],
])("“%s” has a verb of its own: %s", (words, expected) => {
  expect(hasMainVerb(words)).toBe(expected);
});

test("a body that is told with its place has its article", () => {
  expect(theName("rebel group in Norland")).toBe("the rebel group in Norland");
});

test.each([
  ["Norland closed the weir", true],
  ["the weir at Karsk burst", true],
  ["the Norland report is right", true],
  ["the weir had burst", true],
  ["the clerk are ill in Karsk", false],
  ["a the town of Karsk was shut", false],
  ["the story has spread to Karsk", false],
  ["initial reports point to Karsk", false],
  ["Holt was held for that year", false],
  ["there was a breach", false],
  ["There was a breach in Karsk", true],
  ["a fleet was gathered off their coast to raid it", false],
  ["Norland had sent its fleet", true],
  ["the word that he got came from Karsk", false],
])("“%s” tells a reader what is claimed: %s", (sentence, expected) => {
  expect(isReadable(sentence)).toBe(expected);
});

test("“it was his son” tells of nobody", () => {
  expect(withSubject("it was his son", "Reva Holt")).toBe("it was his son");
  expect(withSubject("it was the first", "Norland army")).toBe("the Norland army was the first");
});
