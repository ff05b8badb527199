import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, openBrowser, openDesk, sitrep } from "./opened-desk.js";
import { readQuestions, type Walked, walk } from "./walk.js";

const folder = mkdtempSync(join(tmpdir(), "sitrep-walk-"));
const database = join(folder, "demo.db");
const { brief, questions } = readQuestions(fileURLToPath(new URL("questions/demo.json", import.meta.url)));
let desk: Desk;
let browsers: Readonly<Record<"chromium" | "firefox", Browser>>;

beforeAll(async () => {
  // As `npm run demo` does: the countries of the example are in tables of its own, which the database remembers.
  process.env.SITREP_TABLES = fileURLToPath(new URL("../../examples/tables", import.meta.url));
  sitrep("add", "examples", "--db", database);
  delete process.env.SITREP_TABLES;
  const [opened, chromium, firefox] = await Promise.all([
    openDesk(database),
    openBrowser("chromium"),
    openBrowser("firefox"),
  ]);
  [desk, browsers] = [opened, { chromium, firefox }];
});

afterAll(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(["chromium", "firefox"] as const)("in %s, each of an analyst's questions", (name) => {
  test.each(["pointer", "keyboard"] as const)("is answered within four actions of the brief, by %s", async (hand) => {
    const walks: Walked[] = [];
    for (const question of questions) {
      const context = await browsers[name].newContext({ viewport: { width: 1280, height: 800 } });
      walks.push(await walk(await context.newPage(), desk.address + brief, question, hand));
      await context.close();
    }
    expect(walks.filter(({ found }) => found === null)).toEqual([]);
    expect(Math.max(...walks.map(({ actions }) => actions))).toBeLessThanOrEqual(4);
  });
});

test("a question whose answer is not on the page is told as unanswered, and so is a way that leads nowhere", async () => {
  const context = await browsers.chromium.newContext();
  const page = await context.newPage();
  const asked = { on: "/", within: "main li", answer: ["a comet fell on Oslovar"] };
  const ways = { pointer: [], keyboard: [{ choose: "comets", from: "No such list" }] };
  const question = { question: "What fell?", ways, ...asked };
  const patience = { answer: 200, action: 200 };
  expect(await walk(page, desk.address, question, "pointer", patience)).toMatchObject({ found: null, stuck: null });
  const { found, stuck } = await walk(page, desk.address, question, "keyboard", patience);
  expect(found).toBeNull();
  expect(stuck).toContain("Timeout");
  await context.close();
});
