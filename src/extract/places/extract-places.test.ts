import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annotatedDocument } from "../../../test/annotated-document.js";
import { annotatedText } from "../../../test/annotated-text.js";
import { smallCountries, smallGazetteer } from "../../../test/small-gazetteer.js";
import { placeSchema } from "../../record/place.js";
import { extractPlaces } from "./extract-places.js";
import { placeLexicon } from "./place-lexicon.js";

const lexicon = placeLexicon(smallGazetteer(), smallCountries);

function placesIn(marked: string) {
  return extractPlaces(annotatedText(marked).document, lexicon).places;
}

/** Each place as `words: name, country, latitude`. */
function told(marked: string): string[] {
  return placesIn(marked).map(({ text, name, country, lat }) => `${text}: ${name}, ${country}, ${lat}`);
}

describe("which place a name means", () => {
  test("none in the name of a street", () => {
    expect(told("A bomb went off in [GPE Belmar] Street.")).toEqual([]);
    expect(told("A bomb went off in [GPE Belmar] on Monday.")).toHaveLength(1);
  });

  test("none in the name of a disease, unless told of as a town", () => {
    expect(told("Nine died of [GPE Belmar] virus. [GPE Belmar] has spread.")).toEqual([]);
    expect(told("Nine died of [GPE Belmar] fever in [GPE Belmar].")).toEqual(["Belmar: Belmar, TV, 35.2"]);
  });

  test("no town in the name of a sea or a shoal", () => {
    expect(placesIn("It sank in the [GPE Belmar] Sea.")[0]).toMatchObject({ text: "Belmar Sea", name: null });
    expect(placesIn("It left [GPE Belmar] Strait of Orsen in sight.")[0]).toMatchObject({ text: "Belmar" });
    expect(placesIn("It sank off [GPE Belmar] Shoal.")[0]).toMatchObject({
      text: "Belmar Shoal",
      kind: "water",
      country: null,
    });
  });

  test("a region that is called as a country is, where its name says so", () => {
    expect(told("They fled to [GPE Tarvenia] state.")).toEqual(["Tarvenia: Tarvenia State, NL, 62"]);
    expect(told("The [GPE Tarvenia] governor fled to [GPE Tarvenia].")).toEqual([
      "Tarvenia: Tarvenia State, NL, 62",
      "Tarvenia: Tarvenia, TV, 35",
    ]);
  });

  test("the one of most people, where nothing else is told", () => {
    expect(told("Shots were heard in [GPE Belmar].")).toEqual(["Belmar: Belmar, TV, 35.2"]);
  });

  test("the one that the words behind it hold, and so everywhere in the article", () => {
    expect(told("A man of [GPE Belmar], [GPE Wm.], fell. [GPE Belmar] mourns.")).toEqual([
      "Belmar: Belmar, NL, 61.2",
      "Wm: Westmark, NL, 61",
      "Belmar: Belmar, NL, 61.2",
    ]);
  });

  test("two of one name, where the words behind tell them apart", () => {
    expect(told("Trains from [GPE Belmar], [GPE Westmark], to [GPE Belmar], [GPE Tarvenia], stopped.")).toEqual([
      "Belmar: Belmar, NL, 61.2",
      "Westmark: Westmark, NL, 61",
      "Belmar: Belmar, TV, 35.2",
      "Tarvenia: Tarvenia, TV, 35",
    ]);
  });

  test("the one near the article's other places", () => {
    expect(told("Roads from [GPE Orsen] to [GPE Fenwick] are closed.")).toContain("Fenwick: Fenwick, NL, 61.2");
    expect(told("Roads from [GPE Tarvenia] to [GPE Fenwick] are closed.")).toContain("Fenwick: Fenwick, TV, 34");
  });

  test("a region that two places were taken for one name with", () => {
    expect(told("He lives in [GPE Belmar, Eastmark].")).toEqual([
      "Belmar: Belmar, NL, 61.1",
      "Eastmark: Eastmark, NL, 61",
    ]);
  });

  test("not a part of a name that hyphens carry on", () => {
    const text = "He lives in [GPE Belmar]-sur-Orle, and the [GPE Belmar]-based firm closed.";
    expect(placesIn(text).map(({ text, name }) => [text, name])).toEqual([
      ["Belmar-sur-Orle", null],
      ["Belmar", "Belmar"],
    ]);
  });

  test("the region alone, where the town is not known", () => {
    const [fennick] = placesIn("He lives in [GPE Fennick], [GPE Westmark].");
    expect(fennick).toMatchObject({
      name: "Fennick",
      kind: "city",
      country: "NL",
      lat: 61,
      precision: "region",
      geonames: null,
    });
  });

  test("none, where most names are on no map and nothing speaks for those that are", () => {
    const unknown = "[GPE Oslovar] and [GPE Tesh] wait";
    expect(told(`${unknown} for [GPE Orsen].`)).toContain("Orsen: null, null, null");
    expect(told(`${unknown} for [GPE Orsen], [GPE Westmark].`)).toContain("Orsen: Orsen, NL, 61.3");
    expect(told(`${unknown} for [GPE Orsen], says a [NORP Norlandish] paper.`)).toContain("Orsen: Orsen, NL, 61.3");
    expect(told(`[GPE Tesh] waits for [GPE Orsen].`)).toContain("Orsen: Orsen, NL, 61.3");
  });

  test("nothing, where nobody knows", () => {
    const [fennick] = placesIn("He lives in [GPE Fennick].");
    expect(fennick).toMatchObject({
      text: "Fennick",
      name: null,
      country: null,
      lat: null,
      lon: null,
      precision: null,
    });
  });
});

