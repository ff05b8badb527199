import type { Event } from "../link/events/group-events.js";
import { lineId } from "../store/line-id.js";
import { eventById } from "../store/queries/events.js";
import type { FoundLine } from "../store/queries/find-lines.js";
import { lineById } from "../store/queries/line-by-id.js";
import { countOrigin, linesOfOrigin } from "../store/queries/lines-of-origin.js";
import { allNeeds, linkSources } from "../store/queries/link-sources.js";
import { originOfLine } from "../store/queries/origins.js";
import type { Store } from "../store/store.js";
import { lineView } from "../view/line-view.js";
import {
  eventOriginsNeeds,
  eventOriginsView,
  type LineOriginsView,
  type SameOriginView,
} from "../view/origins-view.js";
import { toldView } from "../view/stored-line-view.js";

/** Where the line with that id has its claim from; `null` where there is no such line, or it has no origin. @param most other lines that are shown */
export async function toldOrigins(store: Store, id: string, most: number): Promise<LineOriginsView | null> {
  const [line, origin] = [await lineById(store, id), await originOfLine(store, id)];
  if (line === null || origin === null) return null;
  const events = await eventsOf(store, line, origin.event);
  const sources = await linkSources(store, allNeeds(events.map(eventOriginsNeeds)));
  return {
    line: lineView(line),
    told: toldView(origin),
    same: await linesWithOrigin(store, origin.id, most, id),
    events: events.map((event) => eventOriginsView(event, sources)),
  };
}

/** The event that a line tells of; of a statement, those of the actions and postures that its article has from it. */
export async function eventsOf(
  store: Store,
  { stored, id }: FoundLine,
  event: string | null,
): Promise<readonly Event[]> {
  const { actions, postures } = stored.record;
  const told = [...actions, ...postures].filter(({ accordingTo }) => accordingTo === id);
  const ids = new Set(event === null ? [] : [event]);
  for (const one of told) {
    const origin = await originOfLine(store, lineId(stored.record.article.id, one.id));
    if (origin !== null && origin.event !== null) ids.add(origin.event);
  }
  const events: Event[] = [];
  for (const one of ids) {
    const found = await eventById(store, one);
    if (found !== null) events.push(found);
  }
  return events;
}

/** How many lines have that origin, and the latest of them. @param but the id of a line that is left out */
export async function linesWithOrigin(store: Store, origin: string, most: number, but = ""): Promise<SameOriginView> {
  const { lines } = await linesOfOrigin(store, origin, most + 1);
  const others = lines.map(lineView).filter(({ id }) => id !== but);
  return { ...(await countOrigin(store, origin)), latest: others.slice(0, most), more: others.length > most };
}
