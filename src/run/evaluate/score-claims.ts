import type { Effects } from "../effects.js";
import type { Engine } from "../engine.js";
import { type ArticleMarks, articleMarksSchema } from "./article-marks.js";
import { comparedClaims, markedClaims } from "./claims.js";
import { type ClaimTally, compareClaims, type MatchCounts, sumTallies } from "./compare-claims.js";
import { type GoldArticle, readGoldArticles } from "./gold.js";
import { percent, tableRow } from "./scores.js";

/** The marked articles under a gold folder. Rejects with `GoldMissing` where the file is not there. */
export function readMarkedArticles(gold: string, effects: Effects): Promise<readonly GoldArticle<ArticleMarks>[]> {
  return readGoldArticles(gold, "records/dev.jsonl", articleMarksSchema, effects);
}

/** Articles that were published as they stand, by what their ids begin with; the others were restated or written for the gold data. */
const real = /^(?:aq|fnc|lgl|pol|tb)-/;

/**
 * Actions, postures and stances against what careful readers marked in whole articles: of all, then of the real articles alone. With
 * `misses` a line for each thing marked that we have not, for each of ours that was not marked, and for each trap fallen into.
 */
export async function scoreClaims(
  articles: readonly GoldArticle<ArticleMarks>[],
  engine: Pick<Engine, "analyse">,
  { misses }: { readonly misses: boolean },
): Promise<string> {
  const compared: { readonly id: string; readonly tally: ClaimTally }[] = [];
  for (const { article, gold } of articles) {
    compared.push({
      id: article.id,
      tally: compareClaims(markedClaims(gold), comparedClaims(await engine.analyse(article))),
    });
  }
  const ofReal = compared.filter(({ id }) => real.test(id));
  const tables = [
    claimTables(`Claims, ${compared.length} articles`, sumTallies(compared.map(({ tally }) => tally))),
    claimTables(`Claims, the ${ofReal.length} real articles`, sumTallies(ofReal.map(({ tally }) => tally)), ", real"),
  ];
  if (misses) {
    const lines = compared.flatMap(({ id, tally }) =>
      tally.differences.map(({ kind, shown }) => `${kind.padEnd(10)}${id}: ${shown}\n`),
    );
    tables.push(lines.join(""));
  }
  return tables.join("\n");
}

/**
 * Two tables: figures with precision, recall and F1, and plain shares. The third number of each row is the one that sums it up, which
 * `test/eval-floors.ts` reads; `suffix` keeps the names of rows apart where several tables are printed.
 */
export function claimTables(title: string, { matches, shares }: ClaimTally, suffix = ""): string {
  const matchRows = [...matches].map(([name, counts]) => {
    const { right, found, matched, gold } = counts;
    return tableRow(`${name}${suffix}`, [...percentages(counts), right, found, matched, gold]);
  });
  const shareRows = [...shares].map(([name, { right, of }]) =>
    tableRow(`${name}${suffix}`, [right, of, of === 0 ? "–" : percent(right / of)]),
  );
  return [
    `${title}\n`,
    tableRow("", ["P", "R", "F1", "right", "found", "matched", "gold"]),
    ...matchRows,
    tableRow("", ["right", "of", "share"]),
    ...shareRows,
  ].join("");
}

/** Precision is of ours, recall of what is marked: they have no count in common, so F1 is taken of the two shares. */
function percentages({ right, found, matched, gold }: MatchCounts): readonly string[] {
  const precision = found === 0 ? 0 : right / found;
  const recall = gold === 0 ? 0 : matched / gold;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return [precision, recall, f1].map(percent);
}
