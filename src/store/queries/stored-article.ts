import { isNewest } from "../newest.js";
import type { Store } from "../store.js";

/** What the database knows of how an article came to it, and of what became of it. */
export interface StoredArticle {
  /** Of the version. */
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  /** What told when it was published. */
  readonly publishedFrom: string | null;
  readonly url: string | null;
  /** What a person would call the input that it came from. */
  readonly input: string;
  readonly added: string;
  /** How its bytes came from an address; `null` where they did not. */
  readonly fetched: FetchedFacts | null;
  /** Of its text. */
  readonly sha256: string;
  readonly number: number;
  readonly newest: boolean;
  /** The ids of all versions of the article, this one among them, the first first. */
  readonly versions: readonly string[];
  /** The story that it is of; `null` where it is not linked, as an older version is. */
  readonly story: string | null;
  /** Why it has no record; `null` where it has one. */
  readonly failure: string | null;
}

export interface FetchedFacts {
  readonly requested: string;
  /** After redirects. */
  readonly final: string;
  readonly at: string;
  readonly status: number;
  /** Of the bytes. */
  readonly sha256: string;
}

/** The version with that id, `null` where there is none. */
export async function storedArticle({ tables }: Store, id: string): Promise<StoredArticle | null> {
  const row = await tables
    .selectFrom("version")
    .leftJoin("fetched", "fetched.key", "version.fetched")
    .leftJoin("linked", "linked.version", "version.key")
    .leftJoin("record", "record.version", "version.key")
    .select(["version.id", "version.title", "version.outlet", "version.authors", "version.published", "version.url"])
    .select(["version.published_from as publishedFrom", "version.input", "version.added", "version.sha256"])
    .select(["version.number", "version.article", "linked.story", "record.failure"])
    .select(["fetched.requested", "fetched.final", "fetched.at", "fetched.status", "fetched.sha256 as bytes"])
    .select(isNewest().as("newest"))
    .where("version.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const versions = await tables
    .selectFrom("version")
    .select("id")
    .where("article", "=", row.article)
    .orderBy("number")
    .execute();
  const { requested, final, at, status, bytes, article: _, authors, newest, ...rest } = row;
  const fetched =
    requested === null || final === null || at === null || status === null || bytes === null
      ? null
      : { requested, final, at, status, sha256: bytes };
  return {
    ...rest,
    // The column holds what adding wrote.
    authors: JSON.parse(authors) as readonly string[],
    newest: newest === 1,
    fetched,
    versions: versions.map((one) => one.id),
  };
}
