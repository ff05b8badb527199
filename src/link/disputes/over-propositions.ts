import { anySpansOverlap } from "../../text/span.js";
import { linkId } from "../link-id.js";
import { compareText } from "../link-input.js";
import type { WordWeights } from "../stories/word-weights.js";
import { type Comparable, comparables, cosine } from "./compare-propositions.js";
import type { Dispute, Side } from "./find-disputes.js";
import { isOneSide } from "./one-side.js";
import { claimsOf, type Proposition, type Said } from "./propositions.js";

/** A denial and a claim of another article that are alike by this much are about one thing. */
const leastAlike = 0.35;

/** And a claim of which somebody says, without calling it untrue, that it is not so. */
const leastUnsaid = 0.38;

/** Within an article likeness will do: it tells for itself what is denied. */
const leastWithin = 0.3;

/** And least where the article shows by how it tells them that the one answers the other. */
const leastAnswered = 0.05;

/** And least where somebody answers what was said of him without calling it untrue. */
const leastReply = 0.2;

/** A claim is told again where another article has one that is alike by this much. */
const leastToldAgain = 0.3;

/** What is alike by more than this is one text told twice, and no denial of itself. */
const mostAlike = 0.9;

/** Two tellings of what one speaker claims are alike by this much. */
const leastSame = 0.4;

/** And of two speakers. */
const leastSameOfTwo = 0.5;

/** In a story that so many other articles tell, what is denied as "the claim" is told by one of them. */
const fewArticles = 3;

/** Of several claims that a denial may mean, those that come this near to the likest. */
const nearLikest = 0.7;

/** Disputes over what is said in one story: denials, in order of time, and what they deny. Without a denial nothing is disputed. */
export function overPropositions(
  said: readonly Said[],
  denials: readonly Proposition[],
  weights: WordWeights,
): readonly Dispute[] {
  if (denials.length === 0) return [];
  const claims = claimsOf(said, denials);
  const all = [...claims, ...denials];
  const compared = comparables(
    all.map((one) => ({ words: withSubject(one), denied: one.stand === "denies" })),
    weights,
  );
  const comparedOf = new Map(all.flatMap((one, i) => (compared[i] ? [[one, compared[i]] as const] : [])));
  const disputes: {
    readonly denied: Set<Proposition>;
    readonly claims: Set<Proposition>;
    readonly denials: Set<Proposition>;
  }[] = [];
  for (const denial of denials.toSorted(byTime)) {
    const found = deniedBy(denial, claims, comparedOf);
    const denied = found.length > 0 ? found : relayedBy(denial);
    if (denied.length === 0) continue;
    const alike = claims.filter(
      (claim) => mayDeny(denial, claim) && denied.some((one) => isSameClaim(one, claim, comparedOf)),
    );
    const joined = { denied: new Set(denied), claims: new Set([...denied, ...alike]), denials: new Set([denial]) };
    const isOne = (known: (typeof disputes)[number]): boolean =>
      denied.some((claim) => known.claims.has(claim)) ||
      (found.length === 0 && [...known.denials].some((other) => isSameClaim(other, denial, comparedOf)));
    for (const known of disputes.filter(isOne)) {
      for (const claim of known.denied) joined.denied.add(claim);
      for (const claim of known.claims) joined.claims.add(claim);
      for (const other of known.denials) joined.denials.add(other);
      disputes.splice(disputes.indexOf(known), 1);
    }
    disputes.push(joined);
  }
  const place = new Map(all.map((one, i) => [one, i]));
  const inOrder = (some: ReadonlySet<Proposition>): readonly Proposition[] =>
    [...some].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  return disputes.flatMap((one) => {
    const denied = inOrder(one.denials);
    // Joined disputes may bring somebody to both sides; who denies it holds nothing of it.
    const held = inOrder(one.claims).filter((claim) => denied.every((denial) => isOfOther(denial, claim)));
    return held.length === 0 ? [] : [disputeOf(held, denied)];
  });
}

function disputeOf(claims: readonly Proposition[], denials: readonly Proposition[]): Dispute {
  const [first] = claims;
  return {
    id: linkId("di", ["statement", first === undefined ? "" : keyOf(first)]),
    kind: "statement",
    about: first?.words ?? "",
    sides: [sideOf("asserts", claims), sideOf("denies", denials)],
    reason: "a denial in the same story, about the same thing by its words, by somebody else",
  };
}

type ComparedOf = ReadonlyMap<Proposition, Comparable>;

/** The claims that a denial denies: those that its own article shows, else those of other articles that it contradicts. */
function deniedBy(denial: Proposition, claims: readonly Proposition[], comparedOf: ComparedOf): readonly Proposition[] {
  const others = claims.filter((claim) => mayDeny(denial, claim));
  const within = others.filter(({ article }) => article === denial.article);
  const answered = within.filter(({ line }) => denial.answers.some((one) => one === line));
  if (denial.points) return mostTold(answered, claims, comparedOf);
  const meant = answered.filter((claim) =>
    denial.explicit
      ? alike(denial, claim, comparedOf) >= leastAnswered
      : opposed(comparedOf.get(denial), comparedOf.get(claim)) >= leastReply,
  );
  if (meant.length > 0 || denial.reply) return meant;
  const least = denial.explicit
    ? { within: leastWithin, across: leastAlike }
    : { within: leastUnsaid, across: leastUnsaid };
  const near = likest(denial, within, least.within, comparedOf);
  return near.length > 0 ? near : likest(denial, others, least.across, comparedOf);
}

