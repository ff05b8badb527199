import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { features, namings, type PlaceNaming } from "./gazetteer.js";
import { encodeGazetteer, GazetteerBroken, openGazetteer, type PlaceEntry } from "./gazetteer-file.js";

const entries: fc.Arbitrary<PlaceEntry[]> = fc
  .array(
    fc.record({
      name: fc.string({ unit: "grapheme" }),
      feature: fc.constantFrom(...features),
      country: fc.constantFrom(null, "NL", "TV"),
      lat: fc.integer({ min: -900, max: 900 }).map((tenths) => tenths / 10),
      lon: fc.integer({ min: -1800, max: 1800 }).map((tenths) => tenths / 10),
      population: fc.nat(),
      geonames: fc.option(fc.integer({ min: 1, max: 2 ** 31 })),
      parent: fc.option(fc.nat()),
      keys: fc
        .dictionary(fc.constantFrom("a", "ab", "b", "fort hallam", "z"), fc.constantFrom(...namings))
        .map((keys): ReadonlyMap<string, PlaceNaming> => new Map(Object.entries(keys))),
    }),
  )
  .map((list) =>
    list.map((entry, i) => ({ ...entry, parent: entry.parent !== null && i > 0 ? entry.parent % i : null })),
  );

describe("a gazetteer", () => {
  test("finds every place under each of its keys, as it was written", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const gazetteer = openGazetteer(encodeGazetteer(list));
        list.forEach(({ keys, parent, ...place }, index) => {
          for (const [key, naming] of keys) {
            expect(gazetteer.find(key)).toContainEqual({ place: { ...place, index }, naming });
          }
        });
        expect(gazetteer.find("no such key")).toEqual([]);
      }),
    );
  });

  test("reads bytes that start anywhere in memory", () => {
    const bytes = encodeGazetteer([]);
    const moved = new Uint8Array(bytes.length + 1);
    moved.set(bytes, 1);
    expect(openGazetteer(moved.subarray(1)).find("a")).toEqual([]);
  });

  test("refuses other bytes, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(() => openGazetteer(bytes)).toThrow(GazetteerBroken);
      }),
    );
    const cut = encodeGazetteer([]).subarray(0, -1);
    expect(() => openGazetteer(cut)).toThrow(/npm run build/);
  });
});
