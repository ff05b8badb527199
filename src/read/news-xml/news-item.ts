/** A news item as an agency sends it, whatever its format. What it does not tell is `null`. */
export interface NewsItem {
  /** What its sender tells it apart by, the same for all its versions. */
  readonly id: string | null;
  readonly title: string | null;
  /** Where the report was written, as it stands before its first words. */
  readonly dateline: string | null;
  readonly paragraphs: readonly string[];
  /** Where it has no text: what its sender says of it. */
  readonly summary: string | null;
  /** As written. */
  readonly published: string | null;
  readonly outlet: string | null;
  readonly copyrightHolder: string | null;
  readonly authors: readonly string[];
  readonly language: string | null;
  /** What else its sender wants known, in a sentence each. */
  readonly notes: readonly string[];
}
