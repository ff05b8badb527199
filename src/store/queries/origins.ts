import { lineKeysOf, parseLineId } from "../line-id.js";
import type { Store } from "../store.js";

/** Where the claim of a line entered the news, and how it got into the article. */
export interface FoundOrigin {
  readonly id: string;
  /** `speaker`: somebody known; `unnamed`: somebody whom an outlet does not name; `text`: an agency's or outlet's own account. */
  readonly kind: string;
  readonly name: string;
  /** The known entity that it is, `null` for none. */
  readonly who: string | null;
  /** Whom an unnamed speaker spoke to. */
  readonly through: string | null;
  /** Who told whom, the article's own text first. */
  readonly steps: readonly string[];
  readonly reason: string;
  /** The event that the line tells of, `null` for a statement. */
  readonly event: string | null;
}

/** The origin of the line with that id; `null` where there is no such line, or it is of an older version and not linked. */
export async function originOfLine({ tables }: Store, id: string): Promise<FoundOrigin | null> {
  const parsed = parseLineId(id);
  if (parsed === null) return null;
  const version = await tables.selectFrom("version").select("key").where("id", "=", parsed.version).executeTakeFirst();
  if (version === undefined) return null;
  const { first, end } = lineKeysOf(version.key);
  const row = await tables
    .selectFrom("line")
    .innerJoin("trace", "trace.line", "line.key")
    .leftJoin("telling", "telling.line", "line.key")
    .select(["trace.origin", "trace.kind", "trace.name", "trace.who", "trace.through", "trace.steps", "trace.reason"])
    .select("telling.event")
    .where("line.key", ">=", first)
    .where("line.key", "<", end)
    .where("line.id", "=", parsed.line)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { origin, steps, ...rest } = row;
  // The column holds what linking wrote.
  return { id: origin, ...rest, steps: JSON.parse(steps) as readonly string[] };
}
