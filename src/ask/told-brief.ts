import type { Effects } from "../run/effects.js";
import { officeTitles } from "../run/office-titles.js";
import { periodSize } from "../store/queries/period.js";
import { toldInPeriod } from "../store/queries/told-in-period.js";
import type { Store } from "../store/store.js";
import { type BriefView, briefView } from "../view/brief-view.js";
import { type TimelineView, timelineView } from "../view/timeline-view.js";
import type { AskedPeriod } from "./brief-question.js";

/** The page on what the articles of a period tell. */
export async function toldBrief(
  store: Store,
  asked: AskedPeriod,
  effects: Pick<Effects, "readFile">,
): Promise<BriefView> {
  return briefView(...(await toldOf(store, asked, effects)));
}

/** What the articles of a period tell, day by day. */
export async function toldTimeline(
  store: Store,
  asked: AskedPeriod,
  effects: Pick<Effects, "readFile">,
): Promise<TimelineView> {
  return timelineView(...(await toldOf(store, asked, effects)));
}

async function toldOf(store: Store, { period, filter, about }: AskedPeriod, effects: Pick<Effects, "readFile">) {
  const size = await periodSize(store, period, filter);
  const told = await toldInPeriod(store, period, filter);
  return [told, { period, about, size }, await officeTitles(effects)] as const;
}
