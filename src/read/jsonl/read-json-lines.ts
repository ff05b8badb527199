import type { Article } from "../../doc/article.js";
import { buildArticle, nothingElse } from "../build-article.js";
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
 * `article.text` is the line's `text` unchanged. A line that is no article is an unreadable reading that names its number, and the
 * next one is read. `known` fills what a line leaves out. The name of the stream, `input`, goes into the names of its lines.
 */
export async function* readJsonLines(
  stream: AsyncIterable<Uint8Array>,
  input: string,
  known: KnownFacts,
): AsyncGenerator<Reading> {
  for await (const line of splitLines(stream)) {
    const name = `${input}, line ${line.number}`;
    const parsed = parseLine(line);
    if (parsed === null) continue;
    if (typeof parsed === "string") yield unreadable(name, parsed);
    else yield { kind: "article", input: name, article: await articleOf(parsed, known), retrieval: null, source: null };
  }
}

/** The line's article, the reason why it is none, or `null` for a blank line. */
function parseLine(line: SplitLine): ArticleLine | string | null {
  if (line.kind === "too-long") return `the line is longer than ${line.limit} bytes; it was passed over`;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(line.bytes);
  } catch {
    return "the line is not UTF-8";
  }
  if (text.trim() === "") return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `the line is not JSON (${error instanceof Error ? error.message : String(error)}); expected an object like ${example}`;
  }
  const told = lineOf(value);
  return typeof told === "string" ? `${told}; expected an object like ${example}` : told;
}

const example = '{"id": "a1", "text": "…", "published": "2019-05-16"}';

/** Checked by hand, or says what is wrong: a library that checks takes longer to load than the first hundred lines take to read. */
function lineOf(value: unknown): ArticleLine | string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "the line is no object";
  const fields: Readonly<Record<string, unknown>> = { ...value };
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
