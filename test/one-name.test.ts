import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { resources } from "../src/api/resources.js";
import { commandTree } from "../src/cli/command-line.js";
import { writingTools } from "../src/mcp/writing-tools.js";
import { listedPages } from "../web/src/page-list.js";
import { recordedEffects } from "./recorded-effects.js";

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

/** Names that several files export for one and the same thing: the program has it and the desk, or what is found and what is kept of it. */
const shared: Readonly<Record<string, string>> = {
  Claim: "what somebody says is so, as the encoder reads it and as others dispute it",
  Job: "articles that the server reads in, there and on the page",
  Listed: "a page of a list, for programs and for the desk",
  SavedView: "a page of the desk kept under a name, in the record and on the page",
  saveView: "keeps one, in the record and by asking for it",
  renameView: "the same",
  deleteView: "the same",
  UnreadKind: "what is counted for a reader, there and beside the menu",
  unreadKinds: "the same",
  counted: "a number with its noun; the desk's has commas",
  shortened: "words cut short, at the end of a claim and where a page has no more room",
  sideWords: "what a side of a dispute holds, on the terminal and on the page",
  stopFollowing: "no longer watches a source, in the record and by asking for it",
  undoCommand: "takes a correction back, on the command line and over HTTP",
};

test("an exported name stands for one thing in all of the program and the desk", () => {
  const files = ["src", "web/src"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => join(folder, file)),
  );
  const places = new Map<string, Set<string>>();
  for (const file of files) {
    const exported = /^export (?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type) (\w+)/gm;
    for (const [, name = ""] of readFileSync(join(root, file), "utf8").matchAll(exported)) {
      places.set(name, (places.get(name) ?? new Set()).add(file));
    }
  }
  const several = [...places].filter(([, where]) => where.size > 1);
  const strange = several.filter(([name]) => !(name in shared));
  expect(strange.map(([name, where]) => `${name}: ${[...where].join(", ")}`)).toEqual([]);
  expect(
    Object.keys(shared).filter((name) => !several.some(([one]) => one === name)),
    "no longer shared",
  ).toEqual([]);
});

/** Acts of people that the command line, the desk and assistants call by one word. */
test.each(["confirm", "reject"])("to %s is called so everywhere", async (word) => {
  const { commands } = await commandTree(recordedEffects({}).effects, () => undefined);
  expect(commands.map((command) => command.name())).toContain(word);
  expect(writingTools.map(({ name }) => name)).toContain(word);
  expect(readFileSync(join(root, "docs/desk.md"), "utf8")).toContain(`*${word}*`);
});
