import fc from "fast-check";
import { expect, test } from "vitest";
import { lineId, lineKey, lineKeysOf, parseLineId } from "./line-id.js";

test("an id comes apart into what it was made of, whatever id the article was given", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.constantFrom("st_1", "ac_12", "po_3"), (version, line) => {
      expect(parseLineId(lineId(version, line))).toEqual({ version, line });
    }),
  );
});

test.each(["", "st_1", "/st_1", "art_1", "art_1/", "art_1/st_", "art_1/st_x"])("%j is no line's id", (id) => {
  expect(parseLineId(id)).toBeNull();
});

test("the keys of one version lie between those of its neighbours", () => {
  const { first, end } = lineKeysOf(7);
  expect(lineKey(7, 0)).toBe(first);
  expect(lineKey(8, 0)).toBe(end);
  expect(lineKey(7, 5)).toBe(first + 5);
  expect(() => lineKey(7, end - first)).toThrow(RangeError);
});
