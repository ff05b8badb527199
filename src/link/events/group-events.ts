import type { Action } from "../../record/action.js";
import type { Posture } from "../../record/posture.js";
import type { Span } from "../../text/span.js";
import { DisjointSets } from "../disjoint-sets.js";
import { dayOf, isKnown, keyOf, type Line, type Settled } from "../line.js";
import { type EventId, linkId, type OriginId } from "../link-id.js";
import { day, instantOf, type LinkInput } from "../link-input.js";
import type { Origins } from "../origins/trace-origins.js";

/** One action or posture, in however many articles it is told. */
export interface Event {
  readonly id: EventId;
  readonly kind: "action" | "posture";
  /** A PLOVER type, or `aspect value`. */
  readonly what: string;
  /** Who acts, or who is in the state: ids of known entities, or words where nobody is known. */
  readonly who: readonly string[];
  /** The story within which words for somebody unknown mean what they do; `null` where everybody is known. */
  readonly within: string | null;
  /** In order of time. */
  readonly tellings: readonly Telling[];
  /** The origins of all tellings, each once: how many voices there are. */
  readonly origins: readonly OriginId[];
}

/** That one line tells of an event. */
export interface Telling extends Line {
  readonly status: Action["status"];
  /** The day on which it happened as the line has it, else the day of the article; `null` where neither is known. */
  readonly date: string | null;
  readonly dated: "told" | "published" | "unknown";
  readonly origin: OriginId;
  readonly evidence: readonly Span[];
  readonly reason: string;
}

/** Days that tellings of one event may lie apart. */
const nearDays = { action: 2, posture: 7 };

/**
 * The actions and postures of all articles, each once. Tellings are of one event where they are of one kind, by and to the same, and less than
 * days apart; actions also have to be of one story or to share both ends, because two neighbours shell each other every day.
 */
export function groupEvents(settled: Settled, { traces }: Origins): readonly Event[] {
  const originOf = new Map(traces.map(({ article, line, origin }) => [`${article} ${line}`, origin]));
  const drafts = settled.articles.flatMap((input) => draftsOf(input, settled, originOf));
  const byKey = new Map<string, Draft[]>();
  for (const draft of drafts) byKey.set(draft.key, [...(byKey.get(draft.key) ?? []), draft]);
  return [...byKey.values()].flatMap(eventsOf);
}

interface Draft {
  readonly key: string;
  readonly kind: Event["kind"];
  readonly what: string;
  readonly who: readonly string[];
  readonly whom: readonly string[];
  readonly story: string;
  readonly telling: Telling;
}

function draftsOf(input: LinkInput, settled: Settled, origins: ReadonlyMap<string, OriginId>): readonly Draft[] {
  const { actions, postures } = input.record;
  const story = settled.storyOf.get(input.id) ?? input.id;
  const telling = (line: Action | Posture, time: string | null, reason: string): Telling | null => {
    const origin = origins.get(`${input.id} ${line.id}`);
    if (origin === undefined) return null;
    const told = input.record.times.find(({ id }) => id === time)?.from?.slice(0, 10) ?? null;
    const date = told ?? dayOf(input);
    const dated = told !== null ? "told" : date !== null ? "published" : "unknown";
    return {
      article: input.id,
      line: line.id,
      status: line.status,
      date,
      dated,
      origin,
      evidence: line.evidence,
      reason,
    };
  };
  const ofActions = actions.flatMap((action): readonly Draft[] => {
    const who = action.actors.map((one) => keyOf(one, input.id, settled)).sort();
    const whom = action.recipients.map((one) => keyOf(one, input.id, settled)).sort();
    const own = telling(action, action.time, `${action.type} by and to the same, within ${nearDays.action} days`);
    if (own === null || who.length === 0) return [];
    return [
      { key: JSON.stringify([action.type, who]), kind: "action", what: action.type, who, whom, story, telling: own },
    ];
  });
  const ofPostures = postures.flatMap((posture): readonly Draft[] => {
    const who = subjectOf(posture, input.id, settled);
    const within = isKnown(who) ? null : story;
    const what = `${posture.aspect} ${posture.value}`;
    const own = telling(
      posture,
      posture.since,
      `the same state of the same institution, within ${nearDays.posture} days`,
    );
    return own === null
      ? []
      : [
          {
            key: JSON.stringify([what, who, within]),
            kind: "posture",
            what,
            who: [who],
            whom: [],
            story,
            telling: own,
          },
        ];
  });
  return [...ofActions, ...ofPostures];
}

/** Whose state it is: who is known by that name, else the words with the one who settled it ("embassy staff" of Norland). */
export function subjectOf({ subject, by }: Posture, article: string, settled: Settled): string {
  const who = settled.whoIs(article, subject.entity);
  if (who !== null) return who;
  const words = keyOf(subject, article, settled);
  return by === null ? words : `${words} of ${by.text.toLowerCase()}`;
}

function eventsOf(drafts: readonly Draft[]): readonly Event[] {
  const sets = new DisjointSets(drafts.length);
  for (const [i, a] of drafts.entries()) {
    for (let j = i + 1; j < Math.min(drafts.length, i + 200); j++) {
      const b = drafts[j];
      if (b && isOneEvent(a, b)) sets.join(i, j);
    }
  }
  return sets.sets().flatMap((set) => {
    const members = set.flatMap((at) => drafts[at] ?? []);
    const [first] = members;
    if (first === undefined) return [];
    const { kind, what, who, telling } = first;
    const within = who.every(isKnown) ? null : first.story;
    const tellings = members.map((one) => one.telling);
    return [
      {
        id: linkId("ev", [telling.article, telling.line]),
        kind,
        what,
        who,
        within,
        tellings,
        origins: [...new Set(tellings.map(({ origin }) => origin))],
      },
    ];
  });
}

function isOneEvent(a: Draft, b: Draft): boolean {
  const [one, other] = [instantOf(a.telling.date), instantOf(b.telling.date)];
  const apart = one === null || other === null ? 0 : Math.abs(one - other) / day;
  if (apart > nearDays[a.kind]) return false;
  if (a.kind === "posture") return a.story === b.story || (one !== null && other !== null);
  const ends = a.whom.some((one) => b.whom.includes(one));
  const known = a.who.every(isKnown) && a.whom.some((one) => isKnown(one) && b.whom.includes(one));
  if (a.whom.length > 0 && b.whom.length > 0 && !ends) return false;
  return a.story === b.story || (known && one !== null && other !== null);
}
