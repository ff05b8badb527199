import type { Name } from "../../doc/layers.js";
import type { Words } from "../grammar/words.js";
import { plain } from "../naming/plain.js";
import type { KnownPlace, NamedPlace } from "../places/gazetteer.js";
import { nameKey } from "../places/name-key.js";
import { particle } from "./place-names.js";
import { grounds, isGroundIn, nounBehind, sites, toEither, toPlaces } from "./position-of.js";
import type { NameLexicons } from "./settle-names.js";

/** The names of an article as its tagger has them, with what they tell of one another. */
export class NamesTogether {
  /** The words of people's names, and which names have them. */
  readonly #people = new Map<string, Set<string>>();
  /** How often a name is called a place where it stands, and how often something else. */
  readonly #places = new Map<string, number>();
  readonly #others = new Map<string, number>();
  /** The countries that the article's names of places lie in. */
  readonly #countries = new Set<string>();

  constructor(words: Words, names: readonly Name[], { places }: NameLexicons) {
    for (const name of names) {
      const key = nameKey(words.slice(name));
      const counts = isGround(name) ? this.#places : this.#others;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (name.type === "PERSON")
        for (const word of key.split(" ")) this.#people.set(word, (this.#people.get(word) ?? new Set()).add(key));
      if (!isGround(name)) continue;
      const known = properly(places.gazetteer.find(key)).map(({ place }) => place);
      const weightiest = known.reduce<KnownPlace | null>(
        (best, one) => (best === null || one.population > best.population ? one : best),
        null,
      );
      if (weightiest?.country) this.#countries.add(weightiest.country);
    }
  }

  /** Whether somebody of another name has a word of this one. */
  sharesPerson(key: string): boolean {
    return key.split(" ").some((word) => {
      const names = this.#people.get(word);
      return word.length > 3 && (names?.size ?? 0) - (names?.has(key) ? 1 : 0) > 0;
    });
  }

