import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Token } from "../src/extract/grammar/token.js";
import { wordsOf } from "../src/extract/grammar/words.js";
import { noSayings } from "../src/extract/statements/no-sayings.js";
import { type Engine, openEngine } from "../src/run/engine.js";

let engine: Engine;
const lexicon = { acts: new Map([["accuse", "accuse"]] as const) };
beforeAll(async () => {
  engine = await openEngine({ readFile: (path) => readFile(path) }, { threads: 1 });
});
afterAll(() => engine.close());

/** The word in brackets, as the shipped model parses its sentence, and the words of the sentence. */
async function bracketed(sentence: string) {
  const text = sentence.replace(/[[\]]/g, "");
  const facts = { id: "a", url: null, title: null, outlet: null, authors: [], published: null, publishedFrom: null };
  const document = await engine.annotate({ ...facts, language: "en", sha256: "", text, messages: [] });
  const words = wordsOf(document);
  const start = sentence.indexOf("[");
  const range = words.range([start, start + 1]);
  if (range === null) throw new Error(`Found no word in brackets in "${sentence}".`);
  return { token: new Token(range.first, words), words };
}

describe.each(noSayings.map((rule) => [rule.name, rule] as const))("no saying: %s", (_, { examples, isNone }) => {
  test.each(examples)("%s is none: %s", async (sentence, expected) => {
    const { token, words } = await bracketed(sentence);
    const cue = { first: token.index, end: token.index + 1 };
    const behind = { first: cue.end, end: words.sentence(cue.first).end };
    expect(isNone(cue, { cue, source: null, content: [behind] }, words, lexicon)).toBe(expected);
  });
});
