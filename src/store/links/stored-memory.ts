import { candidatePairs, type Fingerprints } from "../../link/copies/candidates.js";
import type { CopyGroupFacts } from "../../link/copies/find-copies.js";
import { hiddenLines } from "../../link/corrections/correct-record.js";
import type { Denial } from "../../link/disputes/denials-in.js";
import type { ToldFigure } from "../../link/disputes/find-disputes.js";
import type { Said } from "../../link/disputes/statements-said.js";
import { isPersonKey } from "../../link/entities/told-entity.js";
import type { CopyGroupId, OriginId, StoryId } from "../../link/link-id.js";
import type { LinkInput } from "../../link/link-input.js";
import { type Claimed, type EarlierEnd, lookBackDays, type Memory, type RememberedText } from "../../link/memory.js";
import type { ComparableArticle, EarlierArticles, Story } from "../../link/stories/group-stories.js";
import { leastNear, mostNeighbours } from "../../link/stories/similar-articles.js";
import type { TermDictionary } from "../../link/stories/term-dictionary.js";
import { dayAfter } from "../../text/days.js";
import { inChunks } from "../in-chunks.js";
import { PackedRecords } from "../packed-record.js";
import type { Store } from "../store.js";
import { packedRecordsByKey } from "../stored-records.js";
import { databaseZone } from "../zone.js";
import { membersOfRows, tellingOfRow, tellingRows } from "./link-codec.js";
import {
  countHolders,
  eachHolder,
  linkedDaysIn,
  mostHolders,
  printPostings,
  rounding,
  termNumber,
  termPostings,
} from "./postings.js";
import { standInFor } from "./stand-ins.js";

type Tables = Pick<Store, "tables">;

/** What is linked of a day that is linked in parts: of the rows that are kept for the day, those of later parts may hold no more. */
export interface LinkedParts {
  readonly versions: ReadonlySet<number>;
  readonly stories: ReadonlyMap<string, Pick<Story, "central" | "within">>;
  /** Ends of disputes that these parts added. */
  readonly ends: readonly EarlierEnd[];
}

/**
 * What the database knows when it links a day: the links of the days before, and never those of later ones.
 *
 * @param own what of the day's own links counts too: all of it, as where articles are added to them, or some parts
 */
export function storedMemory(store: Tables, day: string, own: "with the day" | "before the day" | LinkedParts): Memory {
  const parts = typeof own === "string" ? null : own;
  const before = own === "before the day" || parts?.versions.size === 0 ? day : dayAfter(day, 1);
  const window = { from: dayAfter(day, -lookBackDays), day, before, parts };
  return {
    near: (question) => near(store, question, window),
    alike: (texts) => alike(store, texts, window),
    members: (question) => members(store, question, window),
    tellings: (keys) => tellings(store, keys, window),
    said: (stories) => said(store, stories, window),
    claimed: (stories) => claimed(store, stories, window),
    disputed: (subjects) => disputed(store, subjects, window),
  };
}

/** The articles of the versions with these keys, as linking takes them; in no order. */
export async function linkInputs(
  store: Tables,
  keys: readonly number[],
  packed = new PackedRecords(),
): Promise<readonly LinkInput[]> {
  const records = await packedRecordsByKey(store, keys, packed);
  const fetched = await store.tables
    .selectFrom("version")
    .innerJoin("fetched", "fetched.key", "version.fetched")
    .select(["version.key", "fetched.at"])
    .where("version.key", "in", [...keys])
    .execute();
  const at = new Map(fetched.map((row) => [row.key, row.at]));
  const zone = await databaseZone(store);
  return records.map(({ key, whole, content, marks }) => ({
    id: whole.article.id,
    record: whole,
    fetched: at.get(key) ?? null,
    hidden: hiddenLines(marks),
    standIn: standInFor(whole.article, content),
    zone,
  }));
}

interface Window {
  /** The day that is linked. */
  readonly day: string;
  readonly from: string;
  readonly before: string;
  /** `null` where all rows that are kept for the day count. */
  readonly parts: LinkedParts | null;
}

/** The rows that count. */
function counted<Row extends { readonly day: string; readonly version: number }>(
  rows: readonly Row[],
  { day, parts }: Window,
): readonly Row[] {
  return parts === null ? rows : rows.filter((row) => row.day !== day || parts.versions.has(row.version));
}

/**
 * What a day's articles are near to, found by their terms. Only what may be near is read whole: an article's score by what is posted of the others is its cosine with
 * them but for the rounding of weights and for terms that stand nowhere near so rarely that they tell anything.
 */
