import { rangeContains } from "../../doc/find-ranges.js";
import type { TokenRange } from "../../doc/layers.js";
import type { EntityContext } from "./entity-context.js";

/** Who is said to have said what: the part of an attribution that tells who is who. */
export interface Saying {
  readonly source: TokenRange | null;
  readonly content: readonly TokenRange[];
}

/** Where a token stands among the sayings. */
export interface Sayings {
  /** The saying whose source the token is in; the shortest source where several hold it. */
  sourceAt(token: number): Saying | null;
  /** The sayings whose content holds the token, the shortest content first. */
  contentAt(token: number): readonly Saying[];
  /** The last saying before the token whose source stands in plain text. */
  before(token: number): Saying | null;
}

export function sayingsOf(context: EntityContext, sayings: readonly Saying[]): Sayings {
  const sources: (Saying | undefined)[] = [];
  const contents = new Map<number, Saying[]>();
  const plain: { readonly at: number; readonly saying: Saying }[] = [];
  for (const saying of [...sayings].sort((a, b) => contentLength(a) - contentLength(b))) {
    for (const range of saying.content) {
      for (let i = range.first; i < range.end; i++) contents.set(i, [...(contents.get(i) ?? []), saying]);
    }
    const { source } = saying;
    if (source === null) continue;
    for (let i = source.first; i < source.end; i++) {
      const other = sources[i]?.source;
      if (!other || source.end - source.first < other.end - other.first) sources[i] = saying;
    }
    if (!context.quoted(source.first)) plain.push({ at: source.first, saying });
  }
  plain.sort((a, b) => a.at - b.at);
  return {
    sourceAt: (token) => sources[token] ?? null,
    contentAt: (token) => contents.get(token) ?? [],
    before(token) {
      const outside = plain.findLast(
        ({ at, saying }) => at < token && !(saying.source && rangeContains(saying.source, token)),
      );
      return outside?.saying ?? null;
    },
  };
}

function contentLength({ content }: Saying): number {
  return content.reduce((sum, { first, end }) => sum + end - first, 0);
}
