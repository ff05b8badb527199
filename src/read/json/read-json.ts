import { readEntry } from "../entries/entry-article.js";
import { isEntry } from "../entries/entry-fields.js";
import type { FieldNames } from "../entries/field-names.js";
import { findEntries } from "../entries/find-entries.js";
import type { KnownFacts } from "../known-facts.js";
import { decodeText } from "../plain/decode-text.js";
import { type ReadingOrNote, unreadable } from "../reading.js";
import { isTelegramExport, readTelegram } from "./read-telegram.js";

/** 128 MiB: what a parser makes of more does not fit beside the rest. */
const largestJson = 128 * 1024 * 1024;

/**
 * The articles in JSON: one for each entry of the list that an array or an answer of a news interface holds, the one of a single object, one for each message of
 * a Telegram export. What holds none gives the reason, with the names that it has.
 */
export async function* readJson(
  bytes: Uint8Array,
  input: string,
  known: KnownFacts,
  names: FieldNames,
): AsyncGenerator<ReadingOrNote> {
  const data = parseJson(bytes);
  if (data.kind === "broken") return yield unreadable(input, data.reason);
  if (isTelegramExport(data.value)) return yield* readTelegram(data.value, input, known);
  const entries = findEntries(data.value, names);
  if (entries === null) return yield unreadable(input, withoutArticles(data.value));
  if (entries.length === 1) return yield await readEntry(entries[0], input, known, names);
  for (const [index, entry] of entries.entries()) {
    yield await readEntry(entry, `${input}, entry ${index + 1}`, { ...known, id: null, url: null }, names);
  }
}

/** Says of what begins as JSON whether it is JSON Lines: its first line is an object by itself, and another begins behind it. */
export function holdsLines(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(0x0a);
  if (end < 0 || bytes[0] !== 0x7b || bytes[end + 1] !== 0x7b) return false;
  try {
    return isEntry(JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))));
  } catch {
    return false;
  }
}

type Parsed =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "broken"; readonly reason: string };

function parseJson(bytes: Uint8Array): Parsed {
  if (bytes.length > largestJson) {
    return {
      kind: "broken",
      reason: `this JSON has ${bytes.length} bytes; up to ${largestJson} are read, and any number as JSON Lines`,
    };
  }
  const decoding = decodeText(bytes);
  if (decoding.kind === "binary") return { kind: "broken", reason: "this is binary data, not JSON" };
  try {
    return { kind: "value", value: JSON.parse(decoding.text.replace(/^\ufeff/, "")) };
  } catch (error) {
    return { kind: "broken", reason: `this is broken JSON${placeOf(error instanceof Error ? error.message : "")}` };
  }
}

/** Where a parser stopped; the words around it, which its message quotes, may be anything. */
function placeOf(message: string): string {
  if (/unexpected end|unterminated/i.test(message)) return ", which ends in the middle";
  const place = /position (\d+)/.exec(message)?.[1];
  return place === undefined ? "" : `, at character ${place}`;
}

function withoutArticles(value: unknown): string {
  const sample: unknown = Array.isArray(value) ? (value.find(isEntry) ?? null) : value;
  const fields = isEntry(sample) ? Object.keys(sample).filter((name) => /^[\w.@$ -]{1,40}$/.test(name)) : [];
  if (fields.length === 0) return "this is JSON without articles";
  const shown = fields.slice(0, 8).join(", ");
  return `this is JSON in which no article is known (its fields are ${shown}); --map text=NAME says which holds the text`;
}
