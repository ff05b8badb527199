import { type Span, spansOverlap } from "../../text/span.js";
import type { ClaimedAction, ClaimedPosture, ClaimedStance, Claims, MarkedClaims, Trap } from "./claims.js";
import { type JudgedParty, sameParty } from "./party.js";

/**
 * Of ours (`found`) those that fit some mark (`right`), and of what is marked (`gold`) what some of ours fits (`matched`): one of ours may fit
 * several marks, and several of ours one.
 */
export interface MatchCounts {
  readonly right: number;
  readonly found: number;
  readonly matched: number;
  readonly gold: number;
}

/** How many of some have what is asked for. */
export interface ShareCounts {
  readonly right: number;
  readonly of: number;
}

/** What comparing gives, of one article or of many, by the name of the figure. */
export interface ClaimTally {
  readonly matches: ReadonlyMap<string, MatchCounts>;
  readonly shares: ReadonlyMap<string, ShareCounts>;
  readonly differences: readonly Difference[];
}

/** Something marked that we have not, something of ours that was not marked, or a trap fallen into, in a few words. */
export interface Difference {
  readonly kind: "missed" | "too many" | "trap";
  readonly shown: string;
}

/** Statuses under which something stands as a fact. */
const asserted: ReadonlySet<string> = new Set(["happened", "ongoing", "announced"]);

/**
 * Compares what a record tells of an article with what careful readers marked. They marked an act in every paragraph that tells it, a record may
 * tell it once: marks with a type in common and the same parties are one act, found when any of its marks is, missed once.
 */
export function compareClaims(marked: MarkedClaims, own: Claims): ClaimTally {
  const whole = match(marked.actions, own.actions, isWhole, isSameAct);
  const postures = match(marked.postures, own.postures, isRightPosture, isSameState);
  const stances = match(marked.stances, own.stances, isRightStance, () => false);
  const main = match(
    marked.actions.filter((action) => action.main),
    own.actions,
    isWhole,
    isSameAct,
  );
  const facts = match(marked.postures.filter(isFact), own.postures.filter(isFact), isRightPosture, isSameState);
  const acts = marked.actions.flatMap((mark) => pairOf(mark, own.actions, isTyped, isWhole));
  const states = marked.postures.flatMap((mark) => pairOf(mark, own.postures, isRightPosture, isRightPosture));
  const dated = acts.filter(([mark]) => mark.time !== null);
  const sprung = marked.traps.flatMap((trap) => springs(trap, marked, own));
  return {
    matches: new Map([
      ["actions found", match(marked.actions, own.actions, isFound, isSameAct).counts],
      ["actions typed", match(marked.actions, own.actions, isTyped, isSameAct).counts],
      ["actions whole", whole.counts],
      ["parties", partyCounts(acts)],
      ["postures", postures.counts],
      ["postures told as facts", facts.counts],
      ["stances", stances.counts],
    ]),
    shares: new Map([
      ["main actions", { right: main.counts.matched, of: main.counts.gold }],
      ["status", shareOf(acts, sameStatus)],
      ["time", shareOf(dated, sameTime)],
      ["posture status", shareOf(states, sameStatus)],
      ["traps avoided", { right: marked.traps.length - sprung.length, of: marked.traps.length }],
    ]),
    differences: [
      ...differencesOf("action", whole),
      ...differencesOf("posture", postures),
      ...differencesOf("stance", stances),
      ...sprung,
    ],
  };
}

/** Of each claim of ours, in order, whether a mark says the same, with the same parties. */
export function rightClaims(
  marked: MarkedClaims,
  own: Claims,
): Readonly<Record<keyof typeof fits, readonly boolean[]>> {
  return {
    action: own.actions.map((one) => marked.actions.some((mark) => fits.action(mark, one))),
    posture: own.postures.map((one) => marked.postures.some((mark) => fits.posture(mark, one))),
    stance: own.stances.map((one) => marked.stances.some((mark) => fits.stance(mark, one))),
  };
}

const fits = { action: isWhole, posture: isRightPosture, stance: isRightStance };

