import type { TokenRange } from "../../doc/layers.js";
import type { Words } from "../words.js";
import type { Draft } from "./draft.js";

/**
 * The draft without the deed that its speaker does beside the saying: "contradicted its general and put its ships on alert". Whoever
 * contradicts, denies or rebukes a thing with a noun says no clause, so that a verb joined to the cue in its own tense is no part of it.
 */
export function withoutDeedBeside(draft: Draft, words: Words): Draft {
  const { cue, content } = draft;
  if (cue === null) return draft;
  const verb = words.top(cue);
  const object = words.children(verb).find((one) => words.deprel(one) === "obj" && one > verb);
  if (object === undefined || !/^(?:NOUN|PROPN|NUM)$/.test(words.upos(object))) return draft;
  return { ...draft, content: content.map((part) => beforeDeed(part, verb, object, words)) };
}

function beforeDeed(part: TokenRange, verb: number, object: number, words: Words): TokenRange {
  if (object < part.first || object >= part.end) return part;
  const deed = words.children(verb).find((one) => one > object && one < part.end && isDeed(one, verb, words));
  if (deed === undefined) return part;
  const link = words.children(deed).find((one) => words.deprel(one) === "cc" && one > object && one < deed);
  const range = { first: part.first, end: link ?? deed };
  return link === undefined || /["“”]/.test(words.slice(range)) ? part : range;
}

function isDeed(token: number, verb: number, words: Words): boolean {
  if (words.deprel(token) !== "conj" || words.upos(token) !== "VERB") return false;
  if (words.children(token).some((one) => /^nsubj|^mark$/.test(words.deprel(one)))) return false;
  if (isGerund(token, words) !== isGerund(verb, words)) return false;
  // "Urged the army to stop and return": a bare form behind a past is what is asked for, unless it has no other past.
  const isBare = words.lower(token) === words.lemma(token) && !unchanging.test(words.lower(token));
  return !isBare || words.lower(verb) === words.lemma(verb);
}

function isGerund(verb: number, words: Words): boolean {
  return /ing$/i.test(words.text(verb));
}

const unchanging = /^(?:put|cut|set|shut|hit|let|split|cast|quit|spread)$/;