/** The claim that a denial alone tells of, where it says whose that is. */
function relayedBy(denial: Proposition): readonly Proposition[] {
  const { relayed, explicit } = denial;
  if (relayed === null || !explicit) return [];
  return [{ ...denial, ...relayed, line: null, stand: "claims", answers: [], relayed: null }];
}

const ownWords = /^(?:that )?(?:it|they|he|she|we|I|its|their|his|her|our|my)\b/i;

/** The words of a proposition, with who says it where it is of whoever says it: "that they held the bridge". */
function withSubject({ words, name }: Proposition): string {
  return ownWords.test(words) ? `${name.split(" · ").slice(0, 2).at(-1)} ${words}` : words;
}

/** Of several claims the one that most other articles tell too, the last of these: what is denied is what the news is about. */
function mostTold(
  claims: readonly Proposition[],
  all: readonly Proposition[],
  comparedOf: ComparedOf,
): readonly Proposition[] {
  const held = claims.filter((claim) => comparedOf.get(claim)?.negative === false);
  const [first, ...others] = (held.length > 0 ? held : claims).map((claim) => {
    const told = all.filter((one) => one.article !== claim.article && alike(claim, one, comparedOf) >= leastToldAgain);
    return { claim, count: new Set(told.map(({ article }) => article)).size };
  });
  if (first === undefined) return [];
  const best = others.reduce((best, one) => (one.count >= best.count ? one : best), first);
  const elsewhere = new Set(all.map(({ article }) => article)).size - 1;
  return best.count > 0 || elsewhere < fewArticles ? [best.claim] : [];
}

function alike(a: Proposition, b: Proposition, comparedOf: ComparedOf): number {
  const [one, other] = [comparedOf.get(a), comparedOf.get(b)];
  return one === undefined || other === undefined ? 0 : cosine(one.terms, other.terms);
}

function likest(
  denial: Proposition,
  claims: readonly Proposition[],
  least: number,
  comparedOf: ComparedOf,
): readonly Proposition[] {
  const scored = claims.map((claim) => ({ claim, score: opposed(comparedOf.get(denial), comparedOf.get(claim)) }));
  const limit = Math.max(least, nearLikest * Math.max(0, ...scored.map(({ score }) => score)));
  return scored.filter(({ score }) => score >= limit).map(({ claim }) => claim);
}

function opposed(a: Comparable | undefined, b: Comparable | undefined): number {
  if (a === undefined || b === undefined || a.negative === b.negative) return 0;
  const score = cosine(a.terms, b.terms);
  return score > mostAlike ? 0 : score;
}

/** Whether two claims are tellings of one: alike, and more so where they are of two speakers. */
function isSameClaim(a: Proposition, b: Proposition, comparedOf: ComparedOf): boolean {
  if (comparedOf.get(a)?.negative !== comparedOf.get(b)?.negative) return false;
  return alike(a, b, comparedOf) >= (a.by === b.by ? leastSame : leastSameOfTwo);
}

/** Whether a claim is another's than a denial: by whom it is, by what he is called, and by whose text tells it. */
function isOfOther(denial: Proposition, claim: Proposition): boolean {
  if (claim.by === denial.by || isOneSide(claim.name, denial.name)) return false;
  return claim.origin === null || claim.origin !== denial.origin;
}

/** Whether one may deny the other: somebody else's, and not words of the denial itself. */
function mayDeny(denial: Proposition, claim: Proposition): boolean {
  if (!isOfOther(denial, claim) || relays(claim.words, denial.name)) return false;
  if (claim.article !== denial.article) return true;
  if (denial.answers.some((one) => one === claim.line) && denial.line?.startsWith("st_") === true) return true;
  return !anySpansOverlap(claim.spans, denial.spans);
}

const saying = /\b(?:said|says|saying|call(?:ed|ing|s)|told|denie[sd]|denying|reject(?:s|ed)|stated)\b/i;

/** Whether words tell what somebody of that name said. */
function relays(words: string, name: string): boolean {
  const parts = name.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const lower = words.toLowerCase();
  const named = parts.filter((part) => lower.includes(part)).length;
  return saying.test(words) && named > 0 && named >= parts.length - 1;
}

/** Earlier days first, those without one last; within a day by article, so that the order does not depend on who came first. */
function byTime(a: Proposition, b: Proposition): number {
  return compareText(a.date ?? "~", b.date ?? "~") || compareText(a.article, b.article);
}

function keyOf({ article, line }: Proposition): string {
  return `${article} ${line}`;
}

function sideOf(position: string, propositions: readonly Proposition[]): Side {
  return {
    position,
    ends: propositions.map(({ article, line, spans, date }) => ({ article, line, spans, day: date, date })),
    origins: [...new Set(propositions.flatMap(({ origin }) => origin ?? []))],
  };
}
