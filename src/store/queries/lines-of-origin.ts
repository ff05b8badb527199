import type { LineKind } from "../lines-of-record.js";
import type { Store } from "../store.js";
import { recordsByKey } from "../stored-records.js";
import type { FoundLines } from "./find-lines.js";

/** The lines that have that origin, the latest first. */
export async function linesOfOrigin(store: Store, origin: string, limit: number): Promise<FoundLines> {
  const rows = await store.tables
    .selectFrom("trace")
    .innerJoin("line", "line.key", "trace.line")
    .select(["line.version", "line.id", "line.kind"])
    .where("trace.origin", "=", origin)
    .orderBy("trace.day", "desc")
    .orderBy("trace.time", "desc")
    .orderBy("line.article")
    .orderBy("trace.line")
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const records = await recordsByKey(
    store,
    page.map(({ version }) => version),
  );
  const lines = page.flatMap(({ version, id, kind }) => {
    const stored = records.get(version);
    return stored === undefined ? [] : [{ stored, id, kind: kind as LineKind }];
  });
  return { lines, more: rows.length > limit };
}

/** How many lines have that origin, in how many articles. */
export async function countOrigin(
  { tables }: Store,
  origin: string,
): Promise<{ readonly lines: number; readonly articles: number }> {
  return await tables
    .selectFrom("trace")
    .select(({ fn }) => [fn.countAll<number>().as("lines"), fn.count<number>("version").distinct().as("articles")])
    .where("origin", "=", origin)
    .executeTakeFirstOrThrow();
}