async function near(
  { tables }: Tables,
  { articles, dictionary, stories: named }: Parameters<Memory["near"]>[0],
  window: Window,
): Promise<EarlierArticles> {
  const candidates = await nearestByTerms({ tables }, articles, dictionary, window);
  const found = await linkedArticles({ tables }, [...new Set([...candidates.values()].flat())]);
  const rows = await articlesOfStories(
    { tables },
    [...new Set([...found.map(({ story }) => story), ...named])],
    window,
  );
  const central = await storiesIn({ tables }, [...new Set(rows.map(({ story }) => story))], window);
  const idOf = new Map(rows.map(({ version, id }) => [version, id]));
  return {
    articles: rows.map(({ id, time, terms, story }) => ({
      ...{ id, time, terms: dictionary.packed(JSON.parse(terms) as readonly (readonly [string, number])[]) },
      story: { id: story as StoryId, ...(central.get(story) ?? { central: id, within: 0 }) },
    })),
    near: new Map([...candidates].map(([id, versions]) => [id, versions.flatMap((one) => idOf.get(one) ?? [])])),
  };
}

/** The versions that may be near each of the articles, as far as the closest of them reach. */
async function nearestByTerms(
  store: Tables,
  articles: readonly ComparableArticle[],
  dictionary: TermDictionary,
  window: Window,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const idsOf = new Map<number, number[]>();
  for (const { terms } of articles) {
    for (const id of terms.ids) {
      const number = termNumber(dictionary.termOf(id));
      const known = idsOf.get(number);
      if (known === undefined) idsOf.set(number, [id]);
      else if (!known.includes(id)) known.push(id);
    }
  }
  const asked = [...idsOf.keys()].sort((a, b) => a - b);
  const places = new Map<number, number>();
  const versions: number[] = [];
  const isNearDay: boolean[] = [];
  const postings: Posting[][] = [];
  for (const day of await linkedDaysIn(store, window.from, window.before)) {
    const sure = dayAfter(day, surelyNear) >= window.day;
    const some = day === window.day ? (window.parts?.versions ?? null) : null;
    for await (const { term, holders } of termPostings(store, day, asked)) {
      const count = countHolders(holders);
      if (some === null && count > mostHolders) continue;
      const [at, weights] = [new Int32Array(count), new Float32Array(count)];
      let i = 0;
      eachHolder(holders, (version, weight) => {
        if (some !== null && !some.has(version)) return;
        const place = places.get(version) ?? versions.push(version) - 1;
        if (place === isNearDay.length) {
          places.set(version, place);
          isNearDay.push(sure);
        }
        at[i] = place;
        weights[i++] = weight;
      });
      if (i === 0 || i > mostHolders) continue;
      const posting = { at, weights, size: i };
      for (const id of idsOf.get(term) ?? []) {
        const known = postings[id];
        if (known === undefined) postings[id] = [posting];
        else known.push(posting);
      }
    }
  }
  const scores = new Float64Array(versions.length);
  return new Map(
    articles.map(({ id, time, terms }) => {
      const met = scoredBy(terms, postings, scores);
      const alike = met.filter((at) => (scores[at] ?? 0) >= leastNear - rounding);
      const closest = alike
        .filter((at) => time === null || isNearDay[at])
        .map((at) => scores[at] ?? 0)
        .sort((a, b) => b - a);
      const least = (closest[mostNeighbours - 1] ?? 0) - rounding;
      const kept = alike.filter((at) => (scores[at] ?? 0) >= least).map((at) => versions[at] ?? 0);
      for (const at of met) scores[at] = 0;
      return [id, kept];
    }),
  );
}

/** Articles of days so far apart are not too far apart to be of one story, whatever their hours. */
const surelyNear = 8;

interface Posting {
  readonly at: Int32Array;
  readonly weights: Float32Array;
  /** How many of them there are. */
  readonly size: number;
}

/** Adds what each holder of the terms shares with them to its score, and gives the places of all that have one. */
function scoredBy(
  { ids, weights }: ComparableArticle["terms"],
  postings: readonly (readonly Posting[] | undefined)[],
  scores: Float64Array,
): readonly number[] {
  const met: number[] = [];
  for (let i = 0; i < ids.length; i++) {
    const weight = weights[i] ?? 0;
    for (const { at, weights: held, size } of postings[ids[i] ?? 0] ?? []) {
      for (let k = 0; k < size; k++) {
        const place = at[k] ?? 0;
        const before = scores[place] ?? 0;
        if (before === 0) met.push(place);
        scores[place] = before + weight * (held[k] ?? 0);
      }
    }
  }
  return met;
}

