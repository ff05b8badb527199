import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";
import { infoRecord, pageRecords } from "./warc-record.js";

/**
 * Writes a WARC of invented news pages, each with its request, for measuring how fast archives are read. Usage:
 * `npx tsx bench/make-archive.ts FILE [PAGES]`; 10,000 pages without a number. A name that ends in `.gz` gets a member for each record. The
 * same numbers give the same bytes.
 */
async function makeArchive(): Promise<void> {
  const [file, count = "10000"] = process.argv.slice(2);
  if (file === undefined) throw new Error("Expected the name of the file to write.");
  const pack = file.endsWith(".gz") ? (bytes: Buffer) => gzipSync(bytes) : (bytes: Buffer) => bytes;
  await pipeline(records(Number(count), pack), createWriteStream(file));
}

function* records(count: number, pack: (bytes: Buffer) => Buffer): Generator<Buffer> {
  const chance = generator(20310304);
  yield pack(infoRecord("sitrep bench", fetched));
  for (let index = 0; index < count; index++) {
    const address = `https://wire${index % 40}.example/2031/03/${index}`;
    const page = Buffer.from(pageOf(index, chance));
    for (const record of pageRecords(address, fetched, page)) yield pack(record);
  }
}

const fetched = "2031-03-04T08:15:00Z";

const words =
  "the port of Orsen was closed on Monday after a patrol boat ran aground and its crew said that officers had told them nothing about mines".split(
    " ",
  );

/** About 30 KB, as news pages have them: mostly script and navigation. */
function pageOf(index: number, chance: () => number): string {
  const sentence = (): string =>
    `${Array.from({ length: 18 }, () => words[Math.floor(chance() * words.length)]).join(" ")}.`;
  const paragraphs = Array.from({ length: 14 }, () => `<p>${sentence()} ${sentence()}</p>`).join("\n");
  const links = Array.from(
    { length: 120 },
    (_, at) => `<li><a href="/section/${at}/${Math.floor(chance() * 1e9)}">${sentence()}</a></li>`,
  );
  const script = Array.from(
    { length: 60 },
    (_, at) => `window.slot${at} = "${Math.floor(chance() * 1e15).toString(36)}";`,
  ).join("\n");
  return `<!doctype html><html lang="en"><head><title>Quay report ${index}</title><script>${script}</script></head><body><nav><ul>${links.join("\n")}</ul></nav><article><h1>Quay report ${index}</h1>${paragraphs}</article></body></html>`;
}

/** Mulberry32: the same numbers in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

await makeArchive();
