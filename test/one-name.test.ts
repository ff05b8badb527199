import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { resources } from "../src/api/resources.js";
import { listedPages } from "../web/src/page-list.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The pages that show rather than list. Each keeps one word: in the menu, in its address, in the interface and in the docs. */
const pictures = [
  { name: "Timeline", word: "timeline" },
  { name: "Map", word: "map" },
  { name: "Statements by party", word: "statements" },
  { name: "Network", word: "network" },
];

test.each(pictures)("$name is called so everywhere", ({ name, word }) => {
  expect(listedPages.find(({ href }) => href === `/${word}`)?.name).toBe(name);
  expect(resources.map(({ path }) => path)).toContain(`/api/${word}`);
  const desk = readFileSync(join(root, "docs/desk.md"), "utf8");
  expect(desk).toContain(`**${name}** (\`/${word}\`)`);
});

/** Names that once stood for several things each. */
const names = [
  { name: "Line", file: "src/link/line.ts" },
  { name: "Place", file: "src/record/place.ts" },
  { name: "Provenance", file: "src/extract/provenance.ts" },
  { name: "findNames", file: "src/annotate/names/find-names.ts" },
];

describe("a name stands for one thing", () => {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => join("src", file));

  test.each(names)("$name", ({ name, file }) => {
    const exported = new RegExp(`^export (?:async )?(?:function|const|class|interface|type) ${name}\\b`, "m");
    expect(files.filter((one) => exported.test(readFileSync(join(root, one), "utf8")))).toEqual([file]);
  });
});
