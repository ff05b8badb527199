import type { Posture } from "../../record/posture.js";
import { dayLength } from "../../text/days.js";
import type { Event, Telling, TellingFacts } from "../events/group-events.js";
import { groupedBy } from "../grouped-by.js";
import { type HistoryId, linkId, type OriginId } from "../link-id.js";
import { compareText, instantOf } from "../link-input.js";
import { isEnding, isFurther, isOneState, isOpposite, isVague, takesPlaceOf } from "./state-scale.js";

/** The states of one aspect of one institution, in order of time. */
export interface PostureHistory<Told extends TellingFacts = Telling> {
  readonly id: HistoryId;
  /** The key of an institution or the id of a known entity, or words where neither is known. */
  readonly subject: string;
  /** The known entity that the words for the institution name, `null` where none do. */
  readonly entity: string | null;
  /** The story within which the subject's words are one institution; `null` where it is known. */
  readonly within: string | null;
  readonly aspect: Posture["aspect"];
  readonly states: readonly PostureState<Told>[];
}

export interface PostureState<Told extends TellingFacts = Telling> {
  readonly value: string;
  /** The first day on which it holds or is told; `null` where no article tells. */
  readonly from: string | null;
  /** Whether `from` is a day that an article tells, or only the day of the first article. */
  readonly dated: TellingFacts["dated"];
  /** The day on which another state took its place; `null` while none has. */
  readonly until: string | null;
  /**
   * `in_force`: told as a fact; `disputed`: told as a fact by some and denied by others, or by others with its opposite on the same day;
   * `denied`: only denied; `announced` and `possible`: not yet so. Only what is told as a fact supersedes.
   */
  readonly standing: "in_force" | "disputed" | "denied" | "announced" | "possible";
  /** In order of time, those that tell it less exactly among them. */
  readonly tellings: readonly Told[];
  readonly origins: readonly OriginId[];
  readonly reason: string;
}

/** The histories of all institutions and aspects that the events tell of, in the order of their subjects and aspects. */
export function postureHistories<Told extends TellingFacts>(
  events: readonly Event<Told>[],
): readonly PostureHistory<Told>[] {
  const histories = new Map<
    string,
    { subject: string; aspect: string; within: string | null; events: Event<Told>[] }
  >();
  for (const event of events) {
    const [subject] = event.who;
    const [aspect] = event.what.split(" ");
    if (event.kind !== "posture" || subject === undefined || aspect === undefined) continue;
    const key = historyKey({ subject, aspect, within: event.within });
    const known = histories.get(key) ?? { subject, aspect, within: event.within, events: [] };
    known.events.push(event);
    histories.set(key, known);
  }
  return [...histories]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { subject, aspect: told, within, events: own }]) => {
      // `what` of a posture's event is made of the posture's aspect and value, in group-events.ts.
      const aspect = told as Posture["aspect"];
      const entity = own.flatMap(({ who }) => who[1] ?? [])[0] ?? null;
      return { id: historyId(subject, aspect, within), subject, entity, within, aspect, states: statesOf(own, aspect) };
    });
}

/** By what histories are in order. */
export function historyKey({
  subject,
  aspect,
  within,
}: Record<"subject" | "aspect", string> & Pick<PostureHistory, "within">): string {
  return JSON.stringify([subject, aspect, within]);
}

/** The id of the history of one aspect of one institution, whose words mean it `within` a story where it is not known. */
export function historyId(subject: string, aspect: string, within: string | null): HistoryId {
  return linkId("hi", within === null ? [subject, aspect] : [subject, aspect, within]);
}

/** Days within which tellings of two values are of one state or of its stages. */
const nearDays = 7;

/** What is told of one state, by value: the words for it that count, and the vaguer ones. */
interface Cluster<Told extends TellingFacts> {
  readonly exact: readonly Turn<Told>[];
  readonly vaguer: readonly Turn<Told>[];
}

function statesOf<Told extends TellingFacts>(
  events: readonly Event<Told>[],
  aspect: Posture["aspect"],
): readonly PostureState<Told>[] {
  const clusters = withVaguer(sameStates(inTurns(events, aspect), aspect), aspect);
  const states = clusters.flatMap((cluster) => stateOf(cluster)).sort((a, b) => compareStates(a, b, aspect));
  return withEnds(contested(continued(states, aspect), aspect), aspect).map(({ event: _, ...state }) => state);
}

/** What is told in an event of one turn: from when the state begins, or ends, to when that is over. */
interface Turn<Told extends TellingFacts> extends Event<Told> {
  readonly turn: number;
}

