/** Where a record stands: the how-manieth it is, from 1, and the offset of it, or of the compressed member that holds it, in the file. */
export interface ArchivePosition {
  readonly record: number;
  readonly offset: number;
}

/** What a record says of itself before its content. */
export interface RecordHead {
  /** WARC's names: `response`, `resource`, `request`, `revisit`, …; an ARC record is a `response`, its first a `warcinfo`. */
  readonly type: string;
  readonly address: string | null;
  /** When it was fetched, as an ISO 8601 date-time. */
  readonly fetched: string | null;
  readonly contentType: string | null;
  /** Of the content, in bytes. */
  readonly length: number;
}

/**
 * One record, one that was too long to be held, or a place where one cannot be read; `salvage` is what stands up to the next record, where
 * only the length is wrong.
 */
export type ArchiveRecord =
  | {
      readonly kind: "record";
      readonly place: ArchivePosition;
      readonly head: RecordHead;
      readonly content: Uint8Array;
    }
  | { readonly kind: "too-long"; readonly place: ArchivePosition; readonly head: RecordHead }
  | {
      readonly kind: "broken";
      readonly place: ArchivePosition;
      readonly reason: string;
      readonly salvage: { readonly head: RecordHead; readonly content: Uint8Array } | null;
    };
