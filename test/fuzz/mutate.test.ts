import { expect, test } from "vitest";
import { mutated, randomOf } from "./mutate.js";
import { openReader } from "./read-with-watchdog.js";
import { formatsWithout, writtenSeeds } from "./seeds.js";

const files = writtenSeeds().map(({ bytes }) => bytes);
const [page = Buffer.alloc(0)] = files;

test("a seed damages a file in the same way each time, and another seed in another", () => {
  const damaged = (seed: number) => mutated(page, files, randomOf(seed)).toString("latin1");
  const many = Array.from({ length: 50 }, (_, seed) => damaged(seed));
  expect(many).toEqual(many.map((_, seed) => damaged(seed)));
  expect(new Set(many).size).toBeGreaterThan(40);
});

test("formats of which there is no file to damage are named", () => {
  expect(formatsWithout([{ name: "a.txt", bytes: page }])).toContain("HTML page");
  expect(formatsWithout([{ name: "a.txt", bytes: page }])).not.toContain("plain text");
});

test("files are read one after the other, and one that takes too long has its thread ended", async () => {
  const patient = openReader(60_000);
  expect(await patient.read({ name: "a.txt", bytes: page })).toMatchObject({ kind: "read", articles: 1 });
  expect(await patient.read({ name: "a.bin", bytes: Buffer.from([0, 1, 2, 3, 0, 0]) })).toMatchObject({ refused: 1 });
  await patient.close();
  // The thread has not even loaded the readers by then.
  const impatient = openReader(1);
  expect(await impatient.read({ name: "a.txt", bytes: page })).toEqual({ kind: "hung" });
  await impatient.close();
}, 120_000);
