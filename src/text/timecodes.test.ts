import { expect, test } from "vitest";
import { secondOf } from "./timecodes.js";

test("words have the second at which the cue that they stand in begins", () => {
  const timecodes = [
    [6, 1.5],
    [40, 4],
  ] as const;
  expect(
    secondOf(timecodes, [
      [60, 70],
      [8, 12],
    ]),
  ).toBe(1.5);
  expect(secondOf(timecodes, [[40, 41]])).toBe(4);
  expect(secondOf(timecodes, [[0, 5]])).toBeNull();
  expect(secondOf([], [[0, 5]])).toBeNull();
});
