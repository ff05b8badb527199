import type { Posture } from "../../record/posture.js";
import type { Event, Telling, TellingFacts } from "../events/group-events.js";
import { type HistoryId, linkId, type OriginId } from "../link-id.js";
import { compareText } from "../link-input.js";

/** The states of one aspect of one institution, in order of time. */
export interface PostureHistory<Told extends TellingFacts = Telling> {
  readonly id: HistoryId;
  /** The id of a known entity, or words where nobody is known. */
  readonly subject: string;
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
   * `in_force`: told as a fact; `disputed`: told as a fact by some and denied by others; `denied`: only denied; `announced` and `possible`: not
   * yet so. Only what is told as a fact supersedes.
   */
  readonly standing: "in_force" | "disputed" | "denied" | "announced" | "possible";
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
    const key = JSON.stringify([subject, aspect, event.within]);
    const known = histories.get(key) ?? { subject, aspect, within: event.within, events: [] };
    known.events.push(event);
    histories.set(key, known);
  }
  return [...histories]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { subject, aspect, within, events: own }]) => ({
      id: historyId(subject, aspect, within),
      subject,
      within,
      // `what` of a posture's event is made of the posture's aspect and value, in group-events.ts.
      aspect: aspect as Posture["aspect"],
      states: superseded(own.flatMap((event) => stateOf(event))),
    }));
}

/** The id of the history of one aspect of one institution, whose words mean it `within` a story where it is not known. */
export function historyId(subject: string, aspect: string, within: string | null): HistoryId {
  return linkId("hi", within === null ? [subject, aspect] : [subject, aspect, within]);
}

/** A state with the event that it was made of. */
interface EventState<Told extends TellingFacts> extends PostureState<Told> {
  readonly event: string;
}

const factual = /^(?:happened|ongoing)$/;
const denying = /^(?:denied|not_done)$/;

function stateOf<Told extends TellingFacts>({ what, tellings, origins, id }: Event<Told>): readonly EventState<Told>[] {
  const facts = tellings.filter(({ status }) => factual.test(status));
  const denials = tellings.filter(({ status }) => denying.test(status));
  const plans = tellings.filter(({ status }) => status === "announced");
  const standing =
    facts.length > 0
      ? denials.length > 0
        ? "disputed"
        : "in_force"
      : denials.length > 0
        ? "denied"
        : plans.length > 0
          ? "announced"
          : "possible";
  const speaking = facts.length > 0 ? facts : tellings;
  const first = [...speaking].sort(
    (a, b) => compareText(a.date ?? "9999", b.date ?? "9999") || compareText(b.dated, a.dated),
  )[0];
  if (first === undefined) return [];
  return [
    {
      event: id,
      value: what.slice(what.indexOf(" ") + 1),
      from: first.date,
      dated: first.dated,
      until: null,
      standing,
      tellings,
      origins,
      reason: `${count(facts.length, "line tells", "lines tell")} it as a fact, ${denials.length} deny it, ${tellings.length - facts.length - denials.length} foresee it; ${count(origins.length, "origin", "origins")}`,
    },
  ];
}

/** The states in order of time, each until the next fact of another value. A state that is told anew, with no other between, goes on. */
function superseded<Told extends TellingFacts>(states: readonly EventState<Told>[]): readonly PostureState<Told>[] {
  const sorted = [...states].sort(
    (a, b) => compareText(a.from ?? "9999", b.from ?? "9999") || compareText(a.event, b.event),
  );
  const merged: EventState<Told>[] = [];
  for (const state of sorted) {
    const at = merged.findLastIndex(holds);
    const last = merged[at];
    if (last && holds(state) && last.value === state.value) merged[at] = continued(last, state);
    else merged.push(state);
  }
  return merged.map(({ event: _, ...state }, at) => {
    const next = merged.slice(at + 1).find((later) => holds(later) && later.value !== state.value);
    return { ...state, until: next?.from ?? null };
  });
}

function holds({ standing }: Pick<PostureState, "standing">): boolean {
  return standing === "in_force" || standing === "disputed";
}

function continued<Told extends TellingFacts>(state: EventState<Told>, later: EventState<Told>): EventState<Told> {
  const disputed = state.standing === "disputed" || later.standing === "disputed";
  return {
    ...state,
    standing: disputed ? "disputed" : "in_force",
    tellings: [...state.tellings, ...later.tellings],
    origins: [...new Set([...state.origins, ...later.origins])],
    reason: `${state.reason}; told anew on ${later.from ?? "an unknown day"}`,
  };
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}
