import { drawnPeriod } from "../store/queries/drawn-period.js";
import { linesAt, type PlaceKey, type PlaceLimits, placedLines } from "../store/queries/placed-lines.js";
import { linesOf } from "../store/queries/told-in-period.js";
import type { Store } from "../store/store.js";
import { drawnView } from "../view/drawn-view.js";
import { type MapView, mapView, type PlacedLine, placedLine } from "../view/map-view.js";
import type { AskedPeriod } from "./brief-question.js";

/** Each shown line costs the opening of its record. */
const most: PlaceLimits = { sites: 120, unknown: 40, lines: 2 };

/** Where the articles of a period place what they tell. */
export async function toldMap(store: Store, { period, filter, about }: AskedPeriod): Promise<MapView> {
  const drawn = await drawnPeriod(store, period, filter.story);
  return mapView(await placedLines(store, drawn, filter, most), drawnView(drawn, period, about));
}

/** What is told of one place of the map, the latest first. */
export async function toldAtPlace(
  store: Store,
  { period, filter }: AskedPeriod,
  place: PlaceKey,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly PlacedLine[]> {
  const drawn = await drawnPeriod(store, period, filter.story);
  const ids = await linesAt(store, drawn, filter, place, page);
  const found = await linesOf(store, ids);
  return ids.flatMap((id) => placedLine(found.get(id)) ?? []);
}
