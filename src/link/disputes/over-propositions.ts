import { spansOverlap } from "../../text/span.js";
import { linkId } from "../link-id.js";
import { compareText } from "../link-input.js";
import type { WordWeights } from "../stories/word-weights.js";
import { type Comparable, comparables, cosine } from "./compare-propositions.js";
import type { Dispute, Side } from "./find-disputes.js";
import { claimsOf, type Proposition, type Said } from "./propositions.js";

/** A denial and a claim of another article that are alike by this much are about one thing. */
const leastAlike = 0.35;

/** And a claim of which somebody says, without calling it untrue, that it is not so. */
const leastUnsaid = 0.5;

/** Within an article likeness will do: it tells for itself what is denied. */
const leastWithin = 0.3;

/** And least where the denial speaks of a claim: "the claim of the guards that …". */
const leastOfClaim = 0.01;

/** Characters between a denial that speaks of a claim and that claim. */
const besideIt = 400;

/** Two tellings of what one speaker claims are alike by this much. */
const leastSame = 0.4;

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
    all.map(({ words, stand }) => ({ words, denied: stand === "denies" })),
    weights,
  );
  const comparedOf = new Map(all.flatMap((one, i) => (compared[i] ? [[one, compared[i]] as const] : [])));
  const disputes: {
    readonly denied: Set<Proposition>;
    readonly claims: Set<Proposition>;
    readonly denials: Set<Proposition>;
  }[] = [];
  for (const denial of denials.toSorted(byTime)) {
    const denied = deniedBy(denial, claims, comparedOf);
    if (denied.length === 0) continue;
    const alike = claims.filter(
      (claim) => mayDeny(denial, claim) && denied.some((one) => isSameClaim(one, claim, comparedOf)),
    );
    const joined = { denied: new Set(denied), claims: new Set([...denied, ...alike]), denials: new Set([denial]) };
    for (const known of disputes.filter((one) => denied.some((claim) => one.claims.has(claim)))) {
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
  return disputes.map((one) => disputeOf(inOrder(one.claims), inOrder(one.denials)));
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
  const answered = within.filter(({ line }) => denial.answers.includes(line));
  const ofClaim = /\b(?:claims?|allegations?|accusations?|assertions?)\b/i.test(denial.words);
  const beside = ofClaim ? within.filter((claim) => distance(claim, denial) <= besideIt) : [];
  const near = [
    () => answered,
    () =>
      nearest(
        denial,
        beside.filter((claim) => opposed(comparedOf.get(denial), comparedOf.get(claim)) >= leastOfClaim),
      ),
    () => likest(denial, within, leastWithin, comparedOf),
    () => likest(denial, others, denial.explicit ? leastAlike : leastUnsaid, comparedOf),
  ];
  return firstFound(near);
}

function firstFound(ways: readonly (() => readonly Proposition[])[]): readonly Proposition[] {
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
}

function nearest(denial: Proposition, claims: readonly Proposition[]): readonly Proposition[] {
  return claims.toSorted((a, b) => distance(a, denial) - distance(b, denial)).slice(0, 1);
}

function distance(a: Proposition, b: Proposition): number {
  return Math.abs((a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0));
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
  return cosine(a.terms, b.terms);
}

/** Whether two claims are tellings of one: of one speaker, or in one text, and alike. */
function isSameClaim(a: Proposition, b: Proposition, comparedOf: ComparedOf): boolean {
  if (a.by !== b.by) return false;
  const [one, other] = [comparedOf.get(a), comparedOf.get(b)];
  if (one === undefined || other === undefined || one.negative !== other.negative) return false;
  return cosine(one.terms, other.terms) >= leastSame;
}

/** Whether one may deny the other: somebody else's, and not words of the denial itself. */
function mayDeny(denial: Proposition, claim: Proposition): boolean {
  if (claim.by === denial.by || (claim.origin !== null && claim.origin === denial.origin)) return false;
  if (relays(claim.words, denial.name)) return false;
  if (claim.article !== denial.article) return true;
  if (denial.answers.includes(claim.line) && denial.line.startsWith("st_")) return true;
  return !claim.spans.some((one) => denial.spans.some((other) => spansOverlap(one, other)));
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
