import type { Store } from "../store.js";
import { articleAnswers, inPeriod, type LineFilter, noFilter } from "./line-filter.js";

/** Which links are asked for: of the days on or after `since` and before `until`, so many at most, after so many. */
export interface LinkQuestion {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly filter?: LineFilter | undefined;
  readonly limit: number;
  readonly offset?: number | undefined;
}

/** A story in a list. */
export interface FoundStory {
  readonly id: string;
  /** The days of its first and last articles among those asked for. */
  readonly first: string;
  readonly last: string;
  readonly articles: number;
}

/** A story with all its articles. */
export interface StoryWithArticles {
  readonly id: string;
  /** What it is about, the heaviest term first. */
  readonly terms: readonly string[];
  /** The article to show for it, by the id of its version. */
  readonly central: string;
  /** In order of time. */
  readonly articles: readonly StoryArticle[];
}

export interface StoryArticle {
  /** Of the version. */
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  /** The day that it is of, as `articleDay` says. */
  readonly day: string;
  readonly url: string | null;
  /** The mean likeness to the others, from 0 to 1; `null` for one alone. */
  readonly likeness: number | null;
  /** Why it is of the story. */
  readonly reason: string;
  /** Of which article it is a copy, whose text that is, and why; `null` where it is none and has none. */
  readonly copy: ArticleCopy | null;
}

/** An article's part in a group of copies. */
export interface ArticleCopy {
  /** The same for all articles that are one text. */
  readonly group: string;
  /** `null` for the article that the others are copies of. */
  readonly of: string | null;
  /** How it was made; `original` for the article that the others are copies of. */
  readonly relation: string;
  readonly origin: string | null;
  readonly reason: string;
}

/** Stories with articles of the days asked for that answer, the one with the latest article first. */
export function findStories(
  { tables }: Store,
  { since, until, filter = noFilter, limit, offset = 0 }: LinkQuestion,
): Promise<readonly FoundStory[]> {
  return tables
    .selectFrom("linked")
    .select(({ fn }) => [
      "story as id",
      fn.min("day").as("first"),
      fn.max("day").as("last"),
      fn.countAll<number>().as("articles"),
    ])
    .where(inPeriod("day", { since, until }))
    .where(articleAnswers("linked.version", filter))
    .groupBy("story")
    .orderBy("last", "desc")
    .orderBy("articles", "desc")
    .orderBy("story")
    .limit(limit)
    .offset(offset)
    .execute();
}

/** The story with that id, `null` where there is none. */
export async function storyById({ tables }: Store, id: string): Promise<StoryWithArticles | null> {
  const story = await tables
    .selectFrom("story")
    .innerJoin("version", "version.key", "story.central")
    .select(["story.terms", "version.id as central"])
    .where("story.id", "=", id)
    .orderBy("story.day", "desc")
    .limit(1)
    .executeTakeFirst();
  if (story === undefined) return null;
  const rows = await tables
    .selectFrom("linked")
    .innerJoin("version", "version.key", "linked.version")
    .leftJoin("copy", "copy.version", "linked.version")
    .leftJoin("version as original", "original.key", "copy.of")
    .select(["version.id", "version.title", "version.outlet", "version.published", "version.url"])
    .select(["linked.day", "linked.likeness", "linked.reason", "copy.copy_group", "copy.relation", "copy.origin"])
    .select(["copy.reason as copyReason", "original.id as of"])
    .where("linked.story", "=", id)
    .orderBy("linked.day")
    .orderBy("linked.time")
    .orderBy("version.id")
    .execute();
  const originals = await originalsIn(id, tables);
  return {
    id,
    // The column holds what linking wrote.
    terms: JSON.parse(story.terms) as readonly string[],
    central: story.central,
    articles: rows.map(({ copy_group: group, relation, origin, copyReason: reason, of, ...article }) => ({
      ...article,
      copy:
        group === null || of === null || relation === null || reason === null
          ? (originals.get(article.id) ?? null)
          : { group, of, relation, origin, reason },
    })),
  };
}

/** The articles of a story that others are copies of, by their ids. */
async function originalsIn(story: string, tables: Store["tables"]): Promise<ReadonlyMap<string, ArticleCopy>> {
  const rows = await tables
    .selectFrom("linked")
    .innerJoin("copy", "copy.first", "linked.version")
    .innerJoin("version", "version.key", "linked.version")
    .select(["version.id", "copy.copy_group as group", "copy.origin", "copy.origin_reason as reason"])
    .distinct()
    .where("linked.story", "=", story)
    .execute();
  return new Map(rows.map(({ id, ...one }) => [id, { ...one, of: null, relation: "original" }]));
}
