import { isPersonKey } from "../../link/entities/told-entity.js";
import { lookBackDays } from "../../link/memory.js";
import { leastNear } from "../../link/stories/similar-articles.js";
import { dayAfter } from "../../text/days.js";
import { inChunks } from "../in-chunks.js";
import type { Store } from "../store.js";
import type { StoreTables } from "../tables.js";
import { numbersOf } from "./link-codec.js";
import type { LinkRows } from "./link-rows.js";
import {
  countHolders,
  eachHolder,
  linkedDaysIn,
  mostHolders,
  numberedTerms,
  printPostings,
  rounding,
  termPostings,
} from "./postings.js";

type Tables = Pick<Store, "tables">;

/** Rows of links of one day that went and that came. */
export interface LinkChange {
  readonly gone: Partial<LinkRows>;
  readonly come: Partial<LinkRows>;
}

/** The columns that later days ask for, see `storedMemory`; what is told in others alone bears on no other day. */
const asked = {
  linked: ["version", "time", "story", "text_of", "terms", "prints", "sentences", "figures", "denials"],
  story: ["id", "central", "within"],
  copy: ["version", "copy_group", "origin", "origin_reason", "first"],
  member: ["version", "entity", "who", "key", "told", "lasting"],
  trace: ["line", "version", "speaker", "spans", "origin"],
  telling: [
    ...["line", "version", "time", "event", "key", "kind", "what", "who", "whom", "story", "act", "voices", "status"],
    ...["date", "dated", "origin", "by", "confidence", "spans", "reason"],
  ],
  dispute_end: ["dispute", "subject", "kind", "about", "position", "version", "line"],
} as const satisfies Partial<Record<keyof LinkRows, readonly string[]>>;

type AskedTable = keyof typeof asked;

/** With more articles than this changed at once, to find out which days they touch costs more than to link these. */
export const mostChanged = 300;

/**
 * The later days whose links may come out other than they did, because what they ask of this day has changed: days that tell of the same people, acts or
 * states, that go on with the same stories, copies or disputes, or that have an article near one of a story that changed.
 */
export async function touchedDays(store: Tables, day: string, change: LinkChange): Promise<ReadonlySet<string>> {
  const touched = new Set<string>();
  const add = (days: readonly string[]): void => {
    for (const one of days) touched.add(one);
  };
  if ((await linkedAfter(store, day)) === null) return touched;
  const rows = changedRows(change);
  const after = dayAfter(day, 1);
  const until = dayAfter(day, lookBackDays + 1);
  const lasting = rows.member.filter((row) => row.lasting === 1).map(({ key }) => key);
  add(await daysOfMembers(store, lasting, after, null));
  const days = await linkedDaysIn(store, after, until);
  if (days.length === 0) return touched;
  if (
    rows.linked.length > mostChanged ||
    (await someGroupDropped(store)) ||
    (await hasOtherLookUps(store, day, rows))
  ) {
    add(days);
    return touched;
  }
  const passing = rows.member.flatMap(({ key }) => (isPersonKey(key) ? [key] : []));
  add(await daysOfMembers(store, passing, after, until));
  add(
    await daysOfTellings(
      store,
      "key",
      rows.telling.map(({ key }) => key),
      after,
      until,
    ),
  );
  const subjects = rows.dispute_end.map(({ subject }) => subject);
  add(await daysOfTellings(store, "event", subjects, after, until));
  const storyOf = await storiesOf(store, rows);
  const stories = [
    ...rows.linked.map(({ story }) => story),
    ...rows.story.map(({ id }) => id),
    ...rows.member.flatMap(({ version }) => storyOf.get(version) ?? []),
    ...rows.trace.flatMap(({ version, spans }) => (spans === "[]" ? [] : (storyOf.get(version) ?? []))),
  ];
  add(await daysOfStories(store, [...stories, ...subjects], after, until));
  const prints = [...new Set(rows.linked.flatMap((row) => [...numbersOf(row.prints)]))].sort((a, b) => a - b);
  const copied = await printsOf(
    store,
    rows.copy.flatMap(({ version, first }) => [version, first]),
  );
  for (const one of days) {
    if (touched.has(one)) continue;
    if ((await printPostings(store, one, [...prints, ...copied])).length > 0) touched.add(one);
  }
  add(
    await daysNear(
      store,
      rows,
      days.filter((one) => !touched.has(one)),
      day,
    ),
  );
  return touched;
}