/** The events, those parted that tell of a state before and again after its end: what was shut, opened, and shut again. */
function inTurns<Told extends TellingFacts>(
  events: readonly Event<Told>[],
  aspect: Posture["aspect"],
): readonly Turn<Told>[] {
  const starts = startsOfTurns(events, aspect);
  return events.flatMap((event) => {
    const isEnd = isEnding(aspect, stateValue(event));
    const own = [...starts.keys()].filter((turn) => starts[turn]?.isEnd === isEnd);
    const turnOf = ({ date }: Told): number =>
      own.findLast((turn) => date !== null && (starts[turn]?.day ?? "9999") <= plainDay(date)) ?? own[0] ?? 0;
    return [...groupedBy(event.tellings, turnOf)].map(([turn, tellings]) => ({ ...event, tellings, turn }));
  });
}

/** The days, of those that articles tell, on which the state begins or ends after it had not. What is told of a day on which it changes is of before. */
function startsOfTurns(
  events: readonly Event<TellingFacts>[],
  aspect: Posture["aspect"],
): readonly { readonly day: string; readonly isEnd: boolean }[] {
  const told = events.flatMap((event) => {
    const isEnd = isEnding(aspect, stateValue(event));
    return event.tellings.flatMap(({ status, dated, date }) =>
      factual.test(status) && dated === "told" && date !== null ? [{ day: plainDay(date), isEnd }] : [],
    );
  });
  const starts: { readonly day: string; readonly isEnd: boolean }[] = [];
  for (const [day, ofDay] of groupedBy(
    told.toSorted((a, b) => compareText(a.day, b.day)),
    (one) => one.day,
  )) {
    const now = starts.at(-1)?.isEnd ?? false;
    for (const isEnd of [now, !now]) {
      if (starts.at(-1)?.isEnd !== isEnd && ofDay.some((one) => one.isEnd === isEnd)) starts.push({ day, isEnd });
    }
  }
  return starts;
}

function plainDay(date: string): string {
  return date.slice(0, 10);
}

/** The events in order of time, those together that tell one state in the same days, in whichever words. */
function sameStates<Told extends TellingFacts>(
  events: readonly Turn<Told>[],
  aspect: Posture["aspect"],
): readonly Cluster<Told>[] {
  const clusters: Turn<Told>[][] = [];
  const first = (event: Event<Told>): string => `${firstOf(event.tellings)?.date ?? "9999"} ${event.id}`;
  const inTime = events.map((event) => ({ event, first: first(event) })).sort((a, b) => compareText(a.first, b.first));
  for (const { event } of inTime) {
    const known = clusters.find((own) =>
      own.some(
        (one) =>
          one.turn === event.turn &&
          isOneState(aspect, stateValue(one), stateValue(event)) &&
          daysApart(one, event) <= nearDays,
      ),
    );
    if (known === undefined) clusters.push([event]);
    else known.push(event);
  }
  return clusters.map((exact) => ({ exact, vaguer: [] }));
}

/**
 * Each vaguer state joins the nearest of the same days that is more exact, of two as near the one that more tell. What was told before is a state of its
 * own, and so is a fact where the more exact state is none.
 */
function withVaguer<Told extends TellingFacts>(
  clusters: readonly Cluster<Told>[],
  aspect: Posture["aspect"],
): readonly Cluster<Told>[] {
  const isExact = ({ exact: [event] }: Cluster<Told>): boolean =>
    event !== undefined && !isVague(aspect, stateValue(event));
  const mayBe = ({ exact }: Cluster<Told>, vague: Turn<Told>): boolean => {
    const [own, told] = [firstOf(tellingsOf(exact)), firstOf(vague.tellings)];
    if (own === undefined || told === undefined || exact[0]?.turn !== vague.turn) return false;
    const [from, then] = [instantOf(own.date), instantOf(told.date)];
    const isBegun = from === null || then === null || then >= from - dayLength;
    return isBegun && (factual.test(own.status) || !factual.test(told.status)) && isPlain(exact);
  };
  const isPlain = ([event]: readonly Event<Told>[]): boolean =>
    event !== undefined && !isEnding(aspect, stateValue(event));
  const joined = new Map<Cluster<Told>, Turn<Told>[]>(clusters.filter(isExact).map((one) => [one, []]));
  const alone: Cluster<Told>[] = [];
  for (const vague of clusters.filter((one) => !isExact(one))) {
    const [event] = vague.exact;
    if (event === undefined) continue;
    const [best] = [...joined.keys()]
      .filter((one) => mayBe(one, event))
      .map((one) => ({ one, apart: Math.min(...one.exact.map((exact) => daysApart(exact, event))) }))
      .filter(({ apart }) => apart <= nearDays)
      .sort((a, b) => a.apart - b.apart || tellingsOf(b.one.exact).length - tellingsOf(a.one.exact).length);
    if (best === undefined) alone.push(vague);
    else joined.get(best.one)?.push(...vague.exact);
  }
  return [...[...joined].map(([{ exact }, vaguer]) => ({ exact, vaguer })), ...alone];
}

