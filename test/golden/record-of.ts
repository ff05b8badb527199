import { readFile } from "node:fs/promises";
import { nothingKnown } from "../../src/read/known-facts.js";
import { readInput } from "../../src/read/read-input.js";
import type { ArticleRecord } from "../../src/record/record.js";
import { type Engine, openEngine } from "../../src/run/engine.js";

let engine: Promise<Engine> | null = null;

/** The record of a text as the shipped model and the rules read it. Rejects where the text cannot be read. */
export async function recordOf(text: string): Promise<ArticleRecord> {
  engine ??= openEngine({ readFile: (path) => readFile(path) }, { threads: 1 });
  const reading = await readInput(new TextEncoder().encode(text), "input.txt", nothingKnown);
  if (reading.kind === "unreadable") throw new Error(reading.reason);
  return (await engine).analyse(reading.article);
}
