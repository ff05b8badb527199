import { shownName } from "../../link/entities/shown-name.js";
import { givenNames } from "../corrections/correction-rows.js";
import { askInChunks } from "../in-chunks.js";
import { lineId, parseLineId } from "../line-id.js";
import type { Store } from "../store.js";
import { deniedClaims } from "./denied-claims.js";

/** What is to be told of by more than its id. */
export interface LinkNeeds {
  /** Ids of versions. */
  readonly articles: readonly string[];
  /** Ids of lines in the whole database, where who says them is asked for. */
  readonly lines: readonly string[];
  /** Ids of known people and bodies; words that are none may be among them. */
  readonly who: readonly string[];
  readonly origins: readonly string[];
  /** Tellings of acts and states, where how reliable these are is asked for. */
  readonly tellings: readonly { readonly article: string; readonly line: string }[];
}

/** What several views are made from, taken together. */
export function allNeeds(needs: readonly LinkNeeds[]): LinkNeeds {
  return {
    articles: needs.flatMap(({ articles }) => articles),
    lines: needs.flatMap(({ lines }) => lines),
    who: needs.flatMap(({ who }) => who),
    origins: needs.flatMap(({ origins }) => origins),
    tellings: needs.flatMap(({ tellings }) => tellings),
  };
}

/** Whatever links name by an id, told. What the database does not have is in none of the maps. */
export interface LinkSources {
  /** By the ids of their versions. */
  readonly articles: ReadonlyMap<string, SourceArticle>;
  readonly names: ReadonlyMap<string, string>;
  readonly origins: ReadonlyMap<string, SourceOrigin>;
  /** The origin of each line, by the line's id in the whole database. */
  readonly originOf: ReadonlyMap<string, SourceOrigin>;
  /** Who says that a telling is not so, by the line's id in the whole database: the ids of their origins. */
  readonly denied: ReadonlyMap<string, readonly string[]>;
}

export interface SourceArticle {
  /** Of the version. */
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly text: string;
}

export interface SourceOrigin {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** The known entity that it is, `null` for none. */
  readonly who: string | null;
  /** Whom an unnamed speaker spoke to. */
  readonly through: string | null;
}

/** What the views of links are made with: a few queries for a page, however many links stand on it. */
export async function linkSources(store: Store, needs: LinkNeeds): Promise<LinkSources> {
  const [articles, originOf] = [await articlesOf(store, needs.articles), await originsOfLines(store, needs.lines)];
  const origins = new Map<string, SourceOrigin>();
  for (const id of new Set(needs.origins)) {
    const origin = await originById(store, id);
    if (origin !== null) origins.set(id, origin);
  }
  const speakers = [...origins.values(), ...originOf.values()].flatMap(({ who }) => who ?? []);
  const names = new Map([...(await namesOf(store, [...needs.who, ...speakers])), ...(await givenNames(store.tables))]);
  const named = (origin: SourceOrigin): SourceOrigin => ({
    ...origin,
    name: names.get(origin.who ?? "") ?? origin.name,
  });
  return {
    articles,
    names,
    origins: new Map([...origins].map(([id, origin]) => [id, named(origin)])),
    originOf: new Map([...originOf].map(([id, origin]) => [id, named(origin)])),
    denied: await deniedClaims(store, needs.tellings),
  };
}

/** The origin with that id, by the name that the earliest line has for it; `null` where no line has that origin. */
export async function originById({ tables }: Store, id: string): Promise<SourceOrigin | null> {
  const row = await tables
    .selectFrom("trace")
    .select(["origin as id", "kind", "name", "who", "through"])
    .where("origin", "=", id)
    .orderBy("day")
    .orderBy("time")
    .orderBy("line")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

async function articlesOf({ tables }: Store, ids: readonly string[]): Promise<ReadonlyMap<string, SourceArticle>> {
  const rows = await askInChunks([...new Set(ids)], (some) =>
    tables
      .selectFrom("version")
      .select(["id", "title", "outlet", "published", "url", "text"])
      .where("id", "in", some)
      .execute(),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function originsOfLines({ tables }: Store, ids: readonly string[]): Promise<ReadonlyMap<string, SourceOrigin>> {
  const parsed = [...new Set(ids)].flatMap((id) => parseLineId(id) ?? []);
  const rows = await askInChunks(parsed, (some) =>
    tables
      .selectFrom("version")
      .innerJoin("trace", "trace.version", "version.key")
      .innerJoin("line", "line.key", "trace.line")
      .select(["version.id as version", "line.id as line"])
      .select(["trace.origin as id", "trace.kind", "trace.name", "trace.who", "trace.through"])
      .where("version.id", "in", [...new Set(some.map(({ version }) => version))])
      .where("line.id", "in", [...new Set(some.map(({ line }) => line))])
      .execute(),
  );
  return new Map(rows.map(({ version, line, ...origin }) => [lineId(version, line), origin]));
}

/** So many articles, the earliest, are asked for somebody's name: later ones shorten it. */
const mostNaming = 200;

async function namesOf({ tables }: Store, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const who of new Set(ids)) {
    const rows = await tables
      .selectFrom("member")
      .select("name")
      .where("who", "=", who)
      .orderBy("day")
      .limit(mostNaming)
      .execute();
    if (rows.length > 0) names.set(who, shownName(rows.map(({ name }) => name)));
  }
  return names;
}
