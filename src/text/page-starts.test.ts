import { expect, test } from "vitest";
import { type PageStart, pageAt, pagesOf } from "./page-starts.js";

const starts: readonly PageStart[] = [
  [0, 1],
  [40, 2],
  [60, 1],
  [80, 2],
  [100, 3],
];

test.each([
  [0, 1],
  [39, 1],
  [40, 2],
  [61, 1],
  [99, 2],
  [500, 3],
])("the character at %i stands on page %i", (offset, page) => {
  expect(pageAt(starts, offset)).toBe(page);
});

test("a text without pages has none", () => {
  expect(pageAt([], 3)).toBeNull();
  expect(pagesOf([], [[0, 3]])).toEqual([]);
});

test("what precedes the first page is on none", () => {
  expect(pageAt([[5, 2]], 4)).toBeNull();
});

test("spans stand on every page that they touch", () => {
  expect(pagesOf(starts, [[90, 110]])).toEqual([2, 3]);
  expect(pagesOf(starts, [[0, 40]])).toEqual([1]);
  expect(
    pagesOf(starts, [
      [101, 104],
      [1, 5],
    ]),
  ).toEqual([1, 3]);
});
