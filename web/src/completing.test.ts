import { expect, test } from "vitest";
import { type Choice, meant } from "./completing.js";

const choices: readonly Choice[] = [
  { value: "en_1", label: "Irena Sulk", also: ["the minister", "Sulk"] },
  { value: "en_2", label: "Zoë Brandl", also: ["President Brandl"] },
  { value: "ti_1", label: "10 March 2031", also: ["on Monday", "2031-03-10"] },
  { value: "en_3", label: "Ministry of Ports" },
];

const found = (typed: string): readonly string[] => meant(choices, typed).map(({ value }) => value);

test.each([
  ["", ["en_1", "en_2", "ti_1", "en_3"]],
  ["sul", ["en_1"]],
  ["zoe", ["en_2"]],
  ["pres bran", ["en_2"]],
  ["minist", ["en_3", "en_1"]],
  ["2031-03-10", ["ti_1"]],
  ["10 mar", ["ti_1"]],
  ["ulk", []],
])("%j may mean %j", (typed, expected) => {
  expect(found(typed)).toEqual(expected);
});
