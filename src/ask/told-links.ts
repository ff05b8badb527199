import type { Dispute } from "../link/disputes/find-disputes.js";
import type { Event } from "../link/events/group-events.js";
import type { PostureHistory } from "../link/postures/posture-histories.js";
import { allNeeds, linkSources } from "../store/queries/link-sources.js";
import { correctionsOfDisputes, subjectsOfDisputes } from "../store/queries/review.js";
import type { Store } from "../store/store.js";
import { type DisputeView, disputeNeeds, disputeView } from "../view/dispute-view.js";
import { type EventView, eventNeeds, eventView, institutionView } from "../view/event-view.js";
import { type HistoryView, historyNeeds, historyView } from "../view/history-view.js";
import { markOfCorrection } from "../view/review-view.js";

/** The views of these events, with so many tellings of each. */
export async function toldEvents(store: Store, events: readonly Event[], most?: number): Promise<readonly EventView[]> {
  const sources = await linkSources(store, allNeeds(events.map((event) => eventNeeds(event, most))));
  return events.map((event) => eventView(event, sources, most));
}

/** The views of these disputes, with so many ends of each side. */
export async function toldDisputes(
  store: Store,
  disputes: readonly Dispute[],
  most?: number,
): Promise<readonly DisputeView[]> {
  const [said, subjects] = [await correctionsOfDisputes(store), await subjectsOfDisputes(store, disputes)];
  const needs = allNeeds(disputes.map((dispute) => disputeNeeds(dispute, most)));
  const sources = await linkSources(store, { ...needs, who: [...subjects.values()].flat() });
  return disputes.map((dispute) => {
    const marks = (said.get(dispute.id) ?? []).flatMap(markOfCorrection);
    const keys = subjects.get(dispute.id);
    const [end] = dispute.sides.flatMap(({ ends }) => ends);
    const subject = keys === undefined ? null : institutionView(keys, sources, end?.article).name;
    return disputeView(dispute, sources, most, { marks, subject });
  });
}

/** The views of these histories, with so many tellings of each state. */
export async function toldHistories(
  store: Store,
  histories: readonly PostureHistory[],
  most?: number,
): Promise<readonly HistoryView[]> {
  const sources = await linkSources(store, allNeeds(histories.map((history) => historyNeeds(history, most))));
  return histories.map((history) => historyView(history, sources, most));
}