/** A day after this one that has links, `null` where none has. */
async function linkedAfter({ tables }: Tables, day: string): Promise<string | null> {
  const row = await tables.selectFrom("day_size").select("day").where("day", ">", day).limit(1).executeTakeFirst();
  return row?.day ?? null;
}

type AskedRows = { readonly [Table in AskedTable]: readonly StoreTables[Table][] };

/** The rows that are other than before in what later days ask for, as they were and as they are. */
function changedRows({ gone, come }: LinkChange): AskedRows {
  const changed = <Table extends AskedTable>(table: Table): readonly StoreTables[Table][] => {
    const [old, now] = [gone[table] ?? [], come[table] ?? []] as readonly (readonly StoreTables[Table][])[];
    const keyOf = (row: StoreTables[Table]): string => {
      const values: Readonly<Record<string, unknown>> = { ...row };
      return JSON.stringify(asked[table].map((column) => plain(values[column])));
    };
    const [was, is] = [new Set(old?.map(keyOf)), new Set(now?.map(keyOf))];
    return [...(old ?? []).filter((row) => !is.has(keyOf(row))), ...(now ?? []).filter((row) => !was.has(keyOf(row)))];
  };
  return {
    linked: changed("linked"),
    story: changed("story"),
    copy: changed("copy"),
    member: changed("member"),
    trace: changed("trace"),
    telling: changed("telling"),
    dispute_end: changed("dispute_end"),
  };
}

function plain(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
}

