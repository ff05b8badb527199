import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readLinkLexicons } from "./link-lexicons.js";

test("the tables that ship name agencies and know common words from rare ones", async () => {
  const { agencies, weights, names } = await readLinkLexicons({ readFile: (path) => readFile(path) });
  expect(agencies.named("the AP")).toBe("Associated Press");
  expect(names.titles.has("president")).toBe(true);
  expect(agencies.named("Orsen Mail")).toBeNull();
  expect(weights.of("government")).toBeLessThan(weights.of("oslovar"));
});
