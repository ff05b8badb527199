import { correctRecord } from "../../link/corrections/correct-record.js";
import {
  anchorsIn,
  articleOfVersion,
  type Correction,
  correctionId,
  doingOf,
  type EndAnchor,
  type EntityAnchor,
  isLineCorrection,
  type LineAnchor,
  undoneBy,
} from "../../link/corrections/correction.js";
import { anchoredEntity, anchoredLine } from "../../link/corrections/find-anchored.js";
import { type HeldBefore, heldBefore } from "../../link/corrections/held-before.js";
import { allCorrections } from "../corrections/correction-rows.js";
import { inChunks } from "../in-chunks.js";
import type { Store } from "../store.js";
import { recordAsRead } from "../stored-records.js";

/** A correction, and what has become of it. */
export interface ListedCorrection {
  readonly correction: Correction;
  /** What took it back, `null` where nothing did. */
  readonly undone: Correction | null;
  /** Why it cannot be applied to what the articles now give, in full or in part; empty where it is applied or taken back. */
  readonly lost: readonly string[];
  /** What held before each of all corrections. */
  readonly before: HeldBefore;
}

/** All corrections, in the order in which they were made. */
export function findCorrections(store: Store): Promise<readonly ListedCorrection[]> {
  return selectCorrections(store, () => true);
}

/** A correction that was made a moment ago. */
export async function listedNow(store: Store, correction: Correction): Promise<ListedCorrection> {
  return { correction, undone: null, lost: [], before: heldBefore(await allCorrections(store.tables)) };
}

/** The key of the correction that was made last, 0 where there is none. */
export async function lastCorrection({ tables }: Store): Promise<number> {
  const row = await tables.selectFrom("correction").select("key").orderBy("key", "desc").limit(1).executeTakeFirst();
  return row?.key ?? 0;
}

/** The corrections that were made after one, in order. */
export function findCorrectionsAfter(store: Store, key: number): Promise<readonly ListedCorrection[]> {
  return selectCorrections(store, (correction) => correction.key > key);
}