  /** How the article's tags elsewhere call the name: a place, something else, or both. */
  calledElsewhere(key: string): string {
    const place = this.#places.has(key);
    const other = (this.#others.get(key) ?? 0) > 1;
    return place ? (other ? "both" : "place") : other ? "other" : "never";
  }

  /** Whether the article tells of the country that a place of this name lies in. */
  tellsCountryOf(found: readonly NamedPlace[]): boolean {
    return found.some(({ place }) => place.country !== null && this.#countries.has(place.country));
  }
}

function isGround({ type }: Name): boolean {
  return type === "GPE" || type === "LOC";
}

/** Without those that are only short for another. */
function properly(found: readonly NamedPlace[]): readonly NamedPlace[] {
  return found.filter(({ naming }) => naming !== "abbreviation");
}

/** What tells for or against the name at this place of the list being that of a place, by name. */
export function placeSigns(
  words: Words,
  names: readonly Name[],
  at: number,
  together: NamesTogether,
  lexicons: NameLexicons,
): string[] {
  const name = names[at];
  if (name === undefined) return [];
  const key = nameKey(words.slice(name));
  const found = properly(lexicons.places.gazetteer.find(key));
  const type = `type ${name.type}`;
  const stands = `stands ${standing(words, name)}`;
  const elsewhere = `elsewhere ${together.calledElsewhere(key)}`;
  const country = `country ${found.length > 0 ? together.tellsCountryOf(found) : "none"}`;
  const known = found.length > 0 ? "known" : "unknown";
  return [
    "any",
    type,
    `${type} sure ${Math.min(Math.floor(name.score * 4), 3)}`,
    `${type} ${stands}`,
    `${type} ${elsewhere}`,
    `${type} ${known}`,
    `fame ${fameOf(found)}`,
    stands,
    `${stands} ${known}`,
    elsewhere,
    `${elsewhere} ${known}`,
    `${elsewhere} ${stands}`,
    country,
    `${country} ${stands}`,
    `${country} ${elsewhere}`,
    `words ${Math.min(key.split(" ").length, 4)}`,
    ...besides(words, names, at),
    ...shapeOf(words, name),
    ...personSigns(words, name, key, found.length > 0, together, lexicons),
  ];
}

/** How well the gazetteer knows the name. */
function fameOf(found: readonly NamedPlace[]): string {
  if (found.length === 0) return "none";
  const own = found.some(({ naming }) => naming === "name") ? "name" : "byname";
  const people = Math.max(...found.map(({ place }) => place.population));
  if (found.some(({ place }) => /^(?:country|region|capital|seat|water|area|landform)$/.test(place.feature)))
    return `${own} noted`;
  return `${own} ${people >= 100_000 ? "large" : people >= 15_000 ? "middling" : "small"}`;
}

/** Where it stands, in the manner of a dependency path: the preposition or verb that it hangs on. */
function standing(words: Words, { first, end }: Name): string {
  const behind = nounBehind(words, end);
  if (grounds.test(behind)) return "before ground";
  const isCalled = words.lower(first - 1) === "the";
  const before = isCalled ? first - 2 : first - 1;
  if (words.lower(before) === "of" && grounds.test(words.lower(before - 1))) return "ground of";
  if (sites.test(behind)) return "before site";
  if (/^['’]s?$/.test(words.text(end))) return "possessive";
  if (words.upos(end) === "NOUN") return "before noun";
  let top = words.top({ first, end });
  for (let step = 0; step < 6 && words.deprel(top) === "conj" && words.head(top) !== top; step++) top = words.head(top);
  const listed = top < first ? "listed " : "";
  const relation = words.deprel(top).split(":")[0] ?? "";
  const deed = words.forms(words.head(top));
  const own = prepositions.test(words.lower(before));
  const marker = own ? words.lower(before) : markerOf(top, words);
  if (marker !== null) {
    const moved = /^(?:from|to)$/.test(marker) && deed.some((form) => moves.test(form)) ? " moves" : "";
    return `${own ? "" : listed}${marker}${moved}`;
  }
  if (relation === "obj" || words.deprel(top) === "nsubj:pass") {
    const kind = deed.some((form) => toPlaces.test(form))
      ? "besieged"
      : deed.some((form) => toEither.test(form))
        ? "attacked"
        : "object";
    return `${listed}${kind}`;
  }
  if (relation === "nsubj") return deed.some((form) => says.test(form)) ? "says" : `${listed}subject`;
  return relation === "root" || relation === "appos" || relation === "compound" || relation === "flat"
    ? relation
    : "elsewhere";
}

/** The preposition of a word, by the parse. */
function markerOf(top: number, words: Words): string | null {
  const marker = words.children(top).find((child) => words.deprel(child) === "case" && child < top);
  if (marker === undefined) return null;
  return prepositions.test(words.lower(marker)) ? words.lower(marker) : "preposition";
}

const prepositions =
  /^(?:in|at|near|around|outside|inside|across|throughout|toward|towards|into|between|off|beyond|through|via|from|to|of|for|on|by|with|against|after|before|over|about|as|like)$/;
const moves =
  /^(?:move|withdraw|travel|flee|return|advance|drive|fly|march|retreat|head|go|come|arrive|sail|spread|push|walk|stretch|deploy|transfer|evacuate|bring|take|ship|cross|escape|send|reach)$/;
const says =
  /^(?:say|tell|add|ask|write|claim|deny|argue|think|believe|know|feel|smile|explain|recall|admit|reply|testify|tweet|joke|die|marry|play|score|star|win|lose|be)$/;

/** Places beside it: "Kafr Zita and Umm al-Fahm", "Tessalit, Mali". */
function besides(words: Words, names: readonly Name[], at: number): string[] {
  const name = names[at];
  const [before, next] = [names[at - 1], names[at + 1]];
  if (name === undefined) return [];
  const isListed = (from: number, to: number): boolean => {
    if (to - from < 1 || to - from > 5 || words.sentence(from - 1).end <= to) return false;
    for (let token = from; token < to; token++)
      if (!/^(?:,|and|or|&|the|of)$/i.test(words.text(token)) && !grounds.test(words.lower(token))) return false;
    return true;
  };
  const signs: string[] = [];
  if (next && isGround(next) && words.text(name.end) === "," && next.first === name.end + 1)
    signs.push("beside holder");
  else if (next && isGround(next) && isListed(name.end, next.first)) signs.push("beside next");
  if (before && isGround(before) && isListed(before.end, name.first)) signs.push("beside before");
  if (next && !isGround(next) && next.type === "PERSON" && isListed(name.end, next.first)) signs.push("beside person");
  if (
    words.text(name.end) === "," &&
    /^(?:an?|the)$/.test(words.lower(name.end + 1)) &&
    isGroundIn(words, name.end + 2)
  )
    signs.push("beside ground");
  return signs;
}

/** "Umm al-Fahm", "Ti-n-Essako": more places than people are written so. */
function shapeOf(words: Words, { first, end }: Name): string[] {
  const signs: string[] = [];
  for (let token = first; token < end; token++) {
    const word = words.text(token);
    if (word === "-" || (token > first && particle.test(word)) || /\p{L}['’‘`]\p{L}/u.test(word))
      signs.push("shape particle");
  }
  if (end - first > 1 && /^(?:al|el|ad|ar|as|ash|at|az|an)$/i.test(words.text(first))) signs.push("shape article");
  return [...new Set(signs)];
}

/** What speaks for a person. */
function personSigns(
  words: Words,
  { first, end }: Name,
  key: string,
  isKnown: boolean,
  together: NamesTogether,
  { entities }: NameLexicons,
): string[] {
  const title = entities.titles.get(plain(words.text(first - 1)))?.title;
  const aged = words.text(end) === "," && /^\d{1,3}$/.test(words.text(end + 1)) && words.text(end + 2) === ",";
  const noun =
    words.text(end) === "," && /^(?:an?|the|his|her|their)$/i.test(words.text(end + 1))
      ? nounBehind(words, end + 2)
      : "";
  const signs: string[] = [];
  if (title !== undefined && title.kind !== "person" && words.sentence(first).first < first) signs.push("titled");
  if (end - first > 1 && entities.givenNames.has(plain(words.text(first))))
    signs.push(isKnown ? "given known" : "given");
  if (entities.publicFigures.has(plain(words.slice({ first, end })))) signs.push("public figure");
  if (aged) signs.push("aged");
  if (entities.titles.has(noun)) signs.push("apposed title");
  if (together.sharesPerson(key)) signs.push("shares person");
  return signs;
}
