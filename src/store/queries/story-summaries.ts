import { sql } from "kysely";
import { askInChunks } from "../in-chunks.js";
import type { Store } from "../store.js";

/** What a list says of a story. */
export interface FoundStorySummary {
  readonly id: string;
  /** Of the article to show for it. */
  readonly title: string | null;
  /** The days of its first and last articles that have a date; `null` where none has. */
  readonly first: string | null;
  readonly last: string | null;
  readonly articles: number;
  readonly outlets: number;
  /** Texts, each once however many articles are copies of it, also where the first of them is of another story: copies add no voice. */
  readonly texts: number;
}

/** The day on which an article without a date was added says nothing of its story. */
const dayPublished = sql<string | null>`case when version.published is not null then linked.day end`;

/** These stories, each whole, in the order of their ids here. */
export async function storySummaries({ tables }: Store, ids: readonly string[]): Promise<readonly FoundStorySummary[]> {
  const rows = await askInChunks(ids, (some) =>
    tables
      .selectFrom("linked")
      .innerJoin("version", "version.key", "linked.version")
      .leftJoin("copy", "copy.version", "linked.version")
      .select(({ fn, selectFrom }) => [
        "linked.story as id",
        fn.min<string | null>(dayPublished).as("first"),
        fn.max<string | null>(dayPublished).as("last"),
        fn.countAll<number>().as("articles"),
        fn.count<number>("version.outlet").distinct().as("outlets"),
        fn.count<number>(fn.coalesce("copy.first", "linked.version")).distinct().as("texts"),
        selectFrom("story")
          .innerJoin("version as shown", "shown.key", "story.central")
          .select("shown.title")
          .whereRef("story.id", "=", "linked.story")
          .orderBy("story.day", "desc")
          .limit(1)
          .as("title"),
      ])
      .where("linked.story", "in", some)
      .groupBy("linked.story")
      .execute(),
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []);
}
