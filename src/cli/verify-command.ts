import { Command } from "commander";
import type { Effects } from "../run/effects.js";
import { readLinkLexicons } from "../run/link-lexicons.js";
import { countLinked, countVersions } from "../store/count-versions.js";
import { openStoreForReading } from "../store/store.js";
import { verifyStore } from "../store/verify.js";
import { counted } from "./counted.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { openProgress } from "./progress.js";

/** `sitrep verify`: reads the whole database back and holds every claim against its words. */
export function verifyCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("verify")
    .summary("check every hash, span and link of the database")
    .description(
      "Reads the whole database back: hashes every text again, slices every span of every record again, compares the tables with the records, and links the articles again: all of them in a record of up to 1,000 articles, in a larger one those of some days, a tenth of all articles. Names each fault, and changes nothing.",
    )
    .addOption(databaseOption())
    .option("--all-links", "link all days again, which takes several times as long in a large record")
    .addHelpText("after", "\nExit status: 0 no faults; 1 faults were found; 2 wrong usage.")
    .action(async (options: VerifyWords) => exit(await verify(options, effects)));
}

interface VerifyWords extends DatabaseOption {
  readonly allLinks?: boolean;
}

async function verify({ db, allLinks = false }: VerifyWords, effects: Effects): Promise<ExitStatus> {
  const store = await openStoreForReading(db);
  let faults = 0;
  try {
    const progress = openProgress((await countVersions(store)) + (await countLinked(store)), effects, {
      verb: "verified",
      silentOutput: true,
    });
    const found = await verifyStore(store, {
      fault: (sentence) => {
        faults += 1;
        progress.clear();
        effects.report(`sitrep: ${sentence}\n`);
      },
      step: progress.advance,
      lexicons: await readLinkLexicons(effects),
      linksOf: allLinks ? "all days" : "some days",
    });
    progress.clear();
    for (const sentence of found.lostCorrections) effects.report(`sitrep: ${sentence}\n`);
    const counts = [
      counted(found.versions, "text"),
      counted(found.records, "record"),
      counted(found.lines, "line"),
      counted(found.spans, "span"),
      ...(found.failed === 0 ? [] : [`${counted(found.failed, "text")} without a record, whose analysis failed`]),
      ...(found.unlinkedDays === 0
        ? []
        : [`${counted(found.unlinkedDays, "day")} whose links are still to be settled`]),
      ...(found.lostCorrections.length === 0
        ? []
        : [`${found.lostCorrections.length} corrections that no longer apply`]),
      faults === 0 ? "all hold" : counted(faults, "fault"),
    ];
    await effects.print(`${counts.join(", ")}\ndays of ${found.zone}\nrecords ${found.digest}\n`);
  } finally {
    await store.close();
  }
  return faults === 0 ? 0 : 1;
}
