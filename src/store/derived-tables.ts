import type { StoreEngine } from "./engine/engine.js";
import { removeSetting, writeSetting } from "./setting.js";

/**
 * Names the layout below. A database with another is not migrated: its derived part is dropped and made again, so this is changed whenever the
 * tables or what goes into them change.
 */
export const derivedLayout = "22";

/** Makes the tables of the derived part, empty. The caller holds the transaction. */
export async function createDerivedTables(engine: StoreEngine): Promise<void> {
  await engine.exec(engine.layout(derivedLayoutStatements));
  await engine.exec(engine.wordTables);
  await writeSetting(engine, "derived-layout", derivedLayout);
}

/** The tables, as SQLite has them; {@link StoreEngine.layout} gives them to another engine. */
export const derivedLayoutStatements = `
  create table record (
    version integer primary key references version (key),
    producer text,
    model text,
    content blob,
    failure text,
    check ((content is null) <> (failure is null)),
    check ((content is null) = (producer is null))
  ) strict;

  create table corrected (
    version integer primary key references record (version),
    content blob not null,
    marks text not null
  ) strict;

  create table removed (version integer primary key references version (key)) strict;

  create table line (
    key integer primary key,
    version integer not null references record (version),
    id text not null,
    kind text not null,
    type text not null,
    value text,
    status text,
    published text,
    day text,
    at integer,
    article text not null,
    who text not null,
    what text not null,
    place text,
    time text,
    according text,
    holder text,
    target text,
    voice text,
    due text,
    due_as text,
    shown text not null,
    confirmed integer
  ) strict;
  create index line_newest on line (kind, day desc, at desc, article, key);
  create index line_due on line (due) where due is not null;
  create index line_confirmed on line (key) where confirmed is not null;
  create index line_stance on line (version) where holder is not null;

  create table entity (
    version integer not null references record (version),
    id text not null,
    name text not null,
    kind text not null,
    country text,
    primary key (version, id)
  ) strict, without rowid;
  create index entity_name on entity (name);

  create table country_name (country text not null, name text not null, entities integer not null, primary key (country, name)) strict, without rowid;
  create trigger entity_named after insert on entity when new.country is not null begin
    insert into country_name values (new.country, new.name, 1)
      on conflict (country, name) do update set entities = country_name.entities + 1;
  end;
  create trigger entity_unnamed after delete on entity when old.country is not null begin
    update country_name set entities = entities - 1 where country = old.country and name = old.name;
    delete from country_name where country = old.country and name = old.name and entities = 0;
  end;

  create table place (
    version integer not null references record (version),
    id text not null,
    name text not null,
    kind text not null,
    country text,
    lat real,
    lon real,
    geonames integer,
    precision text,
    primary key (version, id)
  ) strict, without rowid;
  create index place_name on place (name);

  create table known_place (
    key integer primary key,
    name text not null,
    kind text not null,
    country text not null,
    folded text not null,
    places integer not null,
    unique (name, kind, country)
  ) strict;
  create trigger place_named after insert on place begin
    insert into known_place (name, kind, country, folded, places)
      values (new.name, new.kind, coalesce(new.country, ''), lower(new.name), 1)
      on conflict (name, kind, country) do update set places = known_place.places + 1;
  end;
  create trigger place_unnamed after delete on place begin
    update known_place set places = places - 1
      where name = old.name and kind = old.kind and country = coalesce(old.country, '');
    delete from known_place
      where name = old.name and kind = old.kind and country = coalesce(old.country, '') and places = 0;
  end;

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

  create table dated (
    version integer primary key references version (key),
    day text not null,
    at integer,
    article text not null
  ) strict;
  create index dated_newest on dated (day desc, at desc, article);

  create table unlinked (day text primary key, urgency integer not null) strict, without rowid;

  create table stale (version integer primary key references version (key)) strict;

  create table linked (
    version integer primary key references record (version),
    day text not null,
    time integer,
    story text not null,
    outlet text,
    likeness real,
    reason text not null,
    text_of text not null,
    terms text not null,
    prints blob not null,
    sentences integer not null,
    figures text not null,
    denials text not null
  ) strict;
  create index linked_day on linked (day, version, story, outlet);
  create index linked_story on linked (story, day);
  create index linked_outlet on linked (outlet);

  create table term_posting (
    day text not null,
    term integer not null,
    holders blob not null,
    primary key (day, term)
  ) strict, without rowid;

  create table print_posting (
    day text not null,
    print integer not null,
    version integer not null,
    primary key (day, print, version)
  ) strict, without rowid;

  create table day_size (
    day text primary key,
    articles integer not null,
    first integer not null,
    last integer not null,
    statements integer not null,
    known integer not null
  ) strict, without rowid;

  create table story (
    id text not null,
    day text not null,
    central integer not null,
    terms text not null,
    within real not null,
    primary key (id, day)
  ) strict, without rowid;
  create index story_day on story (day, id);

  create table copy (
    version integer primary key references record (version),
    day text not null,
    copy_group text not null,
    origin text,
    origin_reason text not null,
    first integer not null,
    of integer not null,
    relation text not null,
    changes text not null,
    shares text not null,
    spans text not null,
    reason text not null
  ) strict;
  create index copy_day on copy (day);
  create index copy_of_group on copy (copy_group);
  create index copy_first on copy (first, day);

  create table member (
    version integer not null references record (version),
    entity text not null,
    day text not null,
    who text not null,
    name text not null,
    told text not null,
    reason text not null,
    key text not null,
    lasting integer not null,
    primary key (version, entity)
  ) strict, without rowid;
  create index member_day on member (day);
  create index member_who on member (who, day, name);
  create index member_name on member (name collate nocase, who);
  create index member_key on member (key, lasting, day);

  create table known_name (
    key integer primary key,
    name text not null unique,
    folded text not null,
    members integer not null
  ) strict;
  create trigger member_named after insert on member begin
    insert into known_name (name, folded, members) values (lower(new.name), lower(new.name), 1)
      on conflict (name) do update set members = known_name.members + 1;
  end;
  create trigger member_unnamed after delete on member begin
    update known_name set members = members - 1 where name = lower(old.name);
    delete from known_name where name = lower(old.name) and members = 0;
  end;

  create table trace (
    line integer primary key references line (key),
    version integer not null,
    day text not null,
    time integer,
    origin text not null,
    kind text not null,
    name text not null,
    who text,
    through text,
    steps text not null,
    reason text not null,
    speaker text,
    weight integer,
    spans text not null
  ) strict;
  create index trace_day on trace (day);
  create index trace_weight on trace (weight, day desc, time desc, line) where weight is not null;
  create index trace_version on trace (version);
  create index trace_origin on trace (origin, day);

  create table telling (
    line integer primary key references line (key),
    version integer not null,
    day text not null,
    time integer,
    article text not null,
    id text not null,
    event text not null,
    key text not null,
    kind text not null,
    what text not null,
    who text not null,
    whom text not null,
    story text not null,
    act text not null,
    voices text not null,
    history text,
    status text not null,
    date text,
    dated text not null,
    origin text not null,
    "by" text not null,
    confidence integer not null,
    spans text not null,
    reason text not null
  ) strict;
  create index telling_day on telling (day, kind, event, origin, what);
  create index telling_event on telling (event, day, time, article, line, id, status, date, dated, origin, "by", confidence);
  create index telling_key on telling (key, day);
  create index telling_history on telling (history, day, time, article, line, event, id, status, date, dated, origin, "by", confidence)
    where history is not null;
  create index telling_state on telling (version) where history is not null;
  create index telling_date on telling (kind, date, event);

  create table action_day (
    day text not null,
    event text not null,
    next text,
    origins integer not null,
    severity integer not null,
    certainty integer not null,
    articles integer not null,
    date text,
    confirmed text,
    primary key (day, event)
  ) strict, without rowid;
  create index action_day_event on action_day (event);
  create index action_day_weight on action_day
    (origins desc, severity desc, certainty desc, articles desc, coalesce(date, '') desc, event, day, next, date, confirmed);

  create table history_day (
    history text not null,
    day text not null,
    next text,
    content text,
    primary key (history, day)
  ) strict, without rowid;
  create index history_day_last on history_day (day desc, history, next);
  create index history_day_open on history_day (history, day) where content is null;

  create table dispute_end (
    dispute text not null,
    day text not null,
    subject text not null,
    kind text not null,
    about text not null,
    reason text not null,
    position text not null,
    version integer not null references record (version),
    line integer references line (key),
    spans text not null,
    date text,
    origin text,
    name text
  ) strict;
  create index dispute_end_day on dispute_end (day);
  create index dispute_end_dispute on dispute_end (dispute, day);
  create index dispute_end_subject on dispute_end (subject, day);
  create index dispute_end_line on dispute_end (line);
  create index dispute_end_claim on dispute_end (version, line) where kind = 'statement' and position = 'asserts';`;

/** Drops the derived part, in whatever layout it is. The caller holds the transaction. */
export async function dropDerivedTables(engine: StoreEngine): Promise<void> {
  for (const table of derivedTables) await engine.exec(`drop table if exists ${table}`);
  await removeSetting(engine, "derived-layout");
}

/** Those that refer to others before these. */
const derivedTables = [
  ...["line_words", "article_words", "name_words", "place_words"],
  ...[
    "dispute_end",
    "history_day",
    "action_day",
    "telling",
    "trace",
    "member",
    "known_name",
    "copy",
    "story",
    "day_size",
    "print_posting",
    "term_posting",
    "linked",
    "stale",
    "unlinked",
    "dated",
  ],
  ...["line", "entity", "country_name", "place", "known_place", "time", "removed", "corrected", "record"],
];
