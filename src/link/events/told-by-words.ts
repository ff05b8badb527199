import type { Action } from "../../record/action.js";
import type { Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";

/** The time of an act; `null` where its words tell since when something else lasts: "missing since May". */
export function timeOfAct({ time: id }: Action, { times, article }: ArticleRecord): string | null {
  const time = times.find((one) => one.id === id);
  return time === undefined ||
    /\bsince (?:\p{L}+ )?$/iu.test(article.text.slice(0, time.span[0])) ||
    /^since\b/i.test(time.text)
    ? null
    : time.id;
}

/**
 * The actors, without those whom only somebody else names in a later sentence, where it is told on somebody's word: a ministry that reports a death does not say that it was
 * those whom an army blames for it.
 */
export function actorsTold({ actors, accordingTo, evidence }: Action, { statements }: ArticleRecord): Action["actors"] {
  const speaker = statements.find(({ id }) => id === accordingTo)?.speaker ?? null;
  if (speaker === null) return actors;
  const end = Math.max(...evidence.map(([, last]) => last));
  const others = statements.filter(
    ({ speaker: other }) => other !== null && (other.entity ?? other.text) !== (speaker.entity ?? speaker.text),
  );
  return actors.filter(
    ({ span: [first] }) =>
      first < end || !others.some(({ content }) => content.spans.some(([from, to]) => from <= first && first < to)),
  );
}

/**
 * Whether the words leave open whose state it is: a denial ("the diplomats have not left") that names neither an institution nor a government, or what only may be and whose
 * doer stands in another clause behind.
 */
export function leavesOpenWhose({ subject, by, status }: Posture, { article }: ArticleRecord): boolean {
  if (by === null) return subject.entity === null && (status === "denied" || status === "not_done");
  return (
    status === "possible" &&
    by.span[0] > subject.span[1] &&
    /[;:]/.test(article.text.slice(subject.span[1], by.span[0]))
  );
}
