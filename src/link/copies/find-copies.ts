import type { Span } from "../../text/span.js";
import { DisjointSets } from "../disjoint-sets.js";
import { type CopyGroupId, linkId } from "../link-id.js";
import { compareNumbers, compareText, dayOf, daysBetween, inOrder, type LinkInput, timeOf } from "../link-input.js";
import type { Agencies } from "./agencies.js";
import { candidatePairs, type Fingerprints, fingerprintsOf } from "./candidates.js";
import { type CommonPart, type CommonText, compareTexts } from "./compare-texts.js";
import { type Credit, findCredit } from "./find-credit.js";
import { type RunningText, runningText } from "./running-text.js";

/** Articles that are one text: an original, as far as it is known, and what was made of it. */
export interface CopyGroup {
  readonly id: CopyGroupId;
  /** Whose text it is: the agency that one of the articles credits, else the outlet of the first; `null` where neither is known. */
  readonly origin: string | null;
  /** How the origin is known, as a sentence. */
  readonly originReason: string;
  /** The article that the others are compared with: the agency's own, else the earliest. */
  readonly first: string;
  /** One for each other article, in order of time. */
  readonly copies: readonly Copy[];
}

/** An article that is a copy of another, and how far. */
export interface Copy {
  readonly article: string;
  /** The article that it is most like, among those before it. */
  readonly of: string;
  /** `same`: all but a few words; `cut`: a part of it; `extended`: it and more; `rewritten`: parts of it, and more; `version`: the same address, later. */
  readonly relation: "same" | "cut" | "extended" | "rewritten" | "version";
  /** What was done to it, as far as it shows. */
  readonly changes: readonly CopyChange[];
  /** The share of the copy's own words, quotations left out, that stand in the other, and the other way round; from 0 to 1. */
  readonly shares: readonly [ofCopy: number, ofOriginal: number];
  /** What is common, in the copy's text and in the other's. */
  readonly spans: readonly [inCopy: readonly Span[], inOriginal: readonly Span[]];
  readonly reason: string;
}

export type CopyChange = "cut" | "additions" | "new_lead" | "new_byline" | "new_headline";

/** What is settled of a group of copies once and for all, by its first articles. */
export type CopyGroupFacts = Omit<CopyGroup, "copies">;

/** An article of an earlier day that later ones may be copies of. */
export interface EarlierText {
  readonly input: LinkInput;
  /** The group that it is in already, `null` for none. */
  readonly group: CopyGroupFacts | null;
}

/**
 * Wire copies, rewrites and later versions among texts that stand in order of time, by groups; what is copied by nobody is in none.
 *
 * @param earlier articles that the others are held against too. A group that one of them is in takes in what is like it and stays what it was, so
 *   that its `copies` are those added to it; and no article makes one group of two.
 */
export function copiesAmong(
  texts: readonly ComparableText[],
  agencies: Agencies,
  earlier: readonly EarlierText[] = [],
): readonly CopyGroup[] {
  const groups = new Map(earlier.map(({ input, group }) => [input.id, group]));
  const before = inOrder(earlier.map(({ input }) => input)).map((input, at) => comparableText(input, agencies, at));
  const prepared = [...before, ...texts];
  const compare = comparisons();
  const kinships = candidatePairs(
    prepared.map(({ prints }) => prints),
    earlier.length,
  ).flatMap(([first, second]) => {
    const [a, b] = [prepared[first], prepared[second]];
    const kinship = a && b ? kinshipOf(a, b, compare) : null;
    return kinship === null ? [] : [{ ...kinship, pair: [first, second] as const }];
  });
  const owners = before.map(({ input: { id } }) => groups.get(id)?.id ?? id);
  return groupsOf(new DisjointSets(prepared.length, owners), kinships)
    .sets()
    .filter((set) => set.length > 1 && (set.at(-1) ?? 0) >= earlier.length)
    .map((set) => {
      const originals = set.flatMap((at) => (at < earlier.length ? (prepared[at] ?? []) : []));
      const members = set.flatMap((at) => (at < earlier.length ? [] : (prepared[at] ?? [])));
      const [first] = originals;
      const known = first === undefined ? null : (groups.get(first.input.id) ?? null);
      return known === null
        ? copyGroup(originals, members, compare)
        : { ...known, copies: copiesOf(members, originals, compare) };
    });
}