/** Whether people said of some entity or dispute that it is none: what days ask for on its account stands in no row. */
async function someGroupDropped({ tables }: Tables): Promise<boolean> {
  const row = await tables
    .selectFrom("correction")
    .select("key")
    .where("kind", "in", ["hide-entity", "hide-dispute"])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a term is now looked up on the day that was held too often for that before, or no more. */
async function hasOtherLookUps(store: Tables, day: string, { linked }: AskedRows): Promise<boolean> {
  const { articles } = (await store.tables
    .selectFrom("day_size")
    .select("articles")
    .where("day", "=", day)
    .executeTakeFirst()) ?? { articles: 0 };
  if (articles + linked.length <= mostHolders) return false;
  const named = [...new Set(linked.flatMap(({ terms }) => [...numberedTerms(terms).keys()]))].sort((a, b) => a - b);
  for await (const { holders } of termPostings(store, day, named)) {
    if (Math.abs(countHolders(holders) - mostHolders) <= linked.length) return true;
  }
  return false;
}

async function daysOfMembers({ tables }: Tables, keys: readonly string[], after: string, before: string | null) {
  const days: string[] = [];
  for (const some of inChunks([...new Set(keys)])) {
    const rows = await tables
      .selectFrom("member")
      .select("day")
      .distinct()
      .where("key", "in", [...some])
      .where("day", ">=", after)
      .$if(before !== null, (query) => query.where("day", "<", before ?? ""))
      .execute();
    days.push(...rows.map(({ day }) => day));
  }
  return days;
}

async function daysOfTellings(
  { tables }: Tables,
  column: "key" | "event",
  values: readonly string[],
  after: string,
  before: string,
) {
  const days: string[] = [];
  for (const some of inChunks([...new Set(values)])) {
    const rows = await tables
      .selectFrom("telling")
      .select("day")
      .distinct()
      .where(column, "in", [...some])
      .where("day", ">=", after)
      .where("day", "<", before)
      .execute();
    days.push(...rows.map(({ day }) => day));
  }
  return days;
}

async function daysOfStories({ tables }: Tables, stories: readonly string[], after: string, before: string) {
  const days: string[] = [];
  for (const some of inChunks([...new Set(stories)])) {
    const rows = await tables
      .selectFrom("linked")
      .select("day")
      .distinct()
      .where("story", "in", [...some])
      .where("day", ">=", after)
      .where("day", "<", before)
      .execute();
    days.push(...rows.map(({ day }) => day));
  }
  return days;
}

/** The stories that the versions of these rows are of, and were before. */
async function storiesOf({ tables }: Tables, rows: AskedRows): Promise<ReadonlyMap<number, readonly string[]>> {
  const stories = new Map<number, string[]>();
  const note = (version: number, story: string): void => {
    stories.set(version, [...(stories.get(version) ?? []), story]);
  };
  for (const { version, story } of rows.linked) note(version, story);
  const named = new Set([...rows.member, ...rows.trace].map(({ version }) => version));
  for (const some of inChunks([...named])) {
    const found = await tables
      .selectFrom("linked")
      .select(["version", "story"])
      .where("version", "in", [...some])
      .execute();
    for (const { version, story } of found) note(version, story);
  }
  return stories;
}

async function printsOf({ tables }: Tables, versions: readonly number[]): Promise<readonly number[]> {
  const prints = new Set<number>();
  for (const some of inChunks([...new Set(versions)])) {
    const rows = await tables
      .selectFrom("linked")
      .select("prints")
      .where("version", "in", [...some])
      .execute();
    for (const row of rows) for (const print of numbersOf(row.prints)) prints.add(print);
  }
  return [...prints].sort((a, b) => a - b);
}

/** Those of the days that have an article near one of a story that changed: of how many articles a story is, and how alike they are, decides what else is of it. */
async function daysNear(
  store: Tables,
  rows: AskedRows,
  days: readonly string[],
  day: string,
): Promise<readonly string[]> {
  if (days.length === 0) return [];
  const stories = new Set([...rows.linked.map(({ story }) => story), ...rows.story.map(({ id }) => id)]);
  const members = [...rows.linked];
  for (const some of inChunks([...stories])) {
    members.push(
      ...(await store.tables
        .selectFrom("linked")
        .selectAll()
        .where("story", "in", [...some])
        .where("day", ">", dayAfter(day, -lookBackDays))
        .where("day", "<", dayAfter(day, lookBackDays))
        .execute()),
    );
    if (members.length > mostChanged) return days;
  }
  const vectors = members.map((row) => ({ day: row.day, terms: [...numberedTerms(row.terms)] }));
  const near: string[] = [];
  for (const one of days) {
    const own = vectors.filter((member) => member.day < one && one <= dayAfter(member.day, lookBackDays));
    if (
      await hasNear(
        store,
        one,
        own.map(({ terms }) => terms),
      )
    )
      near.push(one);
  }
  return near;
}

/** Whether an article of the day is near one with such a vector. */
async function hasNear(
  store: Tables,
  day: string,
  vectors: readonly (readonly (readonly [term: number, weight: number])[])[],
): Promise<boolean> {
  const named = [...new Set(vectors.flatMap((terms) => terms.map(([term]) => term)))].sort((a, b) => a - b);
  const held = new Map<number, Uint8Array>();
  for await (const { term, holders } of termPostings(store, day, named)) held.set(term, holders);
  return vectors.some((terms) => {
    const scores = new Map<number, number>();
    for (const [term, weight] of terms) {
      const holders = held.get(term);
      if (holders === undefined) continue;
      eachHolder(holders, (version, other) => void scores.set(version, (scores.get(version) ?? 0) + weight * other));
    }
    return [...scores.values()].some((score) => score >= leastNear - rounding);
  });
}