/** Which corrections are asked for; all of it has to hold. */
export interface CorrectionQuestion {
  /** Those made by this moment. */
  readonly until?: string | null | undefined;
  /** Who made them, by name, in whatever case of letters. */
  readonly by?: string | undefined;
  /** What they do, as `correctionDoings` has it. */
  readonly kind?: readonly string[] | undefined;
  /** The id of what they are about. */
  readonly about?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** The corrections that answer the question, the latest first. */
export async function latestCorrections(
  store: Store,
  { until, by, kind, about, offset, limit }: CorrectionQuestion,
): Promise<readonly ListedCorrection[]> {
  const name = by?.toLowerCase();
  const keys = (await allCorrections(store.tables))
    .filter(
      (one) =>
        (until === undefined || until === null || one.at <= until) &&
        (name === undefined || one.by.toLowerCase() === name) &&
        (kind === undefined || kind.includes(doingOf(one.detail.kind))) &&
        (about === undefined || one.subject.split(" ").includes(about)),
    )
    .map(({ key }) => key)
    .toReversed()
    .slice(offset, offset + limit);
  const wanted = new Set(keys);
  return (await selectCorrections(store, ({ key }) => wanted.has(key))).toReversed();
}

/** The correction with that id, `null` where there is none. */
export async function correctionById(store: Store, id: string): Promise<ListedCorrection | null> {
  const [found] = await selectCorrections(store, (correction) => correctionId(correction) === id);
  return found ?? null;
}

/**
 * The corrections in effect that were made of something by this id: of an entity, a story, an event or a line; and those among `keys`, by which a
 * line is marked.
 */
export function correctionsAbout(
  store: Store,
  id: string,
  keys: ReadonlySet<number>,
): Promise<readonly ListedCorrection[]> {
  return selectCorrections(
    store,
    ({ key, subject, detail }, undone) =>
      !undone &&
      detail.kind !== "undo" &&
      (keys.has(key) ||
        subject.split(" ").includes(id) ||
        ("to" in detail && detail.to === id) ||
        (detail.kind === "remove" && articleOfVersion(id) === detail.article)),
  );
}

async function selectCorrections(
  store: Store,
  wanted: (correction: Correction, undone: boolean) => boolean,
): Promise<readonly ListedCorrection[]> {
  const all = await allCorrections(store.tables);
  const undone = undoneBy(all);
  const before = heldBefore(all);
  const listed: ListedCorrection[] = [];
  for (const correction of all) {
    const by = undone.get(correction.key) ?? null;
    if (!wanted(correction, by !== null)) continue;
    listed.push({ correction, undone: by, lost: by === null ? await lostOf(store, correction) : [], before });
  }
  return listed;
}

async function lostOf(store: Store, correction: Correction): Promise<readonly string[]> {
  if (isLineCorrection(correction)) {
    const { detail } = correction;
    const versions = new Set(anchorsIn(detail).map(({ article }) => article));
    const reasons: string[] = [];
    for (const version of versions) {
      const record = await recordOf(store, version);
      if (record === null) reasons.push(`${version} has no record`);
      else reasons.push(...correctRecord(record, [correction]).lost.map(({ reason }) => `${version}: ${reason}`));
    }
    return reasons;
  }
  const { detail } = correction;
  switch (detail.kind) {
    case "merge-entities": {
      const reasons: string[] = [];
      for (const { id, name, members } of detail.groups) {
        if (!(await someEntity(store, members))) reasons.push(`no article tells of ${name} (${id}) any more`);
      }
      return reasons;
    }
    case "confirm-entity":
    case "hide-entity":
    case "rename-entity": {
      const { id, name, members } = detail.entity;
      return (await someEntity(store, members)) ? [] : [`no article tells of ${name} (${id}) any more`];
    }
    case "merge-events": {
      const reasons: string[] = [];
      for (const { id, lines } of detail.groups) {
        if (!(await someLine(store, lines))) reasons.push(`no line tells of ${id} any more`);
      }
      return reasons;
    }
    case "split-event":
      return (await someLine(store, detail.lines)) ? [] : ["none of its lines is there any more"];
    case "confirm-dispute":
    case "hide-dispute":
    case "note-dispute":
    case "tag-dispute":
    case "assign-dispute":
      return lostEnds(store, detail.dispute);
    case "merge-disputes":
      return (await Promise.all(detail.groups.map((group) => lostEnds(store, group)))).flat();
    case "split-entity":
      return (await someEntity(store, detail.members)) ? [] : [`no article tells of its members any more`];
    case "merge-stories": {
      const reasons: string[] = [];
      for (const { id, articles } of detail.groups) {
        if (!(await someLinked(store, articles))) reasons.push(`no article of ${id} is linked any more`);
      }
      return reasons;
    }
    case "split-story":
      return (await someLinked(store, detail.articles)) ? [] : ["none of its articles is linked any more"];
    default:
      return [];
  }
}

async function someEntity(store: Store, anchors: readonly EntityAnchor[]): Promise<boolean> {
  for (const anchor of anchors) {
    const record = await recordOf(store, anchor.article);
    if (record !== null && anchoredEntity(record, anchor) !== null) return true;
  }
  return false;
}

async function someLine(store: Store, anchors: readonly LineAnchor[]): Promise<boolean> {
  for (const anchor of anchors) {
    const record = await recordOf(store, anchor.article);
    if (record !== null && anchoredLine(record, anchor) !== null) return true;
  }
  return false;
}

/** Why a dispute is not there any more by the lines of its ends; one over figures alone is not looked for. */
async function lostEnds(
  store: Store,
  { id, ends }: { readonly id: string; readonly ends: readonly EndAnchor[] },
): Promise<readonly string[]> {
  const anchors = ends.flatMap(({ anchor }) => anchor ?? []);
  return anchors.length === 0 || (await someLine(store, anchors)) ? [] : [`no line is an end of ${id} any more`];
}

async function someLinked({ tables }: Store, versions: readonly string[]): Promise<boolean> {
  for (const some of inChunks([...new Set([...versions, ...versions.map(articleOfVersion)])])) {
    const row = await tables
      .selectFrom("version as named")
      .innerJoin("version", "version.article", "named.article")
      .innerJoin("linked", "linked.version", "version.key")
      .select("version.key")
      .where("named.id", "in", [...some])
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return true;
  }
  return false;
}

async function recordOf(store: Store, version: string) {
  const row = await store.tables.selectFrom("version").select("key").where("id", "=", version).executeTakeFirst();
  return row === undefined ? null : recordAsRead(store, row.key);
}

/** "co_3: no article …", for those that cannot be applied. */
export async function lostCorrections(store: Store): Promise<readonly string[]> {
  const listed = await findCorrections(store);
  return listed.flatMap(({ correction, lost }) => lost.map((reason) => `${correctionId(correction)}: ${reason}`));
}
