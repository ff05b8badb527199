import type { TokenRange } from "../../doc/layers.js";
import type { Words } from "../grammar/words.js";
import { contains, overlaps } from "./draft.js";

const helper = /^(?:AUX|PART|ADV)$/;
const closing = /^(?:advmod|compound:prt|fixed)$/;

/**
 * A cue with its auxiliaries, negation and adverbs, and the preposition that leads to the content, as PARC and PolNeAR mark cues: "has also
 * said", "did not immediately respond to". `cue` is the attribution's, `core` the bare words; nothing of `kept` (source and content) is taken.
 */
export function cuePhrase(cue: TokenRange, core: TokenRange, kept: readonly TokenRange[], words: Words): TokenRange {
  const sentence = words.sentence(core.first);
  let first = Math.min(cue.first, core.first);
  let end = Math.max(cue.end, core.end);
  const isFree = (token: number) =>
    token >= sentence.first && token < sentence.end && !kept.some((range) => contains(range, one(token)));
  const hangsOnIt = (token: number) => words.head(token) >= first && words.head(token) < end;
  // "is understood to have told": the verb before the "to" carries the one behind it, and has auxiliaries of its own.
  const carrier = words.head(words.top(core));
  const isHelper = (token: number) =>
    (helper.test(words.upos(token)) && hangsOnIt(token)) || (token === carrier && words.lower(first) === "to");
  while (isFree(first - 1) && isHelper(first - 1)) first--;
  while (isFree(end) && closing.test(words.deprel(end)) && hangsOnIt(end)) end++;
  const leadsToContent = (token: number) =>
    /^(?:ADP|SCONJ)$/.test(words.upos(token)) && kept.some((range) => range.first === token + 1);
  if (isFree(end) && leadsToContent(end)) return { first, end: end + 1 };
  // "complained to reporters": a preposition that leads to somebody who is told belongs to them.
  const behind = { first: end, end: end + 1 };
  const last = end - 1;
  const leadsOn = words.deprel(last) === "case" && words.head(last) >= end && words.lower(last) !== "of";
  if (leadsOn && last >= core.end && !kept.some((range) => overlaps(range, behind))) end = last;
  return { first, end };
}

function one(token: number): TokenRange {
  return { first: token, end: token + 1 };
}
