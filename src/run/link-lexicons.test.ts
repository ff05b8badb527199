import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { shippedNames } from "../../test/link/shipped-tables.js";
import { readLinkLexicons } from "./link-lexicons.js";

test("the tables that ship name agencies and know common words from rare ones", async () => {
  const { agencies, weights } = await readLinkLexicons({ readFile: (path) => readFile(path) }, shippedNames);
  expect(agencies.named("the AP")).toBe("Associated Press");
  expect(agencies.named("Orsen Mail")).toBeNull();
  expect(weights.of("government")).toBeLessThan(weights.of("oslovar"));
});
