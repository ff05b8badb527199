import type { Kysely } from "kysely";
import type { StoreTables } from "../tables.js";
import type { Queue } from "./queue.js";

/** A connection to the database that holds a record: what SQLite and PostgreSQL do each in its own way. */
export interface StoreEngine {
  /** What messages call the database: its path, or its address without the password. */
  readonly name: string;
  readonly tables: Kysely<StoreTables>;
  /** Runs statements without parameters. */
  readonly exec: (statements: string) => Promise<void>;
  /** Statements that lay out tables, which are written for SQLite, as this engine wants them. */
  readonly layout: (statements: string) => string;
  /** Statements that make the tables of words by which full-text search and completion find lines, articles and names. */
  readonly wordTables: string;
  /** The work in one transaction. */
  readonly inTransaction: (work: () => Promise<void>) => Promise<void>;
  /** What is another once somebody else has changed the database. It means nothing to any other connection. */
  readonly state: () => Promise<StoreState>;
  /** Checks the database by the engine's own means; each fault is told as a sentence. */
  readonly check: (fault: (sentence: string) => void) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Compared and nothing else. */
export type StoreState = number | string;

/** A connection of the one process that may write. */
export interface WritingEngine extends StoreEngine {
  /** Lets other processes write, until it is taken back. */
  readonly release: () => Promise<void>;
  /** Makes this process the only writer again. @throws {StoreBusy} where another process writes */
  readonly reclaim: () => Promise<void>;
}

/** How records of one engine are opened. A place is what `--db` names: a path or an address. */
export interface EngineKind {
  /** What messages call the place. */
  readonly nameOf: (place: string) => string;
  /** Whether there is a record. */
  readonly exists: (place: string) => Promise<boolean>;
  /**
   * The connection of the one writer. The database may be empty, unless it has to be an `existing` one.
   *
   * @throws {StoreError} where another process writes, where it is none of ours or cannot be reached, made or written
   */
  readonly openForWriting: (place: string, options: { readonly existing: boolean }) => Promise<WritingEngine>;
  /**
   * A connection that only reads.
   *
   * @param upTo the key of the last version that is seen; `null` for all
   * @throws {StoreError} where there is no record, where it is none of ours, or cannot be reached
   */
  readonly openForReading: (place: string, upTo: number | null) => Promise<StoreEngine>;
  /** The tokens for a record. */
  readonly openTokens: (place: string) => Promise<TokenTable>;
  /** The queue by which the articles of a record are read elsewhere. @throws {StoreError} where this engine has none */
  readonly openQueue: (place: string) => Promise<Queue>;
}

/** What lets somebody read over the network, or correct. Of the token itself only a hash is kept. */
export interface AccessToken {
  /** Names it in lists. */
  readonly id: string;
  /** Who has it: corrections that it makes are by this name. */
  readonly name: string;
  readonly may: "read" | "correct";
  /** ISO 8601. */
  readonly created: string;
  readonly sha256: string;
}

/** Where the tokens of a record are kept. They can be made and revoked while another process writes. */
export interface TokenTable {
  /** All that there are now, in the order in which they were made. @throws {StoreError} where they cannot be read */
  readonly read: () => Promise<readonly AccessToken[]>;
  readonly add: (token: AccessToken) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}
