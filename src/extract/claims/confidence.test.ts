import { describe, expect, test } from "vitest";
import type { Claim } from "../../doc/layers.js";
import { confidenceBy, logit, signsOfReading } from "./confidence.js";

const claim = (told: Partial<Claim>): Claim => ({
  ...{ kind: "posture", label: "operations/closed", otherwise: [], status: "happened", trigger: { first: 0, end: 1 } },
  ...{ agent: [], object: [], place: [], time: [], score: 0.9, labelScore: 0.5, ...told },
});

describe("how likely a claim is right", () => {
  test("follows from its signs by as much as there is of each; a sign without a weight counts nothing", () => {
    const confidence = confidenceBy(
      new Map([
        ["action", -1],
        ["action trigger", 0.5],
      ]),
    );
    expect(confidence([["action", 1]])).toBe(0.27);
    const signs = [
      ["action", 1],
      ["action trigger", 2],
    ] as const;
    expect(confidence(signs)).toBe(0.5);
    expect(confidence([...signs, ["action moon", 9]])).toBe(0.5);
  });

  test("grows with how sure the reader is", () => {
    const confidence = confidenceBy(new Map([["posture trigger", 1]]));
    const [sure, unsure] = [0.99, 0.6].map((score) => confidence(signsOfReading(claim({ score }), 12)));
    expect(sure).toBeGreaterThan(unsure ?? 1);
  });
});

test("a state has the sign of its aspect, an act that of its type, and no sentence is longer than the longest that counts", () => {
  expect(signsOfReading(claim({}), 12)).toContainEqual(["posture operations", 1]);
  expect(signsOfReading(claim({ kind: "action", label: "ASSAULT" }), 12)).toContainEqual(["action ASSAULT", 1]);
  expect(signsOfReading(claim({}), 40)).toContainEqual(["posture words", 0.5]);
  expect(signsOfReading(claim({}), 900)).toContainEqual(["posture words", 1]);
});

test("what is certain is no more than nearly so", () => {
  expect(logit(0.5)).toBe(0);
  expect(logit(1)).toBeCloseTo(6.9, 1);
  expect(logit(0)).toBeCloseTo(-6.9, 1);
});
