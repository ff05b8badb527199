import type { KnownFacts } from "../read/known-facts.js";
import type { ArticleRecord } from "../record/record.js";
import { type Analyser, openAnalyser } from "../run/analyse.js";
import { processEffects } from "../run/process-effects.js";
import { type Outcome, readRecords } from "../run/read-records.js";
import { uploadName, withUploads } from "../run/uploads.js";
import { SitrepError } from "./sitrep-error.js";

/** What whoever hands over an article knows of it, and the article may not tell. It wins over what a page says. */
export interface ArticleFacts {
  /** What the record calls the article; made of its text where it is left out. */
  readonly id?: string;
  readonly url?: string;
  readonly title?: string;
  /** Who brought it out: "The Harbour Times". */
  readonly outlet?: string;
  /** An ISO 8601 date or date-time: what "on Tuesday" is counted from. */
  readonly published?: string;
}

export interface ReadOptions extends ArticleFacts {
  /** The name of the file that the content is from: its ending counts where the bytes do not tell what they are. */
  readonly name?: string;
}

export interface ReadAllOptions extends ArticleFacts {
  /** Whether addresses of this machine and of private networks may be fetched too; they may not where it is left out. */
  readonly allowPrivate?: boolean;
}

export interface ReaderOptions {
  /** Whether many articles will come: a worker with a model of its own for each core then, and a few hundred MB more. */
  readonly many?: boolean;
}

/** The model and the tables, loaded once. */
export interface Reader {
  /**
   * The record of one article. `content` is its text, or the bytes of a text, a page, a PDF or whatever else `sitrep formats` lists.
   *
   * @throws {SitrepError} `unreadable` where it holds no article
   */
  readonly read: (content: string | Uint8Array, options?: ReadOptions) => Promise<ArticleRecord>;
  /**
   * What came of each article in files, folders and at addresses, in their order: a record, or the reason why there is none. One that cannot be read stops none of
   * the others.
   */
  readonly readAll: (inputs: readonly string[], options?: ReadAllOptions) => AsyncGenerator<Outcome>;
  /** Frees the memory and ends the workers. */
  readonly close: () => Promise<void>;
}

/** Loads what reads articles, which takes half a second. Close it in the end, or the process may not end by itself. */
export async function openReader({ many = false }: ReaderOptions = {}): Promise<Reader> {
  const effects = processEffects();
  const analyser = await openAnalyser({ many }, effects);
  return {
    read: (content, options) => readOne(content, options ?? {}, analyser),
    readAll: (inputs, options = {}) =>
      readRecords(
        { inputs, known: knownOfArticle(options), allowPrivate: options.allowPrivate === true },
        analyser,
        effects,
      ),
    close: analyser.close,
  };
}

/** The record of one article, by a reader that is opened for it alone. For more than one, {@link openReader} once. */
export async function read(content: string | Uint8Array, options?: ReadOptions): Promise<ArticleRecord> {
  const reader = await openReader();
  try {
    return await reader.read(content, options);
  } finally {
    await reader.close();
  }
}

async function readOne(
  content: string | Uint8Array,
  { name = "article", ...facts }: ReadOptions,
  analyser: Analyser,
): Promise<ArticleRecord> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const file = { name: uploadName(name), bytes };
  const request = { inputs: [file.name], known: knownOfArticle(facts) };
  const reasons: string[] = [];
  for await (const outcome of readRecords(request, analyser, withUploads([file], processEffects()))) {
    if (outcome.kind === "record") return outcome.record;
    if (outcome.kind === "unreadable") reasons.push(outcome.reason);
  }
  throw new SitrepError("unreadable", reasons[0] ?? "there is no article in it");
}

export function knownOfArticle({ id, url, title, outlet, published }: ArticleFacts): KnownFacts {
  return {
    id: id ?? null,
    url: url ?? null,
    title: title ?? null,
    outlet: outlet ?? null,
    published: published ?? null,
  };
}
