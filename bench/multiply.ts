import { copyFileSync } from "node:fs";
import Database from "libsql";
import { fillHistoryDays } from "../src/store/links/history-days.js";
import { openStoreForWriting } from "../src/store/store.js";

/**
 * A database of many articles from one of fewer, for `bench/questions.ts` and `bench/serve.ts`: `tsx bench/multiply.ts FROM TO TIMES`. Every article is there so many
 * times, each copy with ids of its own and as many days later as the database has, so that stories, events, histories and disputes become more and not bigger; who
 * is who stays the same, so that people and bodies are told of on all days, and so do the histories of their postures. All of FROM has to be linked. Linking the same number of articles would take hours.
 */
function multiply(from: string, to: string, times: number): void {
  copyFileSync(from, to);
  const database = new Database(to);
  database.exec(
    "pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -500000; pragma foreign_keys = off",
  );
  database.prepare("attach ? as base").run([from]);
  const { left } = database.prepare("select count(*) as left from base.unlinked").get() as { readonly left: number };
  if (left > 0) throw new RangeError(`Found ${left} days of ${from} that are not linked; \`sitrep add\` links them.`);
  const { versions, days } = database
    .prepare(
      "select (select max(key) from base.version) as versions, julianday(max(day)) - julianday(min(day)) + 1 as days from base.linked",
    )
    .get() as { readonly versions: number; readonly days: number };
  for (let copy = 1; copy < times; copy++) {
    const changes: Readonly<Record<Change, (column: string) => string>> = {
      version: (column) => `${column} + ${copy * versions}`,
      line: (column) => `${column} + ${copy * versions * linesOfOne}`,
      day: (column) => `strftime('%Y-%m-%d', ${column}, '+${copy * days} days') || substr(${column}, 11)`,
      time: (column) => `${column} + ${copy * days} * 86400000`,
      name: (column) => `${column} || '.${copy}'`,
      id: (column) =>
        `substr(${column}, 1, instr(${column}, '_')) || printf('%02x', ${copy}) || substr(${column}, instr(${column}, '_') + 3)`,
      address: (column) => `${column} || '?${copy}'`,
    };
    for (const [table, changed] of Object.entries(tables)) {
      const columns = database.prepare(`select name from pragma_table_info('${table}')`).all() as readonly {
        readonly name: string;
      }[];
      const made = columns.map(({ name }) => {
        const change = changed[name];
        return change === undefined ? `"${name}"` : changes[change](`"${name}"`);
      });
      database.exec(`insert into main."${table}" select ${made.join(", ")} from base."${table}"`);
    }
    process.stdout.write(`${copy + 1} times\n`);
  }
  for (const words of ["line_words", "article_words"])
    database.exec(`insert into ${words} (${words}) values ('rebuild')`);
  database.exec(`
    delete from history_day;
    insert into history_day (history, day, next, content)
    select history, day, lead(day) over (partition by history order by day), null
    from (select distinct history, day from telling where history is not null)`);
  database.close();
}

const linesOfOne = 2 ** 20;

type Change = "version" | "line" | "day" | "time" | "name" | "id" | "address";

/** The columns that differ from copy to copy. */
const tables: Readonly<Record<string, Readonly<Record<string, Change>>>> = {
  article: { key: "version", id: "name", address: "address" },
  version: { key: "version", article: "version", id: "name", published: "day", url: "address" },
  record: { version: "version" },
  line: { key: "line", version: "version", published: "day" },
  entity: { version: "version" },
  place: { version: "version" },
  time: { version: "version" },
  dated: { version: "version", day: "day" },
  linked: { version: "version", day: "day", time: "time", story: "id" },
  day_size: { day: "day", first: "version", last: "version" },
  story: { id: "id", day: "day", central: "version" },
  copy: { version: "version", day: "day", copy_group: "id", first: "version", of: "version" },
  member: { version: "version", day: "day" },
  trace: { line: "line", version: "version", day: "day", origin: "id" },
  telling: {
    line: "line",
    version: "version",
    day: "day",
    time: "time",
    article: "name",
    event: "id",
    story: "id",
    date: "day",
    origin: "id",
  },
  action_day: { event: "id", day: "day", next: "day" },
  dispute_end: { dispute: "id", day: "day", version: "version", line: "line", date: "day" },
};

const [from, to, times = "10"] = process.argv.slice(2);
if (from === undefined || to === undefined) throw new RangeError("Found no paths; expected FROM TO [TIMES].");
multiply(from, to, Number(times));
// What states are in force by day is worked out as after linking.
const store = openStoreForWriting(to, { now: () => new Date() });
await fillHistoryDays(store);
await store.close();