/** The stories of these versions. */
async function linkedArticles({ tables }: Tables, versions: readonly number[]) {
  const found = [];
  for (const some of inChunks(versions)) {
    found.push(
      ...(await tables
        .selectFrom("linked")
        .select(["version", "story"])
        .where("version", "in", [...some])
        .execute()),
    );
  }
  return found;
}

async function articlesOfStories({ tables }: Tables, stories: readonly string[], window: Window) {
  const { from, before } = window;
  const found = [];
  for (const some of inChunks(stories)) {
    found.push(
      ...(await tables
        .selectFrom("linked")
        .innerJoin("dated", "dated.version", "linked.version")
        .select(["linked.version", "linked.day", "dated.article as id", "linked.time", "linked.story", "linked.terms"])
        .where("linked.story", "in", [...some])
        .where("linked.day", ">=", from)
        .where("linked.day", "<", before)
        .execute()),
    );
  }
  return counted(found, window);
}

async function storiesIn({ tables }: Tables, stories: readonly string[], { from, day, before, parts }: Window) {
  const found = new Map<string, Pick<Story, "central" | "within">>();
  for (const some of inChunks(stories)) {
    const rows = await tables
      .selectFrom("story")
      .innerJoin("dated", "dated.version", "story.central")
      .select(["story.id", "dated.article as central", "story.within"])
      .where("story.id", "in", [...some])
      .where("story.day", ">=", from)
      .where("story.day", "<", parts === null ? before : day)
      .orderBy("story.day")
      .execute();
    for (const { id, central, within } of rows) found.set(id, { central, within });
  }
  for (const id of stories) {
    const linked = parts?.stories.get(id);
    if (linked !== undefined) found.set(id, linked);
  }
  return found;
}

