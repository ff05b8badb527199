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

/** A row of a table in which each row has its own figures: its name, then its cells; it ends with a line end. */
export function tableRow(name: string, cells: readonly (string | number)[]): string {
  return `${name.padEnd(30)}${cells.map((cell) => String(cell).padStart(9)).join("")}\n`;
}

/** Per cent with two decimals; a half goes to the even digit, as the scorer in Python that these figures are compared with rounds it. */
export function percent(share: number): string {
  const digits = Number(share.toFixed(4).replace(".", ""));
  // Only odd multiples of 1/32 lie half-way in binary, and `toFixed` rounds them up.
  const halfWay = (share * 32) % 2 === 1;
  return ((halfWay ? digits - (digits % 2) : digits) / 100).toFixed(2);
}
