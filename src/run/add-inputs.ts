import type { Article } from "../doc/article.js";
import type { LinkLexicons } from "../link/link-lexicons.js";
import type { FieldMap } from "../read/entries/field-names.js";
import type { KnownFacts } from "../read/known-facts.js";
import type { ArticleReading, NoteReading, ReadingOrNote } from "../read/reading.js";
import { type Added, type AnalysedArrival, addArticles } from "../store/add-articles.js";
import type { Analysis } from "../store/derived.js";
import { type ArrivedArticle, type Fetched, findVersion, type StoredVersion } from "../store/ground.js";
import { linkUnlinked } from "../store/links/link-unlinked.js";
import { storableArticle } from "../store/storable-article.js";
import type { WritableStore } from "../store/store.js";
import { BytesNotKept, StoreFull, StoreReadOnly } from "../store/store-error.js";
import type { Analyser } from "./analyse.js";
import type { Effects } from "./effects.js";
import { lazyLinkLexicons } from "./link-lexicons.js";
import { mapInOrder } from "./map-in-order.js";
import { openInputs } from "./open-inputs.js";
import { readyBatches } from "./ready-batches.js";

/**
 * What became of one input. `added`: its article is on the disk, as a new article or as a new version of one that is known. `known`: this very
 * text was there already. `unanalysed`: the article is kept, but there is no record of it. `failed`: nothing of it is kept. `note`: what was passed over.
 */
export type Addition =
  | {
      readonly kind: "added" | "known";
      readonly input: string;
      readonly article: Article;
      readonly version: StoredVersion;
    }
  | {
      readonly kind: "unanalysed";
      readonly input: string;
      readonly article: Article;
      readonly version: StoredVersion;
      readonly reason: string;
    }
  | { readonly kind: "failed"; readonly input: string; readonly reason: string }
  | NoteReading;

export interface AddRequest {
  /** Paths, folders, addresses, or `-` for standard input. */
  readonly inputs: readonly string[];
  /** What the command line says of all of them. */
  readonly known: KnownFacts;
  /** Whether addresses of private networks may be fetched. */
  readonly allowPrivate: boolean;
  readonly fieldMap?: FieldMap | undefined;
}

/**
 * Puts the articles of the inputs into the database, each with its record. An addition comes for every article, in input order, and not before
 * it is on the disk; a process that ends leaves all that was told and no half of anything. Once all have been told, they are linked.
 */
export async function* addInputs(
  request: AddRequest,
  store: WritableStore,
  analyser: Analyser,
  effects: Effects,
): AsyncGenerator<Addition> {
  const readings = openInputs(request.inputs, request.known, effects, { ...request, followLinks: true });
  for await (const { addition } of addReadings(readings, store, analyser, lazyLinkLexicons(effects))) yield addition;
}

/** A reading, and what became of it. */
export interface AddedReading<Read> {
  readonly reading: Read;
  readonly addition: Addition;
}

/** Puts what was read into the database and links it; otherwise as {@link addInputs}. */
export async function* addReadings<Read extends ReadingOrNote>(
  readings: AsyncIterable<Read>,
  store: WritableStore,
  analyser: Analyser,
  lexicons: () => Promise<LinkLexicons>,
): AsyncGenerator<AddedReading<Read>> {
  const outcomes = mapInOrder(readings, ahead * analyser.parallel, async (reading) => {
    return { reading, outcome: await outcomeOf(reading, store, analyser) };
  });
  for await (const batch of readyBatches(outcomes, atOnce)) yield* await addOutcomes(batch, store);
  // Also what an earlier process had no time for.
  for await (const _ of linkUnlinked(store, lexicons, { settle: "in proportion" }));
}

/** Articles in work or waiting for each that can be worked on at once: a long one must not keep the others' workers idle. */
const ahead = 4;

/** Articles in one transaction, at most. */
const atOnce = 64;

type Settled = Exclude<Addition, { readonly kind: "unanalysed" }>;
type Known = Extract<Addition, { readonly kind: "added" | "known" }>;
type Analysed = { readonly kind: "analysed" } & AnalysedArrival;

/** What came of a reading before anything of it is in the database. */
export type ArrivalOutcome = Settled | Analysed;

