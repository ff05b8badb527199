/** A number below 2^32 for `length` words in a row. */
export function rowNumber(words: Int32Array, at: number, length: number): number {
  let hash = 0;
  for (let i = at; i < at + length; i++) hash = Math.imul(hash ^ (words[i] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
  return mixed(hash);
}

/** The finaliser of MurmurHash3: every bit of the number bears on every bit of what comes back. */
export function mixed(number: number): number {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The numbers of all rows of that length, in the order of the words; none for fewer words. */
export function wordRows(words: Int32Array, length: number): Uint32Array {
  const rows = new Uint32Array(Math.max(0, words.length - length + 1));
  for (let at = 0; at < rows.length; at++) rows[at] = rowNumber(words, at, length);
  return rows;
}

/** Whether the rising list has the number. */
export function has(sorted: Uint32Array, number: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low < sorted.length && sorted[low] === number;
}
