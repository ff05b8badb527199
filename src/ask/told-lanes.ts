import { drawnPeriod } from "../store/queries/drawn-period.js";
import { lanesOf } from "../store/queries/lanes.js";
import type { Store } from "../store/store.js";
import { drawnView } from "../view/drawn-view.js";
import { type LanesView, lanesView } from "../view/lanes-view.js";
import type { AskedPeriod } from "./brief-question.js";

/** What the articles of a period tell, by party, on one axis of time. */
export async function toldLanes(store: Store, { period, filter, about }: AskedPeriod): Promise<LanesView> {
  const drawn = await drawnPeriod(store, period, filter.story);
  return lanesView(await lanesOf(store, drawn, filter), drawnView(drawn, period, about));
}
