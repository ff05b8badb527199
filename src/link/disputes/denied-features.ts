import type { Candidate } from "../../extract/ranking.js";
import { type Comparable, cosine, shareMatter } from "./compare-propositions.js";
import { namesOneOf } from "./one-side.js";
import { ownWords, type Proposition } from "./propositions.js";

/** What a proposition is compared by; a denial of nothing in particular ("denied this") has no terms of its own. */
export type ComparedOf = ReadonlyMap<Proposition, Comparable>;

/** Of the claims of other articles so many, the likest, may be what is denied: more would cost time and are hardly ever meant. */
const mostAcross = 12;

/** The claims that a denial may deny, each with what tells for it. `others` are others' claims in the same story. */
export function deniable(
  denial: Proposition,
  others: readonly Proposition[],
  comparedOf: ComparedOf,
): readonly Candidate<Proposition>[] {
  const form = formOf(denial);
  const answers = (claim: Proposition): boolean =>
    claim.article === denial.article && denial.answers.some((one) => one === claim.line);
  // Who says the same denies nothing of it, and what only says "not" of somebody denies nothing else that he is named in. Where a denial tells nothing of its own,
  // nobody can tell, and it points at what its own article tells.
  const mayBe = (claim: Proposition): boolean =>
    form === "bare"
      ? claim.article === denial.article
      : isOpposed(denial, claim, comparedOf) &&
        !repeats(denial, claim) &&
        (denial.explicit || isOfOneMatter(denial, claim, comparedOf));
  const claims = others.filter((claim) => answers(claim) || mayBe(claim));
  const likeness = new Map(claims.map((claim) => [claim, alike(denial, claim, comparedOf)]));
  const within = claims.filter(({ article }) => article === denial.article);
  const before = within.filter((claim) => startOf(claim) < startOf(denial));
  const across = claims
    .filter(({ article }) => article !== denial.article)
    .toSorted((a, b) => (likeness.get(b) ?? 0) - (likeness.get(a) ?? 0))
    .slice(0, mostAcross);
  const best = Math.max(...likeness.values());
  return [...within, ...across].map((claim) => {
    const place = placeOf(claim, denial);
    const back = place === "before" ? Math.min(before.length - before.indexOf(claim), 6) : place;
    const score = likeness.get(claim) ?? 0;
    return {
      item: claim,
      features: [
        place,
        `${denial.act} ${place}`,
        `${form} ${back}`,
        ...reached(score).flatMap((one) => [`${form} alike ${one}`, `${place} alike ${one}`]),
        ...(score > 0 && score === best ? [`${form} likest`, `${place} likest`] : []),
        ...reached(coverage(denial, claim, comparedOf)).map((one) => `${form} covers ${one}`),
        ...(answers(claim) ? ["answers", `answers ${denial.act}`, `answers ${form}`] : []),
        `claim ${claim.act}`,
        `${form} claim ${claim.act}`,
        ...(namesOneOf(claim.words, denial.name) ? ["of denier", `${form} of denier`, `${place} of denier`] : []),
        ...(namesOneOf(denial.words, claim.name) ? ["claimant named", `${place} claimant named`] : []),
        `${denial.explicit ? "explicit" : "implicit"} ${isOpposed(denial, claim, comparedOf) ? "opposed" : "same"}`,
        `figures ${figures(denial.words, claim.words)}`,
        ...(/\?["”’']?$/.test(claim.words.trim()) ? ["question"] : []),
      ],
    };
  });
}

/** Whether both tell of something besides the same people and places. */
function isOfOneMatter(a: Proposition, b: Proposition, comparedOf: ComparedOf): boolean {
  const [one, other] = [comparedOf.get(a), comparedOf.get(b)];
  return one !== undefined && other !== undefined && shareMatter(one, other);
}

/** So many words in one order are one speaker's, told at another length. */
const leastRepeated = 8;

/** Whether a denial holds the very words of a claim: a quotation told at another length, and no denial of itself. */
function repeats(denial: Proposition, claim: Proposition): boolean {
  const [all, part] = [plainWords(denial.words), plainWords(claim.words)];
  return denial.act !== "deny" && part.length >= leastRepeated && ` ${all.join(" ")} `.includes(` ${part.join(" ")} `);
}

function plainWords(words: string): readonly string[] {
  return words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What tells for it that a denial denies nothing that anybody claims. */
export function noneDenied(denial: Proposition): readonly string[] {
  const form = formOf(denial);
  return [
    "none",
    `none ${form}`,
    `none ${denial.act}`,
    `none ${denial.act} ${denial.explicit ? "explicit" : "implicit"}`,
    `none ${denial.answers.length > 0 ? "answers" : "alone"}`,
  ];
}

/** How much of what a denial tells is its own: nothing ("denied this"), a little ("denied laying mines"), or a clause. */
function formOf({ words }: Proposition): "bare" | "short" | "full" {
  const own = ownWords(words).length;
  return own === 0 ? "bare" : own < 4 ? "short" : "full";
}

function placeOf(claim: Proposition, denial: Proposition): string {
  if (claim.article !== denial.article)
    return claim.date === denial.date ? "across" : (claim.date ?? "") < (denial.date ?? "") ? "earlier" : "later";
  const [start, end] = [startOf(denial), denial.spans.at(-1)?.[1] ?? 0];
  if (startOf(claim) < start) return "before";
  return startOf(claim) < end ? "beside" : "after";
}

function startOf({ spans }: Proposition): number {
  return spans[0]?.[0] ?? 0;
}

/** How alike two propositions are, from 0 to 1; 0 for one that was not compared. */
export function alike(a: Proposition, b: Proposition, comparedOf: ComparedOf): number {
  const [one, other] = [comparedOf.get(a), comparedOf.get(b)];
  return one === undefined || other === undefined ? 0 : cosine(one.terms, other.terms);
}

/** How much of what the denial tells the claim tells too, from 0 to 1. */
function coverage(denial: Proposition, claim: Proposition, comparedOf: ComparedOf): number {
  const [own, other] = [comparedOf.get(denial)?.terms, comparedOf.get(claim)?.terms];
  let [sum, all] = [0, 0];
  for (const [term, weight] of own ?? []) {
    all += weight;
    if (other?.has(term)) sum += weight;
  }
  return all === 0 ? 0 : sum / all;
}

/** Whether the one says that something is so, and the other that it is not. */
export function isOpposed(a: Proposition, b: Proposition, comparedOf: ComparedOf): boolean {
  return comparedOf.get(a)?.negative !== comparedOf.get(b)?.negative;
}

const steps = [0.03, 0.07, 0.12, 0.18, 0.25, 0.33, 0.42, 0.55, 0.7, 0.9];

/** The steps that a number from 0 to 1 reaches. */
function reached(value: number): readonly number[] {
  return steps.filter((one) => value >= one);
}

/** Whether two texts give the same numbers, others, or none both. */
function figures(a: string, b: string): string {
  const [one, other] = [numbers(a), numbers(b)];
  if (one.size === 0 || other.size === 0) return "none";
  return [...one].some((number) => other.has(number)) ? "shared" : "other";
}

const counted =
  /\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)\b/gi;

function numbers(words: string): ReadonlySet<string> {
  return new Set((words.match(counted) ?? []).map((one) => one.toLowerCase().replace(/[,.]+$/, "")));
}
