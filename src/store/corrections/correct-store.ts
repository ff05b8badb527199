import { correctRecord } from "../../link/corrections/correct-record.js";
import {
  type Correction,
  type CorrectionDetail,
  correctionId,
  type EntityAnchor,
  inEffect,
  type LineAnchor,
  undoneBy,
} from "../../link/corrections/correction.js";
import { anchorOf, type Claim, claimsOf, entityAnchorOf } from "../../link/corrections/find-anchored.js";
import { readField } from "../../link/corrections/relabel.js";
import { linkId } from "../../link/link-id.js";
import { inChunks } from "../in-chunks.js";
import { parseLineId } from "../line-id.js";
import { lineById } from "../queries/line-by-id.js";
import type { Store, WritableStore } from "../store.js";
import { StoreError, StoreMissing } from "../store-error.js";
import { recordAsRead, recordById, recordsByKey, type StoredRecord } from "../stored-records.js";
import { applyCorrection } from "./apply-correction.js";
import { addCorrection, allCorrections } from "./correction-rows.js";

/** Who corrects, and why. */
export interface Corrector {
  readonly by: string;
  readonly why: string | null;
}

/**
 * Says that two or more known entities, or stories, are one. They go by the first one's id from then on.
 *
 * @throws {StoreError} where an id names nothing, or they are not of one kind.
 */
export async function mergeGroups(store: WritableStore, ids: readonly string[], by: Corrector): Promise<Correction> {
  const distinct = [...new Set(ids)];
  const [to] = distinct;
  if (to === undefined || distinct.length < 2) throw new StoreError("Name two different ids or more to be one.");
  const { why } = by;
  if (distinct.every(isStory)) {
    const groups = [];
    for (const id of distinct) groups.push({ id, articles: await articlesOfStory(store, id) });
    return correct(store, ids.join(" "), { kind: "merge-stories", to, groups, why }, by);
  }
  if (!distinct.every(isEntity)) {
    throw new StoreError(`Found ${ids.join(", ")}; expected ids of entities alone (wh_…), or of stories alone (sy_…).`);
  }
  const groups = [];
  for (const id of distinct) groups.push({ id, ...(await membersOfEntity(store, id)) });
  return correct(store, ids.join(" "), { kind: "merge-entities", to, groups, why }, by);
}

/**
 * Says that members of a known entity are somebody else, or articles of a story another story; all those named are one.
 *
 * @param members of an entity as `art_5c34f14789777e74/en_3`; of a story the ids of articles
 * @throws {StoreError} where an id names nothing, or a member is none.
 */
export async function splitGroup(
  store: WritableStore,
  id: string,
  members: readonly string[],
  by: Corrector,
): Promise<Correction> {
  const { why } = by;
  const subject = [id, ...members].join(" ");
  if (isStory(id)) {
    const articles = await articlesOfStory(store, id);
    const strange = members.find((one) => !articles.includes(one));
    if (strange !== undefined)
      throw new StoreError(`${strange} is no article of ${id}. It has ${articles.join(", ")}.`);
    if (members.length === articles.length) throw new StoreError(`These are all articles of ${id}; leave it one.`);
    const to = linkId("sy", ["split", id, ...members.toSorted()]);
    return correct(store, subject, { kind: "split-story", from: id, to, articles: members, why }, by);
  }
  if (!isEntity(id)) throw new StoreError(`Found ${id}; expected the id of an entity (wh_…) or of a story (sy_…).`);
  const rows = await memberRows(store, id);
  const known = rows.map((row) => `${row.id}/${row.entity}`);
  const strange = members.find((one) => !known.includes(one));
  if (strange !== undefined) throw new StoreError(`${strange} is no member of ${id}. It has ${known.join(", ")}.`);
  if (new Set(members).size === known.length) throw new StoreError(`These are all members of ${id}; leave it one.`);
  const anchors = await anchorsOf(
    store,
    rows.filter((row) => members.includes(`${row.id}/${row.entity}`)),
  );
  const to = linkId("wh", ["split", id, ...members.toSorted()]);
  return correct(store, subject, { kind: "split-entity", from: id, to, members: anchors, why }, by);
}

