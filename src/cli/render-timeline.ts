import type { BriefLine } from "../view/brief-line.js";
import { plainDay } from "../view/plain-dates.js";
import type { TimelineView } from "../view/timeline-view.js";
import { markedWords, moreWords, periodWords, sizeWords, whoToWhom } from "./brief-words.js";
import { counted } from "./counted.js";
import { toneColours } from "./render-brief.js";
import type { Rendering } from "./rendering.js";
import { styleWords } from "./style.js";
import { wrap } from "./wrap.js";

/** The timeline as a page in a terminal, a line for each event under its day. */
export function renderTimeline(view: TimelineView, rendering: Rendering): string {
  const { style, width } = rendering;
  const about = view.about.length === 0 ? "" : ` · ${view.about.join(" · ")}`;
  const head = [
    wrap(styleWords(`Timeline${about}`, "bold", style), width, ""),
    wrap(`${periodWords(view)} ${style("dim", `· ${sizeWords(view.size)}`)}`, width, ""),
  ].join("\n");
  const days = view.days.map(({ day, lines, more }) =>
    [
      style("bold", plainDay(day)),
      ...lines.map((line) => timelineLine(line, rendering)),
      ...(more === 0 ? [] : [style("dim", `  … ${moreWords(more)}`)]),
    ].join("\n"),
  );
  const rest =
    view.more === 0
      ? []
      : [
          style(
            "dim",
            `${counted(view.more, "line")} more told less often; --since, --until, --country and --who ask for less`,
          ),
        ];
  return `${[head, ...(days.length === 0 ? ["No matches."] : days), ...rest].join("\n\n")}\n`;
}

/** An event in a line: its parties, what and how far it is so, how many origins tell it, and its id. */
function timelineLine(line: BriefLine, { style, width }: Rendering): string {
  const parties = whoToWhom(line);
  const said = line.line === line.id && line.words !== null ? [markedWords(line.words)] : [];
  const facts = [
    ...(parties === null ? [] : [styleWords(parties, "bold", style)]),
    style(toneColours[line.tone], line.mark),
    ...line.facts,
    ...(line.dated === "reported" && said.length === 0 ? ["day of the report"] : []),
    ...said,
    style("dim", counted(line.told.origins, "origin")),
  ];
  return wrap(`${facts.join(style("dim", " · "))} ${style("dim", line.id)}`, width, "  ");
}
