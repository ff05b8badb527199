/** The bytes that an article was read from, whole: a file, a page, or the feed that holds it. */
export interface SourceBytes {
  readonly sha256: string;
  /** `null` where they lie in a file, which keeps them. */
  readonly bytes: Uint8Array | null;
}
