import type { WordPieces } from "../../annotate/encoder/word-pieces.js";
import { dot, type JudgeTables, positive, product, row, shares, tablesIn } from "./judge-tables.js";

/** How sure a judge is that two texts say the same, contradict each other, or neither; the three make up 1. */
export interface Verdict {
  readonly same: number;
  readonly contradicts: number;
  readonly neither: number;
}

/** What a text tells of another: `told` what is known, `claim` what is held against it. */
export type PairJudge = (told: string, claim: string) => Verdict;

/** So many pieces of a text are read. */
const mostPieces = { told: 60, claim: 40 };

/** Texts that are kept as they were read, a tenth of a megabyte each, since one denial is held against many claims. */
const mostTexts = 100;

/** Verdicts that are kept, since the articles of a story are held against one another again whenever one joins them. */
const mostVerdicts = 10_000;

/**
 * A judge by decomposable attention (Parikh et al. 2016): the words of either text look for those of the other, each is compared with what it found, and what the comparisons come to
 * is judged. Plain arithmetic in a fixed order, so that the same pair always gets the same verdict.
 *
 * @param file what `training/pairs.py` writes: the length of a JSON header in 4 bytes, the header, then rows of bytes with a scale each
 */
export function pairJudge(file: Uint8Array, pieces: WordPieces): PairJudge {
  const table = tablesIn(file);
  const width = table("emb").columns;
  const [sides, verdicts] = [new Map<string, Side>(), new Map<string, Verdict>()];
  const sideOf = (text: string, most: number): Side =>
    kept(sides, `${most} ${text}`, mostTexts, () => read(piecesOf(text, pieces, most), table, width));
  return (told, claim) =>
    kept(verdicts, JSON.stringify([told, claim]), mostVerdicts, () => {
      const [a, b] = [sideOf(told, mostPieces.told), sideOf(claim, mostPieces.claim)];
      const joined = [...compared(a, b, table, width), ...compared(b, a, table, width)];
      const [same = 0, contradicts = 0, neither = 0] = shares(
        product(table("o"), positive(product(table("h"), Float64Array.from(joined)))),
      );
      return { same, contradicts, neither };
    });
}

/** What is kept under a key, else what is made for it. Where there is too much, all of it goes. */
function kept<Value>(values: Map<string, Value>, key: string, most: number, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  if (values.size >= most) values.clear();
  const made = make();
  values.set(key, made);
  return made;
}

/** A text as the judge reads it, a row for each piece. */
interface Side {
  /** What each piece means beside its neighbours. */
  readonly rows: readonly Float64Array[];
  /** By what it looks for the other's. */
  readonly looks: readonly Float64Array[];
  /** How much each piece counts. */
  readonly weights: Float64Array;
}

function piecesOf(text: string, { idsOf }: WordPieces, most: number): readonly number[] {
  const words = text.slice(0, most * 20).match(/[^\s]+/g) ?? [];
  const ids: number[] = [];
  for (const word of words) {
    ids.push(...idsOf(word));
    if (ids.length >= most) break;
  }
  return ids.length === 0 ? [1] : ids.slice(0, most);
}

function read(ids: readonly number[], table: JudgeTables, width: number): Side {
  const plain = ids.map((id) => row(table("emb"), id));
  const mix = table("mix");
  const rows = plain.map((one, at) => {
    const around = new Float64Array(3 * width);
    for (const [place, near] of [plain[at - 1], one, plain[at + 1]].entries())
      if (near) around.set(near, place * width);
    return product(mix, around).map((value, i) => (one[i] ?? 0) + Math.tanh(value));
  });
  const weigh = table("w");
  return {
    rows,
    looks: rows.map((one) => product(table("f"), one)),
    weights: shares(Float64Array.from(ids, (id) => row(weigh, id)[0] ?? 0)),
  };
}

/** What the pieces of one text come to against those of another: their mean by weight, then the most of each. */
function compared(one: Side, other: Side, table: JudgeTables, width: number): readonly number[] {
  const [mean, most]: [number[], number[]] = [[], []];
  for (const [at, own] of one.rows.entries()) {
    const look = one.looks[at] ?? own;
    const found = shares(Float64Array.from(other.looks, (theirs) => dot(look, theirs) / table.scale));
    const seen = new Float64Array(width);
    for (const [i, share] of found.entries()) {
      const theirs = other.rows[i] ?? seen;
      for (let k = 0; k < width; k++) seen[k] = (seen[k] ?? 0) + share * (theirs[k] ?? 0);
    }
    const result = positive(product(table("g2"), positive(product(table("g"), sideBySide(own, seen)))));
    for (const [k, value] of result.entries()) {
      mean[k] = (mean[k] ?? 0) + value * (one.weights[at] ?? 0);
      most[k] = Math.max(most[k] ?? 0, value);
    }
  }
  return [...mean, ...most];
}

/** Two vectors, how far they are apart, and their product, as one. */
function sideBySide(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(4 * a.length);
  both.set(a);
  both.set(b, a.length);
  for (let k = 0; k < a.length; k++) {
    const [one, other] = [a[k] ?? 0, b[k] ?? 0];
    both[2 * a.length + k] = Math.abs(one - other);
    both[3 * a.length + k] = one * other;
  }
  return both;
}
