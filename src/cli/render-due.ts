import { groupedBy } from "../link/grouped-by.js";
import type { DueLine, DueView } from "../view/due-view.js";
import { plainDay } from "../view/plain-dates.js";
import { moreWords } from "./brief-words.js";
import { renderBriefLine } from "./render-brief.js";
import type { Rendering } from "./rendering.js";
import { styleWords } from "./style.js";
import { wrap } from "./wrap.js";

/** What is due as a page in a terminal, under a heading for how it stands. */
export function renderDue({ on, about, lines, more }: DueView, rendering: Rendering): string {
  const { style, width } = rendering;
  const title = ["Due", ...about].join(" · ");
  const head = [
    wrap(styleWords(title, "bold", style), width, ""),
    ...(on === null ? [] : [`as of ${plainDay(on)}`]),
  ].join("\n");
  const groups = [...groupedBy(lines, ({ state }) => state)].map(([state, some]) =>
    [style("bold", headings[state].toUpperCase()), ...some.map((line) => renderBriefLine(line, rendering))].join("\n"),
  );
  const rest = moreWords(more);
  const shown = groups.length === 0 ? ["Nothing that these articles tell."] : groups;
  return `${[head, ...shown, ...(rest === null ? [] : [style("dim", `… ${rest}`)])].join("\n\n")}\n`;
}

const headings: Readonly<Record<DueLine["state"], string>> = {
  due: "Due",
  passed: "Passed",
  done: "Done",
  called_off: "Called off",
};
