// Checks an evidence bundle of sitrep by hand: `node check.mjs`, in the folder that the bundle was unpacked to.
// Node 18 or newer; nothing else is needed. It reads the files beside it and changes nothing.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const folder = new URL("./", import.meta.url);
const bytesOf = (name) => readFileSync(new URL(name, folder));
const rowsOf = (name) =>
  bytesOf(name)
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
const sha256 = (content) => createHash("sha256").update(content).digest("hex");

const faults = [];
const counts = { files: 0, texts: 0, lines: 0, spans: 0 };

// 1. Every file has the hash that the manifest gives.
for (const { name, sha256: expected } of JSON.parse(bytesOf("manifest.json").toString("utf8")).files) {
  counts.files += 1;
  if (sha256(bytesOf(name)) !== expected) faults.push(`${name}: the file has another hash than the manifest gives`);
}

// 2. Every text has the hash under which sitrep keeps it.
const texts = new Map();
for (const { id, file, sha256: expected } of rowsOf("articles.jsonl")) {
  const text = bytesOf(file).toString("utf8");
  counts.texts += 1;
  if (sha256(text) !== expected) faults.push(`${id}: the text in ${file} has another hash than was noted`);
  texts.set(id, text);
}

// 3. Every span of every line covers the words that the line gives. Spans count UTF-16 units, as JavaScript strings do.
for (const { id, article, spans } of rowsOf("lines.jsonl")) {
  const text = texts.get(article);
  counts.lines += 1;
  if (text === undefined) faults.push(`${id}: its article ${article} is not in the bundle`);
  if (spans.length === 0) faults.push(`${id}: it rests on no words`);
  for (const { field, span, words } of spans) {
    counts.spans += 1;
    const [start, end] = span;
    if (text?.slice(start, end) !== words) faults.push(`${id}: ${field} [${start}, ${end}] is not "${words}"`);
  }
}

for (const fault of faults) console.error(fault);
const { files, texts: articles, lines, spans } = counts;
const result = faults.length === 0 ? "all hold" : `${faults.length} faults`;
console.log(`${files} files, ${articles} texts, ${lines} lines, ${spans} spans: ${result}`);
process.exitCode = faults.length === 0 ? 0 : 1;
