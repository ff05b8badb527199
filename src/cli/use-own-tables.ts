import type { Command } from "commander";
import { checkOwnTables, OwnTablesError } from "../run/check-own-tables.js";
import type { Effects } from "../run/effects.js";
import { ownTables, takeOwnTables } from "../run/own-tables.js";
import { nameOfRecord } from "../store/store.js";
import { databaseTables } from "../store/tables-setting.js";

/**
 * Makes the command go by the tables of their own that somebody made its database with, else by those that the environment names.
 *
 * @throws {OwnTablesError} where the tables cannot be used, or the environment names others than the database goes by
 */
export async function useOwnTables(command: Command, effects: Effects): Promise<void> {
  const { db } = command.opts<{ readonly db?: string }>();
  const given = ownTables();
  const known = db === undefined ? null : await databaseTables(db);
  if (known === null || (command.name() === "rebuild" && given !== null)) {
    if (given !== null) await checkOwnTables(given, effects);
    return;
  }
  const { folder } = known;
  if (given !== null && given !== folder) {
    throw new OwnTablesError(
      `${db === undefined ? "" : await nameOfRecord(db)} goes by ${folder === null ? "no tables of your own" : `the tables in ${folder}`}, and SITREP_TABLES names ${given}. Leave SITREP_TABLES out, or run \`sitrep rebuild\` with it: that reads all articles again.`,
    );
  }
  if (folder === null || (asking.has(command.name()) && (await effects.listFolder(folder)) === null)) return;
  await checkOwnTables(folder, effects);
  takeOwnTables(folder);
}

/** Commands that only ask: they do without the tables where these have gone. */
const asking: ReadonlySet<string> = new Set(
  "brief timeline due statements actions postures story disputes origins who search sources export corrections explain token list".split(
    " ",
  ),
);
