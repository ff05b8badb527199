import type { Transaction } from "kysely";
import {
  articleOfVersion,
  type Correction,
  type CorrectionDetail,
  correctionDetailSchema,
  inEffect,
  isLineCorrection,
  isLinkCorrection,
  type LineCorrection,
  type LinkCorrection,
} from "../../link/corrections/correction.js";
import type { Store } from "../store.js";
import { StoreError } from "../store-error.js";
import type { StoreTables } from "../tables.js";

type Tables = Store["tables"] | Transaction<StoreTables>;

/** All corrections of the ground, in the order in which they were made. @throws {StoreError} where a newer version made one. */
export async function allCorrections(tables: Tables): Promise<readonly Correction[]> {
  return (await tables.selectFrom("correction").selectAll().orderBy("key").execute()).map(correctionOfRow);
}

/** The corrections in effect of lines of a version, or of other versions of its article. */
export async function correctionsOfVersion(tables: Tables, version: string): Promise<readonly LineCorrection[]> {
  // A line's correction names its article in its detail, so the others need not be read.
  const named = `"article":${JSON.stringify(articleOfVersion(version)).slice(0, -1)}`;
  const rows = await tables
    .selectFrom("correction")
    .selectAll()
    .where(({ eb, fn, val, or }) => or([eb(fn("instr", ["detail", val(named)]), ">", 0), eb("kind", "=", "undo")]))
    .orderBy("key")
    .execute();
  return inEffect(rows.map(correctionOfRow)).filter(isLineCorrection);
}

/** The corrections in effect of entities and stories. */
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
