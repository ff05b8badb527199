import type { Hash } from "node:crypto";
import type { LinkLexicons } from "../../link/link-lexicons.js";
import { inChunks } from "../in-chunks.js";
import { rowTexts } from "../row-texts.js";
import type { Store } from "../store.js";
import { actionDays } from "./action-days.js";
import { type DayPart, inParts, linkedParts } from "./day-parts.js";
import { historyDays } from "./history-days.js";
import { actionsOf, type LinkRows } from "./link-rows.js";
import { openSums } from "./postings.js";
import { changedRows } from "./row-changes.js";
import { looseRows } from "./settle-day.js";
import { keyedLinks, versionLinks } from "./version-links.js";

type Tables = Pick<Store, "tables">;

export interface DayCheck {
  /** Takes in all rows of links that are kept for the day. */
  readonly digest: Hash;
  readonly fault: (sentence: string) => void;
  /** Called for every article in the links of the day. */
  readonly step: () => void;
  /** Links the day again and holds what is kept against that; `null` where it is not settled, or not asked for. */
  readonly lexicons: LinkLexicons | null;
  /** How many articles are linked at once. */
  readonly atOnce: number;
  /** Whether the states of institutions are worked out. */
  readonly states: boolean;
}

/** Holds all that is kept of the links of a day against its articles, some of them at once, and against one another. */
export async function verifyDay(store: Tables, day: string, check: DayCheck): Promise<void> {
  const { tables } = store;
  const { digest, fault, step, lexicons, atOnce } = check;
  const expected = lexicons === null ? null : linkedParts(store, day, lexicons, atOnce);
  const again: LooseRows[] = [];
  const actions = new Set<string>();
  const histories = new Set<string>();
  const posted = openSums();
  let isOther = false;
  const linked = await tables.selectFrom("linked").select("version").where("day", "=", day).execute();
  for (const versions of await inParts(
    store,
    linked.map(({ version }) => version),
    atOnce,
  )) {
    const rows = keyedLinks(await versionLinks(tables, day, versions));
    digestRows(digest, rows);
    for (const event of actionsOf(rows)) actions.add(event);
    for (const { history } of rows.telling) if (history !== null) histories.add(history);
    for (const article of rows.linked) posted.add(article);
    const part = expected === null ? null : ((await expected.next()).value as DayPart | undefined);
    if (part !== null) {
      isOther ||= part === undefined || isChange(rows, keyedLinks(part.rows));
      if (part !== undefined) again.push(looseOf(part.rows));
    }
    for (const _ of versions) step();
  }
  const loose = await looseRows(tables, day);
  const size = await tables.selectFrom("day_size").selectAll().where("day", "=", day).execute();
  digestRows(digest, { ...loose, day_size: size });
  if (!(await weighsRight(store, day, [...actions].sort())))
    fault(`${day}: the weights of actions are not those that their tellings give; \`sitrep rebuild\` makes them`);
  if (check.states && !(await keepsStatesRight(store, day, [...histories].sort())))
    fault(`${day}: the states of institutions are not those that their tellings give; \`sitrep rebuild\` makes them`);
  if (!(await posted.isPosted(store, day)))
    fault(`${day}: articles are not found by their terms and fingerprints; \`sitrep rebuild\` mends it`);
  if (expected !== null) {
    isOther ||= (await expected.next()).done !== true;
    const all = joinedParts(again);
    if (isOther || isChange({ ...loose, day_size: size }, all))
      fault(
        `${day}: the links are not those that its articles and the days before give; \`sitrep rebuild\` makes them`,
      );
  }
}

type LooseRows = Pick<LinkRows, "story" | "dispute_end" | "day_size">;

function looseOf({ story, dispute_end, day_size }: LinkRows): LooseRows {
  return { story, dispute_end, day_size };
}

/** What all parts of a day give that is of no one article: of a story as the last part has it, and of sizes the sums. */
function joinedParts(parts: readonly LooseRows[]): LooseRows {
  const sizes = parts.flatMap(({ day_size }) => day_size);
  const [first] = sizes;
  const sum = (of: (size: (typeof sizes)[number]) => number): number => sizes.reduce((all, one) => all + of(one), 0);
  return {
    story: [...new Map(parts.flatMap(({ story }) => story.map((one) => [one.id, one] as const))).values()],
    dispute_end: parts.flatMap(({ dispute_end }) => dispute_end),
    day_size:
      first === undefined
        ? []
        : [
            {
              day: first.day,
              articles: sum(({ articles }) => articles),
              first: Math.min(...sizes.map((one) => one.first)),
              last: Math.max(...sizes.map((one) => one.last)),
              statements: sum(({ statements }) => statements),
              known: sum(({ known }) => known),
            },
          ],
  };
}

function isChange(before: Partial<LinkRows>, after: Partial<LinkRows>): boolean {
  const { gone, come } = changedRows(before, after);
  return [...Object.values(gone), ...Object.values(come)].some((rows) => rows.length > 0);
}

function digestRows(digest: Hash, rows: Partial<LinkRows>): void {
  for (const [table, own] of Object.entries(rows)) digest.update(`${table}\n${[...rowTexts(own)].sort().join("\n")}\n`);
}

async function weighsRight({ tables }: Tables, day: string, events: readonly string[]): Promise<boolean> {
  const { rows } = await tables
    .selectFrom("action_day")
    .select(({ fn }) => fn.countAll<number>().as("rows"))
    .where("day", "=", day)
    .executeTakeFirstOrThrow();
  if (rows !== events.length) return false;
  for (const some of inChunks(events)) {
    const kept = await tables
      .selectFrom("action_day")
      .selectAll()
      .where("day", "=", day)
      .where("event", "in", [...some])
      .execute();
    const expected = (await actionDays({ tables }, some)).filter((row) => row.day === day);
    if (comparable(kept) !== comparable(expected)) return false;
  }
  return true;
}

async function keepsStatesRight({ tables }: Tables, day: string, histories: readonly string[]): Promise<boolean> {
  const { rows } = await tables
    .selectFrom("history_day")
    .select(({ fn }) => fn.countAll<number>().as("rows"))
    .where("day", "=", day)
    .executeTakeFirstOrThrow();
  if (rows !== histories.length) return false;
  for (const some of inChunks(histories)) {
    const kept = await tables
      .selectFrom("history_day")
      .select(["history", "day", "content"])
      .where("day", "=", day)
      .where("history", "in", [...some])
      .execute();
    const expected = await historyDays(
      { tables },
      some.map((history) => ({ history, day })),
    );
    if (comparable(kept) !== comparable(expected)) return false;
  }
  return true;
}

function comparable(rows: readonly object[]): string {
  return [...rowTexts(rows)].sort().join("\n");
}
