import { join } from "node:path";
import type { z } from "zod";
import type { Article } from "../../doc/article.js";
import { readJsonLines } from "../../read/jsonl/read-json-lines.js";
import { nothingKnown } from "../../read/known-facts.js";
import type { Effects } from "../effects.js";

/** Thrown where the gold data of a task is not where it was said to be. */
export class GoldMissing extends Error {
  override readonly name = "GoldMissing";

  constructor(path: string, options?: ErrorOptions) {
    super(`Found no gold data at ${path}; give the folder that holds it with --gold.`, options);
  }
}

/** The text of a gold file. Rejects with {@link GoldMissing} where it is not there. */
export async function readGold(folder: string, file: string, effects: Effects): Promise<string> {
  const path = join(folder, file);
  try {
    return new TextDecoder().decode(await effects.readFile(path));
  } catch (error) {
    throw new GoldMissing(path, { cause: error });
  }
}

/** The lines of a JSON Lines file of gold, each checked against `schema`. */
export async function readGoldLines<Row>(
  folder: string,
  file: string,
  schema: z.ZodType<Row>,
  effects: Effects,
): Promise<Row[]> {
  const text = await readGold(folder, file, effects);
  return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [schema.parse(JSON.parse(line))]));
}

/** An article, and what its gold says of it. */
export interface GoldArticle<Row> {
  readonly article: Article;
  readonly gold: Row;
}

/** The articles of a JSON Lines file of gold, as `sitrep read -` makes them of its lines, each with its line checked against `schema`. */
export async function readGoldArticles<Row>(
  folder: string,
  file: string,
  schema: z.ZodType<Row>,
  effects: Effects,
): Promise<readonly GoldArticle<Row>[]> {
  const text = await readGold(folder, file, effects);
  const articles: GoldArticle<Row>[] = [];
  for (const line of text.split("\n")) {
    for await (const reading of readJsonLines(once(new TextEncoder().encode(line)), file, nothingKnown)) {
      if (reading.kind === "unreadable") throw new Error(`${reading.input}: ${reading.reason}`);
      articles.push({ article: reading.article, gold: schema.parse(JSON.parse(line)) });
    }
  }
  return articles;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
