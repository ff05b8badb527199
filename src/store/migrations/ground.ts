import { appendOnly } from "./append-only.js";
import type { Migration } from "./migrations.js";

/** The tables of the ground. The database itself refuses to change or delete a row of theirs. */
export const ground: Migration = {
  name: "ground",
  sql: `
    create table setting (name text primary key, value text not null) strict, without rowid;

    create table fetched (
      key integer primary key,
      requested text not null,
      final text not null,
      at text not null,
      status integer not null,
      headers text not null,
      sha256 text not null,
      bytes blob not null
    ) strict;

    create table article (
      key integer primary key,
      id text not null unique,
      address text unique
    ) strict;

    create table version (
      key integer primary key,
      id text not null unique,
      article integer not null references article (key),
      number integer not null,
      input text not null,
      added text not null,
      fetched integer references fetched (key),
      url text,
      title text,
      outlet text,
      authors text not null,
      published text,
      published_from text,
      language text,
      sha256 text not null,
      text text not null,
      messages text not null,
      unique (article, number),
      unique (article, sha256)
    ) strict;
    create index version_published on version (published);
    create index version_outlet on version (outlet, published, added, number);

    create table correction (
      key integer primary key,
      at text not null,
      by text not null,
      kind text not null,
      subject text not null,
      detail text not null,
      undoes integer references correction (key)
    ) strict;

    ${["fetched", "article", "version", "correction"].map(appendOnly).join("")}`,
};
