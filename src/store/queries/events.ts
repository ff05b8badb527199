import { type SelectQueryBuilder, sql } from "kysely";
import { type Event, eventOf, eventWith, type TellingFacts } from "../../link/events/group-events.js";
import { groupedBy } from "../../link/grouped-by.js";
import type { EventId } from "../../link/link-id.js";
import { type PostureHistory, postureHistories } from "../../link/postures/posture-histories.js";
import { hasWithin, textsIn, textWithin, unindexed } from "../engine/expressions.js";
import { matching } from "../engine/words/words.js";
import { askInChunks } from "../in-chunks.js";
import { lineKeysOf } from "../line-id.js";
import {
  tellingFactColumns,
  tellingFactNames,
  tellingFactsOfRow,
  tellingNames,
  tellingOfRow,
  tellingRows,
  toldOfRow,
} from "../links/link-codec.js";
import { packedRows } from "../packed-rows.js";
import type { Store } from "../store.js";
import type { StoreTables } from "../tables.js";
import { inPeriod, lineAnswers, noFilter } from "./line-filter.js";
import type { LinkQuestion } from "./stories.js";
import { wordsQuery } from "./words-query.js";

/** Events told to have happened on the days asked for, the latest first; each with all its tellings and its independent origins. */
export async function findEvents(store: Store, question: EventQuestion): Promise<readonly Event[]> {
  const { limit, offset = 0 } = question;
  const page = async (from: string | undefined) =>
    await latestEvents(store, { ...question, since: from })
      .limit(limit)
      .offset(offset)
      .execute();
  const near = await recentDay(store, question);
  const first = near === null ? [] : await page(near);
  // Whatever is told last on an earlier day comes after a page that is full.
  const rows = first.length === limit ? first : await page(question.since);
  const events = new Map(
    (
      await eventsWith(
        store,
        "event",
        rows.map(({ event }) => event),
      )
    ).map((one) => [one.id as string, one]),
  );
  return rows.flatMap(({ event }) => events.get(event) ?? []);
}

/** Which events are asked for; all of it has to hold. */
type EventQuestion = LinkQuestion & { readonly kind?: Event["kind"] | undefined };

function latestEvents({ tables }: Store, { since, until, filter = noFilter, kind }: EventQuestion) {
  return tables
    .selectFrom("telling")
    .select(({ fn }) => ["event", fn.max("date").as("last")])
    .where("kind", "in", kind === undefined ? ["action", "posture"] : [kind])
    .$if(filter.story !== null, (query) => query.where(inStory(filter.story ?? "")))
    .where(lineAnswers("telling.line", filter.words))
    .where(inPeriod("date", { since, until }))
    .groupBy("event")
    .orderBy("last", "desc")
    .orderBy("event");
}

/** So many of the latest tellings are looked through for each event of a page, before all are. */
const tellingsOfEach = 20;

/** The day from which on events are likely to fill the page; `null` where fewer are told of than would. */
async function recentDay(
  { tables }: Store,
  { since, until, limit, offset = 0, kind = "action" }: EventQuestion,
): Promise<string | null> {
  const row = await tables
    .selectFrom("telling")
    .select("date")
    .where("kind", "=", kind)
    .where("date", "is not", null)
    .where(inPeriod("date", { since, until }))
    .orderBy("date", "desc")
    .limit(1)
    .offset(tellingsOfEach * (offset + limit))
    .executeTakeFirst();
  return row?.date ?? null;
}

/** The event with that id, `null` where there is none. */
export async function eventById(store: Store, id: string): Promise<Event | null> {
  const [event] = await eventsWith(store, "event", [id]);
  return event ?? null;
}

/** Which histories are asked for; all of it has to hold, though not for one telling alone. */
export interface HistoryQuestion extends LinkQuestion {
  /** The id of a story that tells of it. */
  readonly story?: string | undefined;
  /** Words for who set one of its states. */
  readonly by?: string | undefined;
  /** Words for the institution or its states, or of the sentences that tell of them. */
  readonly about?: string | undefined;
  /** A country that the institution, who set the state or a place in such a sentence is of, as its ISO 3166-1 code. */
  readonly country?: string | undefined;
  /** The key of an institution. */
  readonly institution?: string | undefined;
}

/** The histories of institutions whose states are told of on the days asked for, whole, the latest told of first. */
export async function findHistories(
  store: Store,
  {
    since,
    until,
    filter = noFilter,
    limit,
    offset = 0,
    story = filter.story ?? undefined,
    by,
    about,
    country,
    institution,
  }: HistoryQuestion,
): Promise<readonly PostureHistory[]> {
  const asked = [
    ...(by === undefined ? [] : [wordsQuery(by, "who")]),
    ...(about === undefined ? [] : [wordsQuery(about, "what")]),
  ];
  if (asked.includes(null)) return [];
  const words = asked.length === 0 ? null : asked.join(" AND ");
  const rows = await store.tables
    .selectFrom("telling")
    .select(({ fn }) => ["history", fn.max("date").as("last")])
    .where("history", "is not", null)
    .$if(story !== undefined, (query) => query.where(inStory(story ?? "")))
    .$if(words !== null, (query) => query.where(withWords(words ?? "")))
    .where(lineAnswers("telling.line", filter.words))
    .$if(country !== undefined, (query) => query.where(ofCountry(country ?? "")))
    .$if(institution !== undefined, (query) =>
      query.where(sql<boolean>`${textWithin("telling.who", 0)} = ${institution ?? ""}`),
    )
    .where(inPeriod("date", { since, until }))
    .groupBy("history")
    .orderBy("last", "desc")
    .orderBy("history")
    .limit(limit)
    .offset(offset)
    .execute();
  const ids = rows.flatMap(({ history }) => history ?? []);
  const histories = new Map(
    postureHistories(await eventsWith(store, "history", ids)).map((one) => [one.id as string, one]),
  );
  return ids.flatMap((id) => histories.get(id) ?? []);
}

