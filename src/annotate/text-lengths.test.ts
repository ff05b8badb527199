import { describe, expect, test } from "vitest";
import { countedSteps } from "../../test/counted-steps.js";
import { kindsOfText } from "../../test/kinds-of-text.js";
import { findQuotations } from "./quotations/find-quotations.js";
import { readingLimit } from "./reading-limit.js";
import { splitSentences } from "./sentences/split-sentences.js";
import { tokenize, wordsIn } from "./tokens/tokenize.js";

const pieces = { idsOf: (word: string) => new Array(Math.min(8, Math.ceil(word.length / 4))).fill(0) };

/** What is done to the letters of a text, before the encoder and whatever its length. */
function layersOf(text: string): void {
  readingLimit(text, pieces, text.length / 20);
  const tokens = tokenize(text);
  findQuotations(text, tokens, splitSentences(text, tokens));
}

/** The engine may forget some of what it has counted when it tidies its memory, so the most of several counts is the true one. */
async function stepsOf(text: string): Promise<number> {
  const counts: number[] = [];
  for (let i = 0; i < 3; i++) counts.push(await countedSteps(() => layersOf(text)));
  return Math.max(...counts);
}

/**
 * Twice the length asks for 2.2 times the steps at most, and what grows with the square of the length for four times. The engine may forget what it has counted of the shorter text, so
 * there are several tries.
 */
const mostTimes = 2.8;
const tries = { retry: 4 };

describe("a text of twice the length takes about twice the steps", () => {
  test.each(Object.entries(kindsOfText))("%s", tries, async (_, textOf) => {
    layersOf(textOf(1_000));
    const [short, long] = [textOf(50_000), textOf(100_000)];
    const steps = await stepsOf(short);
    expect(steps).toBeGreaterThan(20);
    expect(await stepsOf(long)).toBeLessThan(mostTimes * steps + 100);
  });

  test("full stops that end no sentence are each looked at once", tries, async () => {
    const stops = (count: number) => `${". ".repeat(count)},`;
    const steps = await stepsOf(stops(20_000));
    expect(await stepsOf(stops(40_000))).toBeLessThan(mostTimes * steps);
  });
});

test("words with many hyphens and no @ are not searched to the text's end each", () => {
  // One search of the rest for each of them would be 10^11 steps within one expression, which nothing counts and no test waits for.
  expect(tokenize("non-".repeat(300_000)).length).toBe(300_000);
  expect(tokenize("a-".repeat(300_000)).length).toBe(600_000);
});

describe("the end of reading", () => {
  const text = ["one two three", "four five six", "seven eight nine"].join("\n");
  const onePiece = { idsOf: () => [0] };

  test("is that of the text where it has no more pieces", () => {
    expect(readingLimit(text, onePiece, 9)).toEqual({ end: text.length, messages: [] });
  });

  test("is the start of a line where one lies near, else of the first word too many, and a message names the rest", () => {
    const lines = `${"word ".repeat(100)}\nword word word`;
    expect(readingLimit(lines, onePiece, 102).end).toBe(501);
    const { end, messages } = readingLimit(text, onePiece, 5);
    expect(text.slice(0, end)).toBe("one two three\nfour five ");
    expect(messages).toMatchObject([{ code: "text-cut", span: [end, text.length] }]);
    expect(messages[0]?.reason).toContain(`after ${end} of its ${text.length} characters`);
  });

  test("never parts a character of two units", () => {
    const { end } = readingLimit("😀".repeat(50), onePiece, 20);
    expect(end).toBe(40);
  });

  test("comes after as many words as there are, however they are written", () => {
    expect([...wordsIn("It didn't “end”.")].map(({ word }) => word)).toEqual(["It", "didn't", "“", "end", "”", "."]);
  });
});
