import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Article } from "../src/doc/article.js";
import { type ArticleRecord, recordSchema } from "../src/record/record.js";
import { addArticles } from "../src/store/add-articles.js";
import { findActions } from "../src/store/queries/actions.js";
import { findPostures } from "../src/store/queries/postures.js";
import { search } from "../src/store/queries/search.js";
import { findSources } from "../src/store/queries/sources.js";
import { findStatements } from "../src/store/queries/statements.js";
import { openStoreForWriting, type Store } from "../src/store/store.js";
import { sha256 } from "../src/text/hash.js";

/**
 * Speed of the database without the reader: `tsx bench/store.ts [ARTICLES]`. It adds that many articles, made of the examples' records by a word
 * that makes each text another, and says how long an article takes at the beginning and at the end; then it asks each question, with common
 * and rare words, and says how long the slowest of twenty in a hundred takes. Build first.
 */
async function bench(count: number): Promise<void> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const read = spawnSync(process.execPath, ["bin/sitrep.js", "read", "examples", "--jsonl"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const records = read.stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => recordSchema.parse(JSON.parse(line)));
  const folder = mkdtempSync(join(tmpdir(), "sitrep-bench-"));
  const path = join(folder, "bench.db");
  const store = openStoreForWriting(path, { now: () => new Date() });
  try {
    const times = await fill(store, records, count);
    const tenth = Math.max(1, Math.floor(times.length / 10));
    row("articles", String(count));
    for (const [name, part] of [
      ["first", times.slice(0, tenth)],
      ["last", times.slice(-tenth)],
    ] as const) {
      row(`milliseconds an article, ${name} tenth`, mean(part.map(({ elapsed }) => elapsed)).toFixed(2));
      row(`  of these the processor's, ${name} tenth`, mean(part.map(({ processor }) => processor)).toFixed(2));
    }
    row("kilobytes an article", (statSync(path).size / 1024 / count).toFixed(1));
    for (const [name, ask] of questions) {
      const { elapsed, processor } = await slowest(() => ask(store));
      row(`milliseconds, ${name}`, `${elapsed.toFixed(1)}, of these the processor's ${processor.toFixed(1)}`);
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const batch = 16;

/** In milliseconds. What the processor took tells more on a machine that does other work. */
interface Time {
  readonly elapsed: number;
  readonly processor: number;
}

async function timed(work: () => Promise<unknown>): Promise<Time> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { elapsed: performance.now() - started, processor: (user + system) / 1000 };
}

/** The time that each article took, batch by batch. */
async function fill(
  store: ReturnType<typeof openStoreForWriting>,
  records: readonly ArticleRecord[],
  count: number,
): Promise<readonly Time[]> {
  const times: Time[] = [];
  for (let at = 0; at < count; at += batch) {
    const size = Math.min(batch, count - at);
    const analysed = Array.from({ length: size }, (_, i) => varied(records, at + i));
    const { elapsed, processor } = await timed(() => addArticles(store, analysed));
    times.push({ elapsed: elapsed / size, processor: processor / size });
  }
  return times;
}

function varied(records: readonly ArticleRecord[], index: number) {
  const record = records[index % records.length];
  if (record === undefined) throw new Error("the examples gave no records");
  const text = `${record.article.text}\n\nItem number${index} of day${index % 365}.`;
  const published = new Date(Date.UTC(2031, 0, 1 + (index % 365))).toISOString().slice(0, 10);
  const article: Article = { ...record.article, id: `a${index}`, text, sha256: sha256(text), published, messages: [] };
  return {
    arrival: { article, input: "bench", fetched: null },
    analysis: { kind: "record", record: { ...record, article } } as const,
  };
}

const questions: readonly (readonly [string, (store: Store) => Promise<unknown>])[] = [
  ["statements", (store) => findStatements(store, { limit: 50 })],
  ["statements since a day", (store) => findStatements(store, { since: "2031-06-01", until: "2031-06-02", limit: 50 })],
  ["statements by one who often speaks", (store) => findStatements(store, { by: "Ashdown", limit: 50 })],
  ["statements by and about", (store) => findStatements(store, { by: "Ashdown", about: "order", limit: 50 })],
  ["actions about a common word", (store) => findActions(store, { about: "embassy", limit: 50 })],
  ["postures", (store) => findPostures(store, { limit: 50 })],
  ["search for a rare word", (store) => search(store, { words: "number77", limit: 50 })],
  ["search for a common word", (store) => search(store, { words: "strait", limit: 50 })],
  ["sources", (store) => findSources(store)],
];

/** The 95th percentile of twenty runs. */
async function slowest(ask: () => Promise<unknown>): Promise<Time> {
  const times: Time[] = [];
  for (let turn = 0; turn < 20; turn++) times.push(await timed(ask));
  const at = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[18] ?? 0;
  return { elapsed: at(times.map(({ elapsed }) => elapsed)), processor: at(times.map(({ processor }) => processor)) };
}

function mean(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0) / times.length;
}

function row(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(50)}${value}\n`);
}

await bench(Number(process.argv[2] ?? 2_000));
