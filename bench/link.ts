import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ArticleRecord, recordSchema } from "../src/record/record.js";
import { readLinkLexicons } from "../src/run/link-lexicons.js";
import { addArticles } from "../src/store/add-articles.js";
import { linkUnlinked } from "../src/store/links/link-unlinked.js";
import { openStoreForWriting } from "../src/store/store.js";
import { sha256 } from "../src/text/hash.js";

/**
 * How long linking a day takes: `tsx bench/link.ts [ARTICLES A DAY] [DAYS]`. The articles are those of `examples/`, their sentences dealt out anew, so
 * that they are alike in parts as the articles of a day are. Prints a line for each day; past the days looked back on it must stay flat. Build first.
 */
async function bench(perDay: number, days: number): Promise<void> {
  const records = exampleRecords();
  const lexicons = await readLinkLexicons({ readFile: (path) => readFile(path) });
  const folder = mkdtempSync(join(tmpdir(), "sitrep-bench-"));
  const path = join(folder, "bench.db");
  const store = openStoreForWriting(path, { now: () => new Date() });
  try {
    for (let day = 0; day < days; day++) {
      const published = new Date(Date.UTC(2031, 0, 1 + day)).toISOString().slice(0, 10);
      const batch = Array.from({ length: perDay }, (_, i) => varied(records, day * perDay + i, published));
      await addArticles(store, batch);
      const started = performance.now();
      for await (const _ of linkUnlinked(store, async () => lexicons));
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const megabytes = Math.round(statSync(path).size / 2 ** 20);
      process.stdout.write(`${published} linked in ${seconds} s, ${megabytes} MB on the disk\n`);
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function exampleRecords(): readonly ArticleRecord[] {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const words = ["bin/sitrep.js", "read", "examples", "--jsonl"];
  const read = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  return read.stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => recordSchema.parse(JSON.parse(line)));
}

/** The record with another end to its text, made of words that no other article has, as long again as the text. */
function varied(records: readonly ArticleRecord[], index: number, published: string) {
  const record = records[index % records.length];
  if (record === undefined) throw new Error("the examples gave no records");
  const own = record.article.text.split(/\s+/).map((word, at) => (at % 3 === 0 ? `${word}${index}` : word));
  const text = `${record.article.text}\n\n${own.join(" ")}`;
  const article = {
    ...record.article,
    id: `a${index}`,
    url: null,
    text,
    sha256: sha256(text),
    published,
    messages: [],
  };
  const analysis = { kind: "record", record: { ...record, article } } as const;
  return { arrival: { article, input: "bench", fetched: null }, analysis };
}

await bench(Number(process.argv[2] ?? 300), Number(process.argv[3] ?? 20));
