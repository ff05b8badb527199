import { claimSentence } from "../link/disputes/claim-sentence.js";
import type { Dispute, Side } from "../link/disputes/find-disputes.js";
import { compareText } from "../link/link-input.js";
import type { LinkNeeds, LinkSources } from "../store/queries/link-sources.js";
import { capital } from "../text/capital.js";
import type { MarkView } from "./correction-view.js";
import { mostVoices, speakerView, type VoicesView, voicesView } from "./origin-view.js";
import { plainAspect, plainState } from "./plain-words.js";
import { idOfPlace, type QuoteView, quoteView } from "./quote-view.js";

/** What articles or those they quote do not agree on, each end by its words. */
export interface DisputeView {
  readonly id: string;
  readonly headline: DisputeHeadline;
  readonly kind: Dispute["kind"];
  readonly about: string;
  /** The days of the first and the last of its ends; `null` where none is known. */
  readonly first: string | null;
  readonly last: string | null;
  readonly sides: readonly SideView[];
  /** How it stood over time: the days on which articles added to it, in order; those of unknown date last. */
  readonly course: readonly CourseDay[];
  /** What people said of it: notes, tags, whom it is assigned to, that it is confirmed. */
  readonly marks: readonly MarkView[];
  readonly reason: string;
}

/** What the articles of a day added to a dispute. */
export interface CourseDay {
  readonly day: string | null;
  /** How many articles told each side on that day, in the order of the sides. */
  readonly reports: readonly number[];
  /** Whether it is the day from which on two sides are told, or a day before or after it. */
  readonly stood: "told" | "opened" | "contested";
}

/** A dispute in a line. */
export interface DisputeHeadline {
  /** What is held or denied, as a sentence; of figures what is counted. */
  readonly claim: string;
  /** By name, who holds it; of figures nobody. */
  readonly heldBy: readonly string[];
  readonly deniedBy: readonly string[];
  /** The day on which it was first told by both sides, `null` where unknown. */
  readonly since: string | null;
  /** Where it was first told; `null` where no end is known. */
  readonly earliest: EndView | null;
  /** The outlets that take a side in their own voice, and which. */
  readonly ownVoice: readonly OwnVoice[];
}

/** What an outlet says in its own voice. */
export interface OwnVoice {
  readonly outlet: string;
  readonly position: string;
  /** Of the line or, where the words are in none, of the article's version. */
  readonly id: string;
  readonly words: string;
}

/** What is known of a dispute beside its sides. */
export interface DisputeFacts {
  /** By name, the institution whose state is in dispute; `null` for what is over no state. */
  readonly subject: string | null;
  readonly marks: readonly MarkView[];
}

const noFacts: DisputeFacts = { subject: null, marks: [] };

export interface SideView {
  /** `asserts` and `denies`, or the number that this side gives. */
  readonly position: string;
  readonly voices: VoicesView;
  /** The first of them in order of time. */
  readonly ends: readonly EndView[];
  readonly moreEnds: number;
}

export interface EndView extends QuoteView {
  readonly date: string | null;
}

/** A dispute, or a claim that goes by the id of a line. */
type DisputeToTell = Omit<Dispute, "id"> & { readonly id: string };

/** So many ends of a side are shown where nothing else is asked for. */
export const mostEnds = 3;

/** What the view of a dispute with so many ends of each side is made from. */
export function disputeNeeds({ sides }: Pick<Dispute, "sides">, most = mostEnds): LinkNeeds {
  const shown = sides.flatMap(({ ends }) => ends.slice(0, most));
  return {
    articles: shown.map(({ article }) => article),
    lines: shown.filter(({ line }) => line !== null).map(idOfPlace),
    who: [],
    origins: sides.flatMap(({ origins }) => origins.slice(0, mostVoices)),
    tellings: [],
  };
}

