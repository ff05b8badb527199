import type { Span } from "../../text/span.js";
import type { Event } from "../events/group-events.js";
import { groupedBy } from "../grouped-by.js";
import { dayOf, keyOf } from "../line.js";
import { type DisputeId, linkId, type OriginId } from "../link-id.js";
import { compareText } from "../link-input.js";
import type { Origins } from "../origins/trace-origins.js";
import type { Settled } from "../settled.js";
import { type TermVector, termVector } from "../stories/story-terms.js";
import type { WordWeights } from "../stories/word-weights.js";
import { agree, type Figure, findFigures } from "./find-figures.js";

/** What articles or those they quote do not agree on; two sides or more. */
export interface Dispute {
  readonly id: DisputeId;
  /** `event`: whether something happened; `statement`: whether what somebody said is so; `figure`: how many. */
  readonly kind: "event" | "statement" | "figure";
  /** What it is about, in a few words. */
  readonly about: string;
  readonly sides: readonly Side[];
  readonly reason: string;
}

export interface Side {
  /** `asserts` and `denies`, or the number that this side gives. */
  readonly position: string;
  readonly ends: readonly DisputeEnd[];
  /** The origins of its ends, each once: how many voices a side has. */
  readonly origins: readonly string[];
}

/** One end of a dispute: where a side stands in an article, by its words. */
export interface DisputeEnd {
  readonly article: string;
  /** The line of the record; `null` for a figure in the article's text. */
  readonly line: string | null;
  readonly spans: readonly Span[];
  /** The day of the article, `null` where unknown. */
  readonly day: string | null;
  /** The day that it tells of, else that of the article. */
  readonly date: string | null;
}

/** All disputes: over events, over what was said, over figures. */
export function findDisputes(
  settled: Settled,
  events: readonly Event[],
  origins: Origins,
  weights: WordWeights,
): readonly Dispute[] {
  const said = groupedBy(saidIn(settled, origins), ({ story }) => story);
  const figures = groupedBy(figuresIn(settled), ({ story }) => story);
  const stories = [...new Set(settled.articles.map(({ id }) => settled.storyOf.get(id) ?? id))];
  return [
    ...events.flatMap(overEvent),
    ...stories.flatMap((story) => [
      ...overStatements(said.get(story) ?? [], weights),
      ...overFigures(figures.get(story) ?? []),
    ]),
  ];
}

/** Whether what one event's tellings say happened is denied by others of them. */
export function overEvent({ id, what, tellings, kind }: Event): readonly Dispute[] {
  const facts = tellings.filter(({ status }) => status === "happened" || status === "ongoing");
  const denials = tellings.filter(({ status }) => status === "denied" || status === "not_done");
  if (facts.length === 0 || denials.length === 0) return [];
  const side = (position: string, ends: Event["tellings"]): Side => ({
    position,
    ends: ends.map(({ article, line, evidence, day, date }) => ({ article, line, spans: evidence, day, date })),
    origins: [...new Set(ends.map(({ origin }) => origin))],
  });
  const sides = [side("asserts", facts), side("denies", denials)];
  return [
    {
      id: linkId("di", ["event", id]),
      kind: "event",
      about: what,
      sides,
      reason: `one ${kind}, told as a fact and denied`,
    },
  ];
}

/** A statement as others may deny it. */
export interface Said {
  readonly article: string;
  readonly line: string;
  readonly story: string;
  readonly act: string;
  readonly negated: boolean;
  /** What was said. */
  readonly content: string;
  readonly spans: readonly Span[];
  /** Whom it is by, across articles; `null` where nobody is named. */
  readonly speaker: string | null;
  readonly origin: OriginId | null;
  readonly date: string | null;
}

interface SaidAbout extends Said {
  readonly terms: TermVector;
}

/** The statements of the articles, in their order. */
export function saidIn(settled: Settled, { traces }: Origins): readonly Said[] {
  const originOf = new Map(traces.map(({ article, line, origin }) => [`${article} ${line}`, origin]));
  return settled.articles.flatMap((input) =>
    input.record.statements
      .filter(({ id }) => !input.hidden?.has(id))
      .map(({ id, act, negated, content, evidence, speaker }) => ({
        article: input.id,
        line: id,
        story: settled.storyOf.get(input.id) ?? input.id,
        act,
        negated,
        content: content.text,
        spans: evidence,
        speaker: speaker === null ? null : keyOf(speaker, input.id, settled),
        origin: originOf.get(`${input.id} ${id}`) ?? null,
        date: dayOf(input),
      })),
  );
}

/** Whether a statement denies what others say. */
export function isDenial({ act, negated }: Pick<Said, "act" | "negated">): boolean {
  return act === "deny" && !negated;
}

/** Content of a denial and of what it denies that is alike by this much is about one thing. */
const leastAlike = 0.35;

/** Of several claims that a denial may mean, those that come this near to the likest. */
const nearLikest = 0.7;

const asserting = /^(?:say|claim|accuse|confirm|warn|believe|condemn)$/;

/** Disputes among the statements of one story, in order of time. */
export function overStatements(told: readonly Said[], weights: WordWeights): readonly Dispute[] {
  if (!told.some(isDenial)) return [];
  const terms = withoutCommon(told.map(({ content }) => termVector({ text: content }, weights)));
  const said = told.map((one, i): SaidAbout => ({ ...one, terms: terms[i] ?? new Map() }));
  const denials = said.filter((one) => isDenial(one) && saysWhat(one));
  const claims = said.filter(({ act, negated }) => asserting.test(act) && !negated);
  const disputes = new Map<string, { readonly claims: SaidAbout[]; readonly denials: SaidAbout[] }>();
  for (const denial of denials) {
    const denied = deniedBy(denial, claims);
    const [first] = denied;
    if (first === undefined) continue;
    const key = `${first.article} ${first.line}`;
    const known = disputes.get(key) ?? { claims: denied, denials: [] };
    disputes.set(key, { claims: [...new Set([...known.claims, ...denied])], denials: [...known.denials, denial] });
  }
  return [...disputes].map(([key, { claims: one, denials: other }]) => ({
    id: linkId("di", ["statement", key]),
    kind: "statement",
    about: one[0]?.content ?? "",
    sides: [sideOf("asserts", one), sideOf("denies", other)],
    reason: "a denial in the same story, about the same thing by its words, by somebody else",
  }));
}

