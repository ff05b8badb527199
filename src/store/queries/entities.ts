import { type Expression, sql } from "kysely";
import { type KnownEntity, knownEntity } from "../../link/entities/match-entities.js";
import { groupedBy } from "../../link/grouped-by.js";
import type { PersonOrBodyId } from "../../link/link-id.js";
import { givenNames } from "../corrections/correction-rows.js";
import { joinInOrder, likeAnyCase, sameName } from "../engine/expressions.js";
import { namedMembers } from "../links/link-codec.js";
import type { Store } from "../store.js";
import { membersOf } from "./members-of.js";

/** Somebody known, by the latest articles that tell of them. */
export interface DescribedEntity {
  readonly entity: KnownEntity;
  /** How many articles tell of them, those that were not looked at among them. */
  readonly articles: number;
  /** The latest members: entities of records that are this one, each by how its article has it. The newest first. */
  readonly latest: readonly LatestMember[];
}

/** An entity of a version's record, as `art_5c34f14789777e74/en_3`. */
export interface LatestMember {
  readonly id: string;
  readonly name: string;
  /** Of the article, `null` where it has none. */
  readonly title: string | null;
  readonly outlet: string | null;
  /** The day that the article is linked with. */
  readonly day: string;
}

/** The known entity with that id, `null` where there is none. */
export async function entityById(store: Store, id: string): Promise<DescribedEntity | null> {
  const { tables } = store;
  const rows = await tables
    .selectFrom("member")
    .innerJoin("version", "version.key", "member.version")
    .innerJoin("linked", "linked.version", "member.version")
    .select(["version.id", "member.entity", "member.told", "member.reason"])
    .select(["member.day", "version.title", "version.outlet"])
    .where("member.who", "=", id)
    .orderBy("member.day", "desc")
    .orderBy("linked.time", "desc")
    .orderBy("version.id", "desc")
    .orderBy("member.entity", "desc")
    .limit(mostRead)
    .execute();
  if (rows.length === 0) return null;
  const members = namedMembers(rows.toReversed());
  // The id is that of a row, so it is one of ours.
  const entity = named(knownEntity(id as PersonOrBodyId, members), await givenNames(tables));
  const latest = rows.slice(0, mostLatest).map((row, at) => ({
    id: `${row.id}/${row.entity}`,
    name: members[members.length - 1 - at]?.told.name ?? "",
    title: row.title,
    outlet: row.outlet,
    day: row.day,
  }));
  return { entity, articles: await articlesThatTellOf(store, id), latest };
}

/** By so many of the latest articles somebody's names, roles and reasons are told. Whoever is in more is told of in most, and all of them would take seconds. */
export const mostRead = 1_000;

const mostLatest = 50;

async function articlesThatTellOf({ tables }: Store, id: string): Promise<number> {
  const { articles } = await tables
    .selectFrom("member")
    .select(({ fn }) => fn.count<number>("version").distinct().as("articles"))
    .where("who", "=", id)
    .executeTakeFirstOrThrow();
  return articles;
}

/** The id of who an entity of a version's record is across articles; `null` where nobody knows, and for what is no entity. */
export async function whoIs({ tables }: Store, version: number, entity: string): Promise<string | null> {
  const row = await tables
    .selectFrom("member")
    .select("who")
    .where("version", "=", version)
    .where("entity", "=", entity)
    .executeTakeFirst();
  return row?.who ?? null;
}

/** By what names the entities of a version's record go in other articles, by their ids in the record; the latest names first, so many at most. */
export async function namesInVersion(
  { tables }: Store,
  version: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ readonly entity: string; readonly name: string }>`
    select entity, name from (
      select own.entity, other.name, row_number() over (partition by own.entity order by max(other.day) desc) as place
      from member as own join member as other on other.who = own.who
      where own.version = ${version}
      group by own.entity, other.name
    ) as others where place <= ${mostNames}`.execute(tables);
  const given = await givenNames(tables);
  const own = await tables.selectFrom("member").select(["entity", "who"]).where("version", "=", version).execute();
  const names = groupedBy(rows, ({ entity }) => entity);
  return new Map(
    own.map(({ entity, who }) => {
      const called = given.get(who);
      const others = (names.get(entity) ?? []).map(({ name }) => name);
      return [entity, called === undefined ? others : [called, ...others]];
    }),
  );
}

