import { sql } from "kysely";
import { type KnownEntity, knownEntity, type Office, officesOf } from "../../link/entities/match-entities.js";
import type { PersonOrBodyId } from "../../link/link-id.js";
import { memberOfRow } from "../links/link-codec.js";
import type { Store } from "../store.js";

/** Somebody known, with whom the articles name, the roles that they give, and the offices that those are. */
export interface EntityWithOffices {
  readonly entity: KnownEntity;
  readonly offices: readonly Office[];
}

/** The known entity with that id, `null` where there is none. */
export async function entityById({ tables }: Store, id: string): Promise<EntityWithOffices | null> {
  const rows = await tables
    .selectFrom("member")
    .innerJoin("version", "version.key", "member.version")
    .innerJoin("linked", "linked.version", "member.version")
    .select(["version.id", "member.entity", "member.who", "member.told", "member.reason"])
    .where("member.who", "=", id)
    .orderBy("member.day")
    .orderBy("linked.time")
    .orderBy("version.id")
    .orderBy("member.entity")
    .execute();
  if (rows.length === 0) return null;
  const members = rows.map((row) => ({ told: memberOfRow(row).told, reason: row.reason }));
  // The id is that of a row, so it is one of ours.
  const entity = knownEntity(id as PersonOrBodyId, members);
  return { entity, offices: officesOf([entity]) };
}

/** The ids of those whom some article names so, in either case of letters; most often named first. */
export async function entitiesNamed({ tables }: Store, name: string, limit: number): Promise<readonly string[]> {
  const rows = await tables
    .selectFrom("member")
    .select(({ fn }) => ["who", fn.countAll<number>().as("members")])
    .where(sql<boolean>`name = ${name} collate nocase`)
    .groupBy("who")
    .orderBy("members", "desc")
    .orderBy("who")
    .limit(limit)
    .execute();
  return rows.map(({ who }) => who);
}
