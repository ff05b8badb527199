import type { Statement } from "../../record/statement.js";
import type { Span } from "../../text/span.js";
import type { Event } from "../events/group-events.js";
import { dayOf, keyOf, type Settled } from "../line.js";
import { type DisputeId, linkId, type OriginId } from "../link-id.js";
import { compareText } from "../link-input.js";
import type { Origins } from "../origins/trace-origins.js";
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
  readonly date: string | null;
}

/** All disputes: over events, over what was said, over figures. */
export function findDisputes(
  settled: Settled,
  events: readonly Event[],
  { traces }: Origins,
  weights: WordWeights,
): readonly Dispute[] {
  const originOf = new Map(traces.map(({ article, line, origin }) => [`${article} ${line}`, origin]));
  return [
    ...events.flatMap(overEvent),
    ...byStory(settled).flatMap((articles) => [
      ...overStatements(articles, settled, originOf, weights),
      ...overFigures(articles, settled),
    ]),
  ];
}

function overEvent({ id, what, tellings, kind }: Event): readonly Dispute[] {
  const facts = tellings.filter(({ status }) => status === "happened" || status === "ongoing");
  const denials = tellings.filter(({ status }) => status === "denied" || status === "not_done");
  if (facts.length === 0 || denials.length === 0) return [];
  const side = (position: string, ends: Event["tellings"]): Side => ({
    position,
    ends: ends.map(({ article, line, evidence, date }) => ({ article, line, spans: evidence, date })),
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

function byStory({ articles, storyOf }: Settled): readonly (readonly Settled["articles"][number][])[] {
  const stories = new Map<string, Settled["articles"][number][]>();
  for (const input of articles) {
    const story = storyOf.get(input.id) ?? input.id;
    stories.set(story, [...(stories.get(story) ?? []), input]);
  }
  return [...stories.values()];
}

interface Said {
  readonly article: string;
  readonly statement: Statement;
  readonly terms: TermVector;
  readonly speaker: string | null;
  readonly origin: OriginId | null;
  readonly date: string | null;
}

/** Content of a denial and of what it denies that is alike by this much is about one thing. */
const leastAlike = 0.35;

/** Of several claims that a denial may mean, those that come this near to the likest. */
const nearLikest = 0.7;

const asserting = /^(?:say|claim|accuse|confirm|warn|believe|condemn)$/;

function overStatements(
  articles: Settled["articles"],
  settled: Settled,
  originOf: ReadonlyMap<string, OriginId>,
  weights: WordWeights,
): readonly Dispute[] {
  const told = articles.flatMap((input) =>
    input.record.statements.map((statement) => ({ input, statement, terms: termVector(statement.content, weights) })),
  );
  const tellingTerms = withoutCommon(told.map(({ terms }) => terms));
  const said = told.map(
    ({ input, statement }, i): Said => ({
      article: input.id,
      statement,
      terms: tellingTerms[i] ?? new Map(),
      speaker: statement.speaker === null ? null : keyOf(statement.speaker, input.id, settled),
      origin: originOf.get(`${input.id} ${statement.id}`) ?? null,
      date: dayOf(input),
    }),
  );
  const denials = said.filter(({ statement: { act, negated } }) => act === "deny" && !negated);
  const claims = said.filter(({ statement: { act, negated } }) => asserting.test(act) && !negated);
  const disputes = new Map<string, { readonly claims: Said[]; readonly denials: Said[] }>();
  for (const denial of denials) {
    const denied = deniedBy(denial, claims);
    const [first] = denied;
    if (first === undefined) continue;
    const key = `${first.article} ${first.statement.id}`;
    const known = disputes.get(key) ?? { claims: denied, denials: [] };
    disputes.set(key, { claims: [...new Set([...known.claims, ...denied])], denials: [...known.denials, denial] });
  }
  return [...disputes].map(([key, { claims: one, denials: other }]) => ({
    id: linkId("di", ["statement", key]),
    kind: "statement",
    about: one[0]?.statement.content.text ?? "",
    sides: [sideOf("asserts", one), sideOf("denies", other)],
    reason: "a denial in the same story, about the same thing by its words, by somebody else",
  }));
}

function deniedBy(denial: Said, claims: readonly Said[]): readonly Said[] {
  const scored = claims
    .filter(({ speaker }) => speaker !== denial.speaker)
    .map((claim) => ({ claim, score: alike(claim.terms, denial.terms) }));
  const least = Math.max(leastAlike, nearLikest * Math.max(0, ...scored.map(({ score }) => score)));
  return scored.filter(({ score }) => score >= least).map(({ claim }) => claim);
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
    ends: said.map(({ article, statement, date }) => ({
      article,
      line: statement.id,
      spans: statement.evidence,
      date,
    })),
    origins: [...new Set(said.flatMap(({ origin }) => origin ?? []))],
  };
}

function alike(a: TermVector, b: TermVector): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

interface ToldFigure {
  readonly article: string;
  readonly origin: string;
  readonly date: string | null;
  readonly figure: Figure;
}

/**
 * Figures of one measure in one story that cannot both be so. A count that grows from one day to the next is news and no dispute: only the last
 * that each text gives is set against the others, and only where it is of the same day or claims less than an earlier one.
 */
function overFigures(articles: Settled["articles"], { textOf }: Settled): readonly Dispute[] {
  const byMeasure = new Map<string, Map<string, ToldFigure>>();
  for (const input of articles) {
    const origin = textOf.get(input.id) ?? input.id;
    const measured = new Set<string>();
    for (const figure of findFigures(input.record)) {
      if (measured.has(figure.measure)) continue;
      measured.add(figure.measure);
      const last = byMeasure.get(figure.measure) ?? new Map<string, ToldFigure>();
      byMeasure.set(figure.measure, last.set(origin, { article: input.id, origin, date: dayOf(input), figure }));
    }
  }
  return [...byMeasure].flatMap(([measure, last]) => {
    const told = [...last.values()];
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
      ends: ends.map(({ article, figure, date }) => ({ article, line: null, spans: [figure.span], date })),
      origins: [...new Set(ends.map(({ origin }) => origin))].sort(compareText),
    }));
}
