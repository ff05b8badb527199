import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { ArchivePosition } from "../../read/archive/archive-record.js";
import type { KnownFacts } from "../../read/known-facts.js";
import type { ArrivedArticle } from "../../store/ground.js";
import type { Outcome } from "../add-inputs.js";
import type { Stretch } from "../effects.js";
import type { WatchedItems } from "../watch/settle-tried.js";

/** What is given out: an article, the bytes of a page or document, or a stretch of a web archive. */
export type Work =
  | {
      readonly kind: "article";
      readonly arrival: ArrivedArticle;
      /** The items that it was found by, where sources are watched. */
      readonly watched: WatchedItems | null;
    }
  | { readonly kind: "page"; readonly input: string; readonly known: KnownFacts; readonly bytes: Uint8Array }
  | {
      readonly kind: "stretch";
      /** Where all readers find the archive. */
      readonly path: string;
      readonly stretch: Stretch;
      /** How much of the archive stands before it. */
      readonly before: ArchivePosition;
      readonly known: KnownFacts;
    };

/** What came of a piece of work. */
export interface Done {
  readonly outcomes: readonly Outcome[];
  readonly watched: WatchedItems | null;
}

/** What people call it. */
export function inputOf(work: Work): string {
  if (work.kind === "article") return work.arrival.input;
  if (work.kind === "page") return work.input;
  return `${work.path}, from record ${work.before.record + 1} at byte ${work.stretch.offset}`;
}

/** Plain data as bytes; those that it holds itself are kept as they are. */
export function pack(data: Work | Done): Uint8Array {
  // What holds the value, because a Buffer has turned itself into something else by then.
  const json = JSON.stringify(data, function (this: Readonly<Record<string, unknown>>, key, value: unknown) {
    const held = this[key];
    return held instanceof Uint8Array ? { base64: Buffer.from(held).toString("base64") } : value;
  });
  return brotliCompressSync(json, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
}

/** What {@link pack} was given as work. */
export function unpackWork(bytes: Uint8Array): Work {
  return unpack(bytes) as Work;
}

/** What {@link pack} was given as done. */
export function unpackDone(bytes: Uint8Array): Done {
  return unpack(bytes) as Done;
}

function unpack(bytes: Uint8Array): unknown {
  const json = brotliDecompressSync(bytes, { maxOutputLength: largest }).toString("utf8");
  return JSON.parse(json, (_, value: unknown) =>
    isBytes(value) ? new Uint8Array(Buffer.from(value.base64, "base64")) : value,
  );
}

function isBytes(value: unknown): value is { readonly base64: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.keys(value).length === 1 &&
    "base64" in value &&
    typeof value.base64 === "string"
  );
}

/** As much as a text in V8 may have. */
const largest = 512 * 1024 * 1024;
