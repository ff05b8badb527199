import { expect, test } from "vitest";
import { bundledProcess } from "../bundled-process.js";
import { inspect, inspectItems, type KillPoint, runAndKill, seededChance } from "../killed-process.js";
import { openLoopbackFeeds } from "../loopback-site.js";
import { temporaryFolder } from "../temporary-folder.js";
import { root } from "./built-program.js";

const path = temporaryFolder();

/** Kills the writer once for each point, lets it then come to its end, and holds the database against one whose writer was never killed. */
async function killAndCompare(
  program: (path: string) => readonly string[],
  input: string,
  points: readonly KillPoint[],
  name: string,
) {
  const killed = path(`${name}-killed.db`);
  const told: string[] = [];
  let there: readonly string[] = [];
  const sizes: number[] = [];
  for (const point of points) {
    told.push(...(await runAndKill(program(killed), input, point)));
    const found = await inspect(killed, told);
    expect(found).toMatchObject({ lost: [], doubled: [], faults: [] });
    // Nothing that was there before has gone, told or not.
    expect(found.ids.slice(0, there.length)).toEqual(there);
    there = found.ids;
    sizes.push(there.length);
  }
  expect(new Set(told).size).toBe(told.length);
  await runAndKill(program(killed), input, null);
  await runAndKill(program(path(`${name}-whole.db`)), input, null);
  const whole = await inspect(path(`${name}-whole.db`), []);
  expect(await inspect(killed, told)).toEqual(whole);
  // Kills that all came too late would prove nothing.
  expect(Math.min(...sizes)).toBeLessThan(whole.ids.length);
  return whole.ids.length;
}

test("a writer that is killed at any moment loses nothing that it told and doubles nothing", {
  timeout: 240_000,
}, async () => {
  const chance = seededChance(4);
  const writer = await bundledProcess("adding-process.ts", path("writer"));
  const program = (database: string) => [writer, database, "200"];
  const points = Array.from({ length: 10 }, () => ({ lines: Math.floor(chance() * 15), milliseconds: chance() * 30 }));
  expect(await killAndCompare(program, "", points, "writer")).toBe(200);
});

test("sitrep add is killed, and goes on where it was", { timeout: 240_000 }, async () => {
  const chance = seededChance(7);
  const lines = Array.from({ length: 24 }, (_, number) =>
    JSON.stringify({ id: `a${number}`, text: `Mayor Ada Lenz said on Monday that pier ${number} was shut.` }),
  );
  const program = (database: string) => [`${root}/bin/sitrep.js`, "add", "-", "--db", database];
  const points = Array.from({ length: 3 }, () => ({ lines: Math.floor(chance() * 8), milliseconds: chance() * 30 }));
  expect(await killAndCompare(program, `${lines.join("\n")}\n`, points, "add")).toBe(24);
});

test("sitrep watch is killed, and the next round has all that the feeds showed, once", {
  timeout: 240_000,
}, async () => {
  const chance = seededChance(11);
  const { feeds, close } = await openLoopbackFeeds(4, 4);
  const database = path("watch-killed.db");
  const words = [`${root}/bin/sitrep.js`, "watch", ...feeds, "--once", "--allow-private", "--db", database];
  const told: string[] = [];
  const kept: number[] = [];
  for (let kill = 0; kill < 3; kill++) {
    const at = { lines: Math.floor(4 + chance() * 8), milliseconds: chance() * 300 };
    told.push(...(await runAndKill(words, "", at)));
    expect(await inspect(database, told)).toMatchObject({ lost: [], doubled: [], faults: [] });
    kept.push((await inspectItems(database)).kept);
  }
  expect(Math.min(...kept)).toBeLessThan(16);
  told.push(...(await runAndKill(words, "", null)));
  await close();
  const { ids, ...found } = await inspect(database, told);
  expect(found).toMatchObject({ lost: [], doubled: [], faults: [] });
  expect(ids).toHaveLength(16);
  expect(new Set(told).size).toBe(told.length);
  expect(await inspectItems(database)).toEqual({ seen: 16, kept: 16 });
});