/** The tallies of many articles as one; what differs follows in their order. */
export function sumTallies(tallies: readonly ClaimTally[]): ClaimTally {
  const matches = new Map<string, MatchCounts>();
  const shares = new Map<string, ShareCounts>();
  for (const tally of tallies) {
    for (const [name, { right, found, matched, gold }] of tally.matches) {
      const sum = matches.get(name) ?? { right: 0, found: 0, matched: 0, gold: 0 };
      const counts = { matched: sum.matched + matched, gold: sum.gold + gold };
      matches.set(name, { right: sum.right + right, found: sum.found + found, ...counts });
    }
    for (const [name, { right, of }] of tally.shares) {
      const sum = shares.get(name) ?? { right: 0, of: 0 };
      shares.set(name, { right: sum.right + right, of: sum.of + of });
    }
  }
  return { matches, shares, differences: tallies.flatMap(({ differences }) => differences) };
}

interface Matching {
  readonly counts: MatchCounts;
  readonly missed: readonly string[];
  readonly tooMany: readonly string[];
}

interface Shown {
  readonly shown: string;
}

/** Marks of the same thing count once, ours are right where any mark fits. */
function match<Mark extends Shown, Own extends Shown>(
  marks: readonly Mark[],
  own: readonly Own[],
  fits: (mark: Mark, one: Own) => boolean,
  isSame: (a: Mark, b: Mark) => boolean,
): Matching {
  const things = grouped(marks, isSame);
  const missed = things.filter((group) => !group.some((mark) => own.some((one) => fits(mark, one))));
  const tooMany = own.filter((one) => !marks.some((mark) => fits(mark, one)));
  return {
    counts: {
      right: own.length - tooMany.length,
      found: own.length,
      matched: things.length - missed.length,
      gold: things.length,
    },
    missed: missed.map(([first]) => first.shown),
    tooMany: tooMany.map(({ shown }) => shown),
  };
}

/** The marks in groups: each that has no group yet takes in the later ones that are the same as it. */
function grouped<Mark>(marks: readonly Mark[], isSame: (a: Mark, b: Mark) => boolean): (readonly [Mark, ...Mark[]])[] {
  const groups: (readonly [Mark, ...Mark[]])[] = [];
  let left = marks;
  for (let first = left[0]; first !== undefined; first = left[0]) {
    const head = first;
    const others = left.slice(1);
    groups.push([head, ...others.filter((one) => isSame(head, one))]);
    left = others.filter((one) => !isSame(head, one));
  }
  return groups;
}

function isFound(mark: ClaimedAction, own: ClaimedAction): boolean {
  if (spansOverlap(mark.span, own.span)) return true;
  const parties = [...own.actors, ...own.recipients];
  return isNear(mark.span, own.span) && share(mark.kinds, own.kinds) && haveSame(partiesOf(mark), parties);
}

function isTyped(mark: ClaimedAction, own: ClaimedAction): boolean {
  return share(mark.kinds, own.kinds) && isFound(mark, own);
}

function isWhole(mark: ClaimedAction, own: ClaimedAction): boolean {
  return isTyped(mark, own) && haveSameIfAny(mark.actors, own.actors) && haveSameIfAny(mark.recipients, own.recipients);
}

function isSameAct(a: ClaimedAction, b: ClaimedAction): boolean {
  return (
    share(a.kinds, b.kinds) &&
    partiesOf(a).length > 0 &&
    haveSameIfAny(a.actors, b.actors) &&
    haveSameIfAny(b.actors, a.actors) &&
    haveSameIfAny(a.recipients, b.recipients) &&
    haveSameIfAny(b.recipients, a.recipients)
  );
}

function isRightPosture(mark: ClaimedPosture, own: ClaimedPosture): boolean {
  if (!share(mark.kinds, own.kinds)) return false;
  return (
    mark.subject === null ||
    (own.subject !== null && (sameParty(mark.subject, own.subject) || isNear(mark.span, own.span)))
  );
}

function isSameState(a: ClaimedPosture, b: ClaimedPosture): boolean {
  if (!share(a.kinds, b.kinds)) return false;
  if (a.subject === null || b.subject === null || sameParty(a.subject, b.subject)) return true;
  return a.by !== null && b.by !== null && sameParty(a.by, b.by);
}

function isRightStance(mark: ClaimedStance, own: ClaimedStance): boolean {
  return (
    share(mark.kinds, own.kinds) &&
    isNear(mark.span, own.span) &&
    (mark.holder === null || (own.holder !== null && sameParty(mark.holder, own.holder))) &&
    haveSameIfAny(mark.targets, own.targets)
  );
}

