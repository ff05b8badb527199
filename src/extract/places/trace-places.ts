import type { FullyAnnotated } from "../../doc/document.js";
import type { Place } from "../../record/place.js";
import { spansEqual } from "../../text/span.js";
import { wordsOf } from "../grammar/words.js";
import type { Provenance, Trace } from "../provenance.js";
import { resolvedToponyms } from "./extract-places.js";
import type { NamedPlace } from "./gazetteer.js";
import type { PlaceLexicon } from "./place-lexicon.js";
import type { ResolvedToponym } from "./resolve-toponyms.js";

/** Tells of each place how its words were taken for a name, and which places of that name there are. */
export function tracePlaces(
  document: FullyAnnotated,
  places: readonly Place[],
  lexicon: PlaceLexicon,
  trace: Trace,
): void {
  const words = wordsOf(document);
  const resolved = resolvedToponyms(document, lexicon);
  for (const place of places) {
    const found = resolved.find(({ toponym }) => spansEqual(words.span(toponym), place.span));
    trace(place.id, found === undefined ? mission : provenanceOf(found));
  }
}

const mission: Provenance = {
  rule: "an embassy or a consulate, told with its country or its town",
  row: null,
  trigger: null,
  notes: [],
};

function provenanceOf({ toponym, place, support, container }: ResolvedToponym): Provenance {
  const { places, type, doubtful } = toponym;
  const rule =
    type === null
      ? "a name that the gazetteer knows and the names layer passed over"
      : `a name that the names layer calls ${type}`;
  const others = [...places].sort((a, b) => b.place.population - a.place.population).slice(0, mostShown);
  return {
    rule,
    row: null,
    trigger: null,
    notes: [
      ...(doubtful ? ["doubtful: it counts because the article's other places speak for it"] : []),
      ...(places.length === 0 ? ["the gazetteer has no place of that name"] : []),
      ...(container === null ? [] : [`placed in ${container.name} by the words behind it`]),
      ...(place === null ? [] : [`the article's other names speak for it with ${support.toFixed(2)}`]),
      ...others.map((one) => `${one.place.index === place?.index ? "chosen" : "passed over"}: ${describe(one)}`),
      ...(places.length > mostShown ? [`passed over: ${places.length - mostShown} more of that name`] : []),
    ],
  };
}

/** Places of one name that an explanation lists. */
const mostShown = 5;

function describe({ place, naming }: NamedPlace): string {
  const known = naming === "name" ? "" : `, by its ${naming}`;
  const people = place.population > 0 ? `, ${place.population.toLocaleString("en")} people` : "";
  return `${place.name}, ${place.feature} in ${place.country ?? "no country"}${people}${known}`;
}
