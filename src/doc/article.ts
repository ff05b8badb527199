import type { Message } from "../text/message.js";
import type { PageStart } from "../text/page-starts.js";
import type { Timecode } from "../text/timecodes.js";

/** Where the publication time is from: given by the caller, or found in the feed, the page's metadata, the dateline or the text. */
export type PublishedFrom = "option" | "feed" | "metadata" | "dateline" | "text";

/**
 * What was read, before anything is said about it. `text` is canonical: fixed here, and every later offset counts in it. What the input
 * does not tell is `null`; `published` is never the time of reading.
 */
export interface Article {
  /** The id that the input gave, or else `art_` and the first 16 digits of `sha256`. */
  readonly id: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  /** An ISO 8601 date or date-time. */
  readonly published: string | null;
  /** `null` exactly where `published` is. */
  readonly publishedFrom: PublishedFrom | null;
  /** An ISO 639-1 code, `null` where the text is too short or too mixed to tell. */
  readonly language: string | null;
  /** Of the UTF-8 bytes of `text`. */
  readonly sha256: string;
  readonly text: string;
  /** Where the pages of the input begin in `text`; only there where it has pages, as a PDF has, or slides. */
  readonly pages?: readonly PageStart[];
  /** When what is said begins in the recording, cue by cue; only of subtitles. */
  readonly timecodes?: readonly Timecode[];
  /** What was odd about the input. */
  readonly messages: readonly Message[];
}
