const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What a moment depends on. */
export interface Moment {
  /** In milliseconds since 1970. */
  readonly now: number;
  /** From 0 up to 1: spreads the questions of many readers. */
  readonly chance: number;
}

/** When a source that answered is asked again: after `every`, and up to a tenth of it later. */
export function nextAfterAnswer(every: number, { now, chance }: Moment): string {
  return at(now + every * (1 + chance / 10));
}

/** When a list of feeds is asked again: it seldom names new ones. */
export function nextAfterList(every: number, moment: Moment): string {
  return nextAfterAnswer(Math.max(every, day), moment);
}

/** When a source that failed is asked again: after `every`, doubled with each failure in a row, a day at most; not before the server wants it. */
export function nextAfterFailure(
  every: number,
  failures: number,
  retryAt: string | null,
  { now, chance }: Moment,
): string {
  const wait = Math.min(Math.max(every * 2 ** Math.min(failures, 20), minute), Math.max(day, every));
  return at(Math.max(now + wait * (1 + chance / 10), wanted(retryAt, now)));
}

/** The waits after each try in vain: for what may pass, and for what will hardly. */
const passing = [5 * minute, 15 * minute, hour, 4 * hour, 12 * hour, day, day, day];
const lasting = [hour, 6 * hour, day];

/** When an item whose page could not be had is tried again; `null` where it was tried often enough. `tries` counts this one. */
export function nextAfterFault(
  fault: { readonly passing: boolean; readonly retryAt: string | null },
  tries: number,
  { now, chance }: Moment,
): string | null {
  const wait = (fault.passing ? passing : lasting)[tries - 1];
  return wait === undefined ? null : at(Math.max(now + wait * (1 + chance / 10), wanted(fault.retryAt, now)));
}

/** When a page that was put off because of its host is tried. */
export function nextAfterRest(retryAt: string | null, { now, chance }: Moment): string {
  return at(Math.max(now + 5 * minute * (1 + chance / 10), wanted(retryAt, now)));
}

/** Most edits come within hours. */
const rechecks = [hour, 6 * hour, day, 3 * day];

/** When a page is looked at again for edits; `null` where it has been often enough. `checks` counts this time. */
export function nextAfterPage(checks: number, { now, chance }: Moment): string | null {
  const wait = rechecks[checks - 1];
  return wait === undefined ? null : at(now + wait * (1 + chance / 10));
}

/** When the server wants to be asked again, but no later than in a week. */
function wanted(retryAt: string | null, now: number): number {
  return retryAt === null ? 0 : Math.min(Date.parse(retryAt), now + 7 * day);
}

function at(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
