/** One choice: what tells for each thing that may be chosen (the first is nothing), and which of them are right. */
export interface Choice {
  readonly options: readonly (readonly string[])[];
  readonly right: readonly boolean[];
}

const rate = 0.03;
const decay = 0.002;
/** Weights nearer to zero than this are left out of the table. */
const leastWeight = 0.02;

/** How to learn; fewer choices need more passes. */
export interface Learning {
  readonly passes: number;
  /** Features that fewer options have are left out. */
  readonly leastCount: number;
  /** What features count before anything is learnt: what is rare stays near it. */
  readonly prior?: ReadonlyMap<string, number>;
}

/**
 * The weights under which the right options of all choices are likeliest together, by Adagrad with weight decay; the average over the later half
 * of the passes. The same choices give the same weights.
 */
export function learnWeights(
  choices: readonly Choice[],
  { passes, leastCount, prior = new Map() }: Learning = { passes: 25, leastCount: 15 },
): Map<string, number> {
  const names = [...new Set([...commonNames(choices, leastCount), ...prior.keys()])].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const data = choices.map(({ options, right }) => ({
    rows: options.map((features) => features.flatMap((name) => index.get(name) ?? [])),
    right,
  }));
  const before = Float64Array.from(names, (name) => prior.get(name) ?? 0);
  const weights = before.slice();
  const squares = new Float64Array(names.length).fill(1e-6);
  const sums = new Float64Array(names.length);
  const next = randomNumbers(5);
  const order = data.map((_, i) => i);
  for (let pass = 0; pass < passes; pass++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const at of order) step(data[at] as (typeof data)[number], { weights, before, squares });
    if (pass >= passes / 2) for (let i = 0; i < names.length; i++) sums[i] += weights[i] as number;
  }
  const counted = passes - Math.ceil(passes / 2);
  return new Map(
    names
      .map((name, i) => [name, (sums[i] as number) / counted] as const)
      .filter(([, weight]) => Math.abs(weight) >= leastWeight),
  );
}

function commonNames(choices: readonly Choice[], leastCount: number): string[] {
  const counts = new Map<string, number>();
  for (const { options } of choices) for (const name of options.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= leastCount).map(([name]) => name);
}

function step(
  { rows, right }: { readonly rows: readonly (readonly number[])[]; readonly right: readonly boolean[] },
  { weights, before, squares }: Readonly<Record<"weights" | "before" | "squares", Float64Array>>,
): void {
  const sums = rows.map((row) => row.reduce((sum, i) => sum + (weights[i] as number), 0));
  const most = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp(sum - most));
  const all = odds.reduce((sum, one) => sum + one, 0);
  const good = odds.reduce((sum, one, i) => sum + (right[i] ? one : 0), 0);
  rows.forEach((row, option) => {
    const odd = odds[option] as number;
    const error = odd / all - (right[option] ? odd / good : 0);
    if (Math.abs(error) < 1e-6) return;
    for (const i of row) {
      const slope = error + decay * ((weights[i] as number) - (before[i] as number));
      squares[i] = (squares[i] as number) + slope * slope;
      weights[i] = (weights[i] as number) - (rate * slope) / Math.sqrt(squares[i] as number);
    }
  });
}

/** Numbers from 0 to 1, the same for each seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}
