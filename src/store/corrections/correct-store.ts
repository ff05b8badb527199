import { correctRecord, type LineMark } from "../../link/corrections/correct-record.js";
import {
  type Correction,
  type CorrectionDetail,
  correctionId,
  type EndAnchor,
  type EntityAnchor,
  inEffect,
  type LineAnchor,
  type RemarkKind,
  sourceGrades,
  undoneBy,
  wordsOfMark,
} from "../../link/corrections/correction.js";
import {
  anchorOf,
  type CorrectableLine,
  correctableLines,
  entityAnchorOf,
} from "../../link/corrections/find-anchored.js";
import { readField } from "../../link/corrections/relabel.js";
import { linkId } from "../../link/link-id.js";
import { oneLine } from "../../text/one-line.js";
import { inChunks } from "../in-chunks.js";
import { lineId, parseLineId } from "../line-id.js";
import { disputeById } from "../queries/disputes.js";
import { eventById, historyById, historyOfEvent } from "../queries/events.js";
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
 * Says that two or more known entities, stories, events or disputes are one. They go by the first one's id from then on.
 *
 * @throws {StoreError} where an id names nothing, or they are not of one kind.
 */
export async function mergeGroups(store: WritableStore, ids: readonly string[], by: Corrector): Promise<Correction> {
  const distinct = [...new Set(ids)];
  const [to] = distinct;
  if (to === undefined || distinct.length < 2) throw new StoreError("Name two different ids or more to be one.");
  const { why } = by;
  if (distinct.every(isEvent)) return mergeEvents(store, distinct, by);
  if (distinct.every(isDispute)) {
    const groups = [];
    for (const id of distinct) groups.push(await disputeGroup(store, id));
    if (new Set(groups.map(({ kind }) => kind)).size > 1)
      throw new StoreError("These disputes are of several kinds, so they cannot be one.");
    const merged = groups.map(({ kind: _, ...group }) => group);
    return correct(store, ids.join(" "), { kind: "merge-disputes", to, groups: merged, why }, by);
  }
  if (distinct.every(isStory)) {
    const groups = [];
    for (const id of distinct) groups.push({ id, articles: await articlesOfStory(store, id) });
    return correct(store, ids.join(" "), { kind: "merge-stories", to, groups, why }, by);
  }
  if (!distinct.every(isEntity)) {
    throw new StoreError(
      `Found ${ids.join(", ")}; expected ids of entities alone (wh_…), of stories alone (sy_…), of events alone (ev_…) or of disputes alone (di_…).`,
    );
  }
  const groups = [];
  for (const id of distinct) groups.push({ id, ...(await membersOfEntity(store, id)) });
  return correct(store, ids.join(" "), { kind: "merge-entities", to, groups, why }, by);
}

/**
 * Says that members of a known entity are somebody else, articles of a story another story, or lines of an event another event; all those named are one.
 *
 * @param members of an entity as `art_5c34f14789777e74/en_3`; of a story the ids of articles; of an event lines that tell of it
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
  if (isEvent(id)) return splitEvent(store, id, members, by);
  if (!isEntity(id))
    throw new StoreError(`Found ${id}; expected the id of an entity (wh_…), of a story (sy_…) or of an event (ev_…).`);
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

/** What a person says of something by its id alone. `state`: of a history the state that is meant, else the one that holds now. */
export interface SaidById {
  readonly id: string;
  readonly state?: string | undefined;
}

/**
 * Says that something is wrong: a line, all lines that tell of an event or of a state of a history, a dispute that is none, a person or body that is none;
 * or takes a whole article out.
 *
 * @param said `lines`: of a dispute not that it is none, but that the lines on its sides are wrong
 * @throws {StoreError} where the id names nothing, or only what is hidden already.
 */
export async function reject(
  store: WritableStore,
  { id, state, lines }: SaidById & { readonly lines?: boolean | undefined },
  by: Corrector,
): Promise<Correction> {
  if (lines === true)
    return correct(store, id, { kind: "hide", lines: await linesOfDispute(store, id), why: by.why }, by);
  const article = [isDispute, isEntity, isEvent, isHistory].some((is) => is(id)) ? null : await articleNamed(store, id);
  if (article !== null) return correct(store, id, { kind: "remove", ...article, why: by.why }, by);
  return judge(store, { id, state }, "hide", by);
}

/**
 * Says that something is right: a line, all lines that tell of an event or of a state of a history, a dispute, or that a known person or body is one.
 *
 * @throws {StoreError} where the id names nothing, or only what is confirmed already.
 */
