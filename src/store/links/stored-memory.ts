import type { EarlierText } from "../../link/copies/find-copies.js";
import { hiddenLines } from "../../link/corrections/correct-record.js";
import type { Denial } from "../../link/disputes/denials-in.js";
import type { ToldFigure } from "../../link/disputes/find-disputes.js";
import type { Said } from "../../link/disputes/statements-said.js";
import { isPersonKey } from "../../link/entities/told-entity.js";
import type { CopyGroupId, OriginId, StoryId } from "../../link/link-id.js";
import type { LinkInput } from "../../link/link-input.js";
import { type EarlierEnd, lookBackDays, type Memory, type RememberedArticle } from "../../link/memory.js";
import { inChunks } from "../in-chunks.js";
import type { Store } from "../store.js";
import { recordsByKey } from "../stored-records.js";
import { databaseZone } from "../zone.js";
import { membersOfRows, tellingOfRow, tellingRows } from "./link-codec.js";
import { dayAfter } from "./unlinked.js";

type Tables = Pick<Store, "tables">;

/** What the database knows when it links a day: the links of the days before, and never those of later ones. */
export function storedMemory(store: Tables, day: string): Memory {
  const window = { from: dayAfter(day, -lookBackDays), before: day };
  return {
    articles: () => rememberedArticles(store, window),
    texts: (ids) => texts(store, ids, window),
    members: (question) => members(store, question, window),
    tellings: (keys) => tellings(store, keys, window),
    said: (stories) => said(store, stories, window),
    disputed: (subjects) => disputed(store, subjects, window),
  };
}

/** The articles of the versions with these keys, as linking takes them; in no order. */
export async function linkInputs(store: Tables, keys: readonly number[]): Promise<readonly LinkInput[]> {
  const records = await recordsByKey(store, keys);
  const fetched = await store.tables
    .selectFrom("version")
    .innerJoin("fetched", "fetched.key", "version.fetched")
    .select(["version.key", "fetched.at"])
    .where("version.key", "in", [...keys])
    .execute();
  const at = new Map(fetched.map((row) => [row.key, row.at]));
  const zone = await databaseZone(store);
  return [...records.values()].map(({ key, whole, marks }) => ({
    id: whole.article.id,
    record: whole,
    fetched: at.get(key) ?? null,
    hidden: hiddenLines(marks),
    zone,
  }));
}

interface Window {
  readonly from: string;
  readonly before: string;
}

async function rememberedArticles({ tables }: Tables, window: Window): Promise<readonly RememberedArticle[]> {
  const rows = await tables
    .selectFrom("linked")
    .innerJoin("version", "version.key", "linked.version")
    .selectAll("linked")
    .select(["version.id"])
    .where("linked.day", ">=", window.from)
    .where("linked.day", "<", window.before)
    .execute();
  const stories = await storiesIn({ tables }, window);
  const groups = await groupsIn({ tables }, window);
  return rows.map((row) => {
    const { central, within } = stories.get(row.story) ?? { central: row.id, within: 0 };
    return {
      id: row.id,
      time: row.time,
      terms: new Map(JSON.parse(row.terms) as readonly (readonly [string, number])[]),
      story: { id: row.story as StoryId, central, within },
      fingerprints: { prints: numbersOf(row.prints), sentences: row.sentences },
      group: groups.get(row.version) ?? null,
      textOf: row.text_of,
      figures: JSON.parse(row.figures) as readonly ToldFigure[],
      denials: JSON.parse(row.denials) as readonly Denial[],
    };
  });
}

async function storiesIn({ tables }: Tables, { from, before }: Window) {
  const rows = await tables
    .selectFrom("story")
    .innerJoin("version", "version.key", "story.central")
    .select(["story.id", "version.id as central", "story.within"])
    .where("story.day", ">=", from)
    .where("story.day", "<", before)
    .orderBy("story.day")
    .execute();
  return new Map(rows.map(({ id, central, within }) => [id, { central, within }]));
}

/** The groups of copies by their members, the first of each among them. */
async function groupsIn({ tables }: Tables, { from, before }: Window) {
  const rows = await tables
    .selectFrom("copy")
    .innerJoin("version", "version.key", "copy.first")
    .select(["copy.version", "copy.copy_group", "copy.origin", "copy.origin_reason", "copy.first", "version.id"])
    .where("copy.day", ">=", from)
    .where("copy.day", "<", before)
    .execute();
  const groups = rows.flatMap(({ version, copy_group, origin, origin_reason, first, id }) => {
    const group = { id: copy_group as CopyGroupId, origin, originReason: origin_reason, first: id };
    return [[version, group] as const, [first, group] as const];
  });
  return new Map(groups);
}

async function texts(store: Tables, ids: readonly string[], window: Window): Promise<readonly EarlierText[]> {
  if (ids.length === 0) return [];
  const groups = await groupsIn(store, window);
  const found: EarlierText[] = [];
  for (const some of inChunks(ids)) {
    const rows = await store.tables
      .selectFrom("version")
      .select(["key", "id"])
      .where("id", "in", [...some])
      .execute();
    const keys = new Map(rows.map(({ key, id }) => [id, key]));
    for (const input of await linkInputs(store, [...keys.values()])) {
      found.push({ input, group: groups.get(keys.get(input.id) ?? 0) ?? null });
    }
  }
  return found;
}

