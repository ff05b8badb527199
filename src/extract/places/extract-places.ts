import type { FullyAnnotated } from "../../doc/document.js";
import { rangeAt } from "../../doc/find-ranges.js";
import type { TokenRange } from "../../doc/layers.js";
import { idCounter } from "../../record/id.js";
import type { Place } from "../../record/place.js";
import { type Words, wordsOf } from "../grammar/words.js";
import { findToponyms, type Toponym } from "../naming/names/find-toponyms.js";
import { findMissions, type Mission } from "./find-missions.js";
import type { Feature } from "./gazetteer.js";
import type { PlaceLexicon } from "./place-lexicon.js";
import { type ResolvedToponym, resolveToponyms } from "./resolve-toponyms.js";
import { leastSupport } from "./weights.js";

/** The places of an article. */
export interface PlaceTable {
  /** By where they stand in the text. */
  readonly places: readonly Place[];
  /** The place whose words hold the token. */
  at(token: number): Place | null;
  /** The country of the place in the name of a body that holds the token, where other places speak for it: of Karsk in "Karsk Police". */
  countryInName(token: number): string | null;
}

const kinds: Readonly<Record<Feature, Pick<Place, "kind" | "precision">>> = {
  country: { kind: "country", precision: "country" },
  region: { kind: "region", precision: "region" },
  county: { kind: "region", precision: "region" },
  capital: { kind: "city", precision: "city" },
  seat: { kind: "city", precision: "city" },
  town: { kind: "city", precision: "city" },
  quarter: { kind: "city", precision: "city" },
  water: { kind: "water", precision: "region" },
  area: { kind: "region", precision: "region" },
  landform: { kind: "other", precision: "region" },
};

const nowhere = { lat: null, lon: null, precision: null } as const;

/** The places that an article names, each mention with what it most likely is. */
export function extractPlaces(document: FullyAnnotated, lexicon: PlaceLexicon): PlaceTable {
  const words = wordsOf(document);
  const resolved = resolvedToponyms(document, lexicon);
  const missions = findMissions(words, resolved, lexicon);
  const drafts = [
    ...missions.map((mission) => ({ range: mission, place: placeOfMission(mission, words) })),
    ...resolved
      .filter((one) => isPlace(one, words) && !missions.some((mission) => overlaps(mission, one.toponym)))
      .map((one) => ({ range: one.toponym, place: placeOf(one, words) })),
  ];
  drafts.sort((a, b) => a.range.first - b.range.first);
  const nextId = idCounter("pl");
  const placed = drafts.map(({ range, place }) => ({
    first: range.first,
    end: range.end,
    place: { id: nextId(), ...place },
  }));
  return {
    places: placed.map(({ place }) => place),
    at: (token) => rangeAt(placed, token)?.place ?? null,
    countryInName(token) {
      const inside = resolved.find(
        ({ toponym: { first, end, role } }) => role === "embedded" && first <= token && token < end,
      );
      return inside?.place && inside.support >= leastSupport.doubtful ? inside.place.country : null;
    },
  };
}

/** The toponyms of an article, also those that only hint at where it plays, each with the place that it most likely names. */
export function resolvedToponyms(document: FullyAnnotated, lexicon: PlaceLexicon): readonly ResolvedToponym[] {
  const words = wordsOf(document);
  const toponyms = findToponyms(words, document.layers.names.names, lexicon);
  const joins = (inner: TokenRange, outer: TokenRange): boolean => joinedByComma(words, inner, outer);
  return resolveToponyms(toponyms, joins, lexicon.gazetteer);
}

function overlaps(a: TokenRange, b: TokenRange): boolean {
  return a.first < b.end && b.first < a.end;
}

function isPlace({ toponym, support }: ResolvedToponym, words: Words): boolean {
  if (toponym.role !== "toponym" && toponym.role !== "facility") return false;
  if (!toponym.doubtful) return true;
  const located = /^(?:in|at|near|from|to|outside|of)$/.test(words.lower(toponym.first - 1));
  return support >= (located ? leastSupport.doubtful / 2 : leastSupport.doubtful);
}

/** A facility in the town where it stands, of the country that it represents. */
function placeOfMission(mission: Mission, words: Words): Omit<Place, "id"> {
  const { country, town } = mission;
  const text = words.slice(mission);
  const point = town ? ({ lat: town.lat, lon: town.lon, precision: "city" } as const) : nowhere;
  const name = town ? `${text} in ${town.name}` : text;
  return { span: words.span(mission), text, name, kind: "facility", country, geonames: null, ...point };
}

function placeOf({ toponym, place, container }: ResolvedToponym, words: Words): Omit<Place, "id"> {
  const mention = { span: words.span(toponym), text: words.slice(toponym) };
  if (place) {
    const { name, country, lat, lon, geonames, feature } = place;
    return { ...mention, name, country, lat, lon, geonames, ...kinds[feature] };
  }
  const kind = kindOfUnknown(toponym, mention.text);
  if (container) {
    const { country, lat, lon, feature } = container;
    return {
      ...mention,
      name: mention.text,
      kind,
      country,
      lat,
      lon,
      geonames: null,
      precision: kinds[feature].precision,
    };
  }
  return { ...mention, name: null, kind, country: null, geonames: null, ...nowhere };
}

function kindOfUnknown({ role, type }: Toponym, text: string): Place["kind"] {
  if (role === "facility") return "facility";
  if (/\b(?:River|Lake|Sea|Bay|Gulf|Strait|Creek|Ocean|Canal|Shoal|Reef)\b/.test(text)) return "water";
  return type === "GPE" ? "city" : "other";
}

/** "Tripoli, Lebanon", "Paris (Texas)", "Hyderabad, in southern Pakistan", "Tripoli, a port in the north of Lebanon". */
function joinedByComma(words: Words, inner: TokenRange, outer: TokenRange): boolean {
  if (!/^[,(]$/.test(words.text(inner.end))) return false;
  if (outer.first === inner.end + 1) return true;
  if (
    outer.first > inner.end + longestApposition ||
    words.sentence(outer.first).first !== words.sentence(inner.first).first
  )
    return false;
  const between = Array.from({ length: outer.first - inner.end - 1 }, (_, i) => inner.end + 1 + i);
  const opens = /^(?:in|a|an|the)$/.test(words.lower(inner.end + 1));
  // "In southern Pakistan", "in Lebanon's north": the last preposition leads to what holds the place.
  const leads = between.findLast((token) => words.upos(token) === "ADP");
  return (
    opens &&
    leads !== undefined &&
    /^(?:in|of)$/.test(words.lower(leads)) &&
    between.every((token) => /^(?:ADP|DET|ADJ|NOUN|NUM|ADV)$/.test(words.upos(token)))
  );
}

const longestApposition = 10;