function deniedBy(denial: SaidAbout, claims: readonly SaidAbout[]): readonly SaidAbout[] {
  const scored = claims
    .filter((claim) => claim.speaker !== denial.speaker && !isSameDenial(claim, denial))
    .map((claim) => ({ claim, score: alike(claim.terms, denial.terms) }));
  const least = Math.max(leastAlike, nearLikest * Math.max(0, ...scored.map(({ score }) => score)));
  return scored.filter(({ score }) => score >= least).map(({ claim }) => claim);
}

/** Whether a denial's own words tell what is denied: "Tarvenia denies everything" means no claim in particular. */
function saysWhat({ content, terms }: SaidAbout): boolean {
  return terms.size > 1 || !/^(?:it|this|that|all|everything|anything)(?: of it| of this)?$/i.test(content.trim());
}

/**
 * Whether a claim says what the denial says: of "it had laid no mines" and "denied laying any mines" neither contradicts the other. Only
 * where both are clauses about the same words; a negative claim may well be what somebody denies.
 */
function isSameDenial(claim: SaidAbout, denial: SaidAbout): boolean {
  const negative = /\b(?:no|not|never|none|nobody|nothing)\b|n['’]t\b/i;
  return (
    negative.test(claim.content) && /^(?:that\s|\p{L}+ing\s)/u.test(denial.content) && !negative.test(denial.content)
  );
}

/**
 * The vectors with each term weighted by how rare it is among them, at length 1 again: in a story about one strait everybody names the strait,
 * and it tells no two statements apart. Of few statements nothing is common.
 */
function withoutCommon(vectors: readonly TermVector[]): readonly TermVector[] {
  const counts = new Map<string, number>();
  for (const vector of vectors) for (const term of vector.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const rarity = (term: string): number =>
    Math.log((vectors.length + 10) / ((counts.get(term) ?? 0) + 1)) / Math.log(vectors.length + 10);
  return vectors.map((vector) => {
    const weighted = [...vector].map(([term, weight]) => [term, weight * Math.max(0, rarity(term))] as const);
    const length = Math.hypot(...weighted.map(([, weight]) => weight));
    return new Map(weighted.map(([term, weight]) => [term, length === 0 ? 0 : weight / length]));
  });
}

function sideOf(position: string, said: readonly Said[]): Side {
  return {
    position,
    ends: said.map(({ article, line, spans, date }) => ({ article, line, spans, day: date, date })),
    origins: [...new Set(said.flatMap(({ origin }) => origin ?? []))],
  };
}

function alike(a: TermVector, b: TermVector): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

/** A number that an article gives. */
export interface ToldFigure {
  readonly article: string;
  readonly story: string;
  /** Whose text it stands in. */
  readonly origin: string;
  readonly date: string | null;
  readonly figure: Figure;
}

/** The first figure of each measure in each article. */
export function figuresIn(settled: Settled): readonly ToldFigure[] {
  return settled.articles.flatMap((input) => {
    const origin = settled.textOf.get(input.id) ?? input.id;
    const story = settled.storyOf.get(input.id) ?? input.id;
    const firsts = [...groupedBy(findFigures(input.record), ({ measure }) => measure).values()];
    return firsts.flatMap(([figure]) =>
      figure === undefined ? [] : [{ article: input.id, story, origin, date: dayOf(input), figure }],
    );
  });
}

/**
 * Disputes among the figures of one story, in order of time: those of one measure that cannot both be so. A count that grows from one day to the next is news and no dispute: only the last
 * that each text gives is set against the others, and only where it is of the same day or claims less than an earlier one.
 */
export function overFigures(figures: readonly ToldFigure[]): readonly Dispute[] {
  return [...groupedBy(figures, ({ figure }) => figure.measure)].flatMap(([measure, all]) => {
    const told = [...new Map(all.map((one) => [one.origin, one])).values()];
    const against = told.filter((one) => told.some((other) => clash(one, other)));
    const sides = sidesOf(against);
    const [first] = against;
    if (first === undefined || sides.length < 2) return [];
    const id = linkId("di", ["figure", measure, first.article]);
    return [
      {
        id,
        kind: "figure" as const,
        about: `how many were ${measure}`,
        sides,
        reason: "numbers of one story and day that cannot both be so",
      },
    ];
  });
}

function clash(a: ToldFigure, b: ToldFigure): boolean {
  if (agree(a.figure, b.figure)) return false;
  if (a.date === null || b.date === null || a.date === b.date) return true;
  const [early, late] = a.date < b.date ? [a, b] : [b, a];
  return late.figure.value < early.figure.value;
}

function sidesOf(told: readonly ToldFigure[]): readonly Side[] {
  const sides = new Map<number, ToldFigure[]>();
  for (const one of told) sides.set(one.figure.value, [...(sides.get(one.figure.value) ?? []), one]);
  return [...sides]
    .sort(([a], [b]) => a - b)
    .map(([value, ends]) => ({
      position: String(value),
      ends: ends.map(({ article, figure, date }) => ({ article, line: null, spans: [figure.span], day: date, date })),
      origins: [...new Set(ends.map(({ origin }) => origin))].sort(compareText),
    }));
}
