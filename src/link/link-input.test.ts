import { describe, expect, test } from "vitest";
import { articleToLink } from "../../test/link/article-to-link.js";
import { compareNumbers, dayOf, daysBetween, inOrder, instantOf, LinkError, timeOf } from "./link-input.js";

const article = (id: string, published: string | null, fetched?: string, zone?: string) => ({
  ...articleToLink(id, "Text.", { published, ...(fetched === undefined ? {} : { fetched }) }),
  ...(zone === undefined ? {} : { zone }),
});

test("articles are in order of their time, those without one last, of one time by id", () => {
  const articles = [
    article("b", null),
    article("d", "2031-03-05"),
    article("a", null),
    article("f", "2031-03-04T23:30:00-03:00"),
    article("e", "2031-03-05T01:00:00Z"),
    article("c", "2031-03-05"),
  ];
  expect(inOrder(articles).map(({ id }) => id)).toEqual(["c", "d", "e", "f", "a", "b"]);
  expect(inOrder([...articles].reverse()).map(({ id }) => id)).toEqual(["c", "d", "e", "f", "a", "b"]);
});

test("two articles with one id are an error that names it", () => {
  const twice = [article("a", "2031-03-05"), article("b", null), article("a", "2031-03-05")];
  expect(() => inOrder(twice)).toThrow(LinkError);
  expect(() => inOrder(twice)).toThrow(/"a"/);
});

describe("the day of an article", () => {
  test.each([
    ["2031-03-05", undefined, undefined, "2031-03-05"],
    // A moment lies on the day that the zone then has.
    ["2031-03-05T23:30:00Z", undefined, undefined, "2031-03-05"],
    ["2031-03-05T23:30:00Z", undefined, "Asia/Tokyo", "2031-03-06"],
    ["2031-03-05T01:30:00Z", undefined, "America/Lima", "2031-03-04"],
    ["2031-03-05", undefined, "Asia/Tokyo", "2031-03-05"],
    [null, "2031-03-07T10:00:00Z", undefined, "2031-03-07"],
    ["2031-03-05", "2031-03-07T10:00:00Z", undefined, "2031-03-05"],
    [null, undefined, undefined, null],
    ["soon", undefined, undefined, null],
  ])("published %s, fetched %s, in %s: %s", (published, fetched, zone, day) => {
    expect(dayOf(article("a", published, fetched, zone))).toBe(day);
  });
});

test.each([
  ["2031-03-05", Date.UTC(2031, 2, 5)],
  ["2031-03-05T06:00:00Z", Date.UTC(2031, 2, 5, 6)],
  ["2031-03-05T06:00:00+02:00", Date.UTC(2031, 2, 5, 4)],
  ["2031-03-05T06:00", Date.UTC(2031, 2, 5, 6)],
  ["no day", null],
  ["2031-03-05T99:00", null],
  [null, null],
])("the instant of %s", (iso, instant) => {
  expect(instantOf(iso)).toBe(instant);
});

test("days between two articles are told in parts of days, in either order, and not where a time is unknown", () => {
  const [early, late, never] = [
    article("a", "2031-03-05T00:00:00Z"),
    article("b", "2031-03-06T12:00:00Z"),
    article("c", null),
  ];
  expect([daysBetween(early, late), daysBetween(late, early)]).toEqual([1.5, 1.5]);
  expect([daysBetween(early, never), daysBetween(never, early)]).toEqual([null, null]);
  expect(timeOf(never)).toBeNull();
});

test("infinities are equal to themselves", () => {
  const end = Number.POSITIVE_INFINITY;
  expect([compareNumbers(1, 2), compareNumbers(2, 1), compareNumbers(end, end), compareNumbers(end, 1)]).toEqual([
    -1, 1, 0, 1,
  ]);
});
