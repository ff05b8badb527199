import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type ArticleRecord, recordSchema } from "../src/record/record.js";
import { readLinkLexicons } from "../src/run/link-lexicons.js";
import { type AnalysedArrival, addArticles } from "../src/store/add-articles.js";
import { mergeGroups, reject } from "../src/store/corrections/correct-store.js";
import { type LinkingOptions, linkUnlinked } from "../src/store/links/link-unlinked.js";
import { openStoreForWriting, type WritableStore } from "../src/store/store.js";
import { sha256 } from "../src/text/hash.js";
import { variedNews } from "./varied-news.js";

/**
 * What one change costs in a database that `bench/grow.ts` made: `tsx bench/one-more.ts DB ARTICLES-A-DAY RECORDS.jsonl [SMALL] [CHANGES]`, with the numbers and the records that
 * it was made with. Each change is made in a copy of its own, beside the database. Prints the seconds of the processor and of the clock until the change is in the links, and
 * how many seconds and days it then takes to settle all. SMALL is how many articles are few (`LinkingOptions.small`); of the CHANGES, parted by commas,
 * one that ends in ! is not settled.
 */
async function measure(
  path: string,
  perDay: number,
  file: string,
  small: number | undefined,
  named: readonly string[],
): Promise<void> {
  const lexicons = await readLinkLexicons({ readFile: (name) => readFile(name) });
  const options: LinkingOptions = { settle: "in proportion", ...(small === undefined ? {} : { small }) };
  row(["change", "linked CPU s", "clock s", "days", "settled CPU s", "clock s", "days"]);
  for (const asked of named) {
    const name = asked.replace("!", "");
    const change = changes[name];
    if (change === undefined)
      throw new RangeError(`Found ${name}; expected some of ${Object.keys(changes).join(", ")}.`);
    const copy = `${path}.copy`;
    copyFileSync(path, copy);
    const store = await openStoreForWriting(copy, { now: () => new Date("2031-01-01T00:00:00Z") });
    try {
      const days = await daysOf(store);
      // What the program has loaded and compiled by then is no part of what the change costs.
      await addArticles(store, [await another({ file, perDay, days, number: 1, day: days.at(-1) ?? "" })]);
      for await (const _ of linkUnlinked(store, async () => lexicons, options));
      await change(store, { file, perDay, days });
      const linked = await timed(() => linkUnlinked(store, async () => lexicons, options));
      const settled = name === asked ? await timed(() => linkUnlinked(store, async () => lexicons)) : [];
      row([name, ...linked, ...settled]);
    } finally {
      await store.close();
      for (const end of ["", "-wal", "-shm"]) rmSync(`${copy}${end}`, { force: true });
    }
  }
}

interface Setting {
  readonly file: string;
  readonly perDay: number;
  /** The days of the database, in order. */
  readonly days: readonly string[];
}

const by = { by: "bench", why: null };

/** A day that a week of others looks back on. */
const past = (days: readonly string[]): string => days.at(-8) ?? days[0] ?? "";

const changes: Readonly<Record<string, (store: WritableStore, setting: Setting) => Promise<unknown>>> = {
  "one of today": async (store, setting) =>
    addArticles(store, [await another({ ...setting, number: 2, day: setting.days.at(-1) ?? "" })]),
  "a late one": async (store, setting) =>
    addArticles(store, [await another({ ...setting, number: 2, day: past(setting.days) })]),
  "an edit": async (store, setting) => addArticles(store, [await edited(setting, past(setting.days))]),
  "a hidden line": async (store, { days }) => {
    const line = await store.tables
      .selectFrom("telling")
      .select(["article", "id"])
      .where("day", "=", past(days))
      .orderBy("line")
      .executeTakeFirstOrThrow();
    return reject(store, { id: `${line.article}/${line.id}` }, by);
  },
  "people merged": async (store, { days }) => {
    const people = await store.tables
      .selectFrom("member")
      .select("who")
      .distinct()
      .where("day", "=", past(days))
      .where("key", "like", "person %")
      .orderBy("who")
      .limit(2)
      .execute();
    return mergeGroups(
      store,
      people.map(({ who }) => who),
      by,
    );
  },
};

async function daysOf({ tables }: WritableStore): Promise<readonly string[]> {
  const rows = await tables.selectFrom("day_size").select("day").orderBy("day").execute();
  return rows.map(({ day }) => day);
}

/** An article that the database does not have, of a day. */
async function another(one: Setting & { readonly number: number; readonly day: string }): Promise<AnalysedArrival> {
  const made = newsOf(one, one.days.length)[one.number];
  return dated(made, `${one.day}T12:0${one.number}:00Z`);
}

/** An article that the database has, with a sentence more. */
async function edited(setting: Setting, day: string): Promise<AnalysedArrival> {
  const [made] = newsOf(setting, setting.days.indexOf(day));
  if (made === undefined || made.analysis.kind !== "record") throw new RangeError("Found no article to edit.");
  const text = `${made.arrival.article.text}\n\nThis article was edited.`;
  const changed = { text, sha256: sha256(text) };
  const { record } = made.analysis;
  return {
    arrival: { ...made.arrival, article: { ...made.arrival.article, ...changed } },
    analysis: { kind: "record", record: { ...record, article: { ...record.article, ...changed } } },
  };
}

function newsOf({ file, perDay, days }: Setting, at: number): readonly AnalysedArrival[] {
  const news = [...variedNews(recordsIn(file), { days: days.length + 1, perDay })];
  return news[at]?.articles() ?? [];
}

let read: readonly ArticleRecord[] | null = null;

function recordsIn(file: string): readonly ArticleRecord[] {
  const lines = readFileSync(file, "utf8").split("\n");
  read ??= lines.filter((line) => line !== "").map((line) => recordSchema.parse(JSON.parse(line)));
  return read;
}

function dated(one: AnalysedArrival | undefined, published: string): AnalysedArrival {
  if (one === undefined || one.analysis.kind !== "record") throw new RangeError("Found no article to add.");
  const { record } = one.analysis;
  return {
    arrival: { ...one.arrival, article: { ...one.arrival.article, published } },
    analysis: { kind: "record", record: { ...record, article: { ...record.article, published } } },
  };
}

async function timed(work: () => AsyncGenerator<string>): Promise<readonly [cpu: string, clock: string, days: number]> {
  const [before, start] = [process.cpuUsage(), performance.now()];
  let days = 0;
  for await (const _ of work()) days += 1;
  const { user, system } = process.cpuUsage(before);
  return [((user + system) / 1e6).toFixed(2), ((performance.now() - start) / 1000).toFixed(2), days];
}

function row(cells: readonly (string | number)[]): void {
  process.stdout.write(`${cells.map((cell) => String(cell).padStart(15)).join("")}\n`);
}

const [path, perDay, file, small, named] = process.argv.slice(2);
if (path === undefined || perDay === undefined || file === undefined)
  throw new RangeError("Found too few words; expected DB ARTICLES-A-DAY RECORDS.jsonl [SMALL].");
await measure(
  path,
  Number(perDay),
  file,
  small === undefined ? undefined : Number(small),
  (named ?? Object.keys(changes).join()).split(","),
);
