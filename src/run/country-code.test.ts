import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { countryCode } from "./country-code.js";

test.each([
  ["iq", "IQ"],
  ["Iraq", "IQ"],
  ["iraqi", "IQ"],
  [" UK ", "GB"],
  ["Norland", null],
  ["", null],
])("%j is %s", async (named, code) => {
  expect(await countryCode(named, { readFile: (path) => readFile(path) })).toBe(code);
});
