import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type ArticleRecord, recordSchema } from "../src/record/record.js";
import { recordFaults } from "../src/record/record-faults.js";
import { readLinkLexicons } from "../src/run/link-lexicons.js";
import { addArticles } from "../src/store/add-articles.js";
import { linkUnlinked } from "../src/store/links/link-unlinked.js";
import { openStoreForWriting } from "../src/store/store.js";
import { variedNews } from "./varied-news.js";

/**
 * How adding and linking take to a database that grows, without the reader: `tsx bench/grow.ts DB [ARTICLES] [ARTICLES A DAY] [RECORDS.jsonl]`. The
 * database is made at `DB` and stays there, for `bench/questions.ts`. Its news are variations of the records in the file (`sitrep read - --jsonl` writes
 * it), else of the examples', for which the program has to be built first. Prints a line for every ten days: past the days that
 * linking looks back on the times must stay flat. Where the database is there already, the days that it has are left as they are.
 */
async function grow(path: string, articles: number, perDay: number, file: string | undefined): Promise<void> {
  const lexicons = await readLinkLexicons({ readFile: (name) => readFile(name) });
  const store = await openStoreForWriting(path, { now: () => new Date("2031-01-01T00:00:00Z") });
  let [count, tens] = [0, nothing];
  row(["day", "articles", "add ms", "link ms", "slowest day s", "KB an article", "MB of memory"]);
  try {
    const days = Math.ceil(articles / perDay);
    const there = new Set(
      (await store.tables.selectFrom("dated").select("day").distinct().execute()).map((one) => one.day),
    );
    for (const { date, articles: news } of variedNews(records(file), { days, perDay })) {
      if (there.has(date)) {
        count += perDay;
        continue;
      }
      const made = news();
      for (const { analysis } of made) if (analysis.kind === "record") checkSpans(analysis.record);
      const adding = await timed(async () => {
        await addArticles(store, made);
      });
      const linking = await timed(async () => {
        for await (const _ of linkUnlinked(store, async () => lexicons));
      });
      count += made.length;
      tens = {
        articles: tens.articles + made.length,
        days: tens.days + 1,
        adding: tens.adding + adding,
        linking: tens.linking + linking,
        slowest: Math.max(tens.slowest, linking),
      };
      if (tens.days < 10 && count < articles) continue;
      const each = (time: number): string => (time / tens.articles).toFixed(1);
      const size = (statSync(path).size / 1024 / count).toFixed(1);
      const memory = Math.round(process.resourceUsage().maxRSS / 1024);
      row([date, count, each(tens.adding), each(tens.linking), (tens.slowest / 1000).toFixed(1), size, memory]);
      tens = nothing;
    }
  } finally {
    await store.close();
  }
}

const nothing = { articles: 0, days: 0, adding: 0, linking: 0, slowest: 0 };

function records(file: string | undefined): readonly ArticleRecord[] {
  const lines = (file === undefined ? readExamples() : readFileSync(file, "utf8")).split("\n");
  return lines.filter((line) => line !== "").map((line) => recordSchema.parse(JSON.parse(line)));
}

function readExamples(): string {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const words = ["bin/sitrep.js", "read", "examples", "--jsonl"];
  return spawnSync(process.execPath, words, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 }).stdout;
}

function checkSpans(record: ArticleRecord): void {
  const [fault] = recordFaults(record);
  if (fault !== undefined) throw new RangeError(`Found a record that does not fit its text: ${fault}`);
}

/** The processor's time that the work took, in milliseconds: on a machine that does other work it tells more than the clock's. */
async function timed(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function row(cells: readonly (string | number)[]): void {
  process.stdout.write(`${cells.map((cell) => String(cell).padStart(14)).join("")}\n`);
}

const [path, articles = "10000", perDay = "500", file] = process.argv.slice(2);
if (path === undefined) throw new RangeError("Found no path; expected DB [ARTICLES] [ARTICLES A DAY] [RECORDS.jsonl].");
await grow(path, Number(articles), Number(perDay), file);
