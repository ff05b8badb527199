import { readFileSync } from "node:fs";
import { countTerms } from "../src/link/stories/story-terms.js";

/**
 * Prints `data/word-frequencies.tsv`: in how many articles each term of stories stands. Usage:
 * `npx tsx training/word-frequencies.ts FILE…`, with JSON Lines of `{"text"}` or of bare strings.
 */
const least = 4;
const frequencies = new Map<string, number>();
let articles = 0;
for (const path of process.argv.slice(2)) {
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const value: unknown = JSON.parse(line);
    const text = typeof value === "string" ? value : (value as { readonly text: string }).text;
    articles++;
    for (const term of countTerms(text).keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
}
const rows = [...frequencies].filter(([, count]) => count >= least).sort((a, b) => (a[0] < b[0] ? -1 : 1));
process.stdout.write(`# In how many news articles each term of stories stands; terms of fewer than ${least} are left out.
# source: counted by training/word-frequencies.ts over news bodies (Fake News Challenge, PolNeAR's training part); date: 2026-11-22
# Columns: term (a word without its ending, or two that stand side by side); number of articles. The row * has the number of all.
*	${articles}
${rows.map(([term, count]) => `${term}\t${count}\n`).join("")}`);
