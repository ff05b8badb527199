import type { TokenRange } from "../../doc/layers.js";
import { type Token, topOf } from "../grammar/token.js";
import type { Words } from "../grammar/words.js";
import type { Draft } from "./draft.js";

/**
 * The draft without the deed that its speaker does beside the saying: "contradicted its general and put its ships on alert". Whoever
 * contradicts, denies or rebukes a thing with a noun says no clause, so that a verb joined to the cue in its own tense is no part of it.
 */
export function withoutDeedBeside(draft: Draft, words: Words): Draft {
  const { cue, content } = draft;
  if (cue === null) return draft;
  const verb = topOf(cue, words);
  const object = verb.children.find((one) => one.deprel === "obj" && one.index > verb.index);
  if (object === undefined || !/^(?:NOUN|PROPN|NUM)$/.test(object.upos)) return draft;
  return { ...draft, content: content.map((part) => beforeDeed(part, verb, object, words)) };
}

function beforeDeed(part: TokenRange, verb: Token, { index: object }: Token, words: Words): TokenRange {
  if (object < part.first || object >= part.end) return part;
  const deed = verb.children.find((one) => one.index > object && one.index < part.end && isDeed(one, verb));
  const link = deed?.children.find((one) => one.deprel === "cc" && one.index > object && one.index < deed.index);
  if (link === undefined) return part;
  const range = { first: part.first, end: link.index };
  return /["“”]/.test(words.slice(range)) ? part : range;
}

function isDeed(token: Token, verb: Token): boolean {
  if (token.deprel !== "conj" || !token.isVerb) return false;
  if (token.children.some(({ deprel }) => /^nsubj|^mark$/.test(deprel))) return false;
  // "Urged the army to stop and return": a bare form behind a past is what is asked for, unless it has no other past.
  const isBare = token.lower === token.lemma && !unchanging.test(token.lower);
  return !isBare || verb.lower === verb.lemma;
}

const unchanging = /^(?:put|cut|set|shut|hit|let|split|cast|quit|spread)$/;
