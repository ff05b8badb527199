import type { Store } from "../store.js";
import { type FoundLines, foundLines } from "./find-lines.js";

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
  return await foundLines(store, rows, limit);
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