/**
 * Hides a line, or all lines that tell of an event.
 *
 * @throws {StoreError} where the id names nothing, or only what is hidden already.
 */
export async function hideLines(store: WritableStore, id: string, by: Corrector): Promise<Correction> {
  const lines = /^ev_[0-9a-f]+$/.test(id) ? await linesOfEvent(store, id) : [await anchorOfLine(store, id)];
  if (lines.length === 0) throw new StoreMissing(`There is no event ${id}.`);
  return correct(store, id, { kind: "hide", lines, why: by.why }, by);
}

/**
 * Says what fields of a line should hold.
 *
 * @param fields each as `field=value`
 * @throws {StoreError} where the id names nothing, a field is none of the line's, or the record cannot have that value.
 */
export async function relabelLine(
  store: WritableStore,
  id: string,
  fields: readonly string[],
  by: Corrector,
): Promise<Correction> {
  const { claim, stored, line } = await claimWith(store, id);
  const read = fields.map((written) => readField(written, claim, stored.whole));
  const values = read.map((result) => {
    if (result.kind === "refused") throw new StoreError(result.reason);
    return result.value;
  });
  return correct(store, id, { kind: "relabel", line, fields: values, why: by.why }, by);
}

/**
 * Takes a correction back. Taking back can itself be taken back.
 *
 * @throws {StoreError} where there is no such correction, or it is taken back already.
 */
export async function undoCorrection(store: WritableStore, id: string, by: Corrector): Promise<Correction> {
  const all = await allCorrections(store.tables);
  const undone = all.find((one) => correctionId(one) === id);
  if (undone === undefined) throw new StoreMissing(`There is no correction ${id}. \`sitrep corrections\` lists them.`);
  const earlier = undoneBy(all).get(undone.key);
  if (earlier !== undefined) throw new StoreError(`${id} is taken back already, by ${correctionId(earlier)}.`);
  return correct(store, id, { kind: "undo", correction: undone.key, why: by.why }, by);
}

/** Writes a correction and what follows from it, in one transaction; linking again what it bears on is left to `linkUnlinked`. */
function correct(
  store: WritableStore,
  subject: string,
  detail: CorrectionDetail,
  { by }: Corrector,
): Promise<Correction> {
  return store.tables.transaction().execute(async (tables) => {
    const correction = await addCorrection(tables, { at: store.now().toISOString(), by, subject, detail });
    await checkFits(tables, correction);
    for (const one of await touched(tables, detail)) await applyCorrection(tables, one);
    return correction;
  });
}

type Tables = Parameters<typeof addCorrection>[0];

/** The correction itself; of one that takes back, what comes to hold or no longer holds through it. */
async function touched(tables: Tables, detail: CorrectionDetail): Promise<readonly CorrectionDetail[]> {
  if (detail.kind !== "undo") return [detail];
  const all = await allCorrections(tables);
  const about = all.find(({ key }) => key === detail.correction);
  return about === undefined ? [] : touched(tables, about.detail);
}

/** @throws {StoreError} where a correction of lines that a person just made cannot be applied. */
async function checkFits(tables: Tables, correction: Correction): Promise<void> {
  const { key, at, by, subject, detail } = correction;
  if (detail.kind !== "relabel") return;
  const version = await tables
    .selectFrom("version")
    .select("key")
    .where("id", "=", detail.line.article)
    .executeTakeFirst();
  const record = version === undefined ? null : await recordAsRead({ tables }, version.key);
  const before = inEffect(await allCorrections(tables)).flatMap((one) =>
    one.detail.kind === "relabel" && one.key < key ? [{ ...one, detail: one.detail }] : [],
  );
  const [lost] =
    record === null
      ? []
      : correctRecord(record, [...before, { key, at, by, subject, detail }]).lost.filter(
          (one) => one.correction === key,
        );
  if (lost !== undefined) throw new StoreError(`The record cannot have that. ${lost.reason}`);
}

function isStory(id: string): boolean {
  return id.startsWith("sy_");
}

