import { createReadStream, statSync } from "node:fs";
import { readArchive } from "../src/read/archive/read-archive.js";

/** How fast an archive's records are taken apart, as a table. Usage: `npx tsx bench/read-archive.ts FILE` (`bench/make-archive.ts` makes one). */
async function benchArchive(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error("Expected the name of a WARC or ARC file.");
  const counts = { page: 0, passed: 0, broken: 0 };
  let unpacked = 0;
  const before = process.cpuUsage();
  const started = performance.now();
  for await (const entry of readArchive(createReadStream(file, { highWaterMark: 1 << 20 }))) {
    counts[entry.kind] += 1;
    if (entry.kind === "page") unpacked += entry.page.bytes.length;
  }
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const processorSeconds = (user + system) / 1e6;
  const rows: readonly (readonly [string, string])[] = [
    ["pages, passed over, broken", `${counts.page}, ${counts.passed}, ${counts.broken}`],
    ["size of the file", `${(statSync(file).size / 1e6).toFixed(1)} MB`],
    ["bytes of pages", `${(unpacked / 1e6).toFixed(1)} MB`],
    ["seconds", seconds.toFixed(2)],
    ["MB of pages a second", (unpacked / 1e6 / seconds).toFixed(1)],
    ["MB of pages a second of processor time", (unpacked / 1e6 / processorSeconds).toFixed(1)],
    ["largest resident memory", `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`],
  ];
  for (const [what, value] of rows) process.stdout.write(`${what.padEnd(44)}${value}\n`);
}

await benchArchive();
