import { Command, Option } from "commander";
import { correctionDoings, doingOf } from "../link/corrections/correction.js";
import type { Effects } from "../run/effects.js";
import { findCorrections } from "../store/queries/corrections.js";
import { correctionView } from "../view/correction-view.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { renderCorrection } from "./render-correction.js";
import { renderingFor } from "./rendering.js";
import { withRecord } from "./with-record.js";

interface CorrectionsOptions extends DatabaseOption {
  readonly by?: string;
  readonly kind?: string;
  readonly json?: true;
}

/** `sitrep corrections`: prints what people corrected. */
export function correctionsCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("corrections")
    .summary("list all corrections")
    .description(
      "Prints every correction: who made it, when, what it says and why, whether it was taken back, and whether it still applies.",
    )
    .option("--by <name>", "only corrections by this person")
    .addOption(new Option("--kind <kind>", "only corrections of this kind").choices(correctionDoings))
    .option("--json", "print the answer as one JSON object")
    .addOption(databaseOption())
    .action(async (options: CorrectionsOptions) => exit(await corrections(options, effects)));
}

async function corrections({ db, json, by, kind }: CorrectionsOptions, effects: Effects): Promise<ExitStatus> {
  return await withRecord(db, async (store) => {
    const views = (await findCorrections(store))
      .filter(({ correction }) => by === undefined || correction.by.toLowerCase() === by.trim().toLowerCase())
      .filter(({ correction }) => kind === undefined || doingOf(correction.detail.kind) === kind)
      .map(correctionView);
    if (json) await effects.print(`${JSON.stringify({ corrections: views }, null, 2)}\n`);
    else {
      const rendering = renderingFor(effects.output);
      const text = views.map((view) => `${renderCorrection(view, rendering)}\n`).join("");
      await effects.print(text === "" ? "There are no corrections.\n" : text);
    }
    return 0;
  });
}