describe("what holds a town stands behind it", () => {
  test.each([
    ["in [GPE Belmar], in eastern [GPE Norland], today", "Belmar, NL"],
    ["in [GPE Belmar], a port in the north of [GPE Norland], today", "Belmar, NL"],
    ["in [GPE Belmar], the old town of [GPE Westmark], today", "Belmar, NL"],
    ["in [GPE Belmar] ([GPE Westmark]) today", "Belmar, NL"],
    ["in [GPE Fenwick], in northern [GPE Norland], today", "Fenwick, NL"],
    // What is told of the town with a verb may lie anywhere.
    ["in [GPE Belmar], a rival left for [GPE Norland], today", "Belmar, TV"],
  ])("%s", (marked, expected) => {
    const [place] = placesIn(`Shots were heard ${marked}.`);
    expect(`${place?.name}, ${place?.country}`).toBe(expected);
  });
});

describe("what is a place", () => {
  test.each([
    "The [GPE Belmar] Treaty failed.",
    "The Treaty of [GPE Belmar] failed.",
    "The [GPE Belmar] accords failed.",
    "The [GPE Belmar] peace process failed.",
    "The [GPE Orsen] syndrome spread.",
    "The [GPE Orsen] Protocol holds.",
    "The Agreement of [GPE Orsen] holds.",
  ])("no name of a treaty: %s", (marked) => {
    expect(told(marked)).toEqual([]);
  });

  test.each(["[GPE M.S.]", "[GPE R.D.]", "[GPE Ph.D.]", "[GPE J.R.]", "[LOC M.B.A.]"])("no letters: %s", (marked) => {
    expect(told(`Ana Ruiz , ${marked} , left.`)).toEqual([]);
  });

  test("a sea, even where a state bears its name, and unknown waters", () => {
    expect(placesIn("Ships crossed the [LOC Sea of Tarven] and the [GPE Orsen Strait].")).toMatchObject([
      { text: "Sea of Tarven", kind: "water" },
      { text: "Orsen Strait", kind: "water", country: null },
    ]);
  });

  test.each([
    ["Rockets hit_VERB [PERSON Al-Tesh] on Monday.", ["Al-Tesh"]],
    ["Planes bombed [PERSON El-Karsh] again.", ["El-Karsh"]],
    ["Fighting near [PERSON Al-Dorr] went on.", ["Al-Dorr"]],
    ["Troops entered [PERSON Al-Vesh] at dawn.", ["Al-Vesh"]],
    ["Police arrested [PERSON Al-Tesh] at dawn.", []],
    ["A statement by [PERSON Al-Tesh] was read.", []],
  ])("an Arabic name where a place is told: %s", (marked, expected) => {
    expect(placesIn(marked).map(({ text }) => text)).toEqual(expected);
  });

  test("no part of a person or a body", () => {
    expect(told("The [ORG Belmar Post] met [PERSON Orsen Hale]. The ambassador of Karsky left.")).toEqual([]);
  });

  test("no demonym", () => {
    expect(told("The [NORP Norlanders] and the [NORP Tarvenian] guard left.")).toEqual([]);
  });

  test("no street, no side and no acronym", () => {
    expect(told("He drove down [GPE Orsen Avenue] to the [LOC Northwest] and saw [GPE UN] and [GPE TaxDOT].")).toEqual(
      [],
    );
  });

  test("what the tagger took for a person, where the article's other places speak for it", () => {
    expect(told("Roads from [GPE Westmark] and [GPE Belmar], [GPE Westmark], to [PERSON Orsen] are closed.")).toContain(
      "Orsen: Orsen, NL, 61.3",
    );
    expect(told("[PERSON Karsk] slept.")).toEqual([]);
  });

  test("a place behind a lower-case word of its name", () => {
    expect(told("Rain in [LOC northern Tarvenia] and on the [LOC Sea of Tarven].")).toEqual([
      "Tarvenia: Tarvenia, TV, 35",
      "Sea of Tarven: Sea of Tarven, TV, 36",
    ]);
  });
});

