import type { ActionType } from "../../record/action.js";
import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Stance } from "../../record/stance.js";
import type { SpeechAct } from "../../record/statement.js";
import { type Span, spansOverlap } from "../../text/span.js";

/** Who of two is for or against the other. */
export type Attitude =
  | "none"
  | "first for second"
  | "second for first"
  | "first against second"
  | "second against first";

type Side = "for" | "against";

/** Something in the record by which somebody is for or against somebody. */
interface Cue {
  readonly side: Side | undefined;
  readonly from: readonly Words[];
  readonly to: readonly Words[];
}

type Words = Pick<Mention, "span" | "entity">;

const relations: Readonly<Partial<Record<Stance["relation"], Side>>> = {
  supports: "for",
  agrees: "for",
  disputes: "against",
  rebukes: "against",
  plays_down: "against",
};

/** What readers of single sentences take for a side. Where people meet, agree, give way or work together, they see support 11 times in 79. */
const types: Readonly<Partial<Record<ActionType, Side>>> = {
  SUPPORT: "for",
  AID: "for",
  ACCUSE: "against",
  REJECT: "against",
  THREATEN: "against",
  PROTEST: "against",
  SANCTION: "against",
  COERCE: "against",
  ASSAULT: "against",
};

const acts: Readonly<Partial<Record<SpeechAct, Side>>> = { praise: "for", accuse: "against", condemn: "against" };

const asserted: ReadonlySet<string> = new Set(["happened", "ongoing", "announced"]);

/**
 * What the record of a sentence tells of the two whose words stand at `first` and `second`: by its stances; where none has both, by its
 * actions that stand as facts; else by statements of one whose content has the other in it. The first that has both settles it.
 */
export function attitudeBetween(record: ArticleRecord, first: Span, second: Span): Attitude {
  const standsAt = (one: readonly Words[], at: Span) => one.some((words) => standsFor(words, at, record));
  for (const { side, from, to } of [...stanceCues(record), ...actionCues(record), ...statementCues(record)]) {
    if (side === undefined) continue;
    const forth = standsAt(from, first) && standsAt(to, second);
    const back = standsAt(from, second) && standsAt(to, first);
    // Words that take in both tell nothing of the two.
    if (forth && !back) return `first ${side} second`;
    if (back && !forth) return `second ${side} first`;
  }
  return "none";
}

function stanceCues({ stances, statements }: ArticleRecord): readonly Cue[] {
  return stances.map(({ relation, holder, target: { mention, statement } }) => {
    const speaker = statements.find(({ id }) => id === statement)?.speaker ?? null;
    return { side: relations[relation], from: [holder], to: [mention, speaker].filter((one) => one !== null) };
  });
}

function actionCues({ actions }: ArticleRecord): readonly Cue[] {
  return actions
    .filter(({ status }) => asserted.has(status))
    .map(({ type, actors, recipients }) => ({ side: types[type], from: actors, to: recipients }));
}

function statementCues({ statements }: ArticleRecord): readonly Cue[] {
  return statements
    .filter(({ negated }) => !negated)
    .map(({ act, speaker, content }) => ({
      side: acts[act],
      from: speaker === null ? [] : [speaker],
      to: content.spans.map((span) => ({ span, entity: null })),
    }));
}

/** Whether these words, or others of the same entity, stand there. */
function standsFor({ span, entity }: Words, at: Span, { entities }: ArticleRecord): boolean {
  const others = entities.find(({ id }) => id === entity)?.mentions ?? [];
  return [span, ...others].some((one) => spansOverlap(one, at));
}
