import type { TokenRange } from "../../doc/layers.js";
import type { Words } from "../grammar/words.js";

const inside = /^(?:in|at|near|around|outside|inside|across|throughout|toward|towards|into)$/;
const between = /^(?:between|off|beyond|through|via)$/;
const fromTo = /^(?:from|to|of|for|on)$/;

/** Deeds that are done to places alone. */
export const toPlaces =
  /^(?:shell|bombard|besiege|overrun|encircle|storm|recapture|retake|enter|evacuate|overfly|blockade)$/;
/** Deeds that are done to places and to people. */
export const toEither =
  /^(?:reach|hit|bomb|strike|pound|capture|seize|leave|raid|attack|block|control|hold|target|liberate|take|visit|lose)$/;

/** Nouns for places, behind a name ("the Al Udeid air base") or before it ("the town of Al-Hol"). */
export const grounds =
  /^(?:town|city|village|district|province|region|governorate|neighbou?rhood|suburb|quarter|base|airbase|airport|crossing|checkpoint|refinery|oilfield|island|valley|mountains|hamlet|municipality|port|peninsula|commune|prefecture|county)s?$/;
export const sites = /^(?:camp|prison|dam|bridge|hospital|road|highway|area|border|state)s?$/;

/** Whether a name stands where a place stands; what holds for one of several beside each other holds for all. */
export function standsAsPlace(words: Words, { first, end }: TokenRange): boolean {
  const behind = nounBehind(words, end);
  if (grounds.test(behind)) return true;
  const isCalled = words.lower(first - 1) === "the";
  const before = isCalled ? first - 2 : first - 1;
  if (words.lower(before) === "of" && grounds.test(words.lower(before - 1))) return true;
  if (words.text(end) === "," && /^(?:an?|the)$/.test(words.lower(end + 1)) && isGroundIn(words, end + 2)) return true;
  // "In Kim's cabinet", "the Ruiz campaign", "the Toyota": what is told stands elsewhere.
  const isOther = /^['’]s?$/.test(words.text(end)) || words.upos(end) === "NOUN" || (isCalled && end - first === 1);
  return isOther ? sites.test(behind) : standsByGrammar(words, { first, end }, before);
}

function standsByGrammar(words: Words, range: TokenRange, before: number): boolean {
  const preposition = words.lower(before);
  if (inside.test(preposition) || between.test(preposition)) return true;
  if (fromTo.test(preposition)) return preposition !== "of" && words.lower(before - 1) !== "according";
  let top = words.top(range);
  for (let step = 0; step < 6 && words.deprel(top) === "conj" && words.head(top) !== top; step++) top = words.head(top);
  const isInside = (child: number): boolean => inside.test(words.lower(child)) && words.deprel(child) === "case";
  if (top < range.first && words.upos(top) === "PROPN" && words.children(top).some(isInside)) return true;
  const relation = words.deprel(top);
  if (relation !== "obj" && relation !== "nsubj:pass") return false;
  return words.forms(words.head(top)).some((form) => toPlaces.test(form) || toEither.test(form));
}

/** The noun that the name stands before: "base" of "Al Udeid air base". */
export function nounBehind(words: Words, end: number): string {
  if (words.upos(end) !== "NOUN") return "";
  return words.upos(end + 1) === "NOUN" ? words.lower(end + 1) : words.lower(end);
}

/** "The American air base near Doha". */
export function isGroundIn(words: Words, from: number): boolean {
  for (let token = from; token < from + 5 && /^(?:ADJ|NOUN|PROPN|NUM|ADV)$/.test(words.upos(token)); token++)
    if (grounds.test(words.lower(token)) && words.upos(token + 1) !== "NOUN") return true;
  return false;
}
