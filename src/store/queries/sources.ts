import type { Store } from "../store.js";

/** What the database has of one outlet. */
export interface FoundSource {
  /** `null` for the articles whose outlet is unknown. */
  readonly outlet: string | null;
  readonly articles: number;
  /** Versions beyond the first of each article. */
  readonly edits: number;
  /** The days of the earliest and the latest publication, `null` where no date is known. */
  readonly first: string | null;
  readonly last: string | null;
  /** When an article of it last came in. */
  readonly added: string;
}

/** The outlets whose articles are kept, those with most articles first. */
export function findSources({ tables }: Store): Promise<readonly FoundSource[]> {
  return tables
    .selectFrom("version")
    .innerJoin("dated", "dated.version", "version.key")
    .select(({ fn }) => [
      "outlet",
      fn.count<number>("number").filterWhere("number", "=", 1).as("articles"),
      fn.count<number>("number").filterWhere("number", ">", 1).as("edits"),
      fn.min<string | null>("dated.day").filterWhere("published", "is not", null).as("first"),
      fn.max<string | null>("dated.day").filterWhere("published", "is not", null).as("last"),
      fn.max("added").as("added"),
    ])
    .groupBy("outlet")
    .orderBy("articles", "desc")
    .orderBy("outlet")
    .execute();
}
