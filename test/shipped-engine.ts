import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Article } from "../src/doc/article.js";
import type { FullyAnnotated } from "../src/doc/document.js";
import { extractRecord, type Lexicons } from "../src/extract/extract-record.js";
import type { ArticleRecord } from "../src/record/record.js";
import type { Engine } from "../src/run/engine.js";
import { readGazetteer } from "../src/run/gazetteer/shipped-gazetteer.js";
import { readLexicons } from "../src/run/lexicon-files.js";
import { ownTables, takeOwnTables } from "../src/run/own-tables.js";
import { sha256 } from "../src/text/hash.js";

const effects = { readFile: (path: string) => readFile(path) };

/** What tests of whole texts need of an engine. */
export type ShippedEngine = Pick<Engine, "annotate" | "analyse">;

const opened = new Map<string | null, Promise<ShippedEngine>>();

/**
 * The engine that ships, with the own tables of a folder or without, opened once. Where SITREP_KEPT_DOCUMENTS names a folder (`npm run mutate` does), a text is
 * annotated once and its document kept there, so that a thousand runs of the same tests need no model.
 */
export function shippedEngine(tables: string | null = null): Promise<ShippedEngine> {
  const folder = process.env.SITREP_KEPT_DOCUMENTS;
  const engine = opened.get(tables) ?? (folder === undefined ? openModel(tables) : keepingEngine(folder, tables));
  opened.set(tables, engine);
  return engine;
}

// The model's runtime takes longer to load than most texts take to read.
async function openModel(tables: string | null): Promise<Engine> {
  const { openEngine } = await import("../src/run/engine.js");
  return withTables(tables, () => openEngine(effects, { threads: 1 }));
}

async function withTables<Opened>(tables: string | null, open: () => Promise<Opened>): Promise<Opened> {
  const before = ownTables();
  takeOwnTables(tables);
  try {
    return await open();
  } finally {
    takeOwnTables(before);
  }
}

async function keepingEngine(folder: string, tables: string | null): Promise<ShippedEngine> {
  let model: Promise<Engine> | null = null;
  let lexicons: Promise<Lexicons> | null = null;
  const annotate = async (article: Article): Promise<FullyAnnotated> => {
    const file = join(folder, sha256(article.text));
    if (existsSync(file)) return deserialize(readFileSync(file));
    model ??= openModel(tables);
    const document = await (await model).annotate(article);
    writeFileSync(file, serialize(document));
    return document;
  };
  const analyse = async (article: Article): Promise<ArticleRecord> => {
    lexicons ??= withTables(tables, async () => readLexicons(effects, await readGazetteer(effects)));
    const producer = { name: "sitrep", version: "1.0.0", model: null } as const;
    return extractRecord(article, await annotate(article), await lexicons, producer);
  };
  return { annotate, analyse };
}