function tellingsOf<Told extends TellingFacts>(events: readonly Event<Told>[]): readonly Told[] {
  return events.flatMap(({ tellings }) => tellings);
}

function stateValue({ what }: Pick<Event, "what">): string {
  return what.slice(what.indexOf(" ") + 1);
}

/** Days between the nearest tellings of two events; none where no day is known. */
function daysApart(a: Event<TellingFacts>, b: Event<TellingFacts>): number {
  const [one, other] = [spanOf(a), spanOf(b)];
  if (one === null || other === null) return 0;
  return Math.max(0, Math.max(one.first, other.first) - Math.min(one.last, other.last)) / dayLength;
}

interface TimeSpan {
  readonly first: number;
  readonly last: number;
}

/** An event is held against many others, and may have thousands of tellings. */
const spansFound = new WeakMap<Event<TellingFacts>, TimeSpan | null>();

/** From the first to the last telling with a day; `null` where none has one. */
function spanOf(event: Event<TellingFacts>): TimeSpan | null {
  const known = spansFound.get(event);
  if (known !== undefined) return known;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { date } of event.tellings) {
    const at = instantOf(date);
    if (at === null) continue;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  const span = first > last ? null : { first, last };
  spansFound.set(event, span);
  return span;
}

/** A state with the event that it was made of. */
interface EventState<Told extends TellingFacts> extends PostureState<Told> {
  readonly event: string;
}

const factual = /^(?:happened|ongoing)$/;
const denying = /^(?:denied|not_done)$/;

function firstOf<Told extends TellingFacts>(tellings: readonly Told[]): Told | undefined {
  const facts = tellings.filter(({ status }) => factual.test(status));
  const [first, ...others] = facts.length > 0 ? facts : tellings;
  if (first === undefined) return undefined;
  const compare = (a: Told, b: Told): number =>
    compareText(a.date ?? "9999", b.date ?? "9999") || compareText(b.dated, a.dated);
  return others.reduce((best, one) => (compare(one, best) < 0 ? one : best), first);
}

function stateOf<Told extends TellingFacts>({ exact, vaguer }: Cluster<Told>): readonly EventState<Told>[] {
  const own = tellingsOf(exact);
  const tellings = inOrderOfTime([...own, ...tellingsOf(vaguer)]);
  const facts = tellings.filter(({ status }) => factual.test(status));
  const denials = own.filter(({ status }) => denying.test(status));
  const first = firstOf(own);
  const named = mostTold(exact);
  if (first === undefined || named === undefined) return [];
  const origins = [...new Set(tellings.map(({ origin }) => origin))];
  const foreseen = tellings.length - facts.length - denials.length;
  const others = [...new Set([...exact, ...vaguer].map(stateValue))].filter((value) => value !== stateValue(named));
  const told = `${count(facts.length, "line tells", "lines tell")} it as a fact, ${denials.length} deny it, ${foreseen} foresee it`;
  const also = others.length === 0 ? "" : `; also told as ${others.join(", ").replaceAll("_", " ")}`;
  return [
    {
      event: named.id,
      value: stateValue(named),
      from: exactDay(first, own),
      dated: first.dated,
      until: null,
      standing: standingOf(own),
      tellings,
      origins,
      reason: `${told}; ${count(origins.length, "origin", "origins")}${also}`,
    },
  ];
}

/** The day of a telling; of what may be a month or year that begins with it the first day within that others tell. */
function exactDay({ date, dated }: TellingFacts, tellings: readonly TellingFacts[]): string | null {
  if (date === null || dated !== "told" || !date.endsWith("-01")) return date;
  const span = date.slice(0, date.endsWith("-01-01") ? 5 : 8);
  const within = tellings.flatMap((one) =>
    one.dated === "told" && one.date !== null && one.date > date && one.date.startsWith(span) ? [one.date] : [],
  );
  return within.toSorted()[0] ?? date;
}

function standingOf(tellings: readonly TellingFacts[]): PostureState["standing"] {
  const some = (pattern: RegExp): boolean => tellings.some(({ status }) => pattern.test(status));
  if (some(factual)) return some(denying) ? "disputed" : "in_force";
  if (some(denying)) return "denied";
  return some(/^announced$/) ? "announced" : "possible";
}

