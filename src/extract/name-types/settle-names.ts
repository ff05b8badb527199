import type { FullyAnnotated } from "../../doc/document.js";
import type { Name } from "../../doc/layers.js";
import { type Words, withNames, wordsOf } from "../grammar/words.js";
import type { EntityLexicons } from "../naming/entity-lexicons.js";
import type { PlaceLexicon } from "../places/place-lexicon.js";
import type { Weights } from "../ranking.js";
import { bodiesNotPlaces } from "./bodies-not-places.js";
import { labelledSpeakers } from "./labelled-speakers.js";
import { peopleNotPlaces } from "./people-not-places.js";
import { joinPlaceNames } from "./place-names.js";
import { placesNotPeople } from "./places-not-people.js";

/** What is written down about who there is and where. */
export interface NameLexicons {
  readonly entities: EntityLexicons;
  readonly places: PlaceLexicon;
  /** What tells the name of a place from another's. */
  readonly nameTypes: Weights;
}

/** One step: the names of the document as it knows better than the tagger, in text order and without overlap. */
export type NameStep = (words: Words, names: readonly Name[], lexicons: NameLexicons) => readonly Name[];

/** The steps before places are told from people. */
export const stepsBefore: readonly NameStep[] = [labelledSpeakers, joinPlaceNames];

/** THE list of steps, in their order. */
const steps: readonly NameStep[] = [...stepsBefore, placesNotPeople, peopleNotPlaces, bodiesNotPlaces];

const known = new WeakMap<FullyAnnotated, FullyAnnotated>();

/**
 * The document with its names as the article as a whole and the gazetteer tell them: a tagger reads a sentence at a time, cuts "Deir ez-Zor", takes "Umm
 * al-Fahm" for a person, and the London who speaks behind Jack London for the town. Each document is settled once.
 */
export function settleNames(document: FullyAnnotated, lexicons: NameLexicons): FullyAnnotated {
  const settled = known.get(document) ?? settle(document, lexicons);
  known.set(document, settled);
  return settled;
}

function settle(document: FullyAnnotated, lexicons: NameLexicons): FullyAnnotated {
  const words = wordsOf(document);
  const names = steps.reduce<readonly Name[]>(
    (before, step) => step(words, before, lexicons),
    document.layers.names.names,
  );
  return withNames(document, names);
}
