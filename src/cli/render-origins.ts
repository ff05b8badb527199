import type { EventOriginsView, LineOriginsView, SameOriginView } from "../view/origins-view.js";
import type { ToldView } from "../view/stored-line-view.js";
import { counted } from "./counted.js";
import { renderLines } from "./render-lines.js";
import { originWords, renderEventHeading, renderQuote } from "./render-links.js";
import type { Rendering } from "./rendering.js";
import { wrap } from "./wrap.js";

/** The line, who told whom, who else has it from there, and who tells the same from elsewhere. */
export function renderOrigins({ line, told, same, events }: LineOriginsView, rendering: Rendering): string {
  const { style } = rendering;
  const parts = [
    renderLines([line], rendering).trimEnd(),
    `${style("bold", "Origin")}\n\n${renderTold(told, rendering)}`,
    ...events.map((event) => renderEventOrigins(event, rendering)),
    renderSameOrigin(same, rendering),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** Who told whom, from the origin to the article, and why it is held to be the origin. */
export function renderTold({ origin, steps, reason }: ToldView, { style, width }: Rendering): string {
  const way = [...new Set(steps)].toReversed().join(" → ");
  return [
    wrap(`${style("bold", originWords(origin))} ${style("dim", origin.id ?? "")}`, width, "  "),
    wrap(`${way}${style("dim", ` · ${reason}`)}`, width, "  "),
  ].join("\n");
}

/** The other lines with an origin, the latest of them in full. */
export function renderSameOrigin({ lines, articles, latest, more }: SameOriginView, rendering: Rendering): string {
  if (latest.length === 0) return "";
  const { style } = rendering;
  const title = `All that has this origin: ${counted(lines, "line")} in ${counted(articles, "article")}`;
  const rest = more ? `\n${style("dim", "… and more: --limit asks for them")}` : "";
  return `${style("bold", title)}\n\n${renderLines(latest, rendering).trimEnd()}${rest}`;
}

function renderEventOrigins({ event, independent, moreVoices }: EventOriginsView, rendering: Rendering): string {
  const { style, width } = rendering;
  const count = event.voices.count;
  const title = count === 1 ? "Told by one voice alone" : `Told by ${count} independent voices`;
  return [
    style("bold", title),
    "",
    renderEventHeading(event, rendering),
    ...independent.map(({ origin, lines, first }) => {
      const facts = [
        style("bold", origin === null ? "unknown" : originWords(origin)),
        ...(lines > 1 ? [counted(lines, "line")] : []),
        first.date ?? "date unknown",
        ...(first.status === "happened" ? [] : [style("magenta", first.status.replaceAll("_", " "))]),
      ];
      return renderQuote(first, facts, rendering, "  ");
    }),
    ...(moreVoices > 0 ? [wrap(style("dim", `… and ${counted(moreVoices, "more voice")}`), width, "  ")] : []),
  ].join("\n");
}
