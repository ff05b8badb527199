import { sql } from "kysely";
import { textWithin } from "../engine/expressions.js";
import { isNewest } from "../newest.js";
import type { Store } from "../store.js";
import type { ListedArticle } from "./find-articles.js";

/** The item that a source showed last. */
export interface LastItem {
  readonly title: string | null;
  readonly address: string | null;
  readonly seen: string;
  /** The id of its article, `null` where there is none. */
  readonly article: string | null;
}

/** The item that a source that is followed showed last, `null` where it showed none. */
export async function lastItemOf({ tables }: Store, source: string): Promise<LastItem | null> {
  const row = await tables
    .selectFrom("source_item as item")
    .innerJoin("source", "source.key", "item.source")
    .leftJoin("version", "version.key", "item.version")
    .select(["item.address", "item.seen", "version.id as article", "version.title"])
    .select(textWithin("item.content", "title").as("itemTitle"))
    .where("source.address", "=", source)
    .orderBy("item.key", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { itemTitle, title, ...item } = row;
  return { ...item, title: title ?? itemTitle };
}

/** Whose articles a source gave, by the last of its items that have one. */
export async function outletsOfSource({ tables }: Store, source: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly outlet: string }>`
    select outlet from (
      select version.outlet from source
      join source_item as item on item.source = source.key join version on version.key = item.version
      where source.address = ${source} order by item.key desc limit ${mostItems}
    ) as items where outlet is not null group by outlet order by count(*) desc, outlet`.execute(tables);
  return rows.map(({ outlet }) => outlet);
}

const mostItems = 50;

/** The latest articles of an outlet, by their newest versions. */
export function articlesOfOutlet({ tables }: Store, outlet: string, limit: number): Promise<readonly ListedArticle[]> {
  return tables
    .selectFrom("linked")
    .innerJoin("dated", "dated.version", "linked.version")
    .innerJoin("version", "version.key", "linked.version")
    .select(["version.id", "version.title", "version.outlet", "version.published", "version.url"])
    .where("linked.outlet", "=", outlet)
    .where(isNewest().$castTo<boolean>())
    .orderBy("dated.day", "desc")
    .orderBy("dated.at", "desc")
    .orderBy("dated.article")
    .limit(limit)
    .execute();
}

/** The latest articles that a source gave, the one shown last first. */
export function articlesOfSource({ tables }: Store, source: string, limit: number): Promise<readonly ListedArticle[]> {
  return tables
    .selectFrom("source_item as item")
    .innerJoin("source", "source.key", "item.source")
    .innerJoin("version", "version.key", "item.version")
    .select(["version.id", "version.title", "version.outlet", "version.published", "version.url"])
    .where("source.address", "=", source)
    .orderBy("item.key", "desc")
    .limit(limit)
    .execute();
}