/** The texts that share enough fingerprints with one of these, whole. */
async function alike(
  store: Tables,
  texts: readonly Fingerprints[],
  window: Window,
): Promise<readonly RememberedText[]> {
  const asked = [...new Set(texts.flatMap(({ prints }) => [...prints]))].sort((a, b) => a - b);
  const shared = new Map<number, number[]>();
  for (const day of await linkedDaysIn(store, window.from, window.before)) {
    const rows = (await printPostings(store, day, asked)).map((row) => ({ ...row, day }));
    for (const { print, version } of counted(rows, window)) {
      const known = shared.get(version);
      if (known === undefined) shared.set(version, [print]);
      else known.push(print);
    }
  }
  const earlier = inOrderOfTime(await textsOf(store, [...shared.keys()]));
  const prints = earlier.map(({ version, sentences }) => {
    return { prints: Uint32Array.from(shared.get(version) ?? []), sentences };
  });
  const found = new Set(candidatePairs([...prints, ...texts], earlier.length).map(([first]) => first));
  const rows = earlier.filter((_, at) => found.has(at));
  const groups = await groupsOf(
    store,
    rows.map(({ version }) => version),
    window,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const inputs = [];
  for (const some of inChunks(rows)) {
    inputs.push(
      ...(await linkInputs(
        store,
        some.map(({ version }) => version),
      )),
    );
  }
  return inputs.map((input) => {
    const row = byId.get(input.id);
    return { input, group: groups.get(row?.version ?? 0) ?? null, textOf: row?.text_of ?? input.id };
  });
}

async function textsOf({ tables }: Tables, versions: readonly number[]) {
  const found = [];
  for (const some of inChunks(versions)) {
    found.push(
      ...(await tables
        .selectFrom("linked")
        .innerJoin("dated", "dated.version", "linked.version")
        .select(["linked.version", "linked.version as place", "dated.article as id", "linked.day", "linked.time"])
        .select(["linked.text_of", "linked.sentences"])
        .where("linked.version", "in", [...some])
        .execute()),
    );
  }
  return found;
}

/** The groups of copies that these versions are in, also as the first of one. */
async function groupsOf({ tables }: Tables, versions: readonly number[], window: Window) {
  const { from, before } = window;
  const groups = new Map<number, CopyGroupFacts>();
  for (const some of inChunks(versions)) {
    const rows = await tables
      .selectFrom("copy")
      .innerJoin("dated", "dated.version", "copy.first")
      .select(["copy.version", "copy.day", "copy.copy_group", "copy.origin", "copy.origin_reason", "copy.first"])
      .select("dated.article")
      .where(({ eb, or }) => or([eb("copy.version", "in", [...some]), eb("copy.first", "in", [...some])]))
      .where("copy.day", ">=", from)
      .where("copy.day", "<", before)
      .execute();
    for (const { version, copy_group, origin, origin_reason, first, article } of counted(rows, window)) {
      const group = { id: copy_group as CopyGroupId, origin, originReason: origin_reason, first: article };
      groups.set(version, group);
      groups.set(first, group);
    }
  }
  return groups;
}

async function members({ tables }: Tables, { keys, stories }: Parameters<Memory["members"]>[0], window: Window) {
  const { from, before } = window;
  const rows = [];
  const all = tables
    .selectFrom("member")
    .innerJoin("version", "version.key", "member.version")
    .select(["version.id", "member.version", "member.entity", "member.day", "member.who", "member.key", "member.told"])
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
  const once = new Map(counted(rows, window).map((row) => [`${row.day} ${row.id} ${row.entity}`, row]));
  return membersOfRows([...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row));
}

async function tellings(store: Tables, keys: readonly string[], window: Window) {
  const { from, before } = window;
  const rows = [];
  for (const some of inChunks(keys)) {
    rows.push(
      ...(await tellingRows(store)
        .select(["telling.time", "telling.version", "telling.line as place"])
        .where("telling.key", "in", [...some])
        .where("telling.day", ">=", from)
        .where("telling.day", "<", before)
        .execute()),
    );
  }
  return inOrderOfTime(counted(rows, window)).map(tellingOfRow);
}

async function said({ tables }: Tables, stories: readonly string[], window: Window): Promise<readonly Said[]> {
  const { from, before } = window;
  const rows = [];
  for (const some of inChunks(stories)) {
    rows.push(
      ...(await tables
        .selectFrom("linked")
        .innerJoin("trace", "trace.version", "linked.version")
        .innerJoin("line", "line.key", "trace.line")
        .innerJoin("version", "version.key", "linked.version")
        .select(["linked.version", "linked.story", "linked.day", "linked.time", "version.id", "line.key as place"])
        .select(["line.id as line", "line.type", "line.status", "line.who", "line.what"])
        .select(["trace.speaker", "trace.spans", "trace.origin"])
        .where("linked.story", "in", [...some])
        .where("linked.day", ">=", from)
        .where("linked.day", "<", before)
        .where("line.kind", "=", "statement")
        .execute()),
    );
  }
  return inOrderOfTime(counted(rows, window)).map((row) => ({
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

async function claimed({ tables }: Tables, stories: readonly string[], window: Window): Promise<Claimed> {
  const { from, before } = window;
  const rows = [];
  for (const some of inChunks(stories)) {
    rows.push(
      ...(await tables
        .selectFrom("linked")
        .innerJoin("dated", "dated.version", "linked.version")
        .select(["linked.version", "linked.day", "linked.time", "dated.article as id", "linked.version as place"])
        .select(["linked.figures", "linked.denials"])
        .where("linked.story", "in", [...some])
        .where("linked.day", ">=", from)
        .where("linked.day", "<", before)
        .where(({ eb, or }) => or([eb("linked.figures", "<>", "[]"), eb("linked.denials", "<>", "[]")]))
        .execute()),
    );
  }
  const sorted = inOrderOfTime(counted(rows, window));
  return {
    figures: sorted.flatMap(({ figures }) => JSON.parse(figures) as readonly ToldFigure[]),
    denials: sorted.flatMap(({ denials }) => JSON.parse(denials) as readonly Denial[]),
  };
}

async function disputed({ tables }: Tables, subjects: readonly string[], { from, day, before, parts }: Window) {
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
        .where("dispute_end.day", "<", parts === null ? before : day)
        .execute()),
    );
  }
  const sortKey = (row: Pick<(typeof rows)[number], "day" | keyof EarlierEnd>): string =>
    JSON.stringify([row.day, row.dispute, row.article, row.line]);
  // The columns hold what `link-rows.ts` wrote.
  const ends = rows.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).map(({ day: _, ...row }) => row as EarlierEnd);
  if (parts === null || parts.ends.length === 0) return ends;
  const asked = new Set(subjects);
  return [...ends, ...parts.ends.filter(({ subject }) => asked.has(subject))];
}

/** In the order in which linking took them: by day, by time, by article, by line. */
function inOrderOfTime<
  Row extends { readonly day: string; readonly time: number | null; readonly id: string; readonly place: number },
>(rows: readonly Row[]): readonly Row[] {
  const time = (row: Row): number => row.time ?? Number.MAX_SAFE_INTEGER;
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return rows.toSorted((a, b) => text(a.day, b.day) || time(a) - time(b) || text(a.id, b.id) || a.place - b.place);
}
