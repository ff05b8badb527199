import type { Action } from "../../record/action.js";
import { idCounter } from "../../record/id.js";

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
      : { ...action, evidence: [...action.evidence, ...headline.evidence] as const };
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
