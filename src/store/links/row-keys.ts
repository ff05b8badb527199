import { sql } from "kysely";
import { groupedBy } from "../../link/grouped-by.js";
import type { DayLinks } from "../../link/link-day.js";
import type { LinkInput } from "../../link/link-input.js";
import { joinInOrder, numbersIn } from "../engine/expressions.js";
import { inChunks } from "../in-chunks.js";
import { isLineOf } from "../line-id.js";
import { PackedRecords } from "../packed-record.js";
import type { Store } from "../store.js";
import { lineKeysOfRecord, type RowKeys } from "./link-rows.js";
import { linkInputs } from "./stored-memory.js";

/** The articles of these versions, as linking takes them. */
export async function inputsOf(
  store: Pick<Store, "tables">,
  versions: readonly number[],
): Promise<readonly LinkInput[]> {
  const inputs = [];
  const packed = new PackedRecords();
  for (const some of inChunks(versions)) inputs.push(...(await linkInputs(store, some, packed)));
  return inputs;
}

/** The keys of all that the links of a day name: what is of the day by its records, what is older by the database. */
export async function rowKeys(
  { tables }: Pick<Store, "tables">,
  links: DayLinks,
  inputs: readonly LinkInput[],
): Promise<RowKeys> {
  const ends = links.disputes.flatMap(({ sides }) => sides.flatMap((side) => side.ends));
  const named = new Set([
    ...inputs.map(({ id }) => id),
    ...links.stories.map(({ central }) => central),
    ...links.copies.flatMap(({ first, copies }) => [first, ...copies.map(({ of }) => of)]),
    ...ends.map(({ article }) => article),
  ]);
  const versions = new Map<string, number>();
  const outlets = new Map<string, string | null>();
  for (const ids of inChunks([...named])) {
    const rows = await tables
      .selectFrom("version")
      .select(["key", "id", "outlet"])
      .where("id", "in", [...ids])
      .execute();
    for (const { key, id, outlet } of rows) {
      versions.set(id, key);
      outlets.set(id, outlet);
    }
  }
  const lines = new Map(inputs.map((input) => [input.id, lineKeysOfRecord(input, versions.get(input.id) ?? 0)]));
  const older = [...new Set(ends.map(({ article }) => article))].filter((article) => !lines.has(article));
  for (const articles of inChunks(older)) {
    const { rows } = await linesOfVersions(
      { tables },
      articles.map((article) => versions.get(article) ?? 0),
    );
    const keyed = groupedBy(rows, ({ version }) => version);
    for (const article of articles) {
      const own = keyed.get(versions.get(article) ?? 0) ?? [];
      lines.set(article, new Map(own.map(({ key, id }) => [id, key])));
    }
  }
  return {
    versionOf: (article) => found(versions.get(article), article),
    outletOf: (article) => outlets.get(article) ?? null,
    lineOf: (article, line) => found(lines.get(article)?.get(line), `${article}/${line}`),
  };
}

function found(key: number | undefined, name: string): number {
  if (key === undefined) throw new RangeError(`Found a link to ${name}, which the database does not have.`);
  return key;
}

function linesOfVersions({ tables }: Pick<Store, "tables">, versions: readonly number[]) {
  return sql<{ readonly key: number; readonly id: string; readonly version: number }>`
    select line.key, line.id, line.version from (${numbersIn(JSON.stringify(versions))}) as asked
    ${joinInOrder} line on ${isLineOf("line.key", "asked.value")}`.execute(tables);
}
