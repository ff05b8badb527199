import { lineKeysOf } from "../line-id.js";
import { isNewest } from "../newest.js";
import type { Store } from "../store.js";
import { articleAnswers, inPeriod, noFilter } from "./line-filter.js";
import type { LinkQuestion } from "./stories.js";

/** An article in a list, by its newest version. */
export interface ListedArticle {
  /** Of the version. */
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

/** The newest versions of the articles of the days asked for that answer, the newest article first. */
export function findArticles(
  { tables }: Store,
  { since, until, filter = noFilter, limit, offset = 0 }: LinkQuestion,
): Promise<readonly ListedArticle[]> {
  return tables
    .selectFrom("dated")
    .innerJoin("version", "version.key", "dated.version")
    .select(["version.id", "version.title", "version.outlet", "version.published", "version.url"])
    .where(inPeriod("dated.day", { since, until }))
    .where(articleAnswers("dated.version", filter))
    .where(isNewest().$castTo<boolean>())
    .orderBy("dated.day", "desc")
    .orderBy("dated.at", "desc")
    .orderBy("dated.article")
    .limit(limit)
    .offset(offset)
    .execute();
}

/** What came in after a version: the first of it by name, how many lines all of it has, and the key of the last. */
export async function addedAfterVersion(
  { tables }: Store,
  version: number,
  most: number,
): Promise<{ readonly articles: readonly ListedArticle[]; readonly lines: number; readonly last: number }> {
  const articles = await tables
    .selectFrom("version")
    .select(["id", "title", "outlet", "published", "url"])
    .where("key", ">", version)
    .orderBy("key")
    .limit(most)
    .execute();
  const { lines } = await tables
    .selectFrom("line")
    .select(({ fn }) => fn.countAll<number>().as("lines"))
    .where("key", ">=", lineKeysOf(version).end)
    .executeTakeFirstOrThrow();
  const last = await tables.selectFrom("version").select("key").orderBy("key", "desc").limit(1).executeTakeFirst();
  return { articles, lines, last: Math.max(version, last?.key ?? 0) };
}