export function confirm(store: WritableStore, said: SaidById, by: Corrector): Promise<Correction> {
  return judge(store, said, "confirm", by);
}

async function judge(
  store: WritableStore,
  { id, state }: SaidById,
  kind: "hide" | "confirm",
  by: Corrector,
): Promise<Correction> {
  const { why } = by;
  if (isDispute(id)) {
    const { kind: _, ...dispute } = await disputeGroup(store, id);
    return correct(store, id, { kind: `${kind}-dispute`, dispute, why }, by);
  }
  if (isEntity(id)) {
    const entity = { id, ...(await membersOfEntity(store, id)) };
    return correct(store, id, { kind: `${kind}-entity`, entity, why }, by);
  }
  const lines = await linesOf(store, { id, state }, kind);
  return correct(store, subjectOf({ id, state }), { kind, lines, why }, by);
}

/**
 * Notes something on a line, on all lines that tell of an event or of a state of a history, or on a dispute; gives them a tag, or assigns them to somebody.
 *
 * @throws {StoreError} where the id names none of these, or the text is empty, too long, or said of it already.
 */
export async function remark(
  store: WritableStore,
  { id, state, kind, text }: SaidById & { readonly kind: RemarkKind; readonly text: string },
  by: Corrector,
): Promise<Correction> {
  const { why } = by;
  const said = kind === "note" ? text.trim() : oneLine(text).trim();
  const [name, longest] = textOfRemark[kind];
  if (said === "" || said.length > longest)
    throw new StoreError(`${name} has one to ${longest} characters; found ${said.length}.`);
  const subject = subjectOf({ id, state });
  if (isDispute(id)) {
    const { kind: _, ...dispute } = await disputeGroup(store, id);
    return correct(store, subject, { kind: `${kind}-dispute`, dispute, text: said, why }, by);
  }
  if (isEntity(id) || isStory(id))
    throw new StoreError(`Found ${id}; expected a line, an event (ev_…), a history (hi_…) or a dispute (di_…).`);
  const lines: LineAnchor[] = [];
  for (const one of await idsOfLines(store, { id, state })) {
    const { line, stored, claim } = await claimWith(store, one);
    const known = stored.marks.some((mark) => mark.line === claim.line.id && mark.kind === kind && mark.text === said);
    if (kind !== "tag" || !known) lines.push(line);
  }
  if (lines.length === 0) throw new StoreError(`${id} has the tag “${said}” already.`);
  return correct(store, subject, { kind, lines, text: said, why }, by);
}

/** What the text of a remark is, and how many characters it has at most. */
const textOfRemark: Readonly<Record<RemarkKind, readonly [string, number]>> = {
  note: ["A note", 2000],
  tag: ["A tag", 60],
  assign: ["The name of whom something is assigned to", 100],
};

/**
 * Gives a known person or body a name, under which it is shown from then on.
 *
 * @throws {StoreError} where the id names nobody, or the name is empty.
 */
export async function renameEntity(
  store: WritableStore,
  { id, name }: { readonly id: string; readonly name: string },
  by: Corrector,
): Promise<Correction> {
  if (!isEntity(id)) throw new StoreError(`Found ${id}; expected the id of a known person or body (wh_…).`);
  const given = oneLine(name).trim();
  if (given === "" || given.length > longestName)
    throw new StoreError(`A name has one to ${longestName} characters; found ${given.length}.`);
  const entity = { id, ...(await membersOfEntity(store, id)) };
  return correct(store, id, { kind: "rename-entity", entity, name: given, why: by.why }, by);
}

const longestName = 200;

/**
 * Grades an outlet.
 *
 * @param grade A to F, in either case of letters
 * @throws {StoreError} where no article is of that outlet, or there is no such grade.
 */
export async function gradeSource(
  store: WritableStore,
  { outlet, grade }: { readonly outlet: string; readonly grade: string },
  by: Corrector,
): Promise<Correction> {
  const found = sourceGrades.find((one) => one === grade.trim().toUpperCase());
  if (found === undefined)
    throw new StoreError(
      `Found the grade “${grade}”; expected one of ${sourceGrades.join(", ")} (F: cannot be judged).`,
    );
  const known = await store.tables
    .selectFrom("version")
    .select("outlet")
    .where("outlet", "=", outlet.trim())
    .limit(1)
    .executeTakeFirst();
  if (known?.outlet === undefined || known.outlet === null)
    throw new StoreMissing(`No article is of the outlet “${outlet}”; \`sitrep sources\` has all by name.`);
  return correct(store, known.outlet, { kind: "grade", outlet: known.outlet, grade: found, why: by.why }, by);
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
    for (const one of await touched(tables, correction)) await applyCorrection(tables, one);
    return correction;
  });
}

