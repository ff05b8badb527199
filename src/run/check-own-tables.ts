import { join } from "node:path";
import { numberedRows } from "../text/table.js";
import type { Effects } from "./effects.js";
import { faultOfRow, isOwnTable, ownTableNames } from "./own-table-columns.js";

/** A person's own tables cannot be used; the message says which row and what is expected there. */
export class OwnTablesError extends Error {
  override readonly name = "OwnTablesError";
}

/** Looks at every row of the tables in a person's folder. @throws {OwnTablesError} at the first that cannot be used */
export async function checkOwnTables(
  folder: string,
  { listFolder, readFile }: Pick<Effects, "listFolder" | "readFile">,
): Promise<void> {
  const names = await listFolder(folder);
  if (names === null) throw new OwnTablesError(`Found no folder ${folder}, where your own tables should be.`);
  for (const file of names.filter((one) => one.endsWith(".tsv"))) {
    const name = file.slice(0, -".tsv".length);
    const path = join(folder, file);
    if (!isOwnTable(name)) {
      throw new OwnTablesError(
        `Found ${path}, which is no table of yours to give; expected ${ownTableNames.join(", ")}.`,
      );
    }
    for (const { line, fields } of numberedRows(new TextDecoder().decode(await readFile(path)))) {
      const fault = faultOfRow(name, fields);
      if (fault !== "") throw new OwnTablesError(`${path}, line ${line}: ${fault}.`);
    }
  }
}
