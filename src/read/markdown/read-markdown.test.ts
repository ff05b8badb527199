import { expect, test } from "vitest";
import { nothingKnown } from "../known-facts.js";
import { readInput } from "../read-input.js";

async function read(written: string, name = "note.md") {
  const reading = await readInput(new TextEncoder().encode(written), name, nothingKnown);
  if (reading.kind !== "article") throw new Error(reading.kind);
  return reading.article;
}

const front = `---
title: "Quay: shut again"
date: 2031-03-04T08:15:00Z
authors:
  - Tove Lind
  - Jo Abara
tags: [ports, tamsk] # of the desk
outlet: Orsen Mail
---
`;

test("title, date, people and outlet come from the front matter, and the text is what stands behind it", async () => {
  expect(await read(`${front}\nThe quay is **shut**.\n`)).toMatchObject({
    title: "Quay: shut again",
    published: "2031-03-04T08:15:00Z",
    authors: ["Tove Lind", "Jo Abara"],
    outlet: "Orsen Mail",
    text: "Quay: shut again\n\nThe quay is shut.",
  });
});

test("front matter tells Markdown in a file of any name, and TOML is read too", async () => {
  const toml = `+++\ntitle = 'Quay shut'\ndate = 2031-03-04\nauthor = "Tove Lind"\n+++\n* It is shut.\n`;
  expect(await read(toml, "note.txt")).toMatchObject({
    ...{ title: "Quay shut", published: "2031-03-04", authors: ["Tove Lind"] },
    text: "Quay shut\n\nIt is shut.",
  });
});

test.each([
  ["# Quay shut\n\nShips _wait_ off\nthe `cape`.", "Quay shut\n\nShips wait off the cape."],
  [
    "Quay shut\n=========\n\n> It is shut, he said.\n\n1. One\n2. Two",
    "Quay shut\n\nIt is shut, he said.\n\nOne\n\nTwo",
  ],
  [
    "The [mayor](https://a.example/x_(y)) and the [guards][1] met.\n\n[1]: https://b.example",
    "The mayor and the guards met.",
  ],
  ["![A crane](crane.jpg)\n\nThe crane[^1] fell.\n\n[^1]: In 2029.", "The crane fell.\n\nIn 2029."],
  ["Before.\n\n```sh\nrm -rf quay\n```\n\n---\n\nBehind <b>it</b>.", "Before.\n\nBehind it."],
  ["snake_case_name and 2 * 3 * 4 and \\*stars\\*", "snake_case_name and 2 * 3 * 4 and *stars*"],
])("marks and addresses are no part of the text: %j", async (written, text) => {
  expect((await read(written)).text).toBe(text);
});

test("a line of dashes at the head of a text is no front matter", async () => {
  const text = "---\nThe quay is shut, the mayor said.\n---\nShips wait.";
  expect((await read(text, "note.txt")).text).toBe(text);
});

test("signs without end cost no more than their length", async () => {
  for (const sign of ["*", "_", "[", "`", "![", "**a "])
    expect((await read(sign.repeat(20_000))).messages.length).toBeLessThan(2);
});
