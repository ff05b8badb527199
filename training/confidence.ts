/**
 * Learns how likely a claim is right by how sure the reader is of it and of who takes part, and writes `data/confidence-weights.tsv`. It learns from
 * articles that the reader has not learnt from: of those that it has it is surer than it may be. Usage:
 * `npx tsx training/confidence.ts GOLD`; half a minute on one core. Prints how well tenths of the claims, each judged by weights
 * learnt from articles of the other tenths, keep their promise.
 */
import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Signs } from "../src/extract/claims/confidence.js";
import { extractRecord } from "../src/extract/extract-record.js";
import { openEngine } from "../src/run/engine.js";
import { comparedClaims, markedClaims } from "../src/run/evaluate/claims.js";
import { rightClaims } from "../src/run/evaluate/compare-claims.js";
import { readMarkedArticles } from "../src/run/evaluate/score-claims.js";
import { readGazetteer } from "../src/run/gazetteer/shipped-gazetteer.js";
import { readLexicons } from "../src/run/lexicon-files.js";

/** A claim of the record, with what tells for it and whether a mark says the same. */
interface Judged {
  readonly article: number;
  readonly kind: string;
  readonly signs: Signs;
  readonly isRight: boolean;
}

/** So much each weight is held back, against one claim. */
const restraint = 3;
const rounds = 400;

const effects = { readFile: (path: string) => readFile(path) };
const engine = await openEngine(effects, { threads: 1 });
const lexicons = await readLexicons(effects, await readGazetteer(effects));
const judged: Judged[] = [];
const articles = await readMarkedArticles(process.argv[2] ?? "", effects as Parameters<typeof readMarkedArticles>[1]);
for (const [at, marked] of articles.entries()) judged.push(...(await claimsOf(marked, at)));
await engine.close();
for (const kind of ["action", "posture", "stance"]) tell(kind);
write(learn(judged));

/** The claims that are read in a marked article. */
async function claimsOf({ article, gold }: (typeof articles)[number], at: number): Promise<readonly Judged[]> {
  const signs: Signs[] = [];
  // In place of how likely a claim is it has the number of its signs.
  const numbered = { ...lexicons, confidence: (own: Signs) => signs.push(own) - 1 };
  const record = extractRecord(
    article,
    await engine.annotate(article),
    numbered,
    { name: "sitrep", version: "", model: null },
  );
  const right = rightClaims(markedClaims(gold), comparedClaims(record));
  const kinds = { action: record.actions, posture: record.postures, stance: record.stances };
  return (["action", "posture", "stance"] as const).flatMap((kind) =>
    kinds[kind].flatMap(({ confidence }, i): readonly Judged[] => {
      const own = signs[confidence];
      return own === undefined ? [] : [{ article: at, kind, signs: own, isRight: right[kind][i] === true }];
    }),
  );
}

/** The weights under which what is right is likeliest, by descent along the slope of all claims at once. */
function learn(claims: readonly Judged[]): Map<string, number> {
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    const slopes = new Map<string, number>();
    for (const { signs, isRight } of claims) {
      const error = likelihood(signs, weights) - (isRight ? 1 : 0);
      for (const [name, amount] of signs) slopes.set(name, (slopes.get(name) ?? 0) + error * amount);
    }
    for (const [name, slope] of slopes) {
      const whole = slope + restraint * (weights.get(name) ?? 0);
      const square = (squares.get(name) ?? 0) + whole * whole;
      squares.set(name, square);
      weights.set(name, (weights.get(name) ?? 0) - (0.3 * whole) / Math.sqrt(square + 1e-9));
    }
  }
  return weights;
}

function likelihood(signs: Signs, weights: ReadonlyMap<string, number>): number {
  return 1 / (1 + Math.exp(-signs.reduce((sum, [name, amount]) => sum + (weights.get(name) ?? 0) * amount, 0)));
}

/** Prints how many are right of those of each confidence, of articles not learnt from. */
function tell(kind: string): void {
  const folds = Array.from({ length: 10 }, (_, fold) => {
    const weights = learn(judged.filter(({ article }) => article % 10 !== fold));
    return judged
      .filter((one) => one.article % 10 === fold && one.kind === kind)
      .map(({ signs, isRight }) => ({ sure: likelihood(signs, weights), isRight }));
  }).flat();
  const sorted = folds.toSorted((a, b) => a.sure - b.sure);
  const parts = 5;
  for (let part = 0; part < parts; part++) {
    const own = sorted.slice((part * sorted.length) / parts, ((part + 1) * sorted.length) / parts);
    const share = own.filter(({ isRight }) => isRight).length / own.length;
    const mean = own.reduce((sum, { sure }) => sum + sure, 0) / own.length;
    process.stdout.write(`${kind}: told ${mean.toFixed(2)}, right ${share.toFixed(2)} of ${own.length}\n`);
  }
}

function write(weights: ReadonlyMap<string, number>): void {
  const rows = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= 0.005)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `${name}\t${weight.toFixed(2)}\n`);
  const text = `# What tells how likely a claim is right: signs, each with what it counts (\`src/extract/claims/confidence.ts\`).
# Written by \`training/confidence.ts\`, not by hand.
${rows.join("")}`;
  writeFileSync(new URL("../data/confidence-weights.tsv", import.meta.url), text);
}
