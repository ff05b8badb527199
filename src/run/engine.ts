import "./no-telemetry.js";
import { openEncoder } from "../annotate/encoder/encoder-model.js";
import { annotationPipeline } from "../annotate/pipeline.js";
import { readingLimit } from "../annotate/reading-limit.js";
import type { Article } from "../doc/article.js";
import { documentOf, type FullyAnnotated, hasLayers, LayerError, layerNames } from "../doc/document.js";
import { extractRecord, type Lexicons } from "../extract/extract-record.js";
import { type TracedRecord, traceRecord } from "../extract/trace-record.js";
import type { ArticleRecord } from "../record/record.js";
import type { Effects } from "./effects.js";
import { readGazetteer } from "./gazetteer/shipped-gazetteer.js";
import { readLemmas } from "./lemmas/shipped-lemmas.js";
import { readLexicons } from "./lexicon-files.js";
import { readModelFiles } from "./model-files.js";
import { version } from "./version.js";

/** The model and the lexicons, loaded: annotates articles and makes records of them. */
export interface Engine {
  readonly annotate: (article: Article) => Promise<FullyAnnotated>;
  readonly analyse: (article: Article) => Promise<ArticleRecord>;
  /** The record with what made each of its lines, and the document that it was read from. */
  readonly trace: (article: Article) => Promise<TracedAnalysis>;
  readonly close: () => Promise<void>;
}

export interface TracedAnalysis extends TracedRecord {
  readonly document: FullyAnnotated;
}

export interface EngineOptions {
  /** Threads for one run of the encoder. */
  readonly threads: number;
  /** The folder of another model than the one that ships. */
  readonly model?: string | undefined;
  /** The bytes of the gazetteer, where another thread has read them; without them they are read. */
  readonly gazetteer?: Uint8Array | undefined;
}

/** Loads the engine from the files that ship with the program. */
export async function openEngine(
  effects: Pick<Effects, "readFile">,
  { threads, model: folder, gazetteer }: EngineOptions,
): Promise<Engine> {
  // The model is opened on another thread while the tables are read on this one.
  const opening = readModelFiles(effects, folder).then((files) => openEncoder(files, { threads }));
  const [lemmas, lexicons, model] = await Promise.all([
    readLemmas(effects),
    Promise.resolve(gazetteer ?? readGazetteer(effects)).then((bytes) => readLexicons(effects, bytes)),
    opening,
  ]);
  const pipeline = annotationPipeline(model, lemmas);
  const annotate = async (article: Article): Promise<FullyAnnotated> => {
    const { end, messages } = readingLimit(article.text, model.pieces);
    const document = await pipeline.run({ ...documentOf(article.text.slice(0, end)), messages });
    if (!hasLayers(document, layerNames)) throw new LayerError("The pipeline left a layer out.");
    return document;
  };
  const producer = { name: "sitrep", version, model: `${model.name}@${model.sha256.slice(0, 12)}` } as const;
  const analyse = async (article: Article): Promise<ArticleRecord> =>
    extractRecord(article, await annotate(article), lexicons satisfies Lexicons, producer);
  const trace = async (article: Article): Promise<TracedAnalysis> => {
    const document = await annotate(article);
    return { document, ...traceRecord(article, document, lexicons, producer) };
  };
  return { annotate, analyse, trace, close: () => model.close() };
}
