import { type RawBuilder, sql } from "kysely";

/**
 * The id of a line in the whole database: the id of its article's version, a slash, and its id within the record, as in
 * `art_5c34f14789777e74/st_3`. Both parts are the same after a rebuild by the same version of the program.
 */
export function lineId(version: string, line: string): string {
  return `${version}/${line}`;
}

/** The two parts of such an id, or `null` where it is none. An id that an input gave may itself have a slash in it. */
export function parseLineId(id: string): { readonly version: string; readonly line: string } | null {
  const [, version, line] = /^(.+)\/([a-z]+_[0-9]+)$/s.exec(id) ?? [];
  return version === undefined || line === undefined ? null : { version, line };
}

/**
 * The key of the line at a place in its record: keys follow from the ground and the record alone, so a rebuild gives every line its key again.
 *
 * @throws {RangeError} where the record has more lines than there are keys for it.
 */
export function lineKey(version: number, index: number): number {
  if (index >= linesOfOne) throw new RangeError(`Found a record with more than ${linesOfOne} lines.`);
  return version * linesOfOne + index;
}

/** The keys that the lines of a version can have: from `first` on, and below `end`. */
export function lineKeysOf(version: number): { readonly first: number; readonly end: number } {
  return { first: version * linesOfOne, end: (version + 1) * linesOfOne };
}

/** Whether a column has the key of a line of the version in another. */
export function isLineOf(line: string, version: string): RawBuilder<boolean> {
  const [key, of] = [sql.raw(line), sql.raw(version)];
  return sql`${key} >= ${of} * ${sql.lit(linesOfOne)} and ${key} < (${of} + 1) * ${sql.lit(linesOfOne)}`;
}

/** Over a hundred times the lines of the longest text that a test reads; leaves room for 2³³ versions below the largest safe integer. */
const linesOfOne = 2 ** 20;
