import { addMonths, type Day, dayOfIso, isoDay } from "../../extract/times/calendar.js";
import type { Action } from "../../record/action.js";
import type { ActionId, PostureId } from "../../record/id.js";
import type { Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Statement } from "../../record/statement.js";
import type { Time } from "../../record/time.js";
import type { Span } from "../../text/span.js";

/** When something that an article tells of is due. */
export interface Due {
  /** ISO date. */
  readonly day: string;
  /** `on` that day it is to happen, `by` it at the latest; `until` it the state is to last. */
  readonly as: "on" | "by" | "until";
}

type Claim = Action | Posture;
type ClaimId = ActionId | PostureId;

/**
 * What of a record is still to come, by the ids of its lines: announced, conditional and possible acts and states of a later day, states that last until
 * one, and what somebody has to do by one. A deadline told by a duration ("within 72 hours", "48 hours to leave") counts from the article's day. Empty where
 * that is unknown.
 */
export function dueLines(record: ArticleRecord): ReadonlyMap<ClaimId, Due> {
  // The writer's own day, whatever the zone of the database: "tomorrow" is told from that.
  const published = dayOfIso(record.article.published ?? "");
  if (published === null) return new Map();
  const timeOf = (id: Time["id"] | null) => record.times.find((one) => one.id === id);
  const ending = (id: Time["id"] | null): Day | null => {
    const time = timeOf(id);
    return time === undefined ? null : comingDay(time, published);
  };
  // What was announced for "this week" may have been done on a day of it that is over; what lasts until the end of it has not ended.
  const coming = (id: Time["id"] | null): Day | null => {
    const first = dayOfIso(timeOf(id)?.from ?? "");
    return first === null || first <= published ? null : ending(id);
  };
  const due = new Map<ClaimId, Due>();
  const set = (id: ClaimId, day: Day | null, as: Due["as"]): void => {
    if (day !== null) due.set(id, { day: isoDay(day), as });
  };
  for (const posture of record.postures) {
    if (isDenied(posture)) continue;
    // Whoever is sent away has until then to leave.
    set(posture.id, ending(posture.until), posture.value === "diplomats_expelled" ? "by" : "until");
    if (isUnreal(posture)) set(posture.id, coming(posture.since), "on");
  }
  for (const action of record.actions) if (isUnreal(action)) set(action.id, coming(action.time), "on");
  for (const deadline of deadlines(record)) {
    const claim = toBeDone(deadline, record);
    if (claim === null) continue;
    const day = dayOfDeadline(deadline.time, toldDay(claim, record, published));
    // "Was towed in before dawn on Tuesday" is over on the day that tells of it.
    if (day !== null && (day > published || (day === published && isUnreal(claim)))) set(claim.id, day, "by");
  }
  return eachOnce(due, record);
}

/** Of a longer stretch no day can be named on which to look whether it was done. */
const longestDays = 31;

/** The last day that a time covers, where that comes after the article's day; `null` for others, and for what is less exact than a month. */
function comingDay(time: Time, published: Day): Day | null {
  const [first, last] = daysOf(time);
  return first === null || last === null || last <= published || last - first >= longestDays ? null : last;
}

/** The first and the last day that a time covers. */
function daysOf({ from, to }: Time): readonly [Day | null, Day | null] {
  const [first, end] = [dayOfIso(from ?? ""), dayOfIso(to ?? "")];
  if (first === null || end === null) return [null, null];
  const endsWithin = /T(?!00:00)/.test(to ?? "");
  return [first, Math.max(first, endsWithin ? end : end - 1)];
}

function isUnreal({ status }: Claim): boolean {
  return status === "announced" || status === "conditional" || status === "possible";
}

function isDenied({ status }: Claim): boolean {
  return status === "denied" || status === "not_done";
}

interface Deadline {
  readonly time: Time;
  /** Whether its words alone tell that somebody has to do something by then: "48 hours to leave". */
  readonly demanding: boolean;
}

/** The times of a record that are the last for something, as the words around them tell. */
function deadlines({ article: { text }, times }: ArticleRecord): readonly Deadline[] {
  return times.flatMap((time): readonly Deadline[] => {
    const [before, after] = [text.slice(0, time.span[0]), text.slice(time.span[1])];
    const demanding = toDo.test(after) || ultimatum.test(after);
    const told =
      time.type === "DURATION"
        ? (demanding || within.test(before)) && !reckonedFrom.test(after)
        : by.test(before) || (demanding && until.test(before));
    return told ? [{ time, demanding }] : [];
  });
}

