import { expect, test } from "vitest";
import { dayAfter, wholeDays } from "./days.js";

test.each([
  ["2031-03-05", 1, "2031-03-06"],
  ["2031-03-01", -1, "2031-02-28"],
  ["2032-02-28", 2, "2032-03-01"],
  ["2031-12-31", 1, "2032-01-01"],
  // Where clocks change, a day has 23 or 25 hours.
  ["2031-03-29", 2, "2031-03-31"],
  ["soon", 1, "soon"],
])("%s and %i days are %s", (day, days, later) => {
  expect(dayAfter(day, days)).toBe(later);
});

test("days between two are whole, and below nothing where the second comes first", () => {
  expect(wholeDays("2031-03-05", "2031-03-12")).toBe(7);
  expect(wholeDays("2031-03-12", "2031-03-05")).toBe(-7);
});
