import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort } from "node:worker_threads";
import { parseFieldNames } from "../../src/read/entries/field-names.js";
import { nothingKnown } from "../../src/read/known-facts.js";
import { readMany } from "../../src/read/read-many.js";

/** A file to read. */
export interface FileToRead {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of it. */
export type ReadReply =
  | { readonly kind: "read"; readonly articles: number; readonly refused: number; readonly held: number }
  | { readonly kind: "threw"; readonly error: string };

// Reads a file at a time with the program's own readers. Whatever they throw is a fault: a bad file becomes an unreadable reading.
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const names = parseFieldNames(readFileSync(new URL("../../data/article-fields.tsv", import.meta.url), "utf8"));
let read = 0;
let held = 0;

async function replyTo({ name, bytes }: FileToRead): Promise<ReadReply> {
  try {
    const counts = { article: 0, unreadable: 0, note: 0 };
    for await (const reading of readMany(Buffer.from(bytes), name, nothingKnown, async () => names))
      counts[reading.kind] += 1;
    if (read++ % 250 === 0) {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      held = heapUsed + external;
    }
    return { kind: "read", articles: counts.article, refused: counts.unreadable, held };
  } catch (error) {
    return { kind: "threw", error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on("message", async (file: FileToRead) => parentPort?.postMessage(await replyTo(file)));
