/** Right, found and gold counts of one kind of thing. */
export interface Counts {
  readonly right: number;
  readonly found: number;
  readonly gold: number;
}

/** The sum of many counts. */
export function sumCounts(counts: Iterable<Counts>): Counts {
  let right = 0;
  let found = 0;
  let gold = 0;
  for (const one of counts) {
    right += one.right;
    found += one.found;
    gold += one.gold;
  }
  return { right, found, gold };
}

/** How many keys two sets share, and how many each has; a key that occurs twice counts once. */
export function countShared(found: Iterable<string>, gold: Iterable<string>): Counts {
  const ours = new Set(found);
  const theirs = new Set(gold);
  return { right: [...ours].filter((key) => theirs.has(key)).length, found: ours.size, gold: theirs.size };
}

/** F1 in per cent; 0 where nothing is right. */
export function f1({ right, found, gold }: Counts): number {
  return right === 0 ? 0 : (200 * right) / (found + gold);
}

/** A table of precision, recall, F1 and the counts behind them, a row for each kind; it ends with a line end. */
export function scoreTable(title: string, rows: ReadonlyMap<string, Counts>): string {
  const width = Math.max(12, ...[...rows.keys()].map((name) => name.length)) + 2;
  const head = `${"".padEnd(width)}${["P", "R", "F1", "right", "found", "gold"].map((name) => name.padStart(8)).join("")}`;
  const percent = (part: number, whole: number) => (whole === 0 ? "–" : ((100 * part) / whole).toFixed(1)).padStart(8);
  const lines = [...rows].map(([name, counts]) => {
    const { right, found, gold } = counts;
    const numbers = [right, found, gold].map((number) => String(number).padStart(8)).join("");
    return `${name.padEnd(width)}${percent(right, found)}${percent(right, gold)}${f1(counts).toFixed(1).padStart(8)}${numbers}`;
  });
  return `${title}\n${head}\n${lines.join("\n")}\n`;
}
