import { readFile } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import { nothingKnown } from "../src/read/known-facts.js";
import { readPage } from "../src/read/page/read-page.js";
import { readPlain } from "../src/read/plain/read-plain.js";
import { openEngine } from "../src/run/engine.js";
import { countedSteps } from "./counted-steps.js";
import { kindsOfText } from "./kinds-of-text.js";

const engine = await openEngine({ readFile: (path) => readFile(path) }, { threads: 1 });
afterAll(() => engine.close());

async function analyse(text: string): Promise<void> {
  const reading = await readPlain(Buffer.from(text), "text", nothingKnown);
  if (reading.kind === "article") await engine.analyse(reading.article);
}

test.each([
  "news",
  "news, one endless line",
  "news without full stops",
  "one sentence over and over",
  "brackets",
])("analysing a text of twice the length takes about twice the steps: %s", {
  retry: 4,
  timeout: 180_000,
}, async (kind) => {
  const textOf = kindsOfText[kind] ?? String;
  await analyse(textOf(2_000));
  const steps = await countedSteps(() => analyse(textOf(10_000)));
  expect(steps).toBeGreaterThan(10_000);
  expect(await countedSteps(() => analyse(textOf(20_000)))).toBeLessThan(2.8 * steps);
});

test("reading a page of twice as many articles in articles takes about twice the steps", async () => {
  const read = (count: number) => {
    const page = `<!doctype html><title>Pier</title>${"<article><p>The harbour office shut pier 4 on Monday.".repeat(count)}`;
    return readPage(Buffer.from(page), "page.html", nothingKnown);
  };
  await read(10);
  const steps = await countedSteps(() => read(500));
  expect(steps).toBeGreaterThan(5_000);
  expect(await countedSteps(() => read(1_000))).toBeLessThan(2.8 * steps);
});
