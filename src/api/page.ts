import { z } from "zod";
import { sha256 } from "../text/hash.js";
import { Refusal } from "./refusal.js";

/** Which part of a list is asked for. */
export interface ListPart {
  readonly offset: number;
  readonly limit: number;
}

const mostItems = 500;
export const usualItems = 50;

/** `limit` and `cursor`. */
export const pageQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .refine((written) => Number(written) <= mostItems, `Expected a whole number from 1 to ${mostItems}.`)
    .transform(Number)
    .optional()
    .describe(`How many items at most: ${usualItems} if not given, up to ${mostItems}.`),
  cursor: z.string().max(200).optional().describe("`next` of the page before."),
});

/** Where a page begins: so many items in, in the list as it was when no version after this one had come in. */
export interface Cursor {
  readonly upTo: number;
  readonly offset: number;
}

/** The cursor as a word that means nothing to whoever gets it, for one question alone. */
export function writeCursor({ upTo, offset }: Cursor, question: string): string {
  return Buffer.from(`${upTo}.${offset}.${signOf(question)}`).toString("base64url");
}

/** @throws {Refusal} where it is no cursor of that question. */
export function readCursor(written: string, question: string): Cursor {
  const text = Buffer.from(written, "base64url").toString("latin1");
  const [, upTo, offset, sign] = /^(\d{1,15})\.(\d{1,9})\.([0-9a-f]{16})$/.exec(text) ?? [];
  const cursor = { upTo: Number(upTo), offset: Number(offset) };
  if (sign !== signOf(question) || writeCursor(cursor, question) !== written) {
    throw new Refusal(
      "bad_request",
      "This cursor does not belong to this list. Take `next` of a page, and change nothing else.",
      "cursor",
    );
  }
  return cursor;
}

/** Two questions have two signs; nothing is kept secret by it. */
function signOf(question: string): string {
  return sha256(question).slice(0, 16);
}
