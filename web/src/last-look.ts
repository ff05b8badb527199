import type { BriefLine } from "../../src/view/brief-line.js";
import { keep, kept } from "./settings.svelte.js";

/** What a reader saw of a brief when they last looked. */
export interface Look {
  readonly at: string;
  /** When the last article of the record had been added. */
  readonly lastAdded: string | null;
  /** What each line told then, by its id. */
  readonly lines: Readonly<Record<string, string>>;
}

/** What is kept of each watch: the visit before this one, which is compared with, and this one. */
interface Looks {
  readonly before: Look | null;
  readonly now: Look | null;
}

/** After so many milliseconds away it is another visit. */
const absence = 30 * 60 * 1000;
const mostLines = 400;

/** The visit before this one, `null` where there was none. */
export function lookBefore(watch: string, now: Date): Look | null {
  const { before, now: last } = read(watch);
  return last !== null && isOver(last, now) ? last : before;
}

/** Notes what is on the page; with `seen` all of it counts as seen, as if it were of the visit before. */
export function noteLook(
  watch: string,
  lines: readonly BriefLine[],
  lastAdded: string | null,
  now: Date,
  { seen = false }: { readonly seen?: boolean } = {},
): void {
  const last = read(watch);
  const over = last.now !== null && isOver(last.now, now);
  const known = { ...(over ? {} : last.now?.lines), ...Object.fromEntries(lines.map((one) => [one.id, signOf(one)])) };
  const look: Look = {
    at: now.toISOString(),
    lastAdded,
    lines: Object.fromEntries(Object.entries(known).slice(-mostLines)),
  };
  const before = seen ? look : over ? last.now : last.before;
  keep(nameOf(watch), JSON.stringify({ before, now: look } satisfies Looks));
}

/** What is new in a line since then: "new", "changed"; `null` for nothing, and on a first visit, where all would be. */
export function freshIn(line: BriefLine, before: Look | null): string | null {
  if (before === null) return null;
  const then = before.lines[line.id];
  if (then === undefined) return "new";
  return then === signOf(line) ? null : "changed";
}

function signOf({ mark, told, sides, facts }: BriefLine): string {
  const voices = sides.map((side) => `${side.position}${side.told.origins}`).join();
  return `${mark}|${told.origins}|${voices}|${facts.join()}`.slice(0, 200);
}

function isOver(look: Look, now: Date): boolean {
  return now.getTime() - new Date(look.at).getTime() > absence;
}

function nameOf(watch: string): string {
  return `look.${watch}`;
}

function read(watch: string): Looks {
  try {
    // What `noteLook` wrote; whatever else lies there is as good as nothing.
    const looks = JSON.parse(kept(nameOf(watch)) ?? "null") as Partial<Looks> | null;
    return { before: looks?.before ?? null, now: looks?.now ?? null };
  } catch {
    return { before: null, now: null };
  }
}
