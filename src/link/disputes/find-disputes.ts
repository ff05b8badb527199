import { type Span, spansOverlap } from "../../text/span.js";
import type { Event } from "../events/group-events.js";
import { groupedBy } from "../grouped-by.js";
import { type DisputeId, linkId } from "../link-id.js";
import { compareText, dayOf } from "../link-input.js";
import type { Origins } from "../origins/trace-origins.js";
import type { Settled } from "../settled.js";
import { type TermVector, termVector } from "../stories/story-terms.js";
import type { WordWeights } from "../stories/word-weights.js";
import { cosine } from "./compare-propositions.js";
import type { DenialLexicon } from "./denial-lexicon.js";
import type { Voice } from "./denials-in.js";
import { agree, countsAlike, type Figure, findFigures } from "./find-figures.js";
import type { PairJudge } from "./pair-judge.js";
import { originsByLine } from "./statements-said.js";

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
  /** Who stands there where it is not whoever the line is by: whom a denial names, who takes a stance. */
  readonly voice?: Voice | null;
}

/** What finding disputes knows besides the articles. */
export interface DisputeLexicons {
  readonly weights: WordWeights;
  readonly denials: DenialLexicon;
  readonly judge: PairJudge;
}

/** So many voices for a state against one that denies it: more, and the denial is most likely of something about it ("denied that fear was behind the evacuation"). */
const mostAgainstOne = 3;

/** Whether an institution is in a state as some tell and others deny. What is not done yet is denied by nobody. */
export function overState({ id, what, tellings, kind }: Event): readonly Dispute[] {
  if (kind !== "posture") return [];
  const denials = tellings.filter(({ status }) => status === "denied");
  const deniers = new Set(denials.map(({ article, origin }) => `${article} ${origin}`));
  const facts = tellings.filter(
    ({ status, article, origin }) =>
      (status === "happened" || status === "ongoing") && !deniers.has(`${article} ${origin}`),
  );
  if (facts.length === 0 || denials.length === 0) return [];
  if (voices(facts) > mostAgainstOne * voices(denials)) return [];
  const side = (position: string, ends: Event["tellings"]): Side => ({
    position,
    ends: ends.map(({ article, line, evidence, day, date }) => ({ article, line, spans: evidence, day, date })),
    origins: [...new Set(ends.map(({ origin }) => origin))],
  });
  return [
    {
      id: linkId("di", ["event", id]),
      kind: "event",
      about: what,
      sides: [side("asserts", facts), side("denies", denials)],
      reason: "one state, told as a fact and denied",
    },
  ];
}

function voices(tellings: Event["tellings"]): number {
  return new Set(tellings.map(({ origin }) => origin)).size;
}

/** A number that an article or somebody in it gives. */
export interface ToldFigure {
  readonly article: string;
  readonly story: string;
  /** Who gives it: whoever is told to say it, else whoever's text it stands in. */
  readonly origin: string;
  /** Whether somebody is told to say it. */
  readonly isSaid: boolean;
  readonly date: string | null;
  readonly figure: Figure;
}

/** The first figure of each measure that an article gives itself, and the first that everybody in it gives. */
export function figuresIn(settled: Settled, origins: Origins): readonly ToldFigure[] {
  const originOf = originsByLine(origins);
  return settled.articles.flatMap((input) => {
    const { id: article, record } = input;
    const text = settled.textOf.get(article) ?? article;
    const story = settled.storyOf.get(article) ?? article;
    const told = findFigures(record).map((figure) => {
      const line = record.statements.findLast(({ content }) =>
        content.spans.some((span) => spansOverlap(span, figure.span)),
      );
      const by = line?.speaker == null ? undefined : originOf.get(`${article} ${line.id}`);
      return {
        article,
        story,
        origin: by ?? text,
        isSaid: by !== undefined && by !== text,
        date: dayOf(input),
        figure,
      };
    });
    return [...groupedBy(told, ({ origin, figure }) => `${figure.measure} ${origin}`).values()].flatMap(
      ([first]) => first ?? [],
    );
  });
}

/**
 * Disputes among the figures of one story, in order of time: those of one measure that cannot both be so. A count that grows from one day to the next is news and no dispute: only the last
 * that each text gives is set against the others, and only where it is of the same day or claims less than an earlier one. Where the nouns
 * or the sentences differ, the numbers count unlike things.
 */
export function overFigures(figures: readonly ToldFigure[], weights: WordWeights): readonly Dispute[] {
  const vectors = new Map<ToldFigure, TermVector>();
  const vectorOf = (one: ToldFigure): TermVector => {
    const known = vectors.get(one) ?? termVector({ text: one.figure.sentence.toLowerCase() }, weights);
    vectors.set(one, known);
    return known;
  };
  const ofOneThing = (a: ToldFigure, b: ToldFigure): boolean =>
    countsAlike(a.figure, b.figure) && (isBeside(a, b) || cosine(vectorOf(a), vectorOf(b)) >= leastOneThing);
  return [...groupedBy(figures, ({ figure }) => figure.measure)].flatMap(([measure, all]) => {
    const told = [...new Map(all.map((one) => [one.origin, one])).values()];
    const against = told.filter((one) => told.some((other) => clash(one, other) && ofOneThing(one, other)));
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

/** Whether two people give their numbers side by side in one article. */
function isBeside(a: ToldFigure, b: ToldFigure): boolean {
  const away = Math.abs(a.figure.span[0] - b.figure.span[0]);
  const isOfOneTime = [a, b].every(({ figure }) => !overTime.test(figure.sentence));
  return a.article === b.article && a.isSaid && b.isSaid && away <= besideWithin && isOfOneTime;
}

/** Words of a sentence whose number another will follow, or that follows one. */
const overTime = /\b(?:later|first|initial(?:ly)?|earlier|so far|since then)\b/i;

const besideWithin = 300;

/** Sentences that are alike by this much count one thing. */
const leastOneThing = 0.3;

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
