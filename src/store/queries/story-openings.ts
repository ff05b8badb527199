import { sql } from "kysely";
import { askInChunks } from "../in-chunks.js";
import type { Store } from "../store.js";

/** How the articles to show for these stories begin, by the ids of the stories: so many characters at most. */
export async function storyOpenings(
  { tables }: Store,
  ids: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, string>> {
  const rows = await askInChunks(ids, (some) =>
    tables
      .selectFrom("story")
      .innerJoin("version as shown", "shown.key", "story.central")
      .select(["story.id", sql<string>`substr(shown.text, 1, ${sql.lit(most)})`.as("opening")])
      .where("story.id", "in", some)
      .orderBy("story.day")
      .execute(),
  );
  return new Map(rows.map(({ id, opening }) => [id, opening]));
}
