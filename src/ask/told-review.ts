import type { Effects } from "../run/effects.js";
import { deniedClaims } from "../store/queries/denied-claims.js";
import { lookedUp } from "../store/queries/line-filter.js";
import { correctionsOfDisputes, marksOfLines, remarkedLines, reviewedThings } from "../store/queries/review.js";
import { toldToReview } from "../store/queries/told-in-period.js";
import type { Store } from "../store/store.js";
import { type ReviewKind, rankForReview, reviewKinds } from "../view/review-ranking.js";
import { type ReviewView, reviewViews } from "../view/review-view.js";
import type { AskedPeriod } from "./brief-question.js";
import { statementScale } from "./statement-scale.js";
import { sourcesOf } from "./told-brief.js";

/** What of the queue is asked for. */
export interface ReviewQuestion {
  readonly kind?: readonly ReviewKind[] | undefined;
  readonly tag?: string | undefined;
  readonly assigned?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit: number;
}

/** So many of each kind that nobody reviewed are ranked, the first as a brief has them. */
const mostOfKind = 300;

/** What nobody has confirmed or rejected of a period, the weightiest first. */
export async function toldReview(
  store: Store,
  { period, filter }: AskedPeriod,
  { kind = reviewKinds, tag, assigned, offset = 0, limit }: ReviewQuestion,
  effects: Pick<Effects, "readFile">,
): Promise<readonly ReviewView[]> {
  const remarked = [
    ...(tag === undefined ? [] : [await remarkedLines(store, "tag", tag)]),
    ...(assigned === undefined ? [] : [await remarkedLines(store, "assign", assigned)]),
  ];
  const asked = { ...filter, words: [...filter.words, ...remarked] };
  const reviewed = await reviewedThings(store);
  const looked = await lookedUp(store, period, asked, { before: true });
  const told = await toldToReview(store, period, looked, {
    actions: mostOfKind + reviewed.events.size,
    others: mostOfKind + Math.max(reviewed.lines.size, reviewed.disputes.size),
  });
  const denied = await deniedClaims(
    store,
    told.actions.items.flatMap((event) => event.tellings),
  );
  const all = rankForReview(told, reviewed, await statementScale(effects), { since: period.since, denied });
  const queue = all.filter((one) => kind.includes(one.kind)).slice(offset, offset + limit);
  const sources = await sourcesOf(
    store,
    queue.map(({ chosen }) => chosen),
  );
  const marks = await marksOfLines(
    store,
    queue.flatMap(({ lines }) => lines),
  );
  return reviewViews(queue, sources, marks, await correctionsOfDisputes(store));
}