describe("embassies", () => {
  test("stand in the town and are of the country that they represent", () => {
    expect(placesIn("The [NORP Norlandish] embassy in [GPE Belmar] closed.")).toMatchObject([
      {
        text: "Norlandish embassy",
        name: "Norlandish embassy in Belmar",
        kind: "facility",
        country: "NL",
        lat: 35.2,
        precision: "city",
      },
      { text: "Belmar", country: "TV" },
    ]);
    expect(told("The [ORG Embassy of Tarvenia in Halverstad] closed.")).toEqual([
      "Embassy of Tarvenia: Embassy of Tarvenia in Halverstad, TV, 59",
      "Halverstad: Halverstad, NL, 59",
    ]);
  });

  test("stand nowhere, where no town is told", () => {
    expect(told("The [GPE Norland] embassy closed. The embassy will open.")).toEqual([
      "Norland embassy: Norland embassy, NL, null",
    ]);
  });
});

test("any text gives places that it holds, in the record's shape", () => {
  const word = fc.oneof(
    fc.constantFrom("Belmar", ",", "Westmark", "embassy", "of", "in", "the", "'s", "("),
    fc.string({ unit: "grapheme" }),
  );
  fc.assert(
    fc.property(
      fc.array(word),
      fc.constantFrom("GPE", "LOC", "FAC", "ORG", "PERSON", "NORP"),
      fc.nat(),
      (words, type, seed) => {
        const text = words.join(" ");
        const { length } = annotatedDocument(text).layers.tokens;
        const first = length === 0 ? 0 : seed % length;
        const names = length === 0 ? [] : [{ first, end: Math.min(length, first + 1 + (seed % 4)), type, score: 1 }];
        const { places } = extractPlaces(annotatedDocument(text, { names: { names } }), lexicon);
        for (const place of places) {
          expect(text.slice(...place.span)).toBe(place.text);
          expect(placeSchema.safeParse(place).success).toBe(true);
        }
      },
    ),
  );
});
