import type { SqliteFile } from "./sqlite-file.js";

/**
 * Names the layout below. A database with another is not migrated: its derived part is dropped and made again, so this is changed whenever the
 * tables or what goes into them change.
 */
export const derivedLayout = "1";

/** Makes the tables of the derived part, empty. The caller holds the transaction. */
export function createDerivedTables(file: SqliteFile): void {
  file.exec(`
    create table record (
      version integer primary key references version (key),
      producer text,
      model text,
      content blob,
      failure text,
      check ((content is null) <> (failure is null)),
      check ((content is null) = (producer is null))
    ) strict;

    create table line (
      key integer primary key,
      version integer not null references record (version),
      id text not null,
      kind text not null,
      type text not null,
      value text,
      status text,
      published text,
      who text not null,
      what text not null
    ) strict;
    create index line_published on line (kind, published, key);

    create table entity (
      version integer not null references record (version),
      id text not null,
      name text not null,
      kind text not null,
      country text,
      primary key (version, id)
    ) strict, without rowid;
    create index entity_name on entity (name);

    create table place (
      version integer not null references record (version),
      id text not null,
      name text not null,
      kind text not null,
      country text,
      lat real,
      lon real,
      geonames integer,
      primary key (version, id)
    ) strict, without rowid;
    create index place_name on place (name);

    create table time (
      version integer not null references record (version),
      id text not null,
      type text not null,
      value text,
      "from" text,
      "to" text,
      primary key (version, id)
    ) strict, without rowid;
    create index time_from on time ("from");

    create virtual table line_words using fts5 (who, what, content = 'line', content_rowid = 'key', ${tokeniser});
    create virtual table article_words using fts5 (title, text, content = 'version', content_rowid = 'key', ${tokeniser});
  `);
  file.prepare("insert or replace into setting values ('derived-layout', ?)").run([derivedLayout]);
}

/** Drops the derived part, in whatever layout it is. The caller holds the transaction. */
export function dropDerivedTables(file: SqliteFile): void {
  for (const table of ["line_words", "article_words", "line", "entity", "place", "time", "record"]) {
    file.exec(`drop table if exists ${table}`);
  }
  file.exec("delete from setting where name = 'derived-layout'");
}

/** Words are found whatever their ending and their accents: "evacuate" finds "evacuated", "Zoe" finds "Zoë". */
const tokeniser = "tokenize = 'porter unicode61 remove_diacritics 2'";
