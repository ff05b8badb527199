import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { annotatedText } from "../../../test/annotated-text.js";
import { entityTables } from "../../../test/entity-tables.js";
import { entityLexicons } from "../naming/entity-lexicons.js";
import type { Gazetteer, KnownPlace } from "../places/gazetteer.js";
import { weightsOf } from "../ranking.js";
import { settleNames } from "./settle-names.js";

const place = (name: string, index: number, feature: KnownPlace["feature"] = "town"): KnownPlace => ({
  index,
  name,
  feature,
  country: "TV",
  lat: 1,
  lon: 1,
  population: 20_000,
  geonames: null,
});

const known = new Map(
  ["tel ez zahr", "grey sea", "orrin strait", "umm al kath", "rasl al wadi", "kilmora", "belmar", "ostrand"].map(
    (key, at) => [key, place(key, at)],
  ),
);

const gazetteer: Gazetteer = {
  find: (key) => {
    const found = known.get(key);
    return found ? [{ place: found, naming: "name" }] : [];
  },
  isWithin: () => false,
  around: () => [],
};

const lexicons = {
  entities: entityLexicons(entityTables),
  places: { gazetteer, demonyms: new Map<string, string>() },
  nameTypes: weightsOf(readFileSync(new URL("../../../data/name-weights.tsv", import.meta.url), "utf8")),
};

/** The names of a marked text as they are settled: `words: type`. */
function names(marked: string): readonly string[] {
  const { document } = annotatedText(marked);
  const { start, end } = document.layers.tokens;
  return settleNames(document, lexicons).layers.names.names.map(
    (name) => `${document.text.slice(start[name.first], end[name.end - 1])}: ${name.type}`,
  );
}

test("a body that the tables name in full is no place", () => {
  const { bodies } = lexicons.entities;
  const [airline = ""] = [...bodies].flatMap(([key, { kind }]) =>
    kind === "organization" && key.includes(" ") ? [key] : [],
  );
  const words = airline.replace(/(^| )\p{L}/gu, (first) => first.toUpperCase());
  expect(names(`[GPE ${words}] halted its flights to [GPE Belmar].`)).toEqual([`${words}: ORG`, "Belmar: GPE"]);
  expect(names("[GPE Belmar Quay] was shut.")).toEqual(["Belmar Quay: GPE"]);
});

describe("a place that the tagger cut", () => {
  test("at a hyphen or an apostrophe is one name, where the gazetteer has it", () => {
    expect(names("Shots were heard in [PERSON Tel] ez-Zahr.")).toEqual(["Tel ez-Zahr: GPE"]);
    expect(names("Shots were heard in [PERSON Rasl] [PERSON al-Wadi].")).toEqual(["Rasl al-Wadi: GPE"]);
  });

  test("before the word for a water is one name and a place's", () => {
    expect(names("A drone fell into the [ORG Grey] Sea.")).toEqual(["Grey Sea: LOC"]);
    expect(names("A frigate crossed the [ORG Orrin Strait].")).toEqual(["Orrin Strait: LOC"]);
    expect(names("The [ORG Orrin Strait Council] met.")).toEqual(["Orrin Strait Council: ORG"]);
  });

  test("stays cut where it has not, and where another name holds it", () => {
    expect(names("He saw [PERSON Tel] ez-Karam.")).toEqual(["Tel: PERSON"]);
    expect(names("The [ORG University of Umm al-Kath] closed.")).toEqual(["University of Umm al-Kath: ORG"]);
  });
});

describe("a name taken for a person's", () => {
  test("is a place where places stand", () => {
    expect(names("They met near [PERSON Umm al-Kath] on Monday.")).toEqual(["Umm al-Kath: GPE"]);
    expect(names("A plane left the [PERSON Kilmora] air base.")).toEqual(["Kilmora: GPE"]);
    expect(names("The village of [PERSON Dorrin] is empty.")).toEqual(["Dorrin: GPE"]);
  });

  test("and so is one beside a place, where its form or the gazetteer speaks for it", () => {
    expect(names("Roads to [GPE Belmar] and [PERSON Umm al-Kath] are shut.")).toEqual([
      "Belmar: GPE",
      "Umm al-Kath: GPE",
    ]);
  });

  test("is a person's behind a title, with an age, with a namesake or as what belongs to somebody", () => {
    expect(names("She met with General [PERSON Kilmora] in [GPE Belmar].")[0]).toBe("Kilmora: PERSON");
    expect(names("Police asked for [PERSON Kilmora], 44, a nurse.")).toEqual(["Kilmora: PERSON"]);
    expect(names("[PERSON Ana Kilmora] left. Nobody heard from [PERSON Kilmora].")[1]).toBe("Kilmora: PERSON");
    expect(names("They met in [PERSON Kilmora]'s house.")).toEqual(["Kilmora: PERSON"]);
  });
});

describe("a name taken for a place", () => {
  test("is a person's where somebody's full name has it and it stands where people stand", () => {
    expect(names("[PERSON Jack Ostrand] resigned. [GPE Ostrand] said no.")[1]).toBe("Ostrand: PERSON");
  });

  test("stays a place behind “in”", () => {
    expect(names("[PERSON Jack Ostrand] lives in [GPE Ostrand].")[1]).toBe("Ostrand: GPE");
  });

  test("is a person's where the words behind it say what he is", () => {
    expect(names("[GPE Perla Ostrand], a farmer, was found.")).toEqual(["Perla Ostrand: PERSON"]);
  });
});

test("who speaks in a transcript, in capitals behind a title, is a person", () => {
  expect(names("HON. [GPE KILMORA]: The levy stays.\n\nSENATOR [ORG WARDE]: No.\n\nMR. SPEAKER: Order.")).toEqual([
    "KILMORA: PERSON",
    "WARDE: PERSON",
  ]);
});
