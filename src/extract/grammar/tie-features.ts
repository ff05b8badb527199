import type { TokenRange } from "../../doc/layers.js";
import type { TellingClause } from "../telling-clause.js";
import { prepositionOf } from "./clause.js";
import { moodOf } from "./mood.js";
import type { Words } from "./words.js";

/** How a word stands to the clause in whose sentence it is, each part as the name of a feature. */
export interface ClauseTie {
  /** Where the ways up the tree from the two meet: on the clause's own words or elsewhere. */
  readonly meeting: string;
  /** By which relation the clause hangs below there. */
  readonly down: string;
  /** The same with the relation of the word, and which of the two stands first. */
  readonly path: string;
  /** How many verbs lie on either way. */
  readonly verbs: string;
  /** All of these and what lies between the two in the text. */
  readonly features: readonly string[];
}

/** How the word stands to the clause, in the tree and in the text. */
export function tieOf(token: number, { anchors, isOther }: TellingClause, words: Words): ClauseTie {
  const [head] = anchors;
  const up = wayUp(token, words);
  const down = wayUp(head, words);
  const meeting = up.find((one) => down.includes(one)) ?? token;
  const above = up.slice(0, up.indexOf(meeting));
  const below = down.slice(0, Math.max(0, down.indexOf(meeting)));
  const relation = (way: readonly number[], none: string) => (way.length === 0 ? none : words.deprel(way.at(-1) ?? 0));
  const verbsOn = (way: readonly number[]) => way.filter((one) => isVerb(one, words)).length;
  const [upper, lower] = [relation(above, "self"), relation(below, "head")];
  const side = token < head ? "before" : "behind";
  const kind = isVerb(head, words) ? "verb" : "noun";
  const between = Array.from({ length: Math.abs(token - head) - 1 }, (_, i) => Math.min(token, head) + 1 + i);
  const count = (counts: (one: number) => boolean) => between.filter(counts).length;
  const named = {
    meeting: anchors.includes(meeting) ? `meets ${kind}` : "meets elsewhere",
    down: `down ${lower}`,
    path: `path ${upper} ${lower} ${side}`,
    verbs: `verbs ${few(verbsOn(above), 2)} ${few(verbsOn(below) - 1, 2)}`,
  };
  return {
    ...named,
    features: [
      ...Object.values(named),
      `up ${upper} ${few(above.length, 4)}`,
      `down length ${few(below.length, 4)}`,
      ...(standsBeforeThat(token, head, words) ? ["before that"] : []),
      ...(above.some(isOther) ? ["up other"] : []),
      ...(below.some(isOther) || isOther(meeting) ? ["down other"] : []),
      `${side} verbs ${few(
        count((one) => words.upos(one) === "VERB"),
        3,
      )}`,
      `${side} others ${few(count(isOther), 2)}`,
      `${side} commas ${few(
        count((one) => /^[,;:—–-]$/.test(words.text(one))),
        2,
      )}`,
      `${side} distance ${binOf(between.length)}`,
      `${side} ${kind}`,
    ],
  };
}

/** "Told officials last month that the army left": what stands before "that" is mostly outside its clause. */
function standsBeforeThat(token: number, head: number, words: Words): boolean {
  if (token > head) return false;
  for (let at = token + 1; at < head; at++) if (words.lower(at) === "that" && words.deprel(at) === "mark") return true;
  return false;
}

/** What somebody says on a day or in a town to have happened was before or elsewhere; what they say must be done, they ask for there and then. */
export function isOfTheSaying(token: number, head: number, words: Words): boolean {
  return standsBeforeThat(token, head, words) && /^(?:past|had|was)$/.test(moodOf(head, words));
}

/** The word and those above it in the tree, up to the root. */
export function wayUp(token: number, words: Words): readonly number[] {
  const way = [token];
  for (let at = words.head(token); at !== way.at(-1) && way.length < farthest; at = words.head(at)) way.push(at);
  return way;
}

const farthest = 40;

/** The preposition by which the word hangs on others, `none` where there is none. */
export function linkOf(token: number, words: Words): string {
  return prepositionOf(token, words) ?? "none";
}

/** The number as part of a feature's name, those from `most` on as one. */
export function few(count: number, most: number): string {
  return count < most ? String(Math.max(count, 0)) : `${most}+`;
}

/** How far two stretches of tokens lie apart. */
export function gapBetween(token: number, { first, end }: { readonly first: number; readonly end: number }): number {
  return first > token ? first - token : token - end;
}

function binOf(distance: number): string {
  const end = [1, 2, 3, 4, 7, 12, 20].find((one) => distance < one);
  return end === undefined ? "20+" : `below ${end}`;
}

function isVerb(token: number, words: Words): boolean {
  return /^(?:VERB|AUX)$/.test(words.upos(token));
}

/** Those of the words that stand in the sentence of a clause's own word. */
export function inSentenceOf<Range extends TokenRange>(
  head: number,
  ranges: readonly Range[],
  words: Words,
): readonly Range[] {
  const { first, end } = words.sentence(head);
  return ranges.filter((range) => first <= range.first && range.first < end);
}
