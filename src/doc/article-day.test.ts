import fc from "fast-check";
import { expect, test } from "vitest";
import { articleDay } from "./article-day.js";

const of = (published: string | null, zone = "UTC") => articleDay({ published, fetched: null }, zone);

test("an instant is of the day that the zone then has, a date of that day in every zone", () => {
  expect(of("2031-03-05T01:30+05:00")?.day).toBe("2031-03-04");
  expect(of("2031-03-05T01:30+05:00", "Asia/Tokyo")?.day).toBe("2031-03-05");
  expect(["UTC", "Asia/Tokyo", "America/New_York"].map((zone) => of("2031-03-05", zone)?.day)).toEqual(
    Array(3).fill("2031-03-05"),
  );
});

test("a date without a time of day is the first moment of its day", () => {
  expect(of("2031-03-05", "America/New_York")).toEqual({ day: "2031-03-05", at: Date.parse("2031-03-05T05:00Z") });
});

test("a time of day without an offset leaves the day, and one that no clock shows the date", () => {
  expect(of("2031-03-05T01:30", "America/New_York")).toEqual({
    day: "2031-03-05",
    at: Date.parse("2031-03-05T06:30Z"),
  });
  expect(of("2031-03-05T10:60Z")).toEqual({ day: "2031-03-05", at: Date.parse("2031-03-05") });
});

test("what was not published on any day is of that on which it was fetched, else added", () => {
  const added = "2031-03-07T23:30:00Z";
  expect(articleDay({ published: null, fetched: "2031-03-06T22:00:00Z", added }, "Asia/Tokyo")).toEqual({
    day: "2031-03-07",
    at: Date.parse("2031-03-06T22:00:00Z"),
  });
  expect(articleDay({ published: null, fetched: null, added }, "Asia/Tokyo")).toEqual({ day: "2031-03-08", at: null });
  expect(of(null)).toBeNull();
});

test("a year that cannot be is none", () => {
  expect(["9999-12-31", "0001-01-01T00:00:00Z", "soon"].map((published) => of(published))).toEqual([null, null, null]);
});

/** An instant as a place writes it whose clocks are so many minutes before UTC. */
function written(instant: number, minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const offset = `${minutes < 0 ? "-" : "+"}${[hours, rest].map((one) => String(one).padStart(2, "0")).join(":")}`;
  return `${new Date(instant + minutes * 60_000).toISOString().slice(0, 19)}${offset}`;
}

test("it does not matter how an instant is written", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2190, 0, 1) / 1000 }),
      fc.integer({ min: -12 * 60, max: 14 * 60 }),
      fc.constantFrom("UTC", "Asia/Kathmandu", "America/New_York"),
      (seconds, minutes, zone) => {
        const instant = seconds * 1000;
        expect(of(written(instant, minutes), zone)).toEqual(of(new Date(instant).toISOString(), zone));
      },
    ),
  );
});
