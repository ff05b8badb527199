import { drawnPeriod } from "../store/queries/drawn-period.js";
import { type PlaceLimits, placedLines } from "../store/queries/placed-lines.js";
import type { Store } from "../store/store.js";
import { drawnView } from "../view/drawn-view.js";
import { type MapView, mapView } from "../view/map-view.js";
import type { AskedPeriod } from "./brief-question.js";

/** Each shown line costs the opening of its record. */
const most: PlaceLimits = { sites: 120, unknown: 40, lines: 2 };

/** Where the articles of a period place what they tell. */
export async function toldMap(store: Store, { period, filter, about }: AskedPeriod): Promise<MapView> {
  const drawn = await drawnPeriod(store, period, filter.story);
  return mapView(await placedLines(store, drawn, filter, most), drawnView(drawn, period, about));
}