/** Within about a sentence of each other, in units of the text. */
function isNear([start, end]: Span, [otherStart, otherEnd]: Span): boolean {
  return Math.max(start, otherStart) - Math.min(end, otherEnd) < 120;
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => b.has(one));
}

function partiesOf({ actors, recipients }: ClaimedAction): readonly JudgedParty[] {
  return [...actors, ...recipients];
}

function haveSame(marked: readonly JudgedParty[], own: readonly JudgedParty[]): boolean {
  return marked.some((party) => own.some((other) => sameParty(party, other)));
}

function haveSameIfAny(marked: readonly JudgedParty[], own: readonly JudgedParty[]): boolean {
  return marked.length === 0 || haveSame(marked, own);
}

function isFact({ status }: { readonly status: string }): boolean {
  return asserted.has(status);
}

type Pair<Mark, Own = Mark> = readonly [mark: Mark, own: Own];

/** A mark with the one of ours to compare it with, none where none fits: on its words rather than near them, whole, the nearest. */
function pairOf<Mark extends { readonly span: Span }, Own extends { readonly span: Span }>(
  mark: Mark,
  own: readonly Own[],
  fits: (mark: Mark, one: Own) => boolean,
  isFull: (mark: Mark, one: Own) => boolean,
): readonly Pair<Mark, Own>[] {
  const ranked = own
    .filter((one) => fits(mark, one))
    .map((one) => ({
      one,
      on: Number(spansOverlap(mark.span, one.span)),
      full: Number(isFull(mark, one)),
      distance: Math.abs(one.span[0] - mark.span[0]),
    }))
    .sort((a, b) => b.on - a.on || b.full - a.full || a.distance - b.distance);
  return ranked.slice(0, 1).map(({ one }) => [mark, one]);
}

function partyCounts(pairs: readonly Pair<ClaimedAction>[]): MatchCounts {
  const counts = { right: 0, found: 0, matched: 0, gold: 0 };
  for (const [mark, own] of pairs) {
    for (const role of ["actors", "recipients"] as const) {
      counts.right += own[role].filter((party) => haveSame(mark[role], [party])).length;
      counts.found += own[role].length;
      counts.matched += mark[role].filter((party) => haveSame([party], own[role])).length;
      counts.gold += mark[role].length;
    }
  }
  return counts;
}

function shareOf<Item>(pairs: readonly Pair<Item>[], isRight: (mark: Item, own: Item) => boolean): ShareCounts {
  return { right: pairs.filter(([mark, own]) => isRight(mark, own)).length, of: pairs.length };
}

function sameStatus(mark: { readonly status: string }, own: { readonly status: string }): boolean {
  return mark.status === own.status;
}

/** One TIMEX3 value is the other, or a part of it. */
function sameTime({ time: marked }: ClaimedAction, { time: own }: ClaimedAction): boolean {
  return marked !== null && own !== null && (own.startsWith(marked) || marked.startsWith(own));
}

/** The trap where it is sprung: something of its kind stands on its words as a fact, and the readers marked nothing there. */
function springs(trap: Trap, marked: MarkedClaims, own: Claims): readonly Difference[] {
  const ofState = /posture|\//.test(trap.not);
  const kinds = new Set([
    ...(trap.not.match(/[A-Z]{3,}/g) ?? []),
    ...(trap.not.match(/[\p{L}\p{N}_]+\/[\p{L}\p{N}_]+/gu) ?? []),
  ]);
  const ours = ofState ? own.postures.filter(({ span: [start, end] }) => end - start < 400) : own.actions;
  const first = [...ours].find(
    (one) => spansOverlap(one.span, trap.span) && isFact(one) && (kinds.size === 0 || share(kinds, one.kinds)),
  );
  const theirs = ofState ? marked.postures : marked.actions;
  if (first === undefined || theirs.some(({ span }) => spansOverlap(span, trap.span))) return [];
  return [{ kind: "trap", shown: `${first.shown}: ${trap.shown}` }];
}

function differencesOf(what: string, { missed, tooMany }: Matching): readonly Difference[] {
  return [
    ...missed.map((shown) => ({ kind: "missed", shown: `${what} ${shown}` }) as const),
    ...tooMany.map((shown) => ({ kind: "too many", shown: `${what} ${shown}` }) as const),
  ];
}
