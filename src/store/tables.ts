import type { Generated } from "kysely";
import type { FollowingTables } from "./following-tables.js";

/** The tables of the database, as kysely sees them. */
export interface StoreTables extends GroundTables, DerivedTables, FollowingTables {
  readonly migration: MigrationTable;
  readonly setting: SettingTable;
}

/** What was taken in and what people said of it. Rows are added and never changed. */
export interface GroundTables {
  readonly fetched: FetchedTable;
  readonly article: ArticleTable;
  readonly version: VersionTable;
  readonly correction: CorrectionTable;
}

/** What follows from the ground, by one version of the program. Can be dropped and made again. */
export interface DerivedTables {
  readonly record: RecordTable;
  readonly line: LineTable;
  readonly entity: EntityTable;
  readonly place: PlaceTable;
  readonly time: TimeTable;
  readonly line_words: WordTable;
  readonly article_words: WordTable;
}

/** Bytes as they came from an address. */
interface FetchedTable {
  readonly key: Generated<number>;
  readonly requested: string;
  readonly final: string;
  readonly at: string;
  readonly status: number;
  /** JSON: an object of names and values. */
  readonly headers: string;
  /** Of the bytes as they were before they were packed. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** How `bytes` are packed: `br`, or `identity` where they are not. */
  readonly coding: Generated<string>;
}

/** What one address, or one id where there is no address, has stood for over time. */
interface ArticleTable {
  readonly key: Generated<number>;
  readonly id: string;
  readonly address: string | null;
}

/** An article as it read at one time. */
interface VersionTable {
  readonly key: Generated<number>;
  /** The article's own id for its first version, then with `@2`, `@3` … behind it. */
  readonly id: string;
  readonly article: number;
  readonly number: number;
  /** What a person would call the input that it came from. */
  readonly input: string;
  readonly added: string;
  readonly fetched: number | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  /** JSON: a list of names. */
  readonly authors: string;
  readonly published: string | null;
  readonly published_from: string | null;
  readonly language: string | null;
  readonly sha256: string;
  readonly text: string;
  /** JSON: the messages that reading it gave. */
  readonly messages: string;
  /** Of the whole that it was read from; `null` for a line of a stream, and for what an older version added. */
  readonly source_sha256: string | null;
}

/** What a person says of a line, an entity or a link; `undoes` is an earlier correction that this one takes back. */
interface CorrectionTable {
  readonly key: Generated<number>;
  readonly at: string;
  readonly by: string;
  readonly kind: string;
  readonly subject: string;
  /** JSON, in the form that `kind` settles. */
  readonly detail: string;
  readonly undoes: number | null;
}

/** What analysis made of a version: a record, or the reason why there is none. */
interface RecordTable {
  readonly version: number;
  /** Name and version of the program that made the record. */
  readonly producer: string | null;
  readonly model: string | null;
  /** The record without its article, as JSON, compressed; `null` where analysis failed. */
  readonly content: Uint8Array | null;
  readonly failure: string | null;
}

/** A statement, action, posture or stance, with what it can be found by. */
interface LineTable {
  readonly key: number;
  readonly version: number;
  /** Its id within its record. */
  readonly id: string;
  readonly kind: string;
  /** The act, the action's type, the posture's aspect or the stance's relation. */
  readonly type: string;
  /** A posture's value. */
  readonly value: string | null;
  readonly status: string | null;
  /** When its article was published. */
  readonly published: string | null;
  readonly who: string;
  readonly what: string;
}

interface EntityTable {
  readonly version: number;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string | null;
}

interface PlaceTable {
  readonly version: number;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly geonames: number | null;
}

interface TimeTable {
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly value: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** A full-text table: `rowid` is the key of what it indexes. */
interface WordTable {
  readonly rowid: number;
  readonly rank: number;
}

interface MigrationTable {
  readonly number: number;
  readonly name: string;
  readonly applied: string;
}

interface SettingTable {
  readonly name: string;
  readonly value: string;
}