function isEntity(id: string): boolean {
  return id.startsWith("wh_");
}

async function articlesOfStory({ tables }: Store, id: string): Promise<readonly string[]> {
  const rows = await tables
    .selectFrom("linked")
    .innerJoin("version", "version.key", "linked.version")
    .select("version.id")
    .where("story", "=", id)
    .orderBy("linked.day")
    .orderBy("version.id")
    .execute();
  if (rows.length === 0) throw new StoreMissing(`There is no story ${id}.`);
  return rows.map((row) => row.id);
}

interface MemberRow {
  readonly key: number;
  /** Of the version. */
  readonly id: string;
  readonly entity: string;
  readonly name: string;
}

async function memberRows({ tables }: Store, id: string): Promise<readonly MemberRow[]> {
  const rows = await tables
    .selectFrom("member")
    .innerJoin("version", "version.key", "member.version")
    .select(["version.key", "version.id", "member.entity", "member.name"])
    .where("who", "=", id)
    .orderBy("member.day")
    .orderBy("version.id")
    .orderBy("member.entity")
    .execute();
  if (rows.length === 0) throw new StoreMissing(`There is no known person or body ${id}.`);
  return rows;
}

async function membersOfEntity(
  store: Store,
  id: string,
): Promise<{ readonly name: string; readonly members: readonly EntityAnchor[] }> {
  const rows = await memberRows(store, id);
  const names = rows.map(({ name }) => name).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return { name: names[0] ?? id, members: await anchorsOf(store, rows) };
}

async function anchorsOf(store: Store, rows: readonly MemberRow[]): Promise<readonly EntityAnchor[]> {
  const anchors: EntityAnchor[] = [];
  for (const some of inChunks(rows)) {
    const records = await recordsByKey(
      store,
      some.map(({ key }) => key),
    );
    for (const { key, entity: id } of some) {
      const whole = records.get(key)?.whole;
      const entity = whole?.entities.find((one) => one.id === id);
      const anchor = whole === undefined || entity === undefined ? null : entityAnchorOf(entity, whole);
      if (anchor !== null) anchors.push(anchor);
    }
  }
  return anchors;
}

async function linesOfEvent(store: Store, event: string): Promise<readonly LineAnchor[]> {
  const rows = await store.tables
    .selectFrom("telling")
    .innerJoin("line", "line.key", "telling.line")
    .innerJoin("version", "version.key", "telling.version")
    .select(["version.id as version", "line.id as line"])
    .where("event", "=", event)
    .orderBy("line.key")
    .execute();
  const lines: LineAnchor[] = [];
  for (const { version, line } of rows) lines.push(await anchorOfLine(store, `${version}/${line}`));
  return lines;
}

async function anchorOfLine(store: Store, id: string): Promise<LineAnchor> {
  const { line, stored, claim } = await claimWith(store, id);
  const hidden = stored.marks.find((mark) => mark.line === claim.line.id && mark.kind === "hide");
  if (hidden !== undefined) throw new StoreError(`${id} is hidden already, by co_${hidden.correction}.`);
  return line;
}

/** The line with that id as it is now, and what it is found again by, as analysis read it. */
async function claimWith(
  store: Store,
  id: string,
): Promise<{ readonly claim: Claim; readonly stored: StoredRecord; readonly line: LineAnchor }> {
  const stored = (await lineById(store, id))?.stored ?? null;
  const own = parseLineId(id)?.line;
  const read = stored === null ? null : await recordAsRead(store, stored.key);
  const claim = stored === null ? undefined : claimsOf(stored.whole).find(({ line }) => line.id === own);
  const asRead = read === null ? undefined : claimsOf(read).find(({ line }) => line.id === own);
  if (stored === null || read === null || claim === undefined || asRead === undefined) {
    const version = parseLineId(id)?.version;
    const article = version === undefined ? null : await recordById(store, version);
    const known = article === null ? "expected an id like art_5c34f14789777e74/st_3" : "its article has no such line";
    throw new StoreMissing(`There is no line ${id}; ${known}.`);
  }
  return { claim, stored, line: anchorOf(asRead, read) };
}
