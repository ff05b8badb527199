import type { Action } from "../../record/action.js";
import { idCounter } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";

/** What the article may tell of an act in another sentence than the act itself, and what shows that both tell the same. */
type Told = Pick<Action, "type" | "status" | "actors" | "recipients" | "trigger" | "time">;

/** The first other that passes of those before it, the nearest first, and then of those behind it. */
function findNearest<Act>(acts: readonly Act[], at: number, passes: (other: Act) => boolean): Act | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const other = acts[i];
    if (other !== undefined && passes(other)) return other;
  }
  return acts.find((other, i) => i > at && passes(other));
}

/** The acts, each that has no time with that of the nearest telling of the same act that has one. */
export function withTimesFromElsewhere<Act extends Told>(acts: readonly Act[]): readonly Act[] {
  return acts.map((act, at) => {
    if (act.time !== null) return act;
    const same = findNearest(acts, at, (other) => other.time !== null && happenedTogether(act, other));
    return same === undefined ? act : { ...act, time: same.time };
  });
}

/**
 * Whether two acts are one, or parts of one: of the same type and status, upon one of the same. Somebody is attacked or charged once, mostly; people meet the same
 * people again and again.
 */
function happenedTogether(act: Told, other: Told): boolean {
  return (
    act.type === other.type &&
    act.type !== "CONSULT" &&
    act.status === other.status &&
    share(act.recipients, other.recipients)
  );
}

/** Whether two lists have somebody in common: one entity, or the same words. */
function share(some: readonly Mention[], others: readonly Mention[]): boolean {
  return some.some((one) =>
    others.some((other) =>
      one.entity === null ? one.text.toLowerCase() === other.text.toLowerCase() : one.entity === other.entity,
    ),
  );
}

/**
 * The actions, numbered anew, with those of the headline taken up into the ones of the body that tell the same: of the same kind,
 * by the same word and with nobody in them that the other contradicts ("shells town", and in the body a market). The headline's sentence stays as evidence.
 */
export function mergeHeadline(actions: readonly Action[], text: string): Action[] {
  const end = headlineEnd(text);
  const isHeadline = ({ trigger }: Action) => trigger.span[1] <= end;
  const body = actions.filter((action) => !isHeadline(action));
  const pairs = new Map<Action, Action>();
  const left = actions.filter(isHeadline).filter((action) => {
    const same = body.find((other) => !pairs.has(other) && tellSame(action, other));
    if (same !== undefined) pairs.set(same, action);
    return same === undefined;
  });
  const told = body.map((action) => {
    const headline = pairs.get(action);
    return headline === undefined
      ? action
      : {
          ...action,
          evidence: [...action.evidence, ...headline.evidence] as const,
          confidence: Math.max(action.confidence, headline.confidence),
        };
  });
  const nextId = idCounter("ac");
  return [...left, ...told].map((action) => ({ ...action, id: nextId() }));
}

/** Where a first paragraph ends that is no sentence; 0 where the article has no headline. */
function headlineEnd(text: string): number {
  const end = text.indexOf("\n\n");
  return end > 0 && !/[.!?…]["'”’)]*$/.test(text.slice(0, end)) ? end : 0;
}

function tellSame(headline: Action, other: Action): boolean {
  const first = ({ trigger }: Action) => trigger.lemma.split(" ")[0];
  return (
    headline.type === other.type &&
    headline.status === other.status &&
    first(headline) === first(other) &&
    agree(headline.actors, other.actors) &&
    (agree(headline.recipients, other.recipients) || headline.recipients.every(({ text }) => /^\p{Ll}/u.test(text)))
  );
}

/** Whether two lists of mentions may stand for the same: one is empty, or they share an entity or a word. */
function agree(some: Action["actors"], others: Action["actors"]): boolean {
  if (some.length === 0 || others.length === 0) return true;
  return some.some((one) =>
    others.some((other) => (one.entity !== null && one.entity === other.entity) || sharedWord(one.text, other.text)),
  );
}

function sharedWord(text: string, other: string): boolean {
  const words = new Set(other.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).some((word) => words.has(word));
}
