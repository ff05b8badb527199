import type { Migration } from "./migrations.js";

/** What is followed, and how far it has been. Rows change as rounds go by; none is ever deleted. */
export const following: Migration = {
  name: "following",
  sql: `
    create table source (
      key integer primary key,
      address text not null unique,
      kind text check (kind in ('feed', 'feed-list', 'page')),
      found_in integer references source (key),
      outlet text,
      title text,
      language text,
      followed text not null,
      stopped text,
      moved_to text,
      etag text,
      last_modified text,
      asked text,
      succeeded text,
      failed text,
      failure text,
      failures integer not null default 0,
      next text not null
    ) strict;

    create table source_item (
      key integer primary key,
      source integer not null references source (key),
      id text not null,
      address text,
      content text not null,
      content_sha256 text not null,
      seen text not null,
      state text not null check (state in ('waiting', 'page', 'feed-text', 'given-up')),
      version integer references version (key),
      etag text,
      last_modified text,
      asked text,
      tries integer not null default 0,
      checks integer not null default 0,
      reason text,
      next text,
      unique (source, id),
      check ((version is null) = (state in ('waiting', 'given-up'))),
      check (state <> 'waiting' or next is not null)
    ) strict;
    create index source_item_next on source_item (next) where next is not null;
    create index source_item_address on source_item (address);

    create table source_gap (
      key integer primary key,
      source integer not null references source (key),
      since text not null,
      until text not null
    ) strict;`,
};
