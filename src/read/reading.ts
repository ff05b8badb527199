import type { Article } from "../doc/article.js";
import type { Retrieval } from "./retrieval.js";
import type { SourceBytes } from "./source-bytes.js";

/**
 * What came of one input, or of one part of it: an article, or the reason why there is none. `input` is what a person would call it: a path,
 * a line of a stream, a record of an archive.
 */
export type Reading = ArticleReading | UnreadableReading;

/** What comes out of an input that holds many: readings, and notes on what was passed over on purpose. */
export type ReadingOrNote = Reading | NoteReading;

export interface ArticleReading {
  readonly kind: "article";
  readonly input: string;
  readonly article: Article;
  /** `null` where the article did not come from the web. */
  readonly retrieval: Retrieval | null;
  /** What it was read from; `null` where nobody but its reader held that, as a line of a stream. */
  readonly source: SourceBytes | null;
}

export interface UnreadableReading {
  readonly kind: "unreadable";
  readonly input: string;
  readonly reason: string;
}

/** Nothing is wrong, but a person may want to know. */
export interface NoteReading {
  readonly kind: "note";
  readonly input: string;
  readonly note: string;
}

/** The reading of an input that could not be read. `reason` says what was found and what to do. */
export function unreadable(input: string, reason: string): UnreadableReading {
  return { kind: "unreadable", input, reason };
}
