import type { Name } from "../../doc/layers.js";
import type { Words } from "../grammar/words.js";
import { plain } from "../naming/plain.js";
import { nameKey } from "../places/name-key.js";
import { particle } from "./place-names.js";
import { grounds, positionOf } from "./position-of.js";
import type { NameLexicons } from "./settle-names.js";

/**
 * The names with those as places that the tagger takes for people or bodies and that stand where places stand: behind "near", as what is shelled, beside other places, before "district". The
 * gazetteer speaks for them, and so do particles and hyphens; a title, an age, a verb of saying or somebody else of that name speaks against it.
 */
export function placesNotPeople(words: Words, names: readonly Name[], lexicons: NameLexicons): readonly Name[] {
  const settled = [...names];
  const people = new PeopleOf(words, names);
  // A place beside another is seen once that one is.
  for (let round = 0; round < 2; round++) {
    settled.forEach((name, at) => {
      if (!/^(?:PERSON|ORG|PRODUCT|FAC)$/.test(name.type) || !isOpen(words, name, lexicons)) return;
      if (isPlace(words, settled, at, people, lexicons)) settled[at] = { ...name, type: "GPE" };
    });
  }
  return settled;
}

/** No body that a table knows or whose last word tells it, no acronym, and of what the tagger took for a building or a product only what the gazetteer knows. */
function isOpen(words: Words, { first, end, type }: Name, { entities, places }: NameLexicons): boolean {
  const name = words.slice({ first, end });
  const text = plain(name);
  if (entities.bodies.has(text) || !/^\p{Lu}.*\p{L}$/su.test(name)) return false;
  if (type === "PERSON") return true;
  if (/^[\p{Lu}.]{1,5}$/u.test(name) || text.split(" ").some((word) => entities.bodyHeads.has(word))) return false;
  return type === "ORG" || places.gazetteer.find(nameKey(name)).length > 0;
}

/** From this sum on the signs tell of a place more often than not. */
const enough = 2.5;
const enoughUnknown = 2.6;

function isPlace(words: Words, names: readonly Name[], at: number, people: PeopleOf, lexicons: NameLexicons): boolean {
  const name = names[at];
  if (name === undefined) return false;
  const position = positionOf(words, name) + besides(words, names, at);
  if (position < 1) return false;
  const against = personSigns(words, name, people, lexicons);
  const fame = fameOf(words, name, lexicons);
  return against < 3 && position + shapeOf(words, name) + fame - against >= (fame > 0 ? enough : enoughUnknown);
}

/** How well the gazetteer knows the name. */
function fameOf(words: Words, name: Name, { places }: NameLexicons): number {
  const found = places.gazetteer.find(nameKey(words.slice(name))).filter(({ naming }) => naming !== "abbreviation");
  if (found.length === 0) return 0;
  const own = found.some(({ naming }) => naming === "name") ? 1 : 0.7;
  const people = Math.max(...found.map(({ place }) => place.population));
  const seat = found.some(({ place }) => /^(?:country|region|capital|seat)$/.test(place.feature));
  return own + (people >= 15_000 || seat ? 0.5 : 0) + (people >= 100_000 ? 0.5 : 0);
}

/** "Umm al-Fahm", "Ti-n-Essako": more places than people are written so. */
function shapeOf(words: Words, { first, end }: Name): number {
  for (let token = first; token < end; token++) {
    const word = words.text(token);
    if (word === "-" || (token > first && particle.test(word)) || /\p{L}['’‘`]\p{L}/u.test(word)) return 0.8;
  }
  return 0;
}

/** Whether a place stands beside it: "Kafr Zita and Umm al-Fahm", "Tessalit, Mali". */
function besides(words: Words, names: readonly Name[], at: number): number {
  const name = names[at];
  const [before, next] = [names[at - 1], names[at + 1]];
  if (name === undefined) return 0;
  const isListed = (from: number, to: number): boolean => {
    if (to - from < 1 || to - from > 5 || words.sentence(from - 1).end <= to) return false;
    // "Umm al-Kath and the port of Belmar".
    for (let token = from; token < to; token++)
      if (!/^(?:,|and|or|&|the|of)$/i.test(words.text(token)) && !grounds.test(words.lower(token))) return false;
    return true;
  };
  if (next && isGround(next) && words.text(name.end) === "," && next.first === name.end + 1) return 2;
  const beside =
    (before && isGround(before) && isListed(before.end, name.first)) ||
    (next && isGround(next) && isListed(name.end, next.first));
  return beside ? 1.5 : 0;
}

function isGround({ type }: Name): boolean {
  return type === "GPE" || type === "LOC";
}

const says =
  /^(?:say|tell|add|ask|write|claim|deny|argue|think|believe|know|feel|smile|explain|recall|admit|reply|testify|tweet|joke|die|marry|play|score|star|win|lose|be)$/;

/** What speaks for a person. */
function personSigns(
  words: Words,
  { first, end, type, score }: Name,
  people: PeopleOf,
  { entities }: NameLexicons,
): number {
  const before = plain(words.text(first - 1));
  const title = entities.titles.get(before)?.title;
  const given = end - first > 1 && entities.givenNames.has(plain(words.text(first)));
  const top = words.top({ first, end });
  const verb = words.head(top);
  const subject = words.deprel(top).startsWith("nsubj") && words.forms(verb).some((form) => says.test(form));
  const aged = words.text(end) === "," && /^\d{1,3}$/.test(words.text(end + 1)) && words.text(end + 2) === ",";
  const noun =
    words.text(end) === "," && /^(?:an?|the|his|her|their)$/i.test(words.text(end + 1))
      ? nounBehind(words, end + 2)
      : "";
  return (
    (title !== undefined && title.kind !== "person" && words.sentence(first).first < first ? 3 : 0) +
    (given ? 1.5 : 0) +
    (entities.publicFigures.has(plain(words.slice({ first, end }))) ? 3 : 0) +
    (subject ? 1.5 : 0) +
    (aged ? 3 : 0) +
    (entities.titles.has(noun) ? 3 : 0) +
    (people.share(words.slice({ first, end })) ? 2.5 : 0) +
    (type === "PERSON" ? 0.5 * score : 0.3)
  );
}

function nounBehind(words: Words, from: number): string {
  let token = from;
  while (token < from + 4 && /^(?:ADJ|NOUN|PROPN)$/.test(words.upos(token + 1))) token++;
  return plain(words.text(token));
}

/** The words of people's names in the article. */
class PeopleOf {
  private readonly byWord = new Map<string, Set<string>>();

  constructor(words: Words, names: readonly Name[]) {
    for (const name of names) {
      if (name.type !== "PERSON") continue;
      const text = nameKey(words.slice(name));
      for (const word of text.split(" ")) this.byWord.set(word, (this.byWord.get(word) ?? new Set()).add(text));
    }
  }

  /** Whether somebody of another name has a word of this one. */
  share(text: string): boolean {
    const own = nameKey(text);
    const others = (word: string): number => {
      const names = this.byWord.get(word);
      return (names?.size ?? 0) - (names?.has(own) ? 1 : 0);
    };
    return own.split(" ").some((word) => word.length > 3 && others(word) > 0);
  }
}
