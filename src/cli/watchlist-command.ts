import { Command, InvalidArgumentError, Option } from "commander";
import type { Effects } from "../run/effects.js";
import { type LineKind, lineKinds } from "../store/lines-of-record.js";
import { findWatch, findWatches, removeWatch, saveWatch, type Watch } from "../store/watches.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { withRecord, withWritableRecord } from "./with-record.js";

interface AddOptions extends DatabaseOption {
  readonly country?: readonly string[];
  readonly who?: readonly string[];
  readonly kind?: readonly LineKind[];
}

interface ListOptions extends DatabaseOption {
  readonly json?: true;
}

/** `sitrep watchlist`: what somebody wants to be told of. */
export function watchlistCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const command = new Command("watchlist")
    .summary("keep watches: countries and people that you want alerts for")
    .description(
      "Keeps watches in the database. `sitrep alerts` prints what is new for them, and `sitrep brief --watch` narrows a brief down to one.",
    );
  command
    .command("add <name>")
    .description("Sets up a watch for lines that name any of these countries or people, or changes it.")
    .addOption(new Option("--country <name...>", "countries, by code or name"))
    .addOption(new Option("--who <name...>", "people and bodies, by name or title"))
    .addOption(
      new Option("--kind <kind...>", `only lines of these kinds: ${lineKinds.slice(0, 3).join(", ")}`).argParser(
        checkedKind,
      ),
    )
    .addOption(databaseOption())
    .action(async (name: string, options: AddOptions) => exit(await add(name, options, effects)));
  command
    .command("list")
    .description("Lists the watches.")
    .addOption(new Option("--json", "print them as one JSON object"))
    .addOption(databaseOption())
    .action(async (options: ListOptions) => exit(await list(options, effects)));
  command
    .command("remove <name>")
    .description("Removes a watch.")
    .addOption(databaseOption())
    .action(async (name: string, options: DatabaseOption) => exit(await remove(name, options, effects)));
  return command;
}

function checkedKind(written: string, before: readonly LineKind[] = []): readonly LineKind[] {
  const kind = lineKinds.slice(0, 3).find((one) => one === written);
  if (kind === undefined) throw new InvalidArgumentError(`Expected ${lineKinds.slice(0, 3).join(", ")}.`);
  return [...before, kind];
}

async function add(
  name: string,
  { db, country = [], who = [], kind = [] }: AddOptions,
  effects: Effects,
): Promise<ExitStatus> {
  const wordless = [...country, ...who].find((one) => !/[\p{L}\p{N}]/u.test(one));
  if (wordless !== undefined || country.length + who.length === 0) {
    const reason =
      wordless === undefined ? "give a --country or --who to watch for" : `“${wordless}” has no word in it`;
    effects.report(`sitrep: ${reason}\n`);
    return 2;
  }
  return await withWritableRecord(db, effects, async (store) => {
    const known = (await findWatch(store, name)) !== null;
    await saveWatch(store, name, { countries: country, who, kinds: kind });
    await effects.print(`${known ? "changed" : "added"} ${name}: \`sitrep alerts\` prints what comes in from now on\n`);
    return 0;
  });
}

async function list({ db, json }: ListOptions, effects: Effects): Promise<ExitStatus> {
  return await withRecord(db, async (store) => {
    const watches = (await findWatches(store)).map(({ seen: _, ...watch }) => watch);
    const text = json ? JSON.stringify({ watches }, null, 2) : watches.map(lineOf).join("\n");
    await effects.print(text === "" ? "There are no watches; `sitrep watchlist add` sets one up.\n" : `${text}\n`);
    return 0;
  });
}

function lineOf({ name, countries, who, kinds, at }: Omit<Watch, "seen">): string {
  const asked = [...countries, ...who].join(", ");
  return `${name} · ${asked} · ${kinds.length === 0 ? "all kinds" : kinds.map((kind) => `${kind}s`).join(", ")} · since ${at}`;
}

async function remove(name: string, { db }: DatabaseOption, effects: Effects): Promise<ExitStatus> {
  return await withWritableRecord(db, effects, async (store) => {
    if ((await findWatch(store, name)) === null) {
      effects.report(`sitrep: there is no watch “${name}”\n`);
      return 2;
    }
    await removeWatch(store, name);
    await effects.print(`removed ${name}\n`);
    return 0;
  });
}
