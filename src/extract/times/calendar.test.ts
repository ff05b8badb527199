import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, dayNumber, dayOfIso, firstOfWeek, isoDay, isoWeek, mondayOf, weekdayOf } from "./calendar.js";

const anyDay = fc.integer({ min: -300_000, max: 300_000 });

describe("calendar", () => {
  test("knows which days there are", () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayNumber(2032, 2, 29)).not.toBeNull();
    expect(dayNumber(2031, 2, 29)).toBeNull();
    expect(dayNumber(2031, 13, 1)).toBeNull();
    expect(dayOfIso("2031-03-04T10:22:00Z")).toBe(dayNumber(2031, 3, 4));
    expect(dayOfIso("in March")).toBeNull();
  });

  test.each([
    ["2031-01-01", "2031-W01"],
    ["2027-01-01", "2026-W53"],
    ["2030-12-30", "2031-W01"],
  ])("counts %s to the week %s", (day, week) => {
    expect(isoWeek(dayOfIso(day) ?? 0)).toBe(week);
  });

  test("adds months to the last day of a month", () => {
    expect(isoDay(addMonths(dayNumber(2031, 1, 31) ?? 0, 1))).toBe("2031-02-28");
    expect(isoDay(addMonths(dayNumber(2031, 3, 31) ?? 0, -4))).toBe("2030-11-30");
  });

  test("a day is written and read as the same one", () => {
    fc.assert(fc.property(anyDay, (day) => dayOfIso(isoDay(day)) === day));
  });

  test("a week starts with the Monday of each of its days", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, week] = isoWeek(day).split("-W").map(Number);
        expect(firstOfWeek(year ?? 0, week ?? 0)).toBe(mondayOf(day));
        expect(weekdayOf(mondayOf(day))).toBe(1);
      }),
    );
  });
});
