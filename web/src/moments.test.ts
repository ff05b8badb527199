import { expect, test } from "vitest";
import { longDay, shownDay, timeOfDay, wholeMoment } from "./moments.js";

const now = new Date("2031-06-01T00:00:00Z");

test("a day has its year, but this one where little room is", () => {
  expect([
    shownDay("2031-03-12"),
    shownDay("2031-03-12", true, "UTC", now),
    shownDay("2028-03-12", true, "UTC", now),
  ]).toEqual(["12 Mar 2031", "12 Mar", "12 Mar 2028"]);
  // In Kiribati it is a day, and a year, later.
  expect(shownDay("2030-12-31T20:00:00Z", true, "Pacific/Kiritimati", now)).toBe("1 Jan");
});

test("pointing at a moment tells it by the record's clocks and in UTC, at a day whose day it is", () => {
  const told = wholeMoment("2031-03-12T20:00:00Z", "Asia/Tokyo");
  expect(told).toContain("13 Mar 2031, 05:00 Asia/Tokyo · 12 Mar 2031, 20:00 UTC");
  expect(wholeMoment("2031-03-12", "Asia/Tokyo")).toBe("Wednesday, 12 March 2031 (Asia/Tokyo)");
  expect(wholeMoment("2031-03-12T20:00", "Asia/Tokyo")).toBe("Wednesday, 12 March 2031, 20:00");
});

test("what is no date stays what it is", () => {
  expect([shownDay("soon"), longDay("soon"), timeOfDay("soon")]).toEqual(["soon", "soon", ""]);
});
