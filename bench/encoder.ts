import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { openEncoder } from "../src/annotate/encoder/encoder-model.js";
import { annotationPipeline } from "../src/annotate/pipeline.js";
import { documentOf } from "../src/doc/document.js";
import { readLemmas } from "../src/run/lemmas/shipped-lemmas.js";
import { readModelFiles } from "../src/run/model-files.js";

// How fast models annotate on one thread, side by side: `tsx bench/encoder.ts ARTICLES.jsonl MODEL…`. Each model takes its turn over all articles,
// twice, and its better turn counts, so that what else the machine does weighs less.
const [file, ...folders] = process.argv.slice(2);
if (file === undefined || folders.length === 0) {
  process.stderr.write("usage: tsx bench/encoder.ts ARTICLES.jsonl MODEL…\n");
  process.exit(2);
}
const texts = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line): string => JSON.parse(line).text);

const effects = { readFile: (path: string) => readFile(path) };
const lemmas = await readLemmas(effects);
const best = new Map<string, number>();
for (let turn = 0; turn < 2; turn++) {
  for (const folder of folders) {
    const model = await openEncoder(await readModelFiles(effects, folder), {
      threads: 1,
    });
    const pipeline = annotationPipeline(model, lemmas);
    await pipeline.run(documentOf(texts[0] ?? ""));
    const started = performance.now();
    for (const text of texts) await pipeline.run(documentOf(text));
    best.set(folder, Math.min(best.get(folder) ?? Number.POSITIVE_INFINITY, performance.now() - started));
    await model.close();
  }
}
for (const [folder, time] of best) {
  process.stdout.write(`${folder.padEnd(40)}${(texts.length / (time / 1000)).toFixed(1)} articles/s on one thread\n`);
}
