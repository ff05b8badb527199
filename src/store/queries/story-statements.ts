import type { Span } from "../../text/span.js";
import { unindexed } from "../engine/expressions.js";
import type { Store } from "../store.js";

/** A statement of a story, by what tells it from others. */
export interface StoryStatement {
  /** Of the version. */
  readonly article: string;
  readonly line: string;
  readonly content: string;
  readonly spans: readonly Span[];
  readonly origin: string;
  readonly day: string;
  /** Whether it says that something is not so. */
  readonly denies: boolean;
}

/** So many statements of a story are looked through, those of somebody known first. */
const mostOfStory = 3_000;

/** The statements of the story that a version is of, in order of time. */
export async function statementsOfStory({ tables }: Store, version: number): Promise<readonly StoryStatement[]> {
  const own = await tables.selectFrom("linked").select("story").where("version", "=", version).executeTakeFirst();
  if (own === undefined) return [];
  const rows = await tables
    .selectFrom("linked")
    .innerJoin("version", "version.key", "linked.version")
    .innerJoin("trace", "trace.version", "linked.version")
    .innerJoin("line", "line.key", "trace.line")
    .select(["version.id as article", "line.id as line", "line.what as content", "line.type", "line.status"])
    .select(["trace.spans", "trace.origin", "trace.day", "trace.time"])
    .where("linked.story", "=", own.story)
    // From the story to its lines: the indexes of kinds and days lead through all lines of the record.
    .where(unindexed<string>("line.kind"), "=", "statement")
    .orderBy(unindexed("trace.day"))
    .orderBy("trace.time")
    .orderBy("trace.line")
    .limit(mostOfStory)
    .execute();
  return rows.map(({ article, line, content, type, status, spans, origin, day }) => ({
    ...{ article, line, content, origin, day },
    // The column holds what `linkRows` wrote.
    spans: JSON.parse(spans) as readonly Span[],
    denies: (type === "deny") !== (status === "negated"),
  }));
}
