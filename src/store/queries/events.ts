import { type Event, eventOf } from "../../link/events/group-events.js";
import { groupedBy } from "../../link/grouped-by.js";
import { type PostureHistory, postureHistories } from "../../link/postures/posture-histories.js";
import { inChunks } from "../in-chunks.js";
import { tellingColumns, tellingOfRow } from "../links/link-codec.js";
import type { Store } from "../store.js";
import type { LinkQuestion } from "./stories.js";

/** Events told to have happened on the days asked for, the latest first; each with all its tellings and its independent origins. */
export async function findEvents(
  store: Store,
  { since, until, limit, kind }: LinkQuestion & { readonly kind?: Event["kind"] | undefined },
): Promise<readonly Event[]> {
  const rows = await store.tables
    .selectFrom("telling")
    .select(({ fn }) => ["event", fn.max("date").as("last")])
    .$if(kind !== undefined, (query) => query.where("kind", "=", kind ?? ""))
    .$if(since !== undefined, (query) => query.where("date", ">=", since ?? ""))
    .$if(until !== undefined, (query) => query.where("date", "<", until ?? ""))
    .groupBy("event")
    .orderBy("last", "desc")
    .orderBy("event")
    .limit(limit)
    .execute();
  const events = new Map(
    (
      await eventsWith(
        store,
        "event",
        rows.map(({ event }) => event),
      )
    ).map((one) => [one.id as string, one]),
  );
  return rows.flatMap(({ event }) => events.get(event) ?? []);
}

/** The event with that id, `null` where there is none. */
export async function eventById(store: Store, id: string): Promise<Event | null> {
  const [event] = await eventsWith(store, "event", [id]);
  return event ?? null;
}

/** The histories of institutions whose states are told of on the days asked for, whole, the latest told of first. */
export async function findHistories(
  store: Store,
  { since, until, limit }: LinkQuestion,
): Promise<readonly PostureHistory[]> {
  const rows = await store.tables
    .selectFrom("telling")
    .select(({ fn }) => ["history", fn.max("date").as("last")])
    .where("history", "is not", null)
    .$if(since !== undefined, (query) => query.where("date", ">=", since ?? ""))
    .$if(until !== undefined, (query) => query.where("date", "<", until ?? ""))
    .groupBy("history")
    .orderBy("last", "desc")
    .orderBy("history")
    .limit(limit)
    .execute();
  const ids = rows.flatMap(({ history }) => history ?? []);
  const histories = new Map(
    postureHistories(await eventsWith(store, "history", ids)).map((one) => [one.id as string, one]),
  );
  return ids.flatMap((id) => histories.get(id) ?? []);
}

/** The history with that id, `null` where there is none. */
export async function historyById(store: Store, id: string): Promise<PostureHistory | null> {
  const histories = postureHistories(await eventsWith(store, "history", [id]));
  return histories.find((one) => one.id === id) ?? null;
}

/**
 * The events that have one of these values in a column, in order of their first tellings; each whole, or as the articles of the days before
 * `until` tell it.
 */
export async function eventsWith(
  { tables }: Store,
  column: "event" | "history",
  values: readonly string[],
  until: string | null = null,
): Promise<readonly Event[]> {
  const rows = [];
  for (const some of inChunks(values)) {
    rows.push(
      ...(await tables
        .selectFrom("telling")
        .innerJoin("version", "version.key", "telling.version")
        .innerJoin("line", "line.key", "telling.line")
        .innerJoin("linked", "linked.version", "telling.version")
        .select(tellingColumns)
        .where(`telling.${column}`, "in", [...some])
        .$if(until !== null, (query) => query.where("telling.day", "<", until ?? ""))
        .orderBy("telling.day")
        .orderBy("linked.time")
        .orderBy("version.id")
        .orderBy("telling.line")
        .execute()),
    );
  }
  const told = groupedBy(rows.map(tellingOfRow), ({ event }) => event);
  return [...told].map(([id, tellings]) =>
    eventOf(
      id,
      tellings.map((one) => one.told),
    ),
  );
}