/** By the keys of the story's lines, for tellings have no index of their stories. */
function inStory(story: string) {
  const { first: perVersion } = lineKeysOf(1);
  return sql<boolean>`telling.line in (
    select told.line from linked join telling as told
      on told.line >= linked.version * ${perVersion} and told.line < (linked.version + 1) * ${perVersion}
    where linked.story = ${story})`;
}

/** Tellings of histories are few and lines with the words may be many: the plus keeps SQLite from going by the latter. */
function withWords(words: string) {
  return sql<boolean>`${unindexed("telling.line")} in (${matching("line_words", words)})`;
}

/**
 * A line's words hold the names of all whom it is about; a name of that country among them makes it one of the country. Those of its own version are looked
 * through, not by the index of countries.
 */
function ofCountry(country: string) {
  return sql<boolean>`exists (
    select 1 from line, (
      select version, name from entity where ${unindexed("country")} = ${country} union all select version, name from place where country = ${country}
    ) as known
    where line.key = telling.line and known.version = telling.version
      and ${hasWithin(sql`line.who || ' · ' || line.what`, sql`known.name`)})`;
}

/** The history with that id, `null` where there is none. */
export async function historyById(store: Store, id: string): Promise<PostureHistory | null> {
  const histories = postureHistories(await eventsWith(store, "history", [id]));
  return histories.find((one) => one.id === id) ?? null;
}

/** The id of the history that the event is a state of; `null` for an action. */
export async function historyOfEvent({ tables }: Store, id: string): Promise<string | null> {
  const row = await tables.selectFrom("telling").select("history").where("event", "=", id).limit(1).executeTakeFirst();
  return row?.history ?? null;
}

/**
 * The events that have one of these values in a column, in order of their first tellings; each whole, or as the articles of the days before
 * `until` tell it.
 */
export async function eventsWith(
  store: Store,
  column: "event" | "history",
  values: readonly string[],
  until: string | null = null,
): Promise<readonly Event[]> {
  const rows = await packedRows(store.tables, tellingsWith(tellingRows(store), column, values, until), tellingNames);
  const told = groupedBy(rows.map(tellingOfRow), ({ event }) => event);
  return [...told].map(([id, tellings]) =>
    eventOf(
      id,
      tellings.map((one) => one.told),
    ),
  );
}

/** The same events without the words of their tellings, which takes half the time. */
export async function eventFactsWith(
  store: Pick<Store, "tables">,
  column: "event" | "history",
  values: readonly string[],
  until: string | null,
): Promise<readonly Event<TellingFacts>[]> {
  return (await keyedEventFacts(store, column, values, until)).events;
}

/** Events without the words of their tellings, with what the rows of these have besides. */
export interface KeyedEventFacts {
  readonly events: readonly Event<TellingFacts>[];
  readonly historyOf: (event: Event<TellingFacts>) => string | null;
  /** The key of the line. */
  readonly keyOf: (telling: TellingFacts) => number;
}

export async function keyedEventFacts(
  { tables }: Pick<Store, "tables">,
  column: "event" | "history",
  values: readonly string[],
  until: string | null,
): Promise<KeyedEventFacts> {
  const told = tables.selectFrom("telling").select("telling.line as key").select(tellingFactColumns);
  const rows = await packedRows(tables, tellingsWith(told, column, values, until), ["key", ...tellingFactNames]);
  const byEvent = groupedBy(rows, ({ event }) => event as EventId);
  const found = await askInChunks(
    [...byEvent.values()].flatMap(([first]) => first?.key ?? []),
    (some) =>
      tables
        .selectFrom("telling")
        .select(["line", "kind", "what", "who", "story", "history"])
        .where("line", "in", some)
        .execute(),
  );
  const firsts = new Map(found.map(({ line, ...row }) => [line, row]));
  const keys = new Map<TellingFacts, number>();
  const histories = new Map<string, string | null>();
  const events = [...byEvent].flatMap(([id, own]) => {
    const first = firsts.get(own[0]?.key ?? -1);
    if (first === undefined) return [];
    const tellings = own.map((row) => {
      const facts = tellingFactsOfRow(row);
      keys.set(facts, row.key);
      return facts;
    });
    histories.set(id, first.history);
    return [eventWith(id, toldOfRow(first), tellings)];
  });
  return {
    events,
    historyOf: ({ id }) => histories.get(id) ?? null,
    keyOf: (telling) => keys.get(telling) ?? -1,
  };
}

/** In order of time. */
function tellingsWith<Row>(
  tellings: SelectQueryBuilder<StoreTables, "telling", Row>,
  column: "event" | "history",
  values: readonly string[],
  until: string | null,
) {
  return tellings
    .where(sql<boolean>`${sql.ref(`telling.${column}`)} in (${textsIn(JSON.stringify(values))})`)
    .$if(until !== null, (query) => query.where("telling.day", "<", until ?? ""))
    .orderBy("telling.day")
    .orderBy("telling.time")
    .orderBy("telling.article")
    .orderBy("telling.line");
}
