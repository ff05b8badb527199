import { isNominal, prepositionOf } from "../clause.js";
import type { Words } from "../words.js";
import type { Nouns } from "./nouns.js";

/** Clauses of their own, and what stands before the verb. */
const outside = /^(?:nsubj(?::pass|:outer)?|advcl|ccomp|parataxis|xcomp|punct|mark|aux|cop|vocative|obl:agent)$/;
const leading =
  /^(?:against|from|to|into|in|on|onto|upon|at|with|for|of|over|toward|towards|near|inside|across|between|along|around|outside|about)$/;

const scene = /^(?:in|on|at|near|inside|across|between|along|around|outside)$/;

/**
 * Somebody known, or a place, whom the words of an act come to behind its verb or noun: where the one acted upon is a mere thing, this is
 * whom it concerns ("seized a tanker off Oman", "eased restrictions on travel to Cuba"). The shallowest, then the first; `null` where there is none.
 */
export function partyWithin(act: number, words: Words, nouns: Nouns, except: readonly number[]): number | null {
  let level: readonly number[] = [act];
  for (let depth = 0; depth < 6 && level.length > 0; depth++) {
    const below = level
      .flatMap((one) => words.children(one))
      .filter((one) => !leavesAct(one, act, words) && !except.includes(one));
    const found = below.filter((one) => one > act && isKnownParty(one, words, nouns)).sort((a, b) => a - b)[0];
    if (found !== undefined) return found;
    level = below;
  }
  return null;
}

function leavesAct(token: number, act: number, words: Words): boolean {
  const relation = words.deprel(token);
  // "Closed its airspace, according to a notice to airmen": who says so is not acted upon.
  if (prepositionOf(token, words) === "according") return true;
  // "Arrested four men over the rocket, which he blamed on the rebels": another clause, where somebody else acts.
  if (relation === "acl:relcl" && hasOwnSubject(token, words)) return true;
  if (words.head(token) !== act) return /^(?:ccomp|parataxis|advcl|punct|cc)$/.test(relation);
  return outside.test(relation) || (relation === "conj" && (!isNominal(token, words) || isClause(token, words)));
}

/** "That the drone was shot down and that he was in contact with Oslo": a noun may be the head of a clause. */
function isClause(noun: number, words: Words): boolean {
  return words.children(noun).some((one) => /^(?:nsubj|cop|mark)/.test(words.deprel(one)));
}

function hasOwnSubject(verb: number, words: Words): boolean {
  const subject = words.children(verb).find((one) => words.deprel(one).startsWith("nsubj"));
  return subject !== undefined && !/^(?:which|that|who)$/.test(words.lower(subject));
}

function isKnownParty(token: number, words: Words, nouns: Nouns): boolean {
  if (!nouns.isParty(token) || words.upos(token) === "PRON") return false;
  if (!nouns.isName(token) && !nouns.isKnown(token)) return false;
  if (isQualifier(token, words)) return nouns.isName(token);
  const preposition = prepositionOf(token, words);
  if (preposition === null || !leading.test(preposition)) return false;
  // Where it happened is told as such.
  return !(scene.test(preposition) && nouns.isPlace(token));
}

function isQualifier(token: number, words: Words): boolean {
  return /^(?:nmod:poss|amod|compound)$/.test(words.deprel(token));
}
