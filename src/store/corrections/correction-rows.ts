import { sql, type Transaction } from "kysely";
import {
  articleOfVersion,
  type Correction,
  type CorrectionDetail,
  correctionDetailSchema,
  correctionId,
  inEffect,
  isLineCorrection,
  isLinkCorrection,
  type LineCorrection,
  type LinkCorrection,
  markKinds,
  type SourceGrade,
} from "../../link/corrections/correction.js";
import { hasWithin } from "../engine/expressions.js";
import { askInChunks } from "../in-chunks.js";
import type { Store } from "../store.js";
import { StoreError } from "../store-error.js";
import type { StoreTables } from "../tables.js";

type Tables = Store["tables"] | Transaction<StoreTables>;

/** All corrections of the ground, in the order in which they were made. @throws {StoreError} where a newer version made one. */
export async function allCorrections(tables: Tables): Promise<readonly Correction[]> {
  return (await tables.selectFrom("correction").selectAll().orderBy("key").execute()).map(correctionOfRow);
}

/** What holds for the lines of a version. */
export interface CorrectionsOfVersion {
  /** In the order in which they were made. */
  readonly corrections: readonly LineCorrection[];
  /** The articles that are copies of one text with its own, which what was said of their lines holds for too. */
  readonly copies: ReadonlySet<string>;
}

/** The corrections in effect of lines of a version, of other versions of its article and of copies of its text. */
export async function correctionsOfVersion(tables: Tables, version: string): Promise<CorrectionsOfVersion> {
  // Most databases have none, and this is asked for each article that comes in.
  if (!(await someLineCorrected(tables))) return { corrections: [], copies: new Set() };
  const copies = await copiesOf(tables, version);
  // A line's correction names its article in its detail, so the others need not be read.
  const named = [articleOfVersion(version), ...copies].map((one) => `"article":${JSON.stringify(one).slice(0, -1)}`);
  const rows = await tables
    .selectFrom("correction")
    .selectAll()
    .where(({ eb, or }) => or([...named.map((one) => hasWithin(sql.ref("detail"), one)), eb("kind", "=", "undo")]))
    .orderBy("key")
    .execute();
  return { corrections: inEffect(rows.map(correctionOfRow)).filter(isLineCorrection), copies };
}

/** The other articles of the group of copies that a version is in. */
async function copiesOf(tables: Tables, version: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly id: string }>`
    with own (key) as (select key from version where id = ${version}),
      groups (id) as (
        select copy_group from copy where version = (select key from own)
        union select copy_group from copy where first = (select key from own)
      ),
      together (version) as (
        select version from copy where copy_group in (select id from groups)
        union select first from copy where copy_group in (select id from groups)
      )
    select version.id from together join version on version.key = together.version
    where version.key <> (select key from own)`.execute(tables);
  const article = articleOfVersion(version);
  return new Set(rows.map(({ id }) => articleOfVersion(id)).filter((id) => id !== article));
}

/** Whether anybody has corrected a line. */
export async function someLineCorrected(tables: Tables): Promise<boolean> {
  const row = await tables
    .selectFrom("correction")
    .select("key")
    .where("kind", "in", markKinds)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The keys of the versions of articles that people took out. */
export async function removedVersions(tables: Tables): Promise<readonly number[]> {
  const articles = (await inEffectOf(tables, ["remove"])).flatMap(({ detail }) =>
    detail.kind === "remove" ? [articleOfVersion(detail.article)] : [],
  );
  const found = await askInChunks([...new Set(articles)], (some) =>
    tables
      .selectFrom("version as named")
      .innerJoin("version", "version.article", "named.article")
      .select("version.key")
      .distinct()
      .where("named.id", "in", some)
      .execute(),
  );
  return [...new Set(found.map(({ key }) => key))].sort((a, b) => a - b);
}

/** The names that people gave to known people and bodies, by their ids. */
export async function givenNames(tables: Tables): Promise<ReadonlyMap<string, string>> {
  const rows = await inEffectOf(tables, ["rename-entity"]);
  return new Map(
    rows.flatMap(({ detail }) => (detail.kind === "rename-entity" ? [[detail.entity.id, detail.name]] : [])),
  );
}

/** How people grade outlets, by the names of these; who is in none is of grade F. */
export async function sourceGradesGiven(tables: Tables): Promise<ReadonlyMap<string, GivenGrade>> {
  const rows = await inEffectOf(tables, ["grade"]);
  return new Map(
    rows.flatMap((one) => {
      const { detail, by, at } = one;
      if (detail.kind !== "grade") return [];
      return [[detail.outlet, { grade: detail.grade, by, at, why: detail.why, id: correctionId(one) }]];
    }),
  );
}

/** The grade of an outlet, and who gave it. */
export interface GivenGrade {
  readonly grade: SourceGrade;
  readonly by: string;
  readonly at: string;
  readonly why: string | null;
  /** Of the correction. */
  readonly id: string;
}

/** The ids of the disputes that people confirmed. */
export async function confirmedDisputes(tables: Tables): Promise<readonly string[]> {
  const rows = await inEffectOf(tables, ["confirm-dispute"]);
  return rows.flatMap(({ detail }) => (detail.kind === "confirm-dispute" ? [detail.dispute.id] : []));
}

/** Those of these kinds that are in effect, in the order in which they were made. */
export async function inEffectOf(
  tables: Tables,
  kinds: readonly CorrectionDetail["kind"][],
): Promise<readonly Correction[]> {
  const rows = await tables
    .selectFrom("correction")
    .selectAll()
    .where("kind", "in", [...kinds, "undo"])
    .orderBy("key")
    .execute();
  return inEffect(rows.map(correctionOfRow));
}

/** The corrections in effect of entities, stories, events and disputes. */
export async function linkCorrections(tables: Tables): Promise<readonly LinkCorrection[]> {
  return inEffect(await allCorrections(tables)).filter(isLinkCorrection);
}

/** Adds a correction to the ground, and gives it back with its key. */
export async function addCorrection(
  tables: Transaction<StoreTables>,
  { at, by, subject, detail }: Omit<Correction, "key">,
): Promise<Correction> {
  const { key } = await tables
    .insertInto("correction")
    .values({
      ...{ at, by, subject, kind: detail.kind, detail: JSON.stringify(detail) },
      undoes: detail.kind === "undo" ? detail.correction : null,
    })
    .returning("key")
    .executeTakeFirstOrThrow();
  return { key, at, by, subject, detail };
}

interface CorrectionRow {
  readonly key: number;
  readonly at: string;
  readonly by: string;
  readonly subject: string;
  readonly detail: string;
}

function correctionOfRow({ key, at, by, subject, detail }: CorrectionRow): Correction {
  return { key, at, by, subject, detail: detailOf(key, detail) };
}

function detailOf(key: number, json: string): CorrectionDetail {
  const parsed = correctionDetailSchema.safeParse(JSON.parse(json));
  if (parsed.success) return parsed.data;
  throw new StoreError(`The correction co_${key} is of a form that this version does not know. Use a newer sitrep.`);
}