/** An article by what copies of it are known by. */
export interface ComparableText {
  readonly input: LinkInput;
  /** Made anew at each call where there are too many texts to keep them all. */
  readonly text: () => RunningText;
  /** Words outside quotation marks. */
  readonly ownWords: number;
  /** What tells which texts may be copies of it. */
  readonly prints: Fingerprints;
  readonly credit: Credit | null;
}

/** @param at the article's place among those that are compared: the texts of the first few thousand are kept */
export function comparableText(input: LinkInput, agencies: Agencies, at = 0): ComparableText {
  const { text, prints } = at < mostKept ? keptText(input) : printedText(input);
  return {
    input,
    text: at < mostKept ? () => text : madeAnew(input),
    ownWords: text.ownWords,
    prints,
    credit: findCredit(input.record.article, agencies),
  };
}

interface PrintedText {
  readonly text: RunningText;
  readonly prints: Fingerprints;
}

function printedText({ record }: LinkInput): PrintedText {
  const text = runningText(record);
  return { text, prints: fingerprintsOf(text) };
}

/** A text that others may be copies of is compared on every day that looks back on it. */
function keptText(input: LinkInput): PrintedText {
  const key = input.standIn ?? input.record;
  const found = known.get(key) ?? printedText(input);
  known.set(key, found);
  return found;
}

const known = new WeakMap<object, PrintedText>();

/** A function of its own, so that what it gives holds no text. */
function madeAnew({ record }: LinkInput): () => RunningText {
  return () => runningText(record);
}

/** Some 200 megabytes. */
const mostKept = 8_000;

/** What two texts have in common; the first part is that of the first. */
type Compare = (first: ComparableText, second: ComparableText) => CommonText;

/** Compares each two texts once, in whichever order they are asked for. */
function comparisons(): Compare {
  const known = new Map<ComparableText, Map<ComparableText, CommonText>>();
  const note = (first: ComparableText, second: ComparableText, common: CommonText): void => {
    known.set(first, (known.get(first) ?? new Map()).set(second, common));
  };
  return (first, second) => {
    const found = known.get(first)?.get(second);
    if (found !== undefined) return found;
    const common = compareTexts(first.text(), second.text());
    note(first, second, common);
    note(second, first, { first: common.second, second: common.first });
    return common;
  };
}

/** That two articles have so much text in common that one must have it from the other, or both from a third. */
interface Kinship {
  /** True where both are mostly that text; false where the larger is mostly something else. */
  readonly mutual: boolean;
}

/** Fewer words than this in common are a phrase, or what a press office sent to everybody. */
const leastWords = 25;

/** Shares of the smaller text that must be common. Of one outlet's own articles more: it repeats its own background. */
const leastShare = { others: 0.5, sameOutlet: 0.7, farApart: 0.9 };

/** A story is copied within days; what is alike after longer is a form that is filled in anew. */
const nearDays = 14;

function kinshipOf(a: ComparableText, b: ComparableText, compare: Compare): Kinship | null {
  const common = compare(a, b);
  const most = Math.max(common.first.share, common.second.share);
  if (Math.min(common.first.words, common.second.words) < Math.min(leastWords, ...lengths(a, b))) return null;
  if (Math.max(common.first.words, common.second.words) < 8) return null;
  if (most < leastShareOf(a.input, b.input)) return null;
  return { mutual: Math.min(common.first.share, common.second.share) >= 0.5 };
}

function lengths(a: ComparableText, b: ComparableText): readonly number[] {
  return [0.8 * a.ownWords, 0.8 * b.ownWords];
}

