import type { TokenRange } from "../../doc/layers.js";
import { phraseFrom } from "../grammar/noun-phrase.js";
import type { Words } from "../grammar/words.js";
import { contains, type Draft } from "./draft.js";

const citing = /^(?:citing|quoting)$/i;

/**
 * The drafts with those whom a report cites as the speakers of what it reports: "Reuters reported, citing two officers" is told by Reuters,
 * and within that by the officers. What the encoder takes the officers for (the content of "citing") gives way to that.
 */
export function addCitedSources(drafts: readonly Draft[], words: Words): Draft[] {
  const cited = drafts.flatMap((report) => citedBy(report, drafts, words));
  const replaced = new Set(cited.map(({ cue }) => cue?.first));
  return [...drafts.filter(({ cue }) => cue === null || !replaced.has(cue.first)), ...cited];
}

function citedBy(report: Draft, drafts: readonly Draft[], words: Words): Draft[] {
  const { cue, content } = report;
  if (cue === null || content.length === 0 || isCiting(cue, words)) return [];
  const sentence = words.sentence(cue.first);
  for (let at = cue.end; at < sentence.end; at++) {
    if (!citing.test(words.text(at)) || content.some((part) => contains(part, { first: at, end: at + 1 }))) continue;
    const read = drafts.find((draft) => draft.cue && contains(draft.cue, { first: at, end: at + 1 }));
    const nearer = drafts.some(
      ({ cue: other }) => other && other.first > cue.first && other.end <= at && !isCiting(other, words),
    );
    const source = read?.content[0] ?? phraseFrom(at + 1, words);
    if (nearer || source === null || !isSomebody(source, words)) return [];
    return [{ cue: { first: at, end: at + 1 }, source, content, toldBy: report }];
  }
  return [];
}

function isCiting(cue: TokenRange, words: Words): boolean {
  return citing.test(words.text(cue.end - 1));
}

/** Documents and figures are cited as well; they are sources too, but a clause or a pronoun without a noun is none. */
function isSomebody(source: TokenRange, words: Words): boolean {
  return /^(?:NOUN|PROPN|PRON)$/.test(words.upos(words.top(source)));
}