/** The event that the most articles tell of, of several the one told first. */
function mostTold<Told extends TellingFacts>(events: readonly Event<Told>[]): Event<Told> | undefined {
  const articles = ({ tellings }: Event<Told>): number => new Set(tellings.map(({ article }) => article)).size;
  return [...events].sort((a, b) => articles(b) - articles(a))[0];
}

function inOrderOfTime<Told extends TellingFacts>(tellings: readonly Told[]): readonly Told[] {
  return tellings.toSorted((a, b) => compareText(a.day ?? a.date ?? "9999", b.day ?? b.date ?? "9999"));
}

/** In order of time; of those of one day what more lines tell comes last, for it is what then holds, else the further stage. */
function compareStates(a: EventState<TellingFacts>, b: EventState<TellingFacts>, aspect: Posture["aspect"]): number {
  return (
    compareText(a.from ?? "9999", b.from ?? "9999") ||
    a.tellings.length - b.tellings.length ||
    Number(isFurther(aspect, a.value, b.value)) - Number(isFurther(aspect, b.value, a.value)) ||
    compareText(a.event, b.event)
  );
}

/** The states with those as one that go on: told anew, with no other told as a fact between. */
function continued<Told extends TellingFacts>(
  states: readonly EventState<Told>[],
  aspect: Posture["aspect"],
): readonly EventState<Told>[] {
  const merged: EventState<Told>[] = [];
  for (const state of states) {
    const at = merged.findLastIndex((one) => holds(one) && !isApart(one.value, state.value, aspect));
    const last = merged[at];
    if (last && holds(state) && isOneState(aspect, last.value, state.value)) merged[at] = toldAnew(last, state);
    else merged.push(state);
  }
  return merged;
}

function isApart(one: string, other: string, aspect: Posture["aspect"]): boolean {
  return !isOneState(aspect, one, other) && !takesPlaceOf(aspect, one, other);
}

function holds({ standing }: Pick<PostureState, "standing">): boolean {
  return standing === "in_force" || standing === "disputed";
}

function toldAnew<Told extends TellingFacts>(state: EventState<Told>, later: EventState<Told>): EventState<Told> {
  const disputed = state.standing === "disputed" || later.standing === "disputed";
  return {
    ...state,
    standing: disputed ? "disputed" : "in_force",
    tellings: [...state.tellings, ...later.tellings],
    origins: [...new Set([...state.origins, ...later.origins])],
    reason: `${state.reason}; told anew on ${later.from ?? "an unknown day"}`,
  };
}

/** Those disputed that others tell to be their opposite on the very day: who tells the one does not tell the other. */
function contested<Told extends TellingFacts>(
  states: readonly EventState<Told>[],
  aspect: Posture["aspect"],
): readonly EventState<Told>[] {
  const articles = states.map(({ tellings }) => new Set(tellings.map(({ article }) => article)));
  const contradicts = (i: number, j: number): boolean => {
    const [a, b] = [states[i], states[j]];
    if (a === undefined || b === undefined || !holds(a) || !holds(b) || a.from === null || a.from !== b.from)
      return false;
    return isOpposite(aspect, a.value, b.value) && !a.tellings.some(({ article }) => articles[j]?.has(article));
  };
  return states.map((state, i) =>
    states.some((_, j) => contradicts(i, j))
      ? { ...state, standing: "disputed", reason: `${state.reason}; others tell the opposite of the same day` }
      : state,
  );
}

/** The states, each until the first day on which another holds that takes its place. */
function withEnds<Told extends TellingFacts>(
  states: readonly EventState<Told>[],
  aspect: Posture["aspect"],
): readonly EventState<Told>[] {
  return states.map((state, at) => {
    const next = states.slice(at + 1).find((later) => holds(later) && takesPlaceOf(aspect, later.value, state.value));
    const past = states.slice(0, at).some((before) => holds(before) && isPast(state, before, aspect));
    return { ...state, until: past ? state.from : (next?.from ?? null) };
  });
}

/** Whether a state was over when it was told: an order to leave that a report looks back on when all have left. */
function isPast(state: EventState<TellingFacts>, before: EventState<TellingFacts>, aspect: Posture["aspect"]): boolean {
  const [from, then] = [instantOf(state.from), instantOf(before.from)];
  if (from === null || then === null || !isFurther(aspect, before.value, state.value)) return false;
  return from > then && from - then <= nearDays * dayLength;
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}
