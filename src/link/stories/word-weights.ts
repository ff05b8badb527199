import { parseTable } from "../../text/table.js";

/** How much each word tells of what an article is about. */
export interface WordWeights {
  /** The inverse document frequency of a term, from the news that the table counts; highest for what it does not have. */
  readonly of: (term: string) => number;
}

/**
 * Weights from `data/word-frequencies.tsv`: in how many of so many articles each term stands. A fixed table and not a count over the
 * articles at hand, so that how alike two articles are depends on the two alone: whatever comes later does not change it.
 */
export function wordWeights(table: string): WordWeights {
  const rows = parseTable(table);
  const [, total = ""] = rows.find(([term]) => term === "*") ?? [];
  const articles = Number(total);
  if (!(articles > 0))
    throw new RangeError("Found no row of all articles (*) in word-frequencies.tsv; expected their number there.");
  const frequencies = new Map(rows.map(([term = "", count = "0"]) => [term, Number(count)]));
  return { of: (term) => Math.log((articles + 1) / ((frequencies.get(term) ?? 0) + 0.5)) };
}
