import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameKey } from "./name-key.js";

describe("nameKey", () => {
  test.each([
    ["Saint-Étienne", "saint etienne"],
    ["St. Etienne", "saint etienne"],
    ["Łódź", "lodz"],
    ["Ft. Hallam", "fort hallam"],
    ["Martha's Mill", "marthas mill"],
    ["L.A.", "l a"],
    ["LA", "la"],
    ["北京", ""],
    ["—", ""],
  ])("%s is looked up as %j", (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  test("of a key is the key itself", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (name) => nameKey(nameKey(name)) === nameKey(name)));
  });
});
