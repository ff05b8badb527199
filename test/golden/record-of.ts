import { nothingKnown } from "../../src/read/known-facts.js";
import { readInput } from "../../src/read/read-input.js";
import type { ArticleRecord } from "../../src/record/record.js";
import { shippedEngine } from "../shipped-engine.js";

/** The record of a text as the shipped model and the rules read it. Rejects where the text cannot be read. */
export async function recordOf(text: string): Promise<ArticleRecord> {
  const reading = await readInput(new TextEncoder().encode(text), "input.txt", nothingKnown);
  if (reading.kind === "unreadable") throw new Error(reading.reason);
  return (await shippedEngine()).analyse(reading.article);
}
