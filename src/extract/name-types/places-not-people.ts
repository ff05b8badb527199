import type { Name } from "../../doc/layers.js";
import type { Words } from "../grammar/words.js";
import { bodyNamed } from "../naming/entity-lexicons.js";
import { plain } from "../naming/plain.js";
import { nameKey } from "../places/name-key.js";
import { likelihoodOf } from "../ranking.js";
import { NamesTogether, placeSigns } from "./place-signs.js";
import type { NameLexicons } from "./settle-names.js";

/** Types that the tagger gives to places that it does not know. */
const mistakable = /^(?:PERSON|ORG|PRODUCT|FAC)$/;

/**
 * The names with those as places that the tagger takes for people or bodies and that are likelier one: by where they stand (behind "near", as what is shelled, beside other places), what the
 * gazetteer knows of them and how the article calls them elsewhere, weighed as `training/name-types.ts` learns it.
 */
export function placesNotPeople(words: Words, names: readonly Name[], lexicons: NameLexicons): readonly Name[] {
  const settled = [...names];
  const together = new NamesTogether(words, names, lexicons);
  const findPlaces = (): boolean => {
    let isAny = false;
    settled.forEach((name, at) => {
      if (!mayNamePlace(words, name, lexicons)) return;
      const signs = placeSigns(words, settled, at, together, lexicons);
      if (likelihoodOf(signs, lexicons.nameTypes) <= 0.5) return;
      settled[at] = { ...name, type: "GPE" };
      isAny = true;
    });
    return isAny;
  };
  // A place beside another is seen once that one is.
  if (findPlaces()) findPlaces();
  return settled;
}

/** Whether a name may be a place's: no part of a longer one ("the Green Zone"), no body that a table knows or whose last word tells it, no acronym, and of what the tagger took for a building or a product only what the gazetteer knows. */
export function mayNamePlace(words: Words, { first, end, type }: Name, { entities, places }: NameLexicons): boolean {
  const goesOn = words.upos(end) === "PROPN" && /^\p{Lu}/u.test(words.text(end));
  if (goesOn || !mistakable.test(type)) return false;
  const name = words.slice({ first, end });
  if (bodyNamed(name, entities) !== undefined || !/^\p{Lu}.*\p{L}$/su.test(name)) return false;
  if (type === "PERSON") return true;
  const isBody = plain(name)
    .split(" ")
    .some((word) => entities.bodyHeads.has(word));
  if (/^[\p{Lu}.]{1,5}$/u.test(name) || isBody) return false;
  return type === "ORG" || places.gazetteer.find(nameKey(name)).length > 0;
}
