import { Command, Option } from "commander";
import type { BriefOptions } from "../ask/brief-question.js";
import { toldTimeline } from "../ask/told-brief.js";
import type { Effects } from "../run/effects.js";
import { printPeriod } from "./answer.js";
import { briefOptions } from "./brief-options.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { renderTimeline } from "./render-timeline.js";
import { renderingFor } from "./rendering.js";

interface TimelineOptions extends BriefOptions, DatabaseOption {
  readonly json?: true;
}

/** `sitrep timeline`: what happened day by day. */
export function timelineCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const command = new Command("timeline")
    .summary("print what happened, day by day")
    .description(
      "Prints postures, actions and key statements under the day on which they happened, each event once, with the number of independent origins. Without a period, it covers everything in the database.",
    )
    .addOption(new Option("--json", "print the timeline as one JSON object"))
    .addOption(databaseOption())
    .action(async (options: TimelineOptions) => exit(await timeline(options, effects)));
  for (const option of briefOptions()) command.addOption(option);
  return command;
}

function timeline(options: TimelineOptions, effects: Effects): Promise<ExitStatus> {
  return printPeriod(
    options,
    {
      usual: "all",
      told: (store, asked) => toldTimeline(store, asked, effects),
      page: (view) => renderTimeline(view, renderingFor(effects.output)),
    },
    effects,
  );
}