function leastShareOf(a: LinkInput, b: LinkInput): number {
  if ((daysBetween(a, b) ?? 0) > nearDays) return leastShare.farApart;
  const [one, other] = [a.record.article, b.record.article];
  if (one.url !== null && one.url === other.url) return leastShare.others;
  return one.outlet !== null && one.outlet === other.outlet ? leastShare.sameOutlet : leastShare.others;
}

interface Kin extends Kinship {
  readonly pair: readonly [number, number];
}

/**
 * Sets of articles that are one text. Mutual kinship joins. A text inside a longer one joins it too, unless the longer one holds texts that
 * have nothing to do with each other: then it is a round-up, and would make one story of several.
 */
function groupsOf(sets: DisjointSets, kinships: readonly Kin[]): DisjointSets {
  for (const { mutual, pair } of kinships) if (mutual) sets.join(...pair);
  const sizes = new Map(sets.sets().map((set) => [set[0] ?? 0, set.length]));
  const links = linksBetween(sets, kinships);
  const joins = [...links].flatMap(([one, others]) =>
    [...others.keys()]
      .filter((other) => one < other && isOneText(one, other, links, sizes))
      .map((other) => [one, other] as const),
  );
  for (const join of joins) sets.join(...join);
  return sets;
}

/** For each set, the sets that it has kin in, with the number of pairs of kin. */
type SetLinks = ReadonlyMap<number, ReadonlyMap<number, number>>;

function linksBetween(sets: DisjointSets, kinships: readonly Kin[]): SetLinks {
  const links = new Map<number, Map<number, number>>();
  const count = (from: number, to: number): void => {
    const known = links.get(from) ?? new Map<number, number>();
    links.set(from, known.set(to, (known.get(to) ?? 0) + 1));
  };
  for (const { pair } of kinships) {
    const [first, second] = [sets.find(pair[0]), sets.find(pair[1])];
    if (first === second) continue;
    count(first, second);
    count(second, first);
  }
  return links;
}

/** Whether all that either set has to do with has to do with the other, and more than one article of a set with several speaks for it. */
function isOneText(one: number, other: number, links: SetLinks, sizes: ReadonlyMap<number, number>): boolean {
  const related = (a: number, b: number): boolean => a === b || links.get(a)?.has(b) === true;
  const all = (of: number, to: number): boolean =>
    [...(links.get(of)?.keys() ?? [])].every((third) => related(third, to));
  const several = Math.max(sizes.get(one) ?? 1, sizes.get(other) ?? 1) > 1;
  return all(one, other) && all(other, one) && (links.get(one)?.get(other) ?? 0) > (several ? 1 : 0);
}

/** A new group. Where there are articles of earlier days the first of them is the one that others are copies of. */
function copyGroup(before: readonly ComparableText[], members: readonly ComparableText[], compare: Compare): CopyGroup {
  const [first, ...others] = [...before, ...[...members].sort(byPriority)];
  if (first === undefined) throw new RangeError("Found a group of copies without articles; a group has two or more.");
  const credited = first.credit ?? others.find(({ credit }) => credit !== null)?.credit ?? null;
  const { id, record } = first.input;
  return {
    id: linkId("cg", [id]),
    origin: credited?.agency ?? record.article.outlet,
    originReason: originReason(first, credited),
    first: id,
    copies: copiesOf(others, [first], compare),
  };
}

function copiesOf(
  members: readonly ComparableText[],
  known: readonly ComparableText[],
  compare: Compare,
): readonly Copy[] {
  const before = [...known];
  return [...members].sort(byPriority).map((one) => {
    const copy = copyOf(one, before, compare);
    before.push(one);
    return copy;
  });
}

