import { expect, test } from "vitest";
import { durationValue } from "./duration-value.js";

test.each([
  [2, "D", "P2D"],
  [null, "M", "PXM"],
  [null, "TM", "PTXM"],
  [0.5, "TH", "PT30M"],
  [1.5, "TM", "PT1M30S"],
  [2.5, "Y", "P2Y6M"],
  [1.5, "D", "P1DT12H"],
  [2, "DE", "P20Y"],
  [1, "CE", "P100Y"],
] as const)("%s of %s is %s", (amount, unit, value) => {
  expect(durationValue({ amount, unit })).toBe(value);
});
