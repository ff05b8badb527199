import type { Entity } from "../../record/entity.js";
import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { TermVector } from "./story-terms.js";

/** Claims that an article is known by; a live page tells of hundreds. */
const mostClaims = 30;

/** Where an article is past its news and tells how it came to that. */
const newsEnd = 400;

/** How much a claim of the background counts, against 1 of the news. */
const background = 0.4;

/** How much the kind of a claim counts, against 1 of a kind with a party: most killings are like other killings. */
const kindAlone = 0.25;

/**
 * What an article's actions and postures say was done, by whom and to whom, as a vector of length 1 or, where it claims little, less: two reports of
 * one act share these also where they share few words, and two acts of one crisis share its words and not these.
 */
export function claimTerms(record: ArticleRecord): TermVector {
  const counts = new Map<string, number>();
  const add = (term: string, count: number): void => void counts.set(term, (counts.get(term) ?? 0) + count);
  const nameOf = namesIn(record);
  const tell = (start: number, whole: string, parts: readonly string[]): void => {
    const times = start < newsEnd ? 1 : background;
    add(`${claimMark}${whole}`, times * kindAlone);
    for (const part of parts) add(`${claimMark}${part}`, times);
  };
  for (const { type, trigger, actors, recipients } of record.actions) {
    const by = actors.flatMap((actor) => nameOf(actor)).map((name) => `${type} by ${name}`);
    tell(trigger.span[0], type, [...by, ...recipients.flatMap(nameOf).map((name) => `${type} to ${name}`)]);
  }
  for (const { aspect, value, subject, evidence } of record.postures) {
    tell(
      evidence[0]?.[0] ?? 0,
      `${aspect} ${value}`,
      nameOf(subject).map((name) => `${aspect} ${name}`),
    );
  }
  const heaviest = [...counts]
    .map(([term, count]) => [term, Math.log1p(count)] as const)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostClaims);
  const length = Math.max(1, Math.hypot(...heaviest.map(([, weight]) => weight)));
  return new Map(heaviest.map(([term, weight]) => [term, weight / length]));
}

/** Stands before every term that is made of a claim and before no word. */
const claimMark = "claim: ";

/** Whether the term is made of a claim, and so none to show to people. */
export function isClaimTerm(term: string): boolean {
  return term.startsWith(claimMark);
}

/** By what an entity is known across articles before it is settled who is who: a government or force by its country, anybody else by the last word of the name; "nine people" by nothing. */
function namesIn({ entities }: ArticleRecord): (mention: Mention) => readonly string[] {
  const names = new Map(entities.map((entity) => [entity.id, nameOfEntity(entity)]));
  return ({ entity }) => (entity === null ? [] : (names.get(entity) ?? []));
}

function nameOfEntity({ kind, country, name }: Entity): readonly string[] {
  if ((kind === "government" || kind === "military") && country !== null) return [country];
  return kind === "people" ? [] : name.toLowerCase().split(/\s+/).slice(-1);
}
