import type { Generated, Transaction } from "kysely";
import type { Store, WritableStore } from "./store.js";
import { StoreError, StoreMissing } from "./store-error.js";
import type { StoreTables } from "./tables.js";

/** The table of views. Rows are added and never changed. */
export interface SavedViewTables {
  readonly saved_view: SavedViewTable;
}

/** That a view was saved, saved anew, or deleted. The latest row of a name counts. */
interface SavedViewTable {
  readonly key: Generated<number>;
  readonly at: string;
  readonly name: string;
  /** `null` where the view was deleted. */
  readonly address: string | null;
  readonly by: string;
}

/** A page of the desk with its filters, under a name. All who use the record have it. */
export interface SavedView {
  readonly name: string;
  /** Path and query. */
  readonly address: string;
  /** Who saved it last, and when, as ISO 8601. */
  readonly by: string;
  readonly at: string;
}

/** The views that there are, by name. */
export async function findSavedViews({ tables }: Pick<Store, "tables">): Promise<readonly SavedView[]> {
  const rows = await tables
    .selectFrom("saved_view")
    .select(["name", "address", "by", "at"])
    .where("key", "in", (builder) =>
      builder
        .selectFrom("saved_view")
        .select(({ fn }) => fn.max("key").as("key"))
        .groupBy("name"),
    )
    .orderBy("name")
    .execute();
  return rows.flatMap(({ address, ...view }) => (address === null ? [] : [{ ...view, address }]));
}

/** Saves a view, in the place of the one of that name where there is one. */
export function saveView(store: WritableStore, view: Pick<SavedView, "name" | "address" | "by">): Promise<void> {
  return write(store, store.tables, view);
}

/** Deletes a view. @throws {StoreMissing} where there is none of that name */
export async function deleteView(store: WritableStore, name: string, by: string): Promise<void> {
  await viewNamed(store, name);
  await write(store, store.tables, { name, address: null, by });
}

/**
 * Gives a view another name.
 *
 * @throws {StoreMissing} where there is none of that name
 * @throws {StoreError} where another view has the new name
 */
export async function renameView(store: WritableStore, name: string, to: string, by: string): Promise<void> {
  const { address } = await viewNamed(store, name);
  if (name === to) return;
  const views = await findSavedViews(store);
  if (views.some((one) => one.name === to)) throw new StoreError(`There is a view “${to}” already.`);
  await store.tables.transaction().execute(async (tables) => {
    await write(store, tables, { name, address: null, by });
    await write(store, tables, { name: to, address, by });
  });
}

async function viewNamed(store: WritableStore, name: string): Promise<SavedView> {
  const view = (await findSavedViews(store)).find((one) => one.name === name);
  if (view === undefined) throw new StoreMissing(`There is no view “${name}”.`);
  return view;
}

async function write(
  { now }: WritableStore,
  tables: WritableStore["tables"] | Transaction<StoreTables>,
  row: { readonly name: string; readonly address: string | null; readonly by: string },
): Promise<void> {
  await tables
    .insertInto("saved_view")
    .values({ at: now().toISOString(), ...row })
    .execute();
}
