import { bestOf, type Weights } from "../../extract/ranking.js";
import { linkId } from "../link-id.js";
import { compareText } from "../link-input.js";
import type { WordWeights } from "../stories/word-weights.js";
import { comparables } from "./compare-propositions.js";
import { alike, type ComparedOf, deniable, isOpposed, noneDenied } from "./denied-features.js";
import type { Dispute, Side } from "./find-disputes.js";
import { isOneSide } from "./one-side.js";
import { claimsOf, type Proposition, type Said } from "./propositions.js";

/** What is alike by more than this is one text told twice, and no denial of itself, unless it is told as one. */
const mostAlike = 0.9;

/** Two tellings of what one speaker claims are alike by this much. */
const leastSame = 0.4;

/** And of two speakers. */
const leastSameOfTwo = 0.5;

/** What disputes are found by, besides the articles. */
export interface DisputeLexicons {
  readonly weights: WordWeights;
  /** What tells which claim a denial denies (`data/denial-weights.tsv`). */
  readonly denials: Weights;
}

/** Disputes over what is said in one story: denials, in order of time, and what they deny. Without a denial nothing is disputed. */
export function overPropositions(
  said: readonly Said[],
  denials: readonly Proposition[],
  { weights, denials: chosen }: DisputeLexicons,
): readonly Dispute[] {
  if (denials.length === 0) return [];
  const claims = claimsOf(said, denials);
  const all = [...claims, ...denials];
  const comparedOf = comparedAmong(all, weights);
  const disputes: {
    readonly claims: Set<Proposition>;
    readonly denials: Set<Proposition>;
  }[] = [];
  for (const denial of denials.toSorted(byTime)) {
    const found = deniedBy(denial, claims, comparedOf, chosen);
    const denied = found ?? relayedBy(denial);
    if (denied === null) continue;
    const same = claims.filter((claim) => mayDeny(denial, claim) && isSameClaim(denied, claim, comparedOf));
    const joined = { claims: new Set([denied, ...same]), denials: new Set([denial]) };
    const isOne = (known: (typeof disputes)[number]): boolean =>
      known.claims.has(denied) ||
      (found === null && [...known.denials].some((other) => isSameClaim(other, denial, comparedOf)));
    for (const known of disputes.filter(isOne)) {
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

/** Propositions of one story as they are compared. */
export function comparedAmong(all: readonly Proposition[], weights: WordWeights): ComparedOf {
  const compared = comparables(
    all.map((one) => ({ words: withSubject(one), denied: one.stand === "denies" })),
    weights,
  );
  return new Map(all.flatMap((one, i) => (compared[i] ? [[one, compared[i]] as const] : [])));
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

/** What a denial denies: the likeliest claim of others in its story, by learnt weights; `null` where none is likelier. */
function deniedBy(
  denial: Proposition,
  claims: readonly Proposition[],
  comparedOf: ComparedOf,
  weights: Weights,
): Proposition | null {
  const isOneText = (claim: Proposition): boolean =>
    denial.act !== "deny" && alike(denial, claim, comparedOf) > mostAlike;
  const others = claims.filter((claim) => mayDeny(denial, claim) && !isOneText(claim));
  return bestOf(deniable(denial, others, comparedOf), noneDenied(denial), weights);
}

/** The claim that a denial alone tells of; `null` where it does not say whose that is. */
function relayedBy(denial: Proposition): Proposition | null {
  const { relayed, explicit } = denial;
  if (relayed === null || !explicit) return null;
  return { ...denial, ...relayed, line: null, stand: "claims", answers: [], relayed: null };
}

const ofSpeaker = /^(?:that )?(?:it|they|he|she|we|I|its|their|his|her|our|my)\b/i;

/** The words of a proposition, with who says it where it is of whoever says it: "that they held the bridge". */
function withSubject({ words, name }: Proposition): string {
  return ofSpeaker.test(words) ? `${name.split(" · ").slice(0, 2).at(-1)} ${words}` : words;
}

/** Whether two claims are tellings of one: alike, and more so where they are of two speakers. */
function isSameClaim(a: Proposition, b: Proposition, comparedOf: ComparedOf): boolean {
  if (isOpposed(a, b, comparedOf)) return false;
  return alike(a, b, comparedOf) >= (a.by === b.by ? leastSame : leastSameOfTwo);
}

/** Whether a claim is another's than a denial: by whom it is, by what he is called, and by whose text tells it. */
function isOfOther(denial: Proposition, claim: Proposition): boolean {
  if (claim.by === denial.by || isOneSide(claim.name, denial.name)) return false;
  return claim.origin === null || claim.origin !== denial.origin;
}

/** Whether one may deny the other: somebody else's, and not words of the denial itself. */
export function mayDeny(denial: Proposition, claim: Proposition): boolean {
  return isOfOther(denial, claim) && !relays(claim.words, denial.name);
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
