import type { ArticleRecord } from "../../record/record.js";
import { sha256 } from "../../text/hash.js";
import type { Span } from "../../text/span.js";
import type { Effects } from "../effects.js";
import { type Attitude, attitudeBetween } from "./attitude.js";
import { readGold } from "./gold.js";
import { type Counts, f1, percent, scoreTable, tableRow } from "./scores.js";

/** A sentence with two marked people or bodies. */
export interface DirectedPair {
  readonly id: string;
  readonly text: string;
  readonly first: Span;
  readonly second: Span;
  readonly attitude: Attitude;
  /** By a hash of the sentence: a tenth is set aside, the rule was tuned on others, of which a tenth is scored too. */
  readonly part: "set aside" | "scored" | "left out";
}

const file = "stances/directed-train.txt";

/** In the order of the labels that the gold has for them. */
const attitudes: readonly Attitude[] = [
  "none",
  "first for second",
  "second for first",
  "first against second",
  "second against first",
];

/** The pairs under a gold folder. Rejects with `GoldMissing` where the file is not there. */
export async function readDirectedPairs(gold: string, effects: Effects): Promise<readonly DirectedPair[]> {
  const lines = (await readGold(gold, file, effects)).split("\n");
  return lines.flatMap((line, index) => (line.trim() === "" ? [] : [directedPair(line, index + 1)]));
}

/** A line: the sentence with its two in brackets, both once more, and the label, between tabs. */
function directedPair(line: string, number: number): DirectedPair {
  const [written = "", , , label = ""] = line.split("\t");
  const [before, first, between, second, after, ...more] = unquoted(written).split(/[[\]]/);
  const attitude = attitudes[Number(label)];
  if (after === undefined || more.length > 0 || attitude === undefined) {
    throw new Error(`${file}, line ${number}: expected a sentence with two in brackets, and a label from 0 to 4.`);
  }
  const text = [before, first, between, second, after].join("");
  return { id: `${number}`, text, ...spansOf(before, first, between, second), attitude, part: partOf(text) };
}

function spansOf(before = "", first = "", between = "", second = ""): Pick<DirectedPair, "first" | "second"> {
  const end = before.length + first.length;
  const start = end + between.length;
  return { first: [before.length, end], second: [start, start + second.length] };
}

/** A sentence with quote marks is in quotes, with its own doubled. */
function unquoted(written: string): string {
  return /^".*"$/s.test(written) ? written.slice(1, -1).replaceAll('""', '"') : written;
}

function partOf(text: string): DirectedPair["part"] {
  const tenth = Number.parseInt(sha256(text).slice(0, 8), 16) % 10;
  if (tenth === 0) return "set aside";
  return tenth === 1 ? "scored" : "left out";
}

interface ScoredPair {
  readonly pair: DirectedPair;
  readonly found: Attitude;
}

/**
 * Who is for or against whom in single sentences, as the record tells it: each of five answers with precision, recall and F1, and the share of right
 * answers. `misses` lists sentences with a wrong answer, but none of those set aside.
 */
export async function scoreDirected(
  pairs: readonly DirectedPair[],
  analyse: (pair: DirectedPair) => Promise<ArticleRecord>,
  { misses }: { readonly misses: boolean },
): Promise<string> {
  const scored: ScoredPair[] = [];
  for (const pair of pairs.filter(({ part }) => part !== "left out")) {
    scored.push({ pair, found: attitudeBetween(await analyse(pair), pair.first, pair.second) });
  }
  const aside = scored.filter(({ pair }) => pair.part === "set aside");
  const rest = scored.filter(({ pair }) => pair.part === "scored");
  const tables = [
    scoreTable(`For or against, ${aside.length} pairs set aside`, countsByAttitude(aside)),
    scoreTable(`For or against, ${rest.length} pairs of the rest`, countsByAttitude(rest)),
    `${tableRow("", ["right", "of", "macro-F1", "share"])}${shareRow("set aside", aside)}${shareRow("the rest", rest)}`,
  ];
  const wrong = misses ? rest.filter(({ pair, found }) => found !== pair.attitude) : [];
  if (wrong.length > 0) tables.push(wrong.map(lineOf).join(""));
  return tables.join("\n");
}

function countsByAttitude(scored: readonly ScoredPair[]): ReadonlyMap<Attitude, Counts> {
  return new Map(
    attitudes.map((attitude) => {
      const found = scored.filter((one) => one.found === attitude);
      const gold = scored.filter(({ pair }) => pair.attitude === attitude);
      const right = found.filter(({ pair }) => pair.attitude === attitude);
      return [attitude, { right: right.length, found: found.length, gold: gold.length }];
    }),
  );
}

function shareRow(name: string, scored: readonly ScoredPair[]): string {
  const right = scored.filter(({ pair, found }) => found === pair.attitude).length;
  const scores = [...countsByAttitude(scored).values()].map(f1);
  const macro = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const share = scored.length === 0 ? "–" : percent(right / scored.length);
  return tableRow(name, [right, scored.length, macro.toFixed(2), share]);
}

function lineOf({ pair: { text, first, second, attitude }, found }: ScoredPair): string {
  const marked = [
    text.slice(0, first[0]),
    `[${text.slice(...first)}]`,
    text.slice(first[1], second[0]),
    `[${text.slice(...second)}]`,
    text.slice(second[1]),
  ];
  return `${attitude}, found ${found}: ${marked.join("").trim()}\n`;
}
