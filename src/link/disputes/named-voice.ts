import { bodyNoun } from "./one-side.js";
import { nameOf } from "./statements-said.js";

/** Whether a reader can tell who somebody is by what all he is called: he has a name, or a body's, and is not "everyone", "sources" or "a man in the video". */
export function isNamedVoice(called: string): boolean {
  const [words = ""] = called.split(" · ");
  if (anybody.test(words)) return false;
  return bodyNoun.test(words) || [words, nameOf(called)].some((one) => /\p{Lu}/u.test(one.replace(opening, "")));
}

const anybody = /^(?:one|some|many|most|everyone|everybody|others|people)\b/i;

/** Words at the head of a sentence that have a capital and name nobody. */
const opening =
  /^(?:the|an?|two|three|four|five|several|its|his|her|their|local|experts?|sources?|officials?|residents?|witness(?:es)?|critics?|scientists?|researchers?|analysts?|activists?|users?|fans?|media|authorities|women|men|students?|doctors?|lawyers?|neighbou?rs?|friends?|relatives?|websites?|news|security|medical|unnamed|anonymous)\b/i;
