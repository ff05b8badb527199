import { type PersonName, personName } from "../../extract/naming/people/person-name.js";
import type { NamedMember } from "../../link/entities/match-entities.js";
import type { EarlierMember } from "../../link/entities/same-person.js";
import type { ToldEntity } from "../../link/entities/told-entity.js";
import type { EarlierTelling, Telling, TellingFacts, ToldEvent } from "../../link/events/group-events.js";
import type { EventId, OriginId, PersonOrBodyId } from "../../link/link-id.js";
import type { EntityId } from "../../record/id.js";
import type { Store } from "../store.js";

// The columns that these functions read hold what their counterparts wrote; `sitrep verify` links every day again and compares.

/** What `member.told` holds: what follows from the name, and what other columns say, is left out. */
type StoredTold = Omit<ToldEntity, "article" | "entity" | "key" | "person" | "company"> & {
  readonly company: readonly string[];
};

/** An entity as JSON, for {@link membersOfRows}. */
export function encodeTold({ article: _, entity: __, key: ___, person: ____, company, ...told }: ToldEntity): string {
  const stored: StoredTold = { ...told, company: [...company] };
  return JSON.stringify(stored);
}

export interface MemberRow {
  /** Of the version. */
  readonly id: string;
  readonly entity: string;
  readonly who: string;
  readonly key: string;
  readonly told: string;
}

/** The members in rows. Names come back in many, and taking one apart is slow. */
export function membersOfRows(rows: readonly MemberRow[]): readonly EarlierMember[] {
  const people = new Map<string, PersonName>();
  return rows.map(({ id, entity, who, key, told }) => {
    const { company, ...stored } = JSON.parse(told) as StoredTold;
    const person = people.get(stored.name) ?? personName(stored.name);
    people.set(stored.name, person);
    return {
      who: who as PersonOrBodyId,
      told: { ...stored, article: id, entity: entity as EntityId, key, person, company: new Set(company) },
    };
  });
}

export interface NamedMemberRow extends Omit<MemberRow, "who" | "key"> {
  readonly reason: string;
}

/** What the members in rows tell of who they are, each with the reason why it is one. */
export function namedMembers(rows: readonly NamedMemberRow[]): readonly NamedMember[] {
  return rows.map(({ id, entity, told, reason }) => ({
    told: { ...(JSON.parse(told) as StoredTold), article: id, entity: entity as EntityId },
    reason,
  }));
}

/** All tellings, with what {@link tellingOfRow} needs. */
export function tellingRows({ tables }: Pick<Store, "tables">) {
  return tables.selectFrom("telling").select(tellingColumns);
}

/** What {@link tellingFactsOfRow} needs. */
export const tellingFactColumns = [
  "telling.article as id",
  "telling.id as line",
  "telling.day",
  "telling.event",
  "telling.status",
  "telling.date",
  "telling.dated",
  "telling.origin",
  "telling.by",
  "telling.confidence",
] as const;

/** The same by the names that they have in a row. */
export const tellingFactNames = [
  "id",
  "line",
  "day",
  "event",
  "status",
  "date",
  "dated",
  "origin",
  "by",
  "confidence",
] as const satisfies readonly (keyof TellingFactsRow)[];

const tellingColumns = [
  ...tellingFactColumns,
  "telling.key",
  "telling.kind",
  "telling.what",
  "telling.who",
  "telling.whom",
  "telling.story",
  "telling.act",
  "telling.voices",
  "telling.spans",
  "telling.reason",
] as const;

/** What {@link tellingOfRow} needs, by name. */
export const tellingNames = [
  ...tellingFactNames,
  ...["key", "kind", "what", "who", "whom", "story", "act", "voices", "spans", "reason"],
] as const satisfies readonly (keyof TellingRow)[];

export interface TellingFactsRow {
  /** Of the version. */
  readonly id: string;
  /** The line's id within its record. */
  readonly line: string;
  readonly day: string;
  readonly event: string;
  readonly status: string;
  readonly date: string | null;
  readonly dated: string;
  readonly origin: string;
  readonly by: string;
  /** In hundredths. */
  readonly confidence: number;
}

export interface TellingRow extends TellingFactsRow {
  readonly key: string;
  readonly kind: string;
  readonly what: string;
  readonly who: string;
  readonly whom: string;
  readonly story: string;
  readonly act: string;
  readonly voices: string;
  readonly spans: string;
  readonly reason: string;
}

/** What all tellings of an event say alike; `story` as the first does. */
export function toldOfRow({ kind, what, who, story }: Pick<TellingRow, "kind" | "what" | "who" | "story">) {
  return { kind: kind as ToldEvent["kind"], what, who: JSON.parse(who) as readonly string[], story };
}

export function tellingFactsOfRow(row: TellingFactsRow): TellingFacts {
  const { id, line, day, status, date, dated, origin, by, confidence } = row;
  return {
    article: id,
    line: line as TellingFacts["line"],
    day,
    status: status as TellingFacts["status"],
    date,
    dated: dated as TellingFacts["dated"],
    origin: origin as OriginId,
    by: by as TellingFacts["by"],
    confidence: confidence / 100,
  };
}

export function tellingOfRow(row: TellingRow): EarlierTelling {
  const { key, reason } = row;
  const whom = JSON.parse(row.whom) as readonly string[];
  const telling = { ...tellingFactsOfRow(row), evidence: JSON.parse(row.spans) as Telling["evidence"], reason };
  return {
    event: row.event as EventId,
    told: {
      ...{ key, ...toldOfRow(row), whom },
      act: JSON.parse(row.act) as ToldEvent["act"],
      voices: JSON.parse(row.voices) as readonly string[],
      telling,
    },
  };
}

/** The numbers in the bytes of `linked.prints`. */
export function numbersOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength / 4 }, (_, at) => view.getUint32(4 * at, true));
}
