import { lineKeysOf, parseLineId } from "../line-id.js";
import type { LineKind } from "../lines-of-record.js";
import type { Store } from "../store.js";
import { recordById } from "../stored-records.js";
import type { FoundLine } from "./find-lines.js";

/** The line that an id such as `art_5c34f14789777e74/st_3` names, in whatever version of its article; `null` where there is none. */
export async function lineById(store: Store, id: string): Promise<FoundLine | null> {
  const parsed = parseLineId(id);
  const stored = parsed === null ? null : await recordById(store, parsed.version);
  if (parsed === null || stored === null) return null;
  const { first, end } = lineKeysOf(stored.key);
  const row = await store.tables
    .selectFrom("line")
    .select("kind")
    .where("key", ">=", first)
    .where("key", "<", end)
    .where("id", "=", parsed.line)
    .executeTakeFirst();
  return row === undefined ? null : { stored, id: parsed.line, kind: row.kind as LineKind };
}