type Tables = Parameters<typeof addCorrection>[0];

/** The correction itself; of one that takes back, what comes to hold or no longer holds through it. */
async function touched(
  tables: Tables,
  { detail }: Pick<Correction, "detail">,
): Promise<readonly Pick<Correction, "detail">[]> {
  if (detail.kind !== "undo") return [{ detail }];
  const all = await allCorrections(tables);
  const about = all.find(({ key }) => key === detail.correction);
  return about === undefined ? [] : touched(tables, about);
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

function isEvent(id: string): boolean {
  return /^ev_[0-9a-f]+$/.test(id);
}

function isHistory(id: string): boolean {
  return /^hi_[0-9a-f]+$/.test(id);
}

function isDispute(id: string): boolean {
  return /^di_[0-9a-f]+$/.test(id);
}

function isStory(id: string): boolean {
  return id.startsWith("sy_");
}

function isEntity(id: string): boolean {
  return /^wh_[0-9a-f]+$/.test(id);
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

function subjectOf({ id, state }: SaidById): string {
  return state === undefined ? id : `${id} ${state}`;
}

/** The article whose version has that id, by the id that all its versions share; `null` where there is none. @throws {StoreError} where it is taken out already. */
async function articleNamed({ tables }: Store, id: string) {
  const found = await tables
    .selectFrom("version")
    .innerJoin("article", "article.key", "version.article")
    .leftJoin("removed", "removed.version", "version.key")
    .select(["article.id as article", "version.title", "removed.version as removed"])
    .where("version.id", "=", id)
    .executeTakeFirst();
  if (found === undefined) return null;
  if (found.removed !== null) throw new StoreError(`${id} is taken out already.`);
  return { article: found.article, title: found.title };
}

/** The lines that are meant: one, or all that tell of an event or of a state of a history. */
async function idsOfLines(store: Store, said: SaidById): Promise<readonly string[]> {
  const { id } = said;
  if (!isEvent(id) && !isHistory(id)) return [id];
  const ids = isEvent(id) ? await linesOfEvent(store, id) : await linesOfState(store, said);
  if (ids.length === 0) throw new StoreMissing(`There is no ${isEvent(id) ? "event" : "history"} ${id}.`);
  return ids;
}

/** Those of them of which that was not said before. */
async function linesOf(store: Store, said: SaidById, kind: "hide" | "confirm"): Promise<readonly LineAnchor[]> {
  const { id } = said;
  if (!isEvent(id) && !isHistory(id)) return [await anchorOfLine(store, id, kind)];
  const ids = await idsOfLines(store, said);
  const lines: LineAnchor[] = [];
  for (const one of ids) {
    const { line, stored, claim } = await claimWith(store, one);
    // Of what several lines tell some may have been said of before.
    if (markOf(stored, claim, kind) === undefined) lines.push(line);
  }
  if (lines.length === 0) throw new StoreError(`All lines of ${id} are ${wordsOfMark[kind]} already.`);
  return lines;
}

async function linesOfEvent(store: Store, event: string): Promise<readonly string[]> {
  const rows = await store.tables
    .selectFrom("telling")
    .innerJoin("version", "version.key", "telling.version")
    .select(["version.id as version", "telling.id as line"])
    .where("event", "=", event)
    .orderBy("telling.line")
    .execute();
  return rows.map(({ version, line }) => lineId(version, line));
}

async function linesOfState(store: Store, { id, state }: SaidById): Promise<readonly string[]> {
  const history = await historyById(store, id);
  if (history === null) return [];
  const value = state?.trim().toLowerCase().replaceAll(" ", "_");
  const holding = history.states.findLast(({ standing }) => standing === "in_force" || standing === "disputed");
  const meant =
    value === undefined ? (holding ?? history.states.at(-1)) : history.states.findLast((one) => one.value === value);
  if (meant === undefined) {
    const known = [...new Set(history.states.map((one) => one.value))].join(", ");
    throw new StoreMissing(`${id} has no state “${state}”; it has ${known}.`);
  }
  return meant.tellings.map(({ article, line }) => lineId(article, line));
}

/** The lines on the sides of a dispute. @throws {StoreError} where it is none, or is over figures, which stand in no line. */
async function linesOfDispute(store: Store, id: string): Promise<readonly LineAnchor[]> {
  if (!isDispute(id)) throw new StoreError(`Found ${id}; expected the id of a dispute (di_…), whose lines are wrong.`);
  const { ends } = await disputeGroup(store, id);
  const lines = ends.flatMap(({ anchor }) => anchor ?? []);
  if (lines.length === 0)
    throw new StoreError(`${id} is over figures in the articles' texts and has no lines; say that it is no dispute.`);
  return lines;
}

async function mergeEvents(store: WritableStore, ids: readonly string[], by: Corrector): Promise<Correction> {
  const [to = ""] = ids;
  const facts = [];
  const groups = [];
  for (const id of ids) {
    const event = await eventById(store, id);
    if (event === null) throw new StoreMissing(`There is no event ${id}.`);
    facts.push({ kind: event.kind, history: await historyOfEvent(store, id), what: event.what });
    groups.push({ id, lines: await anchorsOfLines(store, await linesOfEvent(store, id)) });
  }
  const [first] = facts;
  if (first === undefined || facts.some(({ kind, history }) => kind !== first.kind || history !== first.history)) {
    throw new StoreError(
      "Only acts can be one act, and only states of one institution and aspect one state; of institutions that are one merge the entities (wh_…).",
    );
  }
  return correct(store, ids.join(" "), { kind: "merge-events", to, what: first.what, groups, why: by.why }, by);
}

async function splitEvent(
  store: WritableStore,
  id: string,
  members: readonly string[],
  by: Corrector,
): Promise<Correction> {
  const known = await linesOfEvent(store, id);
  if (known.length === 0) throw new StoreMissing(`There is no event ${id}.`);
  const strange = members.find((one) => !known.includes(one));
  if (strange !== undefined) throw new StoreError(`${strange} tells nothing of ${id}. It has ${known.join(", ")}.`);
  if (new Set(members).size === known.length) throw new StoreError(`These are all lines of ${id}; leave it one.`);
  const to = linkId("ev", ["split", id, ...members.toSorted()]);
  const lines = await anchorsOfLines(store, members);
  const subject = [id, ...members].join(" ");
  return correct(store, subject, { kind: "split-event", from: id, to, lines, why: by.why }, by);
}

async function disputeGroup(store: Store, id: string) {
  const found = await disputeById(store, id);
  if (found === null) throw new StoreMissing(`There is no dispute ${id}.`);
  const ends: EndAnchor[] = [];
  for (const { position, ends: own } of found.sides) {
    for (const { article, line } of own) {
      const anchor = line === null ? null : (await claimWith(store, lineId(article, line))).line;
      ends.push({ position, article, line, anchor });
    }
  }
  return { kind: found.kind, id, about: oneLine(found.about), ends };
}

async function anchorsOfLines(store: Store, ids: readonly string[]): Promise<readonly LineAnchor[]> {
  const lines: LineAnchor[] = [];
  for (const id of ids) lines.push((await claimWith(store, id)).line);
  return lines;
}

async function anchorOfLine(store: Store, id: string, kind: "hide" | "confirm"): Promise<LineAnchor> {
  const { line, stored, claim } = await claimWith(store, id);
  const earlier = markOf(stored, claim, kind);
  if (earlier !== undefined)
    throw new StoreError(`${id} is ${wordsOfMark[earlier.kind]} already, by co_${earlier.correction}.`);
  return line;
}

/** What was said of the line before that makes it useless, or wrong, to say this of it. */
function markOf({ marks }: StoredRecord, { line }: CorrectableLine, kind: "hide" | "confirm"): LineMark | undefined {
  const own = marks.filter((mark) => mark.line === line.id);
  return own.find((mark) => mark.kind === kind || mark.kind === "hide" || mark.kind === "remove");
}

/** The line with that id as it is now, and what it is found again by, as analysis read it. */
async function claimWith(
  store: Store,
  id: string,
): Promise<{ readonly claim: CorrectableLine; readonly stored: StoredRecord; readonly line: LineAnchor }> {
  const stored = (await lineById(store, id))?.stored ?? null;
  const own = parseLineId(id)?.line;
  const read = stored === null ? null : await recordAsRead(store, stored.key);
  const claim = stored === null ? undefined : correctableLines(stored.whole).find(({ line }) => line.id === own);
  const asRead = read === null ? undefined : correctableLines(read).find(({ line }) => line.id === own);
  if (stored === null || read === null || claim === undefined || asRead === undefined) {
    const version = parseLineId(id)?.version;
    const article = version === undefined ? null : await recordById(store, version);
    const known = article === null ? "expected an id like art_5c34f14789777e74/st_3" : "its article has no such line";
    throw new StoreMissing(`There is no line ${id}; ${known}.`);
  }
  return { claim, stored, line: anchorOf(asRead, read) };
}
