import { Command, Option } from "commander";
import type { BriefOptions } from "../ask/brief-question.js";
import { toldReview } from "../ask/told-review.js";
import type { Effects } from "../run/effects.js";
import { describeMark } from "../view/correction-view.js";
import { type ReviewKind, reviewKinds } from "../view/review-ranking.js";
import type { ReviewView } from "../view/review-view.js";
import { printPeriod } from "./answer.js";
import { briefOptions } from "./brief-options.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { limitOption } from "./question-options.js";
import { renderBriefLine } from "./render-brief.js";
import { type Rendering, renderingFor } from "./rendering.js";
import { wrap } from "./wrap.js";

interface ReviewOptions extends BriefOptions, DatabaseOption {
  readonly kind?: ReviewKind;
  readonly tag?: string;
  readonly assigned?: string;
  readonly limit: number;
  readonly json?: true;
}

/** `sitrep review`: what nobody has confirmed or rejected. */
export function reviewCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const command = new Command("review")
    .summary("print what nobody has confirmed or rejected, the most important first")
    .description(
      "Prints statements, acts, states and disputes that nobody has confirmed or rejected, the most important first, and of these first what is contested. `sitrep confirm` and `sitrep reject` take one off the list; notes, tags and assigned names are shown with it.",
    )
    .addOption(new Option("--kind <kind>", "only statements, acts, states or disputes").choices(reviewKinds))
    .addOption(new Option("--tag <tag>", "only what has this tag"))
    .addOption(new Option("--assigned <name>", "only what is assigned to this person"))
    .addOption(limitOption("things", 20))
    .addOption(new Option("--json", "print the list as one JSON object"))
    .addOption(databaseOption())
    .action(async (options: ReviewOptions) => exit(await review(options, effects)));
  for (const option of briefOptions()) command.addOption(option);
  return command;
}

function review({ kind, tag, assigned, limit, ...options }: ReviewOptions, effects: Effects): Promise<ExitStatus> {
  const asked = { kind: kind === undefined ? undefined : [kind], tag, assigned, limit };
  const rendering = renderingFor(effects.output);
  return printPeriod(
    options,
    {
      usual: "all",
      told: async (store, period) => ({ review: await toldReview(store, period, asked, effects) }),
      page: (view) =>
        view.review.length === 0
          ? "Nothing is left to be looked at.\n"
          : view.review.map((one) => `${renderReview(one, rendering)}\n`).join("\n"),
    },
    effects,
  );
}

/** What it is and why it weighs what it does, then its line, then what people said of it. */
function renderReview({ kind, id, state, weight, reasons, line, marks }: ReviewView, rendering: Rendering): string {
  const { style, width } = rendering;
  const name = style("dim", state === null ? id : `${id} ${state}`);
  return [
    wrap(`${style("bold", kind)} ${weight} ${style("dim", `· ${reasons.join(" · ")}`)} ${name}`, width, ""),
    renderBriefLine(line, rendering),
    ...marks.map((mark) => wrap(style("yellow", `✎ ${describeMark(mark)}`), width, "    ")),
  ].join("\n");
}
