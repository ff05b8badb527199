import { describe, expect, test } from "vitest";
import { plainDay, plainMoment, plainYearless, shortDay, shortDays, toldTime, writtenMoment } from "./plain-dates.js";

test("a day has its year but on a page of that year", () => {
  expect([
    plainDay("2031-03-06"),
    shortDay("2031-03-06"),
    shortDay("2031-03-06", "2031"),
    shortDay("2028-03-06", "2031"),
  ]).toEqual(["6 March 2031", "6 Mar 2031", "6 Mar", "6 Mar 2028"]);
  expect([plainDay("soon"), shortDay("2031-13-01")]).toEqual(["soon", "2031-13-01"]);
});

test.each([
  ["2031-03-06", "2031-03-06", "6 Mar 2031"],
  ["2031-03-03", "2031-03-06", "3 to 6 Mar 2031"],
  ["2031-02-28", "2031-03-03", "28 Feb to 3 Mar 2031"],
  ["2030-12-30", "2031-01-02", "30 Dec 2030 to 2 Jan 2031"],
  [null, "2031-01-02", "date unknown"],
])("from %s to %s is %s", (first, last, words) => {
  expect(shortDays(first, last)).toBe(words);
});

test.each([
  ["2031-03-08", "8 Mar 2031"],
  ["2031-03-08T18:20:00Z", "8 Mar 2031, 18:20 UTC"],
  ["2031-03-08T18:20:00+03:00", "8 Mar 2031, 18:20 (UTC+3)"],
  ["2031-03-08T18:20-04:30", "8 Mar 2031, 18:20 (UTC−4:30)"],
  ["2031-03-08T18:20", "8 Mar 2031, 18:20"],
])("the moment %s is written %s", (at, words) => {
  expect(writtenMoment(at)).toBe(words);
});

describe("values of times", () => {
  test.each([
    ["2031-03-04", "4 March 2031"],
    ["2031-03-04TNI", "the night of 4 March 2031"],
    ["2031-03-04TMO", "the morning of 4 March 2031"],
    ["2031-03-04T18:30", "4 March 2031, 18:30"],
    ["2031-W10", "the week of 3 March 2031"],
    ["2031-W01", "the week of 30 December 2030"],
    ["2031-W10-WE", "the weekend of 8 March 2031"],
    ["2031-03", "March 2031"],
    ["2031-SU", "summer 2031"],
    ["2031-Q4", "the last quarter of 2031"],
    ["2031", "2031"],
    ["203", "the 2030s"],
    ["a fortnight", "“a fortnight”"],
  ])("%s is %s", (value, words) => {
    expect(plainMoment(value)).toBe(words);
  });

  test.each([
    ["2031-03-04", "on 4 March 2031"],
    ["2031-03-04TNI", "on the night of 4 March 2031"],
    ["2031-01", "in January 2031"],
    ["2031-W10", "in the week of 3 March 2031"],
    ["2031-W10-WE", "on the weekend of 8 March 2031"],
    ["XXXX-WXX-2", "“last Tuesday”"],
    ["P2D", "“last Tuesday”"],
    ["early 2031", "“last Tuesday”"],
    ["2031-XX", "“last Tuesday”"],
    ["2031", "in 2031"],
    [null, "“last Tuesday”"],
  ])("%s reads as %s", (value, told) => {
    expect(toldTime({ text: "last\nTuesday", value })).toBe(told);
  });

  test.each([
    ["XXXX-06-25", "25 June of an unknown year"],
    ["XXXX-06", "June of an unknown year"],
    ["XXXX-WXX-2", "a Tuesday"],
    ["XXXX-WXX-9", "XXXX-WXX-9"],
    ["PXD", "PXD"],
  ])("%s, which names no year, reads as %s", (value, told) => {
    expect(plainYearless(value)).toBe(told);
  });
});
