import type { ArticleRecord } from "../../src/record/record.js";
import { type Run, recordsIn, runBuilt } from "../end-to-end/built-program.js";

/** A line of `faults.tsv`: an input that once went wrong, with the right answer. */
export interface Fault {
  readonly id: string;
  readonly kind: string;
  /** The input as the table names it: mostly a file below the folder, sometimes a command or an address. */
  readonly input: string;
  readonly right: string;
  /** The folder of faults. */
  readonly folder: string;
}

/** Whether the built program now gives the right answer. */
export type Check = (fault: Fault) => Promise<boolean>;

/** What `sitrep read --json` made of an input. */
export interface ReadInput extends Run {
  readonly records: readonly ArticleRecord[];
}

/** Reads the file of a fault with the built program; its records stand in input order, and none where nothing was read. */
export async function readFault(fault: Fault, ...options: readonly string[]): Promise<ReadInput> {
  const run = await runBuilt(["read", `${fault.folder}/${fault.input}`, "--jsonl", ...options]);
  return { ...run, records: recordsIn(run.printed) };
}

/** The words that a record's spans stand on. */
export function wordsAt(record: ArticleRecord, [start, end]: readonly [number, number]): string {
  return record.article.text.slice(start, end);
}
