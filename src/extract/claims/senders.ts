import { rangeAt } from "../../doc/find-ranges.js";
import type { PartyRange, TokenRange } from "../../doc/layers.js";
import { nounPhrase } from "../grammar/noun-phrase.js";
import type { Words } from "../grammar/words.js";
import { alternatives, rowsOf } from "../table-rows.js";

/** Words for what is fired or set off, and for deeds done with it. */
export type Munitions = ReadonlySet<string>;

export const noMunitions: Munitions = new Set();

/** From the text of `munitions.tsv`. Throws a `TableError` where a row cannot be used. */
export function munitionsOf(table: string): Munitions {
  return new Set(rowsOf("munitions.tsv", table, 1).flatMap((row) => alternatives(row, row.field(0), new Map())));
}

/**
 * Those who do something, with whoever sent a weapon in its place: "rockets fired by Hamas", "Iran's missiles", "a Houthi drone". `isUnknown` where only weapons are told of and nobody who
 * sent them.
 */
export function sendersOf(
  given: readonly PartyRange[],
  head: number,
  words: Words,
  munitions: Munitions,
): { readonly agents: readonly PartyRange[]; readonly isUnknown: boolean } {
  const isWeapon = (token: number): boolean => munitions.has(words.lemma(token));
  const subject = words.children(head).find((child) => words.deprel(child) === "nsubj" && isWeapon(child));
  const weapons = given.filter((range) => isWeapon(words.top(range)));
  if (subject === undefined && weapons.length === 0) return { agents: given, isUnknown: false };
  // Where a weapon is what did it, whoever else is read is a guess.
  const least = Math.min(...weapons.map(({ doubt }) => doubt));
  const others = subject === undefined ? given.filter((range) => !weapons.includes(range) && range.doubt <= least) : [];
  const tops = new Set([...(subject === undefined ? [] : [subject]), ...weapons.map((range) => words.top(range))]);
  const senders = [...tops].flatMap((top) => senderOf(top, words) ?? []).map((range) => ({ ...range, doubt: 0 }));
  const agents = [...others, ...senders];
  return { agents, isUnknown: agents.length === 0 };
}

/** Those to whom something is done, without weapons that are only fired or set off; `isUnknown` where nobody else is told of. */
export function targetsOf(
  objects: readonly PartyRange[],
  head: number,
  words: Words,
  munitions: Munitions,
): { readonly objects: readonly PartyRange[]; readonly isUnknown: boolean } {
  if (!fires.test(words.lemma(head))) return { objects, isUnknown: false };
  const targets = objects.filter((range) => !munitions.has(words.lemma(countedBy(words.top(range), words))));
  return { objects: targets, isUnknown: targets.length === 0 && objects.length > 0 };
}

/** What a number counts: "eleven" of "eleven shots". */
function countedBy(token: number, words: Words): number {
  return words.deprel(token) === "nummod" ? words.head(token) : token;
}

const fires = /^(?:fire|launch|send|drop|lob|hurl|throw|rain|plant|detonate|explode|set|use)$/;

function senderOf(weapon: number, words: Words): TokenRange | null {
  for (const child of words.children(weapon)) {
    const relation = words.deprel(child);
    if (relation === "nmod:poss") return nounPhrase(child, words);
    if (relation.startsWith("acl") && fires.test(words.lemma(child))) {
      const agent = words.children(child).find((one) => words.deprel(one) === "obl:agent" || isBy(one, words));
      return agent === undefined ? null : nounPhrase(agent, words);
    }
    if (relation.startsWith("nmod") && isBy(child, words)) return nounPhrase(child, words);
    // "A Houthi drone", but not "a Kyiv drone attack".
    const name = /^(?:amod|compound|nmod)/.test(relation) ? rangeAt(words.layers.names.names, child) : undefined;
    if (name !== undefined && child < weapon && /^(?:NORP|ORG)$/.test(name.type))
      return { first: name.first, end: name.end };
  }
  return null;
}

function isBy(token: number, words: Words): boolean {
  return words.children(token).some((child) => words.lower(child) === "by" && words.deprel(child) === "case");
}
