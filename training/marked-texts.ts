import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { parseTable } from "../src/text/table.js";

/** The objects of a file of JSON Lines. */
export function objectsIn<Line>(path: string): Line[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as Line);
}

/** The texts of `text/news-bodies.csv`, under the ids that `bearers.tsv` has them by. */
export function newsBodies(gold: string): { readonly id: string; readonly text: string }[] {
  const rows: string[][] = parse(readFileSync(join(gold, "text/news-bodies.csv")), { from: 2 });
  return rows.map(([id = "", text = ""]) => ({ id: `nb-${id}`, text: text.trim() }));
}

/** The names of `bearers.tsv`, each with what bears it and the ids of the articles where it stands. */
export function markedBearers(): { readonly name: string; readonly bearer: string; readonly articles: string[] }[] {
  const rows = parseTable(readFileSync(new URL("bearers.tsv", import.meta.url), "utf8"));
  return rows.map(([name = "", bearer = "", articles = ""]) => ({ name, bearer, articles: articles.split("|") }));
}

/** A statement that was judged by eye: by its article in `news-bodies.csv` and where its cue begins, or what is said where it has none. */
export interface MarkedStatement {
  readonly article: string;
  readonly start: number;
  readonly isRight: boolean;
  readonly isNews: boolean;
}

export function markedStatements(): readonly MarkedStatement[] {
  const rows = parseTable(readFileSync(new URL("statement-marks.tsv", import.meta.url), "utf8"));
  return rows.map(([article = "", start = "", reading, news]) => ({
    ...{ article, start: Number(start), isRight: reading === "right", isNews: news === "news" },
  }));
}
