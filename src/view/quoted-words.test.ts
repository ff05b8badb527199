import { expect, test } from "vitest";
import type { Span } from "../text/span.js";
import { quotedWords } from "./quoted-words.js";

const text = "Blast at Orsen quay\n\nSeven people died, Ada Lenz said.  Police\nfound 12 bodies. Nobody claimed it.";

function spanOf(words: string): Span {
  const start = text.indexOf(words);
  return [start, start + words.length];
}

test.each([
  ["a sentence stands as it is, in one line", ["Police\nfound 12 bodies."], "Police found 12 bodies."],
  [
    "what lies between is left out",
    ["Seven people died", "Nobody claimed it."],
    "Seven people died … Nobody claimed it.",
  ],
  ["a number alone says little: its sentence is quoted", ["12"], "Police found 12 bodies."],
  ["the first sentence of a paragraph starts behind the line before", ["Seven"], "Seven people died, Ada Lenz said."],
  ["a headline ends with its line", ["Orsen"], "Blast at Orsen quay"],
  ["the text's last sentence ends with it", ["claimed it"], "Nobody claimed it."],
])("%s", (_, words, quoted) => {
  expect(quotedWords(text, words.map(spanOf))).toBe(quoted);
});

test("no words are no words", () => {
  expect(quotedWords(text, [])).toBe("");
});
