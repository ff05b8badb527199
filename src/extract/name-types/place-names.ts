import type { Name, TokenRange } from "../../doc/layers.js";
import type { Words } from "../grammar/words.js";
import { nameKey } from "../places/name-key.js";
import type { NameLexicons } from "./settle-names.js";

/** Words that stand small between the parts of one name: "Deir ez-Zor", "Stoke-on-Trent", "Vila Nova de Gaia". */
export const particle =
  /^(?:al|el|an|ar|as|ash|at|az|ad|ed|es|esh|ez|er|ul|de|da|do|dos|das|del|della|di|du|des|la|le|les|los|las|lès|lez|sur|sous|en|aux?|n|am|der|den|van|upon|on|under|in|by|the|bin|ben)$/i;

/** No name of a place has more tokens; a hyphen is one. */
const longest = 8;

/** Last words of names of waters and lands: "the Black Sea", "the Taiwan Strait". */
const landform =
  /^(?:Sea|Gulf|Straits?|Bay|Ocean|River|Channel|Canal|Islands?|Peninsula|Desert|Mountains|Heights|Valley|Shoal)$/;

/** Types of names that may be a part of a place's. */
const partial = /^(?:PERSON|ORG|GPE|LOC|FAC|NORP|ORDINAL|CARDINAL)$/;

/**
 * Names of places that the tagger cut at a hyphen, a particle, an apostrophe or a word for a water, as one: those that the gazetteer knows as a whole. Such a name is of the type of its longest
 * part; that of a water or one of which the tagger marked nothing is a place's.
 */
export function joinPlaceNames(words: Words, names: readonly Name[], { places }: NameLexicons): readonly Name[] {
  const holding = new Map<number, Name>();
  for (const name of names) for (let token = name.first; token < name.end; token++) holding.set(token, name);
  const wholes: Name[] = [];
  for (let first = 0; first < words.length; first++) {
    const end = /^\p{Lu}/u.test(words.text(first)) ? endOfPlace(words, first, places.gazetteer) : null;
    const whole = end === null ? null : wholeOf({ first, end }, holding, landform.test(words.text(end - 1)));
    if (whole === null) continue;
    wholes.push(whole);
    first = whole.end - 1;
  }
  if (wholes.length === 0) return names;
  const taken = new Set<Name>();
  for (const { first, end } of wholes)
    for (let token = first; token < end; token++) {
      const part = holding.get(token);
      if (part) taken.add(part);
    }
  return [...names.filter((name) => !taken.has(name)), ...wholes].sort((a, b) => a.first - b.first);
}

/** Where the longest name of the gazetteer ends that starts there and has something in it at which taggers cut. */
function endOfPlace(words: Words, first: number, gazetteer: NameLexicons["places"]["gazetteer"]): number | null {
  const limit = Math.min(words.sentence(first).end, first + longest);
  let found: number | null = null;
  let isCuttable = false;
  for (let end = first + 2; end <= limit && mayGoOn(words, first, end - 1); end++) {
    isCuttable ||= isSeam(words, end - 1);
    if (!isCuttable || !/^\p{L}/u.test(words.text(end - 1)) || isParticle(words, end - 1)) continue;
    if (gazetteer.find(nameKey(words.slice({ first, end }))).some(({ naming }) => naming !== "abbreviation"))
      found = end;
  }
  return found;
}

/** Whether a name may go on over the token: capitals, hyphens without white space, small particles, an apostrophe inside. */
function mayGoOn(words: Words, first: number, token: number): boolean {
  const word = words.text(token);
  if (isGlued(words, token - 1, token) && (word === "-" || words.text(token - 1) === "-")) return true;
  return /^\p{Lu}/u.test(word) || isParticle(words, token) || (token === first + 1 && /^['’‘`]s$/.test(word));
}

function isSeam(words: Words, token: number): boolean {
  if (landform.test(words.text(token))) return true;
  return words.text(token) === "-" || /^['’‘`]s$/.test(words.text(token)) || isParticle(words, token);
}

/** Particles stand small, or as "Al-" at the start. */
function isParticle(words: Words, token: number): boolean {
  return particle.test(words.text(token)) && !/^\p{Lu}/u.test(words.text(token));
}

function isGlued(words: Words, before: number, token: number): boolean {
  return words.span({ first: before, end: before + 1 })[1] === words.span({ first: token, end: token + 1 })[0];
}

/** The name that the range is; `null` where one name of the tagger covers it already, or something else that it marked. */
function wholeOf(range: TokenRange, holding: ReadonlyMap<number, Name>, isLandform: boolean): Name | null {
  const parts = new Set<Name>();
  for (let token = range.first; token < range.end; token++) {
    const part = holding.get(token);
    if (part) parts.add(part);
  }
  const found = [...parts];
  const around = found.find(({ first, end }) => first <= range.first && range.end <= end);
  if (isLandform && around?.first === range.first && around.end === range.end && /^(?:ORG|PERSON)$/.test(around.type))
    return { ...around, type: "LOC" };
  const open = found.some(({ first, end, type }) => first < range.first || end > range.end || !partial.test(type));
  if (around !== undefined || open) return null;
  const [chief] = found.toSorted((a, b) => b.end - b.first - (a.end - a.first));
  if (isLandform) return { ...range, type: "LOC", score: chief?.score ?? 0.5 };
  const type = chief === undefined || found.some((part) => part.type === "GPE") ? "GPE" : chief.type;
  return { ...range, type, score: chief?.score ?? 0.5 };
}