async function members(
  { tables }: Tables,
  { keys, stories }: Parameters<Memory["members"]>[0],
  { from, before }: Window,
) {
  const rows = [];
  const all = tables
    .selectFrom("member")
    .innerJoin("version", "version.key", "member.version")
    .select(["version.id", "member.entity", "member.day", "member.who", "member.key", "member.told"])
    .where("member.day", "<", before);
  for (const some of inChunks(keys)) {
    const named = all.where("member.key", "in", [...some]);
    rows.push(...(await named.where("member.lasting", "=", 1).execute()));
  }
  // What else is told of a body tells nothing that its lasting rows do not, but which stories it is in; of people it also tells in whose company they are.
  for (const some of inChunks(keys.filter(isPersonKey))) {
    const named = all.where("member.key", "in", [...some]).where("member.lasting", "=", 0);
    rows.push(...(await named.where("member.day", ">=", from).execute()));
  }
  for (const some of inChunks(stories)) {
    const near = tables
      .selectFrom("linked")
      .select("linked.version")
      .where("linked.story", "in", [...some])
      .where("linked.day", ">=", from)
      .where("linked.day", "<", before);
    rows.push(...(await all.where("member.version", "in", near).execute()));
  }
  const once = new Map(rows.map((row) => [`${row.day} ${row.id} ${row.entity}`, row]));
  return membersOfRows([...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row));
}

async function tellings(store: Tables, keys: readonly string[], { from, before }: Window) {
  const rows = [];
  for (const some of inChunks(keys)) {
    rows.push(
      ...(await tellingRows(store)
        .select(["telling.time", "telling.line as place"])
        .where("telling.key", "in", [...some])
        .where("telling.day", ">=", from)
        .where("telling.day", "<", before)
        .execute()),
    );
  }
  return inOrderOfTime(rows).map(tellingOfRow);
}

async function said(
  { tables }: Tables,
  stories: readonly string[],
  { from, before }: Window,
): Promise<readonly Said[]> {
  const rows = [];
  for (const some of inChunks(stories)) {
    rows.push(
      ...(await tables
        .selectFrom("linked")
        .innerJoin("trace", "trace.version", "linked.version")
        .innerJoin("line", "line.key", "trace.line")
        .innerJoin("version", "version.key", "linked.version")
        .select(["linked.story", "linked.day", "linked.time", "version.id", "line.key as place"])
        .select(["line.id as line", "line.type", "line.status", "line.who", "line.what"])
        .select(["trace.speaker", "trace.spans", "trace.origin"])
        .where("linked.story", "in", [...some])
        .where("linked.day", ">=", from)
        .where("linked.day", "<", before)
        .where("line.kind", "=", "statement")
        .execute()),
    );
  }
  return inOrderOfTime(rows).map((row) => ({
    article: row.id,
    line: row.line,
    story: row.story,
    act: row.type,
    negated: row.status === "negated",
    content: row.what,
    spans: JSON.parse(row.spans) as Said["spans"],
    speaker: row.speaker,
    name: row.who,
    origin: row.origin as OriginId,
    date: row.time === null ? null : row.day,
  }));
}

async function disputed({ tables }: Tables, subjects: readonly string[], { from, before }: Window) {
  const rows: (Record<keyof EarlierEnd, string | null> & { readonly day: string })[] = [];
  for (const some of inChunks(subjects)) {
    rows.push(
      ...(await tables
        .selectFrom("dispute_end")
        .innerJoin("version", "version.key", "dispute_end.version")
        .leftJoin("line", "line.key", "dispute_end.line")
        .select(["dispute", "subject", "dispute_end.kind", "about", "position"])
        .select(["version.id as article", "line.id as line", "dispute_end.day"])
        .where("subject", "in", [...some])
        .where("dispute_end.day", ">=", from)
        .where("dispute_end.day", "<", before)
        .execute()),
    );
  }
  const sortKey = (row: Pick<(typeof rows)[number], "day" | keyof EarlierEnd>): string =>
    JSON.stringify([row.day, row.dispute, row.article, row.line]);
  // The columns hold what `link-rows.ts` wrote.
  return rows.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).map(({ day: _, ...row }) => row as EarlierEnd);
}

/** In the order in which linking took them: by day, by time, by article, by line. */
function inOrderOfTime<
  Row extends { readonly day: string; readonly time: number | null; readonly id: string; readonly place: number },
>(rows: readonly Row[]): readonly Row[] {
  const time = (row: Row): number => row.time ?? Number.MAX_SAFE_INTEGER;
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return rows.toSorted((a, b) => text(a.day, b.day) || time(a) - time(b) || text(a.id, b.id) || a.place - b.place);
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength / 4 }, (_, at) => view.getUint32(4 * at, true));
}
