import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { folderOf, mutatedFolders } from "./folders.js";
import { type MutantResult, scoreOf } from "./score.js";

const mutants = (count: number, status: string, statusReason?: string): readonly MutantResult[] =>
  Array.from({ length: count }, () => ({ fileName: "src/view/a.ts", status, statusReason }));

describe("the score", () => {
  test("is the share of mutants that a test notices; endless loops are noticed, what is no program is none", () => {
    const results = [
      ...[...mutants(6, "Killed"), ...mutants(1, "Timeout"), ...mutants(2, "Survived"), ...mutants(1, "NoCoverage")],
      ...[...mutants(5, "CompileError"), ...mutants(5, "Ignored"), ...mutants(5, "RuntimeError")],
    ];
    expect(scoreOf(results)).toEqual({
      ...{ mutants: 10, tried: 10, noticed: 7, survived: 2, untested: 1, score: 70, error: 0 },
    });
  });

  test("of a sample has an error, which is less the more are tried, and none where all are", () => {
    const sample = (tried: number) =>
      scoreOf([
        ...mutants((3 * tried) / 4, "Killed"),
        ...mutants(tried / 4, "Survived"),
        ...mutants(400 - tried, "CompileError", "not in the sample"),
      ]);
    expect(sample(40)).toMatchObject({ mutants: 400, tried: 40, score: 75 });
    // 1.96 √(¾ · ¼ / 40 · 360 / 399)
    expect(sample(40).error).toBeCloseTo(12.75, 2);
    expect(sample(160).error).toBeLessThan(sample(40).error / 2);
    expect(sample(400).error).toBe(0);
  });

  test("of nothing is none", () => {
    expect(scoreOf([])).toMatchObject({ mutants: 0, score: null, error: 0 });
  });
});

test("a file counts to the folder that it is in, wherever the copy lies, and to none of them is an error", () => {
  expect(folderOf("src/store/queries/due.ts")).toBe("src/store/queries");
  expect(folderOf("/tmp/copy/src/view/sheets/sheet.ts")).toBe("src/view");
  expect(() => folderOf("src/viewer.ts")).toThrow(mutatedFolders.map(({ folder }) => folder).join(", "));
});

describe("a sample", () => {
  afterEach(() => void vi.unstubAllEnvs());

  const mutant = (id: number, folder: string) => ({
    ...{ id: String(id), fileName: `/copy/${folder}/a.ts`, mutatorName: "BlockStatement", replacement: "{}" },
    location: { start: { line: id, column: 1 }, end: { line: id, column: 9 } },
  });
  const all = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => mutant(id, id % 2 === 0 ? "src/view" : "src/link"));

  async function chosen(seed: string, size: number, given = all): Promise<readonly string[]> {
    vi.stubEnv("SITREP_MUTATION_SAMPLE", String(size));
    vi.stubEnv("SITREP_MUTATION_SEED", seed);
    vi.stubEnv("SITREP_MUTATION_FOLDERS", "src/view,src/link");
    const file = fileURLToPath(new URL("sample-checker.mjs", import.meta.url));
    const { strykerPlugins } = await import(file);
    const checker = strykerPlugins[0].factory();
    await checker.group(given);
    const results = Object.entries<{ readonly status: string }>(await checker.check(given));
    return results.filter(([, { status }]) => status === "passed").map(([id]) => id);
  }

  test("has so many mutants of each folder, and all where there are no more", async () => {
    const some = await chosen("1", 2);
    expect(some.filter((id) => Number(id) % 2 === 0)).toHaveLength(2);
    expect(some.filter((id) => Number(id) % 2 === 1)).toHaveLength(2);
    expect(await chosen("1", 9)).toHaveLength(8);
  });

  test("is the same for the same seed, in whatever order they come and however they are numbered, and another for another", async () => {
    const some = await chosen("1", 2);
    expect((await chosen("1", 2, [...all].reverse())).toSorted()).toEqual([...some].sort());
    const renumbered = all.map((one) => ({ ...one, id: `x${one.id}` }));
    expect(await chosen("1", 2, renumbered)).toEqual(some.map((id) => `x${id}`));
    const others = await Promise.all(["2", "3", "4", "5"].map((seed) => chosen(seed, 2)));
    expect(others.some((other) => other.join() !== some.join())).toBe(true);
  });
});
