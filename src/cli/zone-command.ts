import { Argument, Command } from "commander";
import type { Effects } from "../run/effects.js";
import { lazyLinkLexicons } from "../run/link-lexicons.js";
import { linkUnlinked } from "../store/links/link-unlinked.js";
import { changeZone, databaseZone } from "../store/zone.js";
import { counted } from "./counted.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { withRecord, withWritableRecord } from "./with-record.js";
import { checkedZone } from "./zone-option.js";

/** `sitrep zone`: tells which zone the days of the database are days of, or makes it another. */
export function zoneCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("zone")
    .summary("show or change the time zone of the database")
    .description(
      "Prints the time zone that says where a day of the database begins. With a name, changes it and links all days again; articles and their records stay as they are. What an article means by “yesterday” always follows from its own date.",
    )
    .addArgument(
      new Argument("[name]", "a time zone of the IANA database, as Asia/Tokyo or UTC").argParser(checkedZone),
    )
    .addOption(databaseOption())
    .addHelpText("after", "\nExamples:\n  sitrep zone\n  sitrep zone Asia/Tokyo --db harbour.db")
    .action(async (name: string | undefined, { db }: DatabaseOption) =>
      exit(await (name === undefined ? tell(db, effects) : change(db, name, effects))),
    );
}

async function tell(db: string, effects: Effects): Promise<ExitStatus> {
  return await withRecord(db, async (store) => {
    await effects.print(`${await databaseZone(store)}\n`);
    return 0;
  });
}

async function change(db: string, zone: string, effects: Effects): Promise<ExitStatus> {
  return await withWritableRecord(db, effects, async (store) => {
    const moved = await changeZone(store, zone);
    let days = 0;
    for await (const _ of linkUnlinked(store, lazyLinkLexicons(effects))) days += 1;
    const told = moved === null ? "as before" : `${counted(moved, "text")} on another day`;
    await effects.print(`${zone}: ${told}, ${counted(days, "day")} linked again\n`);
    return 0;
  });
}
