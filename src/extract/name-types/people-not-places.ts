import type { Name } from "../../doc/layers.js";
import type { Words } from "../grammar/words.js";
import { plain } from "../naming/plain.js";
import { nameKey } from "../places/name-key.js";
import { standsAsPlace } from "./position-of.js";
import type { NameLexicons } from "./settle-names.js";

const located =
  /^(?:in|at|near|from|to|outside|inside|into|around|across|toward|towards|through|via|between|over|off|leaving)$/;

/**
 * The names with those as people that are a word of somebody's full name in the article and stand where no place stands: the London who speaks behind Jack London. Where the article tells of
 * the country too, it is meant; and so is the town behind "in" or before ", Nebraska".
 */
export function peopleNotPlaces(words: Words, names: readonly Name[], lexicons: NameLexicons): readonly Name[] {
  const people = namesakes(words, names, lexicons);
  if (people.size === 0) return names;
  return names.map((name) => {
    if (name.type === "PERSON" || !people.has(name)) return name;
    return { ...name, type: "PERSON" };
  });
}

/** The names tagged as places that are somebody's. */
function namesakes(words: Words, names: readonly Name[], lexicons: NameLexicons): ReadonlySet<Name> {
  const parts = new Set<string>();
  const found = new Set<Name>();
  for (const name of names) {
    if (name.end - name.first < 2 || words.slice(name).includes("-")) continue;
    const person = name.type === "PERSON" && name.score > 0.5;
    if (!person && !isDescribed(words, name, lexicons)) continue;
    if (!person) found.add(name);
    const own = nameKey(words.slice(name)).split(" ");
    for (const word of [own[0], own.at(-1)]) if (word) parts.add(word);
  }
  if (parts.size === 0) return found;
  const meant = countriesTold(words, names, lexicons);
  const towns = new Set(
    names.flatMap((name) => (name.type === "GPE" && isLocated(words, name) ? nameKey(words.slice(name)) : [])),
  );
  for (const name of names) {
    const key = nameKey(words.slice(name));
    if (name.type !== "GPE" || !parts.has(key) || isLocated(words, name)) continue;
    const isSubject = words.deprel(words.top(name)).startsWith("nsubj");
    if (!isSubject && (towns.has(key) || isNoted(key, lexicons))) continue;
    const country = lexicons.entities.countryNames.get(plain(words.slice(name)));
    if (country === undefined || !meant.has(country.code)) found.add(name);
  }
  return found;
}

/** A country, a region or a big town: the Texas of "Breitbart Texas" is nobody's surname. */
function isNoted(key: string, { places }: NameLexicons): boolean {
  return places.gazetteer
    .find(key)
    .some(
      ({ place, naming }) =>
        naming === "name" && (/^(?:country|region|capital)$/.test(place.feature) || place.population > 500_000),
    );
}

/** "Sydney Oslo, a farmer," whom no map knows. */
function isDescribed(words: Words, { first, end, type }: Name, { entities, places }: NameLexicons): boolean {
  if (type !== "GPE" || standsAsPlace(words, { first, end })) return false;
  if (places.gazetteer.find(nameKey(words.slice({ first, end }))).length > 0) return false;
  if (words.text(end) !== ",") return false;
  if (/^\d{1,3}$/.test(words.text(end + 1)) && words.text(end + 2) === ",") return true;
  if (!/^(?:an?|the|his|her)$/i.test(words.text(end + 1))) return false;
  let noun = end + 2;
  while (noun < end + 6 && /^(?:ADJ|NOUN|PROPN)$/.test(words.upos(noun + 1))) noun++;
  return /^[,.]$/.test(words.text(noun + 1)) && entities.titles.has(plain(words.text(noun)));
}

/** Behind "in", before ", Nebraska", or before a noun ("the Guerrero governor"). */
function isLocated(words: Words, { first, end }: Name): boolean {
  if (words.upos(end) === "NOUN" || standsAsPlace(words, { first, end })) return true;
  const before = words.lower(first - 1) === "the" ? first - 2 : first - 1;
  if (located.test(words.lower(before))) return true;
  return (
    words.text(end) === "," &&
    words.upos(end + 1) === "PROPN" &&
    words.deprel(end + 1) !== "conj" &&
    /^[,.]$/.test(words.text(end + 2))
  );
}

/** The countries of which the article tells besides by their people, or by their name where something is in them. */
function countriesTold(words: Words, names: readonly Name[], { entities }: NameLexicons): ReadonlySet<string> {
  const told = new Set<string>();
  for (const name of names) {
    const text = plain(words.slice(name));
    const country = entities.countryAdjectives.get(text) ?? entities.countryPeople.get(text);
    const named = entities.countryNames.get(text) ?? entities.countrySeats.get(text);
    if (country && !named) told.add(country.code);
    if (named && name.type === "GPE" && isLocated(words, name)) told.add(named.code);
  }
  return told;
}
