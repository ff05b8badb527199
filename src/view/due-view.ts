import type { DueOn, DueState } from "../link/due/due-things.js";
import { compareText } from "../link/link-input.js";
import { institutionName } from "../link/postures/institution-key.js";
import { lineId } from "../store/line-id.js";
import type { ToldWords } from "../store/queries/told-in-period.js";
import { according, type BriefLine, sentence, toldBy } from "./brief-line.js";
import type { BriefPeriod } from "./brief-view.js";
import { stateWords } from "./due-words.js";
import { plainActToCome, plainState, plainStateToCome, plainStatus } from "./plain-words.js";
import { toneOfType } from "./tone.js";

/** What is due, was, or came of it. */
export interface DueView {
  /** The day that it is asked from, `null` where there are no articles. */
  readonly on: string | null;
  /** The articles that are asked. */
  readonly period: BriefPeriod;
  readonly about: readonly string[];
  /** What is due, the next first; then what passed without a report, what was done and what was called off, the latest first. */
  readonly lines: readonly DueLine[];
  readonly more: number;
}

export interface DueLine extends BriefLine {
  readonly state: DueState;
  /** The first day on which an article tells that it is due. */
  readonly announced: string;
  /** The line that tells what came of it, `null` where none does. */
  readonly outcome: { readonly line: string; readonly day: string } | null;
}

/** The choices in the order of the list. */
export function inDueOrder(choices: readonly DueOn[]): readonly DueOn[] {
  return choices.toSorted(
    (a, b) =>
      states.indexOf(a.outcome.state) - states.indexOf(b.outcome.state) ||
      (a.outcome.state === "due" ? 1 : -1) * compareText(a.thing.due.day, b.thing.due.day) ||
      b.thing.tellings.length - a.thing.tellings.length ||
      compareText(a.thing.id, b.thing.id),
  );
}

const states: readonly DueState[] = ["due", "passed", "done", "called_off"];

/** A line of the list; `null` where its words are not at hand. */
export function dueLine(choice: DueOn, sources: ToldWords): DueLine | null {
  const line = plainDueLine(choice, sources);
  if (line === null) return null;
  const { by, state } = choice.outcome;
  const outcome = by === null ? null : { line: lineId(by.article, by.line), day: by.day };
  return { ...line, state, announced: choice.thing.announced, outcome };
}

/** The same as pages have their lines. */
export function plainDueLine(dueOn: DueOn, sources: ToldWords): BriefLine | null {
  const { id, due, demanded, tellings } = dueOn.thing;
  const [telling] = tellings;
  const view = sources.lines.get(lineId(telling.article, telling.line));
  if (view === undefined) return null;
  const isState = view.kind === "posture";
  const state = plainState(view.type, view.word ?? "");
  const toBe = isState
    ? plainStateToCome(view.type, view.word ?? "")
    : demanded
      ? "demanded"
      : plainActToCome(telling.what);
  return {
    ...{ id, line: view.id, tone: isState ? "posture" : toneOfType(view.type) },
    mark: due.as === "until" ? state : (toBe ?? state),
    who: (isState ? institutionName(telling.event?.who[0] ?? "") : null) ?? view.who,
    whom: isState && view.whom === view.who ? null : view.whom,
    ...{ day: due.day, dated: due.as },
    facts: [
      ...(isState || view.word === null ? [] : [`“${view.word}”`]),
      stateWords(dueOn),
      ...(view.status === "conditional" || view.status === "possible" ? [plainStatus(view.status) ?? view.status] : []),
      ...(view.where === null ? [] : [`at ${view.where}`]),
      ...according(view),
    ],
    words: sentence(view),
    told: toldBy(tellings, new Set(tellings.map(({ origin }) => origin)).size, sources),
    sides: [],
  };
}
