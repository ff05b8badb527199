import { expect, test } from "vitest";
import { recordedEffects } from "../../../test/recorded-effects.js";
import { simpleArticle, simpleRecord } from "../../../test/simple-record.js";
import { type DirectedPair, readDirectedPairs, scoreDirected } from "./directed.js";

async function pairsOf(...lines: readonly string[]): Promise<readonly DirectedPair[]> {
  const files = { "gold/stances/directed-train.txt": lines.map((line) => `${line}\n`).join("") };
  return readDirectedPairs("gold", recordedEffects({ files }).effects);
}

test("a line is a sentence without brackets, its two, and who is for or against whom", async () => {
  const [pair] = await pairsOf("Yes, [Ana]'s aide hailed [Vell].\tAna\tVell\t2");
  expect(pair).toMatchObject({ id: "1", text: "Yes, Ana's aide hailed Vell.", attitude: "second for first" });
  expect(pair && [pair.text.slice(...pair.first), pair.text.slice(...pair.second)]).toEqual(["Ana", "Vell"]);
});

test.each([
  ["0", "none"],
  ["1", "first for second"],
  ["2", "second for first"],
  ["3", "first against second"],
  ["4", "second against first"],
])("label %s is %s", async (label, attitude) => {
  expect(await pairsOf(`[Ana] and [Vell]\tAna\tVell\t${label}`)).toMatchObject([{ attitude }]);
});

test("quote marks are taken off around a sentence and halved within it", async () => {
  const [pair] = await pairsOf('"[Ana] called it ""a ploy"" by [Vell]."\tAna\tVell\t3');
  expect(pair?.text).toBe('Ana called it "a ploy" by Vell.');
  expect(pair?.text.slice(...pair.second)).toBe("Vell");
});

test("a line of another form is named by its number", async () => {
  await expect(pairsOf("[Ana] and [Vell]\tAna\tVell\t0", "", "[Ana] alone\tAna\t\t0")).rejects.toThrow("line 3");
  await expect(pairsOf("[Ana] and [Vell]\tAna\tVell\t5")).rejects.toThrow("line 1");
});

test("the part goes by the sentence alone, so that a sentence with two pairs is in one", async () => {
  const names = Array.from({ length: 200 }, (_, index) => `Ana ${index}`);
  const pairs = await pairsOf(
    ...names.flatMap((name) => [`[${name}] met [Vell] and Hult\t\t\t0`, `[${name}] met Vell and [Hult]\t\t\t3`]),
  );
  const parts = new Map<string, DirectedPair["part"]>();
  for (const { text, part } of pairs) {
    expect(part).toBe(parts.get(text) ?? part);
    parts.set(text, part);
  }
  const shareOf = (wanted: DirectedPair["part"]) => [...parts.values()].filter((part) => part === wanted).length / 200;
  expect(shareOf("set aside")).toBeCloseTo(0.1, 1);
  expect(shareOf("scored")).toBeCloseTo(0.1, 1);
});

test("each part has its table, and what is set aside is never listed", async () => {
  const pair = (part: DirectedPair["part"], id: string, attitude: DirectedPair["attitude"]): DirectedPair => {
    return { id, text: "Norland shelled Orsen.", first: [0, 7], second: [16, 21], attitude, part };
  };
  const pairs = [
    pair("set aside", "1", "first against second"),
    pair("set aside", "2", "none"),
    pair("scored", "3", "first against second"),
    pair("left out", "4", "none"),
    pair("scored", "5", "first for second"),
    pair("scored", "6", "first against second"),
  ];
  const asked: string[] = [];
  const analyse = async ({ id, text }: DirectedPair) => {
    asked.push(id);
    return simpleRecord(simpleArticle(text));
  };
  const report = await scoreDirected(pairs, analyse, { misses: true });
  const rows = report.split("\n").map((line) => line.trim().split(/\s{2,}/));
  expect(asked).toEqual(["1", "2", "3", "5", "6"]);
  expect(rows).toContainEqual(["first against second", "50.0", "100.0", "66.7", "1", "2", "1"]);
  expect(rows).toContainEqual(["first against second", "66.7", "100.0", "80.0", "2", "3", "2"]);
  expect(rows).toContainEqual(["set aside", "1", "2", "13.33", "50.00"]);
  expect(rows).toContainEqual(["the rest", "2", "3", "16.00", "66.67"]);
  const line = "first for second, found first against second: [Norland] shelled [Orsen].";
  expect(report.split("\n").filter((one) => one.includes(", found "))).toEqual([line]);
  expect(await scoreDirected(pairs, analyse, { misses: false })).not.toContain(", found ");
});
