import type { Words } from "../grammar/words.js";
import type { Direction } from "./time-meaning.js";

const farthest = 40;

/** Verbs and adjectives whose present tells of what is to come: "is expected in May". */
const expectant =
  /^(?:expect|schedule|plan|slate|set|due|project|predict|forecast|hope|intend|aim|promise|mature|expire)$/;

/**
 * Whether the clause around a token tells of the past (-1) or of what is to come (1), by its verb: "will meet", "plans to meet" and "to be
 * held" are to come; 0 where no verb says so, as in the present. The verb is the nearest one above the token in the tree.
 */
export function tenseAt(token: number, words: Words): Direction {
  const governed = words.children(token).map((child) => words.lower(child));
  if (governed.includes("since")) return -1;
  if (governed.includes("until") || governed.includes("through") || words.lower(token - 1) === "effective") return 1;
  if (/^(?:compound|amod|nummod|nmod:poss)/.test(words.deprel(token))) return 0;
  if (words.deprel(token).startsWith("obl") && isScheduled(words.head(token), words)) return 1;
  let at = token;
  for (let step = 0; step < farthest; step++) {
    const said = tenseOf(at, words);
    if (said !== 0) return said;
    const head = words.head(at);
    if (head === at) return 0;
    at = head;
  }
  return 0;
}

/** "Voting begins on Monday": the present of a sentence, which no headline is. */
function isScheduled(verb: number, words: Words): boolean {
  const feats = words.feats(verb);
  if (words.upos(verb) !== "VERB" || !feats.includes("Tense=Pres") || !feats.includes("VerbForm=Fin")) return false;
  return words.text(words.sentence(verb).end - 1) === "." && !saying.test(words.lemma(verb));
}

const saying = /^(?:say|tell|add|write|report|show|mean|claim|note)$/;

function tenseOf(verb: number, words: Words): Direction {
  const children = words.children(verb);
  const auxiliaries = children.filter((child) => /^(?:aux|cop)/.test(words.deprel(child)));
  if (!/^(?:VERB|AUX)$/.test(words.upos(verb)) && auxiliaries.length === 0) return 0;
  if (auxiliaries.some((child) => /^(?:will|'ll|shall|would|may|might|must|should|can)$/.test(words.lower(child)))) {
    return auxiliaries.some((child) => words.lower(child) === "have") ? -1 : 1;
  }
  if (children.some((child) => words.lower(child) === "to" && words.deprel(child) === "mark")) {
    return words.children(words.head(verb)).some((child) => words.lower(child) === "had") ? -1 : 1;
  }
  const finite = [verb, ...auxiliaries].map((token) => words.feats(token));
  if (finite.some((feats) => /Tense=Past\|.*VerbForm=Fin|Tense=Past$/.test(feats))) return -1;
  if (auxiliaries.some((child) => /^(?:has|have|had|was|were|'ve|'d)$/.test(words.lower(child)))) return -1;
  const present = auxiliaries.some((child) => /^(?:is|are|am|'s|'re|'m)$/.test(words.lower(child)));
  if (present) return expectant.test(words.lemma(verb)) || words.lower(verb) === "going" ? 1 : 0;
  return finite.some((feats) => feats.includes("VerbForm=Part") && feats.includes("Tense=Past")) ? -1 : 0;
}