/** The agency's own article first, then by time; of one day, an article that credits an agency, and the longer one. */
function byPriority(a: ComparableText, b: ComparableText): number {
  const own = ({ credit }: ComparableText): number => (credit?.by === "outlet" ? 0 : 1);
  const credits = ({ credit }: ComparableText): number => (credit === null ? 1 : 0);
  return (
    own(a) - own(b) ||
    compareText(dayOf(a.input) ?? unknownLast, dayOf(b.input) ?? unknownLast) ||
    compareNumbers(minuteOf(a.input), minuteOf(b.input)) ||
    credits(a) - credits(b) ||
    b.ownWords - a.ownWords ||
    compareText(a.input.id, b.input.id)
  );
}

/** Behind all days. */
const unknownLast = "~";

/** A bare date may be any time of its day, so a known time of that day counts as earlier. */
function minuteOf(input: LinkInput): number {
  const told = input.record.article.published ?? input.fetched;
  return (told?.includes("T") ? timeOf(input) : null) ?? Number.POSITIVE_INFINITY;
}

function originReason(first: ComparableText, credit: Credit | null): string {
  const { outlet } = first.input.record.article;
  if (credit?.by === "outlet") return `${credit.agency} is an agency, and published it itself`;
  if (credit) return `the ${credit.by} of one of the articles credits ${credit.agency}`;
  if (outlet === null) return "no article credits an agency, and the earliest names no outlet";
  return `no article credits an agency; ${outlet} published it first, as far as is known`;
}

/** The copy with the article before it that it shares most with. */
function copyOf(copy: ComparableText, before: readonly ComparableText[], compare: Compare): Copy {
  let best: { readonly of: ComparableText; readonly common: CommonText; readonly score: number } | null = null;
  for (const of of before.slice(0, 12)) {
    const common = compare(copy, of);
    const score = common.first.share + common.second.share;
    if (best === null || score > best.score + 1e-9) best = { of, common, score };
  }
  if (best === null) throw new RangeError("Found a copy of nothing; a copy follows at least one article.");
  const { first, second } = best.common;
  const relation = relationOf(copy.input, best.of.input, first, second);
  const changes = changesOf(copy, best.of, first, second);
  return {
    article: copy.input.id,
    of: best.of.input.id,
    relation,
    changes,
    shares: [rounded(first.share), rounded(second.share)],
    spans: [first.spans, second.spans],
    reason: reasonOf(copy.input, best.of.input, best.common),
  };
}

function relationOf(copy: LinkInput, of: LinkInput, inCopy: CommonPart, inOriginal: CommonPart): Copy["relation"] {
  const { url } = copy.record.article;
  if (url !== null && url === of.record.article.url) return "version";
  const [most, all] = [0.85, 0.9];
  if (inCopy.share >= all && inOriginal.share >= all) return "same";
  if (inCopy.share >= most && inCopy.share >= inOriginal.share) return "cut";
  return inOriginal.share >= most ? "extended" : "rewritten";
}

function changesOf(
  copy: ComparableText,
  of: ComparableText,
  inCopy: CommonPart,
  inOriginal: CommonPart,
): readonly CopyChange[] {
  const [one, other] = [copy.input.record.article, of.input.record.article];
  const found: readonly (readonly [CopyChange, boolean])[] = [
    ["cut", inOriginal.share < 0.9],
    ["additions", inCopy.share < 0.9],
    ["new_lead", !inCopy.lead],
    ["new_byline", one.authors.join() !== other.authors.join()],
    ["new_headline", one.title !== null && other.title !== null && one.title.trim() !== other.title.trim()],
  ];
  return found.flatMap(([change, is]) => (is ? [change] : []));
}

function reasonOf(copy: LinkInput, of: LinkInput, { first, second }: CommonText): string {
  const days = daysBetween(copy, of);
  const apart = days === null ? "" : days < 1 ? ", the same day" : `, ${Math.round(days)} days apart`;
  return `${percent(first.share)} of its own words stand in the other and ${percent(second.share)} of the other's in it (${first.words} words${apart})`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function rounded(share: number): number {
  return Math.round(1000 * share) / 1000;
}
