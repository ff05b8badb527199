import type { LineKind } from "./lines-of-record.js";
import { lastVersion } from "./queries/last-version.js";
import type { Store, WritableStore } from "./store.js";

/** What somebody wants to be told of: lines of these kinds that name any of these countries or people. */
export interface Watch {
  readonly name: string;
  /** By code or name. */
  readonly countries: readonly string[];
  readonly who: readonly string[];
  /** Empty for all. */
  readonly kinds: readonly LineKind[];
  /** When it was set up, as ISO 8601. */
  readonly at: string;
  /** The key of the last version that there was then. */
  readonly seen: number;
}

type WatchQuestion = Pick<Watch, "countries" | "who" | "kinds">;

/** The watches that there are, by name. */
export async function findWatches({ tables }: Store): Promise<readonly Watch[]> {
  const rows = await tables
    .selectFrom("watch")
    .selectAll()
    .where("key", "in", (builder) =>
      builder
        .selectFrom("watch")
        .select(({ fn }) => fn.max("key").as("key"))
        .groupBy("name"),
    )
    .orderBy("name")
    .execute();
  return rows.flatMap(({ name, question, at, seen }) =>
    // The column holds what `saveWatch` wrote.
    question === null ? [] : [{ name, ...(JSON.parse(question) as WatchQuestion), at, seen }],
  );
}

/** The watch of that name, `null` where there is none. */
export async function findWatch(store: Store, name: string): Promise<Watch | null> {
  return (await findWatches(store)).find((one) => one.name === name) ?? null;
}

/** Sets up a watch, or sets it up anew where there is one of that name. */
export function saveWatch(store: WritableStore, name: string, question: WatchQuestion): Promise<void> {
  return writeWatch(store, name, JSON.stringify(question));
}

/** Removes a watch. */
export function removeWatch(store: WritableStore, name: string): Promise<void> {
  return writeWatch(store, name, null);
}

async function writeWatch(store: WritableStore, name: string, question: string | null): Promise<void> {
  const seen = await lastVersion(store);
  await store.tables.insertInto("watch").values({ at: store.now().toISOString(), name, question, seen }).execute();
}

/** Something that is delivered once to a target. */
export interface Alertable {
  /** Names it across articles. */
  readonly subject: string;
}

/** What a target was told, by what it is about; and up to which version it has been told everything. */
export async function deliveredTo(
  { tables }: Store,
  { name, seen }: Pick<Watch, "name" | "seen">,
  target: string,
): Promise<{ readonly seen: number; readonly subjects: ReadonlySet<string> }> {
  const last = await tables
    .selectFrom("delivery")
    .select(({ fn }) => fn.max<number | null>("seen").as("seen"))
    .where("watch", "=", name)
    .where("target", "=", target)
    .executeTakeFirst();
  const rows = await tables
    .selectFrom("alerted")
    .select("subject")
    .where("watch", "=", name)
    .where("target", "=", target)
    .execute();
  return { seen: Math.max(last?.seen ?? 0, seen), subjects: new Set(rows.map(({ subject }) => subject)) };
}

/** What a target was told last, newest first, as JSON with when that was. */
export function lastAlerts(
  { tables }: Store,
  target: string,
  limit: number,
): Promise<readonly { readonly at: string; readonly alert: string }[]> {
  return tables
    .selectFrom("alerted")
    .select(["at", "alert"])
    .where("target", "=", target)
    .orderBy("key", "desc")
    .limit(limit)
    .execute();
}

/** Notes, in one transaction, that a target was told of all this, and that nothing before `seen` is left to tell. */
export function recordDelivery(
  store: WritableStore,
  {
    watch,
    target,
    seen,
    alerts,
  }: {
    readonly watch: string;
    readonly target: string;
    readonly seen: number;
    readonly alerts: readonly Alertable[];
  },
  at: string,
): Promise<void> {
  return store.tables.transaction().execute(async (tables) => {
    for (const alert of alerts) {
      await tables
        .insertInto("alerted")
        .values({ at, watch, target, subject: alert.subject, alert: JSON.stringify(alert) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await tables.insertInto("delivery").values({ at, watch, target, seen }).execute();
  });
}
