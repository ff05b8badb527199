import { Command } from "commander";
import { lazyAnalyser } from "../run/analyse.js";
import type { Effects } from "../run/effects.js";
import { lazyLinkLexicons } from "../run/link-lexicons.js";
import { ownTables } from "../run/own-tables.js";
import { rebuildStore } from "../run/rebuild-store.js";
import { countVersions } from "../store/count-versions.js";
import { openStoreForWriting } from "../store/store.js";
import { counted } from "./counted.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { openProgress, type Progress } from "./progress.js";

/** `sitrep rebuild`: makes all that the database says of its articles again, from the articles. */
export function rebuildCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("rebuild")
    .summary("analyse and link all articles again")
    .description(
      "Drops everything that was derived from the articles and makes it again from their texts, as after an update of Sitrep. Articles and corrections are never touched. If interrupted, it goes on at the next call.",
    )
    .addOption(databaseOption())
    .action(async (options: DatabaseOption) => exit(await rebuild(options, effects)));
}

async function rebuild({ db }: DatabaseOption, effects: Effects): Promise<ExitStatus> {
  const store = await openStoreForWriting(db, {
    now: effects.now,
    existing: true,
    anyDerived: true,
    tables: ownTables(),
  });
  const analyser = lazyAnalyser({ many: true }, effects);
  let progress: Progress | null = null;
  let made = 0;
  let failed = 0;
  try {
    const versions = await countVersions(store);
    let linking: Progress | null = null;
    const linked = (articles: number): void => {
      if (linking === null) {
        progress?.clear();
        linking = openProgress(versions, effects, { verb: "linked", silentOutput: true });
        progress = linking;
      }
      linking.advance(articles);
    };
    const rebuilt = rebuildStore(store, analyser, lazyLinkLexicons(effects), linked);
    for await (const { id, analysis, done, total } of rebuilt) {
      progress ??= openProgress(total, effects, { verb: "done", done: done - 1, silentOutput: true });
      made += 1;
      if (analysis.kind === "failed") {
        failed += 1;
        progress.clear();
        effects.report(`sitrep: ${id}: the analysis failed; please report this: ${analysis.reason}\n`);
      }
      progress.advance();
    }
  } finally {
    progress?.clear();
    await analyser.close();
    await store.close();
  }
  await effects.print(`${counted(made, "article")} analysed again, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}
