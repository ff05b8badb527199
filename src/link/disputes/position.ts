import type { Span } from "../../text/span.js";

/** What somebody holds to be so or not, where an article tells of it. */
export interface Position {
  readonly article: string;
  readonly line: string;
  readonly story: string;
  /** Whose position it is, across articles. */
  readonly by: string;
  /** All that he is called in the article, parted by " · ". */
  readonly name: string;
  readonly origin: string | null;
  /** What he speaks of. */
  readonly words: string;
  readonly spans: readonly Span[];
  readonly date: string | null;
}
