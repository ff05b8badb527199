import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shippedJudge } from "../../../test/link/shipped-tables.js";
import { JudgeBroken, product, shares, tablesIn } from "./judge-tables.js";

describe("the judge of pairs", () => {
  test.each([
    ["The ferry sank off the northern quay on Monday", "The ferry sank on Monday", "same"],
    ["A man is sleeping on the deck of a boat", "Nobody is sleeping", "contradicts"],
    ["The harbour master closed the quay", "Pilots earn more than cooks do", "neither"],
  ] as const)("holds “%s” and “%s” for: %s", (told, claim, verdict) => {
    const found = shippedJudge(told, claim);
    expect(found[verdict]).toBeGreaterThan(0.5);
    expect(found.same + found.contradicts + found.neither).toBeCloseTo(1);
  });

  test("judges a pair alike however often it is asked, and texts of any length", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ maxLength: 400 }), (told, claim) => {
        expect(shippedJudge(told, claim)).toEqual(shippedJudge(told, claim));
      }),
      { numRuns: 10 },
    );
  });
});

describe("a pair that is judged again", () => {
  test("is not worked out again", () => {
    const judge = (told: string) => shippedJudge(told, "The bridge over the Vell was closed");
    const verdict = judge("The bridge was shut");
    judge("Traders fled");
    expect(judge("The bridge was shut")).toBe(verdict);
  });
});

describe("its tables", () => {
  const file = readFileSync(new URL("../../../models/pairs.bin", import.meta.url));

  test("are refused where the file is cut or something else", () => {
    expect(() => tablesIn(file.subarray(0, -1))).toThrow(JudgeBroken);
    expect(() => tablesIn(new Uint8Array(3))).toThrow(JudgeBroken);
    expect(() => tablesIn(file)("none")).toThrow(JudgeBroken);
  });

  test("multiply a vector, row by row", () => {
    const table = {
      rows: 2,
      columns: 2,
      steps: Float32Array.of(1, 0.5),
      values: Int8Array.of(1, 2, 4, -2),
      bias: Float32Array.of(0, 1),
    };
    expect([...product(table, Float64Array.of(3, 1))]).toEqual([5, 6]);
    expect([...shares(Float64Array.of(0, 0))]).toEqual([0.5, 0.5]);
  });
});
