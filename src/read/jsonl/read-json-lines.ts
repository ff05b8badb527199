import type { Article } from "../../doc/article.js";
import { buildArticle, nothingElse } from "../build-article.js";
import { entryFields, isArticle, isEntry } from "../entries/entry-fields.js";
import type { FieldNames, FieldSource } from "../entries/field-names.js";
import { headlineOf } from "../headline.js";
import { fillFacts, type KnownFacts } from "../known-facts.js";
import { type Reading, unreadable } from "../reading.js";
import { type SplitLine, splitLines } from "./split-lines.js";

const optionalFields = ["id", "title", "published", "url", "outlet"] as const;

type ArticleLine = { readonly text: string } & {
  readonly [name in (typeof optionalFields)[number]]?: string | null;
};

/**
 * The articles of a stream of JSON Lines, one reading a line, each as soon as its line has come in; blank lines count but give nothing.
 * `article.text` is the line's `text` unchanged. A line without `text`, and every line where a person gave names, is read as an entry of data by the names that `fields` gives. A line that is no article is an unreadable reading that names its number, and the
 * next one is read. `known` fills what a line leaves out. The name of the stream, `input`, goes into the names of its lines.
 */
export async function* readJsonLines(
  stream: AsyncIterable<Uint8Array>,
  input: string,
  known: KnownFacts,
  fields: FieldSource | null = null,
): AsyncGenerator<Reading> {
  for await (const line of splitLines(stream)) {
    const name = `${input}, line ${line.number}`;
    const value = parseLine(line);
    if (value === null) continue;
    const entry =
      fields === null || value.kind !== "value" ? null : await entryReading(value.value, name, known, fields);
    const parsed = value.kind === "broken" ? value.reason : lineOf(value.value);
    if (entry !== null) yield entry;
    else if (typeof parsed === "string") yield unreadable(name, parsed);
    else yield { kind: "article", input: name, article: await articleOf(parsed, known), retrieval: null, source: null };
  }
}

type Parsed =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "broken"; readonly reason: string };

/** What stands in the line, the reason why nothing does, or `null` for a blank line. */
function parseLine(line: SplitLine): Parsed | null {
  const broken = (reason: string): Parsed => ({ kind: "broken", reason });
  if (line.kind === "too-long") return broken(`the line is longer than ${line.limit} bytes; it was passed over`);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(line.bytes);
  } catch {
    return broken("the line is not UTF-8");
  }
  if (text.trim() === "") return null;
  try {
    return { kind: "value", value: JSON.parse(text) };
  } catch (error) {
    return broken(
      `the line is not JSON (${error instanceof Error ? error.message : String(error)}); expected an object like ${example}`,
    );
  }
}

/** The reading of a line by names of data; `null` of one in this program's own form, and of one that no name fits. */
async function entryReading(
  value: unknown,
  input: string,
  known: KnownFacts,
  fields: FieldSource,
): Promise<Reading | null> {
  if (!isEntry(value)) return null;
  const names = await namesFor(value, fields);
  if (names === null || !isArticle(entryFields(value, names))) return null;
  const { readEntry } = await import("../entries/entry-article.js");
  return readEntry(value, input, { ...known, id: null, url: null }, names);
}

/** The names that a line is read by; `null` where it is in this program's own form and nobody gave names. */
async function namesFor(value: Readonly<Record<string, unknown>>, fields: FieldSource): Promise<FieldNames | null> {
  const names = await fields();
  return value.text === undefined || names.has("given") ? names : null;
}

const example = '{"id": "a1", "text": "…", "published": "2019-05-16"}';

/** The line's article, or what is wrong with it, checked by hand: a library that checks takes longer to load than the first hundred lines take to read. */
function lineOf(value: unknown): ArticleLine | string {
  const line = articleLine(value);
  return typeof line === "string" ? `${line}; expected an object like ${example}` : line;
}

function articleLine(value: unknown): ArticleLine | string {
  if (!isEntry(value)) return "the line is no object";
  const fields = value;
  if (typeof fields.text !== "string") return `"text" is ${fields.text === undefined ? "missing" : "no string"}`;
  const wrong = optionalFields.find((name) => typeof (fields[name] ?? "") !== "string");
  if (wrong !== undefined) return `"${wrong}" is no string`;
  return fields.id === "" ? '"id" is empty' : { ...fields, text: fields.text };
}

function articleOf(line: ArticleLine, known: KnownFacts): Promise<Article> {
  const own: KnownFacts = {
    id: line.id ?? null,
    url: line.url ?? null,
    title: line.title ?? null,
    outlet: line.outlet ?? null,
    published: line.published ?? null,
  };
  const found = {
    ...nothingElse,
    text: line.text,
    title: headlineOf(line.text),
  };
  return buildArticle(found, fillFacts(own, known));
}
