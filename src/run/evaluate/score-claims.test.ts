import { expect, test } from "vitest";
import { recordedEffects } from "../../../test/recorded-effects.js";
import { simpleRecord } from "../../../test/simple-record.js";
import type { Engine } from "../engine.js";
import { GoldMissing } from "./gold.js";
import { claimTables, readMarkedArticles, scoreClaims } from "./score-claims.js";

const nobody = { text: null, span: null, is: null };
const shelling = { p: 1, trigger: { text: "shelled", span: [8, 15] }, type: "ASSAULT", alt: [], main: true };
const marked = (id: string, actor: string) => ({
  id,
  published: "2031-03-04",
  outlet: null,
  text: "Norland shelled Orsen.",
  actions: [{ ...shelling, actors: [{ ...nobody, is: actor }], recipients: [], status: "happened", time: null }],
  postures: [],
  stances: [],
  mustNot: [],
});
const files = {
  "gold/records/dev.jsonl": [marked("fnc-1", "Norland"), marked("own-1", "Vell")]
    .map((one) => `${JSON.stringify(one)}\n`)
    .join(""),
};
const engine: Pick<Engine, "analyse"> = { analyse: async (article) => simpleRecord(article) };

test("marked articles are read as `sitrep read -` reads them", async () => {
  const [first] = await readMarkedArticles("gold", recordedEffects({ files }).effects);
  expect(first?.article).toMatchObject({ id: "fnc-1", published: "2031-03-04", text: "Norland shelled Orsen." });
  expect(first?.gold.actions).toHaveLength(1);
});

test("without the file of gold its path is named", async () => {
  const reading = readMarkedArticles("gold", recordedEffects({ files: {} }).effects);
  await expect(reading).rejects.toThrow(GoldMissing);
  await expect(reading).rejects.toThrow("gold/records/dev.jsonl");
});

test("all articles and the real ones have tables of their own, misses follow where asked for", async () => {
  const articles = await readMarkedArticles("gold", recordedEffects({ files }).effects);
  const report = await scoreClaims(articles, engine, { misses: true });
  const cells = (row: string) =>
    report
      .split("\n")
      .find((line) => line.startsWith(`${row} `))
      ?.slice(row.length)
      .trim()
      .split(/\s+/);
  expect(cells("actions typed")).toEqual(["100.00", "100.00", "100.00", "2", "2", "2", "2"]);
  expect(cells("actions whole")).toEqual(["50.00", "50.00", "50.00", "1", "2", "1", "2"]);
  expect(cells("actions whole, real")).toEqual(["100.00", "100.00", "100.00", "1", "1", "1", "1"]);
  expect(report).toContain("Claims, the 1 real articles\n");
  expect(report).toContain("\nmissed    own-1: action ¶1 Vell → – · ASSAULT “shelled” · happened\n");
  expect(report).toContain("\ntoo many  own-1: action ac_1 Norland → Orsen · ASSAULT “shelled” · happened\n");
  expect(await scoreClaims(articles, engine, { misses: false })).not.toContain("missed");
});

test("claimTables: F1 is of precision and recall, a half goes to the even digit, no share of none", () => {
  const table = claimTables("Claims", {
    matches: new Map([
      ["actions", { right: 1, found: 2, matched: 1, gold: 4 }],
      ["none", { right: 0, found: 0, matched: 0, gold: 3 }],
    ]),
    shares: new Map([
      ["status", { right: 1, of: 32 }],
      ["time", { right: 3, of: 32 }],
      ["traps", { right: 0, of: 0 }],
    ]),
    differences: [],
  });
  const rows = table.split("\n").map((line) => line.trim().split(/\s+/));
  expect(rows).toContainEqual(["actions", "50.00", "25.00", "33.33", "1", "2", "1", "4"]);
  expect(rows).toContainEqual(["none", "0.00", "0.00", "0.00", "0", "0", "0", "3"]);
  expect(rows).toContainEqual(["status", "1", "32", "3.12"]);
  expect(rows).toContainEqual(["time", "3", "32", "9.38"]);
  expect(rows).toContainEqual(["traps", "0", "0", "–"]);
});