export function disputeView(
  { id, kind, about, sides, reason }: DisputeToTell,
  sources: LinkSources,
  most = mostEnds,
  { subject, marks }: DisputeFacts = noFacts,
): DisputeView {
  const ordered = [...sides].sort(bySide);
  const shown = ordered.map((side) => sideView(side, sources, most));
  const dates = sides.flatMap(({ ends }) => ends.flatMap(({ date }) => date ?? [])).sort();
  return {
    id,
    headline: headlineOf(claimOf(kind, about, subject), sides, shown),
    kind,
    about: about.replace(/\s+/g, " ").trim(),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    sides: shown,
    course: courseOf(ordered),
    marks,
    reason,
  };
}

/** What is held or denied, as a sentence that stands alone. */
function claimOf(kind: Dispute["kind"], about: string, subject: string | null): string {
  if (kind !== "event") return kind === "figure" ? about : claimSentence(about);
  const [aspect = "", value = ""] = about.split(" ");
  return `${subject ?? capital(plainAspect(aspect))}: ${plainState(aspect, value)}`;
}

function courseOf(sides: readonly Side[]): readonly CourseDay[] {
  const days = new Set(sides.flatMap(({ ends }) => ends.map(dayTold)));
  const ordered = [...days].toSorted((a, b) => compareText(a ?? "~", b ?? "~"));
  const told = new Set<number>();
  let isOpen = false;
  return ordered.map((day): CourseDay => {
    const reports = sides.map(
      ({ ends }) => new Set(ends.flatMap((end) => (dayTold(end) === day ? end.article : []))).size,
    );
    for (const [at, count] of reports.entries()) if (count > 0) told.add(at);
    const stood = isOpen ? "contested" : told.size > 1 ? "opened" : "told";
    isOpen = told.size > 1;
    return { day, reports, stood };
  });
}

/** When it was told; `null` of an article that nobody dated: the day on which it was added is no day of a dispute. */
function dayTold({ day, date }: Side["ends"][number]): string | null {
  return date === null ? null : day;
}

function headlineOf(claim: string, sides: readonly Side[], shown: readonly SideView[]): DisputeHeadline {
  const of = (position: string): readonly string[] =>
    shown.filter((side) => side.position === position).flatMap(({ voices }) => voices.named.map(({ name }) => name));
  const opened = sides.map(({ ends }) => ends.flatMap((end) => dayTold(end) ?? []).sort()[0] ?? null);
  const ends = shown.flatMap((side) => side.ends.map((end) => ({ end, position: side.position })));
  const [earliest] = ends.toSorted((a, b) =>
    compareText(a.end.article.published ?? "~", b.end.article.published ?? "~"),
  );
  const own = ends.flatMap(({ end, position }) =>
    end.voice?.kind === "text" && end.article.outlet !== null
      ? [{ outlet: end.article.outlet, position, id: end.id, words: end.words }]
      : [],
  );
  return {
    claim,
    heldBy: of("asserts"),
    deniedBy: of("denies"),
    since: opened.includes(null) ? null : (opened.toSorted((a, b) => compareText(a ?? "", b ?? "")).at(-1) ?? null),
    earliest: earliest?.end ?? null,
    ownVoice: [...new Map(own.map((one) => [`${one.outlet} ${one.position}`, one])).values()],
  };
}

/** What is asserted before what is denied, and figures from the smallest. */
function bySide({ position: a }: Side, { position: b }: Side): number {
  const apart = Number(a) - Number(b);
  return Number.isNaN(apart) ? compareText(a, b) : apart;
}

function sideView({ position, ends, origins }: Side, sources: LinkSources, most: number): SideView {
  const voices = ends.flatMap(({ voice }) => (voice ? [voice] : []));
  const names = new Map(voices.map(({ origin, name }) => [origin, name]));
  return {
    position,
    voices: voicesView(origins, sources, names),
    ends: ends.slice(0, most).map((end) => {
      const quote = quoteView(end, sources);
      return { ...quote, voice: end.voice ? speakerView(end.voice.name) : quote.voice, date: end.date };
    }),
    moreEnds: Math.max(0, ends.length - most),
  };
}
