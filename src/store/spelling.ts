/**
 * Ways of writing one name that differ from agency to agency ("Zelensky", "Zelenskyy", "Selenskyj"; "Mohammed", "Muhammad"), each with what both are read
 * as. In this order; the database and the program apply the same list.
 */
const sameSpellings: readonly (readonly [written: string, read: string])[] = [
  ...(["bb", "dd", "ff", "gg", "kk", "ll", "mm", "nn", "pp", "rr", "ss", "tt", "zz"] as const).map(
    (double) => [double, double.slice(1)] as const,
  ),
  ["kiev", "kyiv"],
  ["hezb", "hizb"],
  ["amed", "amad"],
  ["tsch", "ch"],
  ["sch", "sh"],
  ["ph", "f"],
  ["kh", "h"],
  ["gh", "g"],
  ["dh", "d"],
  ["tz", "ts"],
  ["z", "s"],
  ["x", "ks"],
  ["ck", "k"],
  ["q", "k"],
  ["w", "v"],
  ["ou", "u"],
  ["oo", "u"],
  ["o", "u"],
  ["ee", "i"],
  ["ey", "i"],
  ["j", "i"],
  ["y", "i"],
  ["iii", "i"],
  ["ii", "i"],
];

/** The words in the one spelling that all ways of writing them share. */
export function foldedSpelling(words: string): string {
  return sameSpellings.reduce((so, [written, read]) => so.replaceAll(written, read), words.toLowerCase());
}

/** The same, as statements of SQL that do it to the column `folded` of the row of a table with this key. */
export function foldInSql(table: string, key: string): string {
  const steps: string[] = [];
  // SQLite takes no expression that nests deeper.
  for (let at = 0; at < sameSpellings.length; at += mostNested) {
    const pairs = sameSpellings.slice(at, at + mostNested);
    const read = pairs.reduce((so, [from, to]) => `replace(${so}, '${from}', '${to}')`, "folded");
    steps.push(`update ${table} set folded = ${read} where key = ${key};`);
  }
  return steps.join("\n      ");
}

const mostNested = 15;

/** The same as one expression, for PostgreSQL, which takes any depth. */
export function spellingInSql(written: string): string {
  return sameSpellings.reduce((so, [from, to]) => `replace(${so}, '${from}', '${to}')`, written);
}
