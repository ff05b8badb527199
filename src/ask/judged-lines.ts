import { sourceGradesGiven } from "../store/corrections/correction-rows.js";
import { lineId, lineKeysOf } from "../store/line-id.js";
import { deniedClaims } from "../store/queries/denied-claims.js";
import { eventFactsWith } from "../store/queries/events.js";
import type { Store } from "../store/store.js";
import type { StoredRecord } from "../store/stored-records.js";
import type { Judged } from "../view/csv.js";
import { reliabilityView } from "../view/reliability-view.js";

/** How reliable a person holds the outlet of an article to be, and how far the acts and states that it tells of can be believed. */
export async function judgedLines(store: Store, { key, record }: StoredRecord): Promise<Judged> {
  const told = await store.tables
    .selectFrom("telling")
    .select(["id", "event"])
    .where("line", ">=", lineKeysOf(key).first)
    .where("line", "<", lineKeysOf(key).end)
    .execute();
  const events = await eventFactsWith(store, "event", [...new Set(told.map(({ event }) => event))], null);
  const denied = await deniedClaims(
    store,
    events.flatMap(({ tellings }) => tellings),
  );
  const judged = new Map(events.map(({ id, tellings }) => [id as string, reliabilityView(tellings, denied)]));
  const grade = (await sourceGradesGiven(store.tables)).get(record.article.outlet ?? "")?.grade ?? "F";
  const lines = told.flatMap(({ id, event }) => {
    const found = judged.get(event);
    return found === undefined ? [] : [[lineId(record.article.id, id), found] as const];
  });
  return { grade, lines: new Map(lines) };
}
