import { linkDay } from "../../link/link-day.js";
import { compareNumbers, compareText } from "../../link/link-input.js";
import type { LinkLexicons } from "../../link/link-lexicons.js";
import type { EarlierEnd } from "../../link/memory.js";
import type { Story } from "../../link/stories/group-stories.js";
import { linkCorrections } from "../corrections/correction-rows.js";
import { inChunks } from "../in-chunks.js";
import type { Store } from "../store.js";
import { type LinkRows, linkRows } from "./link-rows.js";
import { inputsOf, rowKeys } from "./row-keys.js";
import { type LinkedParts, storedMemory } from "./stored-memory.js";
import { versionsOfDay } from "./unlinked.js";

type Tables = Pick<Store, "tables">;

/**
 * So many articles are linked at once; of a day with more, those that follow in order of time are linked in further parts, each with what the parts before it have
 * settled. What is held of so many takes a few hundred megabytes.
 */
export const mostAtOnce = 1_000;

/** Some articles of a day, and the rows that linking gives for them. */
export interface DayPart {
  readonly versions: readonly number[];
  readonly rows: LinkRows;
}

/**
 * The rows that linking gives for a day, from its articles and the rows of the days before, in parts. Each part looks back on the rows of those before it as they are kept: whoever
 * settles the day writes them before asking for the next.
 *
 * @param most how many articles a part has
 */
export async function* linkedParts(
  store: Tables,
  day: string,
  lexicons: LinkLexicons,
  most: number,
): AsyncGenerator<DayPart> {
  const versions = new Set<number>();
  const stories = new Map<string, Pick<Story, "central" | "within">>();
  const ends: EarlierEnd[] = [];
  for (const part of await inParts(store, await versionsOfDay(store, day), most)) {
    const linked = await linkedPart(store, day, part, { versions, stories, ends }, lexicons);
    yield { versions: part, rows: linked.rows };
    for (const version of part) versions.add(version);
    for (const { id, ...story } of linked.stories) stories.set(id, story);
    ends.push(...linked.ends);
  }
}

/** Versions in the order in which linking takes them, so many at once. */
export async function inParts(
  { tables }: Tables,
  versions: readonly number[],
  most: number,
): Promise<readonly (readonly number[])[]> {
  const dated = [];
  for (const some of inChunks(versions)) {
    dated.push(
      ...(await tables
        .selectFrom("dated")
        .select(["version", "at", "article"])
        .where("version", "in", [...some])
        .execute()),
    );
  }
  const sorted = dated
    .sort((a, b) => compareNumbers(a.at ?? Infinity, b.at ?? Infinity) || compareText(a.article, b.article))
    .map(({ version }) => version);
  return Array.from({ length: Math.ceil(sorted.length / most) }, (_, at) => sorted.slice(at * most, (at + 1) * most));
}

/** A function of its own, so that what linking holds of the part's articles is let go before its rows are written. */
async function linkedPart(
  store: Tables,
  day: string,
  versions: readonly number[],
  before: LinkedParts,
  lexicons: LinkLexicons,
) {
  const inputs = await inputsOf(store, versions);
  const memory = storedMemory(store, day, before);
  const links = await linkDay(inputs, memory, lexicons, await linkCorrections(store.tables));
  return {
    rows: linkRows(day, links, await rowKeys(store, links, inputs)),
    stories: links.stories.map(({ id, central, within }) => ({ id, central, within })),
    ends: links.disputes.flatMap(({ id, subject, kind, about, sides }) =>
      sides.flatMap(({ position, ends }) =>
        ends.map(({ article, line }): EarlierEnd => ({ dispute: id, subject, kind, about, position, article, line })),
      ),
    ),
  };
}
