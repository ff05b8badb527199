import { appendOnly } from "./append-only.js";
import type { Migration } from "./migrations.js";

/**
 * What people want to be told of, and what they were told. A watch is what its latest row says, and is gone where that has no question; what was
 * delivered is never forgotten, whatever becomes of the watch.
 */
export const watches: Migration = {
  name: "watches",
  sql: `
    create table watch (
      key integer primary key,
      at text not null,
      name text not null,
      question text,
      seen integer not null
    ) strict;
    create index watch_name on watch (name, key);

    create table delivery (
      key integer primary key,
      at text not null,
      watch text not null,
      target text not null,
      seen integer not null
    ) strict;
    create index delivery_watch on delivery (watch, target, key);

    create table alerted (
      key integer primary key,
      at text not null,
      watch text not null,
      target text not null,
      subject text not null,
      alert text not null,
      unique (watch, target, subject)
    ) strict;
    create index alerted_target on alerted (target, key);

    ${["watch", "delivery", "alerted"].map(appendOnly).join("")}`,
};
