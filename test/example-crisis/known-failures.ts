import { readFileSync } from "node:fs";

/** What the program is known to get wrong, in the order of the lines. */
export function knownFailures(): readonly string[] {
  const text = readFileSync(new URL("known-failures.txt", import.meta.url), "utf8");
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}
