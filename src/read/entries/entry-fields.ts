import type { ArticleField, FieldNames } from "./field-names.js";
import { fieldKey } from "./field-names.js";

/** An object of data. */
export type Entry = Readonly<Record<string, unknown>>;

/** What an entry tells of its article, as written there; `null` where it does not. */
export interface EntryFields {
  readonly text: string | null;
  readonly summary: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly language: string | null;
  readonly id: string | null;
}

export function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The fields of an entry, by the names that they go by. */
export function entryFields(entry: Entry, names: FieldNames): EntryFields {
  const levels = levelsOf(entry, names);
  const first = (field: ArticleField, fits: (text: string) => boolean = () => true): string | null => {
    for (const value of valuesOf(levels, field, names)) {
      const text = textOf(value, names);
      if (text !== null && fits(text)) return text;
    }
    return null;
  };
  return {
    text: first("text"),
    summary: first("summary"),
    title: first("title"),
    published: dateOf(first("published")),
    url: first("url", isAddress),
    outlet: first("outlet", (text) => !isAddress(text)),
    authors: authorsOf(valuesOf(levels, "author", names), names),
    language: /^[a-z]{2}(?![a-z])/i.exec(first("language") ?? "")?.[0].toLowerCase() ?? null,
    id: first("id"),
  };
}

/** Says of fields whether they make an article: a text, or a title with something that only articles have beside it. */
export function isArticle({ text, title, summary, url, published }: EntryFields): boolean {
  return text !== null || (title !== null && (summary !== null || url !== null || published !== null));
}

type Level = ReadonlyMap<string, unknown>;

/** The entry's own fields by key, and those of the objects that hold the rest of them. */
function levelsOf(entry: Entry, names: FieldNames): readonly Level[] {
  const own = keyed(entry);
  const held = (names.get("entry") ?? []).map((name) => own.get(name)).filter(isEntry);
  return [own, ...held.map(keyed)];
}

function keyed(entry: Entry): Level {
  const level = new Map<string, unknown>();
  for (const [name, value] of Object.entries(entry)) {
    const key = fieldKey(name);
    if (!level.has(key)) level.set(key, value);
  }
  return level;
}

/** The values of a field, best name first. */
function* valuesOf(levels: readonly Level[], field: ArticleField, names: FieldNames): Generator<unknown> {
  for (const name of names.get(field) ?? []) {
    for (const level of levels) yield valueAt(level, name);
  }
}

function valueAt(level: Level, name: string): unknown {
  if (level.has(name)) return level.get(name);
  const dot = name.indexOf(".");
  const inner = dot < 0 ? undefined : level.get(name.slice(0, dot));
  return isEntry(inner) ? valueAt(keyed(inner), name.slice(dot + 1)) : undefined;
}

/** The text in a value: itself, the one of an object, the paragraphs of a list; `null` where there is none. */
function textOf(value: unknown, names: FieldNames): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value.trim();
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) {
    const texts = value.filter((one) => typeof one === "string" && one.trim() !== "");
    if (texts.length > 0) return texts.join("\n\n");
    return value.length === 1 ? textOf(value[0], names) : null;
  }
  return isEntry(value) ? innerText(value, names) : null;
}

function innerText(value: Entry, names: FieldNames): string | null {
  const level = keyed(value);
  for (const name of names.get("inner") ?? []) {
    const inner = level.get(name);
    if (typeof inner === "string" && inner.trim() !== "") return inner.trim();
  }
  return null;
}

function authorsOf(values: Iterable<unknown>, names: FieldNames): readonly string[] {
  for (const value of values) {
    const people: readonly unknown[] = Array.isArray(value) ? value : [value];
    const found = people
      .flatMap((person) => textOf(person, names)?.replace(/^by\s+/i, "") ?? [])
      .filter((name) => !/^\d+$/.test(name));
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}

/** Seconds or milliseconds since 1970 as a date-time; what else is written stays. */
function dateOf(written: string | null): string | null {
  if (written === null || !/^(?:\d{9,10}(?:\.\d+)?|\d{13})$/.test(written)) return written;
  const number = Number(written);
  return new Date(written.length === 13 && !written.includes(".") ? number : number * 1_000)
    .toISOString()
    .replace(".000Z", "Z");
}