const within = /\bwithin(?:\s+the\s+next|\s+a\s+period\s+of)?\s+$/i;
const by = /\b(?:by|before|no\s+later\s+than)\s+$/i;
const until = /\b(?:until|till)\s+$/i;
const toDo = /^\s+(?:in\s+which\s+)?to\s+[a-z]/;
const ultimatum = /^[\s-]+(?:deadline|ultimatum)\b/i;
/** "Within 48 hours of the first patrol" counts from no day that is known. */
const reckonedFrom = /^\s+(?:of|after|before|from|since|later|earlier|ago)\b/i;

/** The day that the deadline counts from: that of the act, where a day before the article's is told ("gave them 48 hours on Wednesday"). */
function toldDay(claim: Claim, { times }: ArticleRecord, published: Day): Day {
  const time = times.find(({ id }) => id === ("aspect" in claim ? claim.since : claim.time));
  return Math.min(dayOfIso(time?.from ?? "") ?? published, published);
}

function dayOfDeadline(time: Time, from: Day): Day | null {
  return time.type === "DURATION" ? daysLater(from, time.value ?? "") : daysOf(time)[1];
}

/** The day so long after another, by a TIMEX3 duration; of hours the day on which the last of them ends. */
function daysLater(day: Day, duration: string): Day | null {
  const [, clock, amount, unit] = /^P(T)?(\d+)([HDWM])$/.exec(duration) ?? [];
  if (amount === undefined || (clock === "T") !== (unit === "H")) return null;
  if (unit === "M") return addMonths(day, Number(amount));
  return day + Math.ceil(Number(amount) * (unit === "H" ? 1 / 24 : unit === "W" ? 7 : 1));
}

/** What has to be done by a deadline: the state that is told nearest in its sentence, else the act; `null` where the sentence tells of nothing to do. */
function toBeDone({ time: { span }, demanding }: Deadline, record: ArticleRecord): Claim | null {
  const here = ({ evidence }: Pick<Claim, "evidence">): boolean => evidence.some((one) => contains(one, span));
  const demanded =
    demanding ||
    record.actions.some((action) => demands.has(action.type) && !isDenied(action) && here(action)) ||
    record.statements.some(({ act, content }) => orders.has(act) && content.spans.some((one) => contains(one, span)));
  const open = (one: Claim): boolean => here(one) && !isDenied(one) && (demanded || isUnreal(one));
  return (
    nearest(record.postures.filter(open), span, ({ subject }) => subject.span) ??
    nearest(record.actions.filter(open), span, ({ trigger }) => trigger.span)
  );
}

const demands: ReadonlySet<Action["type"]> = new Set(["REQUEST", "SANCTION", "COERCE", "THREATEN"]);
const orders: ReadonlySet<Statement["act"]> = new Set(["demand", "order", "request", "threaten"]);

function contains([start, end]: Span, [first, last]: Span): boolean {
  return start <= first && last <= end;
}

function nearest<One>(all: readonly One[], [at]: Span, spanOf: (one: One) => Span): One | null {
  const far = (one: One): number => Math.abs(spanOf(one)[0] - at);
  return all.reduce<One | null>((best, one) => (best === null || far(one) < far(best) ? one : best), null);
}

/** Without acts that are told in the sentence of a state that is due on the same day, for to close an embassy is both; and of states of one subject the first. */
function eachOnce(due: ReadonlyMap<ClaimId, Due>, { actions, postures }: ArticleRecord): ReadonlyMap<ClaimId, Due> {
  const claims: readonly Claim[] = [...postures, ...actions].filter(({ id }) => due.has(id));
  const again = claims.filter((one, at) =>
    claims.slice(0, at).some((other) => {
      if (!("aspect" in other) || due.get(other.id)?.day !== due.get(one.id)?.day) return false;
      const together = other.evidence.some((sentence) => one.evidence.some((span) => contains(span, sentence)));
      return together && !("aspect" in one && one.subject.span[0] !== other.subject.span[0]);
    }),
  );
  return new Map([...due].filter(([id]) => !again.some((claim) => claim.id === id)));
}