const mostNames = 20;

/** Somebody known, in a list. */
export interface EntityInList {
  readonly entity: KnownEntity;
  /** How many articles tell of them. */
  readonly articles: number;
}

/** Those known by these ids, in that order; each by the latest articles that tell of them, for somebody may be told of in all. */
export async function entitiesInList(store: Store, ids: readonly string[]): Promise<readonly EntityInList[]> {
  const given = await givenNames(store.tables);
  const members = await membersOf(store, ids, { which: "latest", most: mostLooked });
  const listed: EntityInList[] = [];
  for (const id of ids) {
    const own = members.get(id);
    if (own === undefined) continue;
    // The id is that of a row, so it is one of ours.
    const entity = named(knownEntity(id as PersonOrBodyId, own), given);
    listed.push({ entity, articles: await articlesThatTellOf(store, id) });
  }
  return listed;
}

/** Somebody by the name that a person gave, where one did; the names of the articles are among all names. */
function named(entity: KnownEntity, given: ReadonlyMap<string, string>): KnownEntity {
  const name = given.get(entity.id);
  return name === undefined ? entity : { ...entity, name };
}

/** So many articles tell of somebody all that a list says. */
const mostLooked = 50;

/** Whom the articles tell of, the one told of most often first. */
export async function entitiesByArticles(
  { tables }: Store,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly string[]> {
  const rows = await tables
    .selectFrom("member")
    .select(({ fn }) => ["who", fn.countAll<number>().as("members")])
    .groupBy("who")
    .orderBy("members", "desc")
    .orderBy("who")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ who }) => who);
}

/**
 * The ids of those whom some article names so, in either case of letters; most often named first. Where nobody goes by the whole name, of those who
 * have it as words of theirs: "Lenz" finds "Ada Lenz".
 */
export async function entitiesNamed(store: Store, name: string, limit: number, offset = 0): Promise<readonly string[]> {
  const found = await namedInArticles(store, name, limit, offset);
  const given = offset > 0 || name.trim() === "" ? [] : await givenNamed(store, name);
  return [...new Set([...given, ...found])].slice(0, limit);
}

/** Those whom people gave this name, or one with it as words of its own, and whom articles tell of. */
async function givenNamed({ tables }: Store, name: string): Promise<readonly string[]> {
  const words = ` ${name.trim().toLowerCase()} `;
  const given = [...(await givenNames(tables))].flatMap(([id, one]) =>
    ` ${one.toLowerCase()} `.includes(words) ? [id] : [],
  );
  if (given.length === 0) return [];
  const rows = await tables.selectFrom("member").select("who").distinct().where("who", "in", given).execute();
  return rows.map(({ who }) => who);
}

async function namedInArticles(store: Store, name: string, limit: number, offset: number): Promise<readonly string[]> {
  const whole = sql`select ${name} as name`;
  if (name.trim() === "" || (await goingBy(store, whole, 1)).length > 0) return goingBy(store, whole, limit, offset);
  const words = `% ${name.replace(/[\\%_]/g, (mark) => `\\${mark}`)} %`;
  return goingBy(
    store,
    sql`select name from known_name where ' ' || name || ' ' ${likeAnyCase} ${words} escape '\\'`,
    limit,
    offset,
  );
}

/** Those who go by one of the names that a query gives. */
async function goingBy(
  { tables }: Store,
  those: Expression<unknown>,
  limit: number,
  offset = 0,
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly who: string }>`
    with those as (${those})
    select member.who from those ${joinInOrder} member on ${sameName("member.name", "those.name")}
    group by member.who order by count(*) desc, member.who limit ${limit} offset ${offset}`.execute(tables);
  return rows.map(({ who }) => who);
}
