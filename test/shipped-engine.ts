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
import { sha256 } from "../src/text/hash.js";

const effects = { readFile: (path: string) => readFile(path) };

/** What tests of whole texts need of an engine. */
export type ShippedEngine = Pick<Engine, "annotate" | "analyse">;

let opened: Promise<ShippedEngine> | null = null;

/**
 * The engine that ships, opened once. Where SITREP_KEPT_DOCUMENTS names a folder (`npm run mutate` does), a text is annotated once and its document kept there, so that
 * a thousand runs of the same tests need no model.
 */
export function shippedEngine(): Promise<ShippedEngine> {
  const folder = process.env.SITREP_KEPT_DOCUMENTS;
  opened ??= folder === undefined ? openModel() : Promise.resolve(keepingEngine(folder));
  return opened;
}

// The model's runtime takes longer to load than most texts take to read.
async function openModel(): Promise<Engine> {
  const { openEngine } = await import("../src/run/engine.js");
  return openEngine(effects, { threads: 1 });
}

function keepingEngine(folder: string): ShippedEngine {
  let model: Promise<Engine> | null = null;
  let lexicons: Promise<Lexicons> | null = null;
  const annotate = async (article: Article): Promise<FullyAnnotated> => {
    const file = join(folder, sha256(article.text));
    if (existsSync(file)) return deserialize(readFileSync(file));
    model ??= openModel();
    const document = await (await model).annotate(article);
    writeFileSync(file, serialize(document));
    return document;
  };
  const analyse = async (article: Article): Promise<ArticleRecord> => {
    lexicons ??= readGazetteer(effects).then((bytes) => readLexicons(effects, bytes));
    const producer = { name: "sitrep", version: "1.0.0", model: null } as const;
    return extractRecord(article, await annotate(article), await lexicons, producer);
  };
  return { annotate, analyse };
}
