import type { Gazetteer, KnownPlace } from "./gazetteer.js";

/**
 * A gazetteer with another's places before its own: a name that `own` has means no other place. Its places are numbered below zero, and one that no place of its own holds
 * lies in the country of its code, which `countryOf` finds.
 */
export function withOwnPlaces(
  shipped: Gazetteer,
  own: Gazetteer,
  countryOf: (code: string) => KnownPlace | null,
): Gazetteer {
  const outside = (place: KnownPlace): KnownPlace => ({ ...place, index: -1 - place.index });
  const around = (place: KnownPlace): readonly KnownPlace[] => {
    if (place.index >= 0) return shipped.around(place);
    const holders = own.around(outside(place)).map(outside);
    const country = holders.length > 0 || place.feature === "country" ? null : countryOf(place.country ?? "");
    return country === null ? holders : [country];
  };
  return {
    find(key) {
      const found = own.find(key);
      return found.length > 0 ? found.map((one) => ({ ...one, place: outside(one.place) })) : shipped.find(key);
    },
    isWithin: (inner, outer) =>
      inner.index >= 0 ? shipped.isWithin(inner, outer) : around(inner).some(({ index }) => index === outer.index),
    around,
  };
}