async function outcomeOf(reading: ReadingOrNote, store: WritableStore, analyser: Analyser): Promise<ArrivalOutcome> {
  if (reading.kind === "note") return reading;
  if (reading.kind === "unreadable") return { ...reading, kind: "failed" };
  try {
    return await analysedOf(arrivalOf(reading), store, analyser);
  } catch (error) {
    return { kind: "failed", input: reading.input, reason: reasonOf(error) };
  }
}

/** The article of a reading as it comes in. */
export function arrivalOf(reading: ArticleReading): ArrivedArticle {
  const { input, source } = reading;
  const article = storableArticle(reading.article);
  return { article, input, fetched: fetchedOf(reading), sourceSha256: source?.sha256 ?? null };
}

/** An article with its analysis, unless the database has it already. */
export async function analysedOf(
  arrival: ArrivedArticle,
  store: Pick<WritableStore, "tables">,
  analyser: Pick<Analyser, "analyse">,
): Promise<Known | Analysed> {
  const { article, input } = arrival;
  const version = await findVersion(store.tables, article);
  if (version !== null) return { kind: "known", input, article, version };
  return { kind: "analysed", arrival, analysis: await analysisOf(article, analyser) };
}

/** What an address gave; `null` for what lies in a file or an archive, which keeps it. */
function fetchedOf({ retrieval, source }: ArticleReading): Fetched | null {
  if (retrieval === null || source === null || source.bytes === null) return null;
  const { requested, address, fetched, status, headers } = retrieval;
  if (requested === null || address === null || fetched === null) return null;
  return { requested, final: address, at: fetched, status, headers, bytes: source.bytes };
}

/** The analysis of an article; a failure is one kind of it, because the article is kept all the same. */
export async function analysisOf(article: Article, analyser: Pick<Analyser, "analyse">): Promise<Analysis> {
  try {
    return { kind: "record", record: await analyser.analyse(article) };
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** A reading, or whatever stands for it, and its outcome. */
export interface ReadOutcome<Read> {
  readonly reading: Read;
  readonly outcome: ArrivalOutcome;
}

/** Writes what was analysed among the outcomes, and then tells of all of them in their order. */
export async function addOutcomes<Read>(
  batch: readonly ReadOutcome<Read>[],
  store: WritableStore,
): Promise<readonly AddedReading<Read>[]> {
  const analysed = batch.map(({ outcome }) => outcome).filter((outcome) => outcome.kind === "analysed");
  const written = await writeAll(analysed, store);
  return batch.map(({ reading, outcome }) => ({
    reading,
    addition:
      outcome.kind === "analysed"
        ? additionOf(outcome, written.get(outcome.arrival) ?? refusal("it was left out"))
        : outcome,
  }));
}

interface Refusal {
  readonly kind: "refused";
  readonly reason: string;
}

/** All in one transaction; where that fails, each in its own, so that one article cannot keep the others out. */
async function writeAll(
  analysed: readonly AnalysedArrival[],
  store: WritableStore,
): Promise<ReadonlyMap<ArrivedArticle, Added | Refusal>> {
  if (analysed.length === 0) return new Map();
  try {
    return await addArticles(store, analysed);
  } catch (error) {
    // To go on would be to analyse what can be kept nowhere.
    if (error instanceof StoreFull || error instanceof StoreReadOnly || error instanceof BytesNotKept) throw error;
    const [only, second] = analysed;
    if (only !== undefined && second === undefined) return new Map([[only.arrival, refusal(reasonOf(error))]]);
    const apart = new Map<ArrivedArticle, Added | Refusal>();
    for (const one of analysed)
      for (const [arrival, result] of await writeAll([one], store)) apart.set(arrival, result);
    return apart;
  }
}

function additionOf({ arrival, analysis }: AnalysedArrival, result: Added | Refusal): Addition {
  const { input, article } = arrival;
  if (result.kind === "refused") return { kind: "failed", input, reason: result.reason };
  const { kind, version } = result;
  if (kind === "added" && analysis.kind === "failed") {
    return { kind: "unanalysed", input, article, version, reason: analysis.reason };
  }
  return { kind, input, article, version };
}

function refusal(reason: string): Refusal {
  return { kind: "refused", reason: `the database did not take it: ${reason}` };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
