import fc from "fast-check";
import { expect, test } from "vitest";
import { dayIn, instantIn, knownZone, startOfDay } from "./time-zone.js";

const hour = 3_600_000;
const lengthOf = (day: string, next: string, zone: string): number =>
  ((startOfDay(next, zone) ?? Number.NaN) - (startOfDay(day, zone) ?? Number.NaN)) / hour;

test("days on which the clocks change have 23 and 25 hours", () => {
  expect(lengthOf("2031-03-09", "2031-03-10", "America/New_York")).toBe(23);
  expect(lengthOf("2031-11-02", "2031-11-03", "America/New_York")).toBe(25);
  expect(lengthOf("2031-03-10", "2031-03-11", "America/New_York")).toBe(24);
  expect(dayIn(Date.parse("2031-11-03T04:59:59Z"), "America/New_York")).toBe("2031-11-02");
  expect(dayIn(Date.parse("2031-11-03T05:00:00Z"), "America/New_York")).toBe("2031-11-03");
});

test("a day whose midnight the clocks leave out begins where they go on", () => {
  expect(new Date(startOfDay("2017-10-15", "America/Sao_Paulo") ?? 0).toISOString()).toBe("2017-10-15T03:00:00.000Z");
  expect(lengthOf("2017-10-15", "2017-10-16", "America/Sao_Paulo")).toBe(23);
});

test("a time of day without an offset is told by the zone's clocks, of two that are alike by the first", () => {
  expect(instantIn("2031-03-04T10:22", "Asia/Kathmandu")).toBe(Date.parse("2031-03-04T04:37Z"));
  expect(instantIn("2031-11-02T01:30", "America/New_York")).toBe(Date.parse("2031-11-02T05:30Z"));
  expect(instantIn("2031-03-04T10:22:00+05:00", "Asia/Kathmandu")).toBe(Date.parse("2031-03-04T05:22Z"));
  expect(instantIn("2031-03-04T10:61", "UTC")).toBeNull();
});

test("zones are those of the database of zones, as it writes them", () => {
  expect(["asia/tokyo", "UTC", "Europe/Berlin"].map(knownZone)).toEqual(["Asia/Tokyo", "UTC", "Europe/Berlin"]);
  expect(["", "+05:00", "Mars/Olympus", "a b"].map(knownZone)).toEqual([null, null, null, null]);
});

const anyZone = fc.constantFrom(
  ...["UTC", "Asia/Kathmandu", "America/New_York", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe"],
);
const anyInstant = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2199, 0, 1) });

test("every instant lies between the start of its day and that of the next", () => {
  fc.assert(
    fc.property(anyInstant, anyZone, (instant, zone) => {
      const day = dayIn(instant, zone);
      const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hour).toISOString().slice(0, 10);
      const [start, end] = [startOfDay(day, zone) ?? Number.NaN, startOfDay(next, zone) ?? Number.NaN];
      expect(dayIn(start, zone)).toBe(day);
      expect(dayIn(start - 1, zone) < day).toBe(true);
      expect(start <= instant && instant < end).toBe(true);
    }),
  );
});
