import type { AlertView } from "../view/alert-view.js";
import { renderBriefLine } from "./render-brief.js";
import type { Rendering } from "./rendering.js";
import { wrap } from "./wrap.js";

/** An alert: the watch and why it fired, then the line. */
export function renderAlert({ watch, why, line }: AlertView, rendering: Rendering): string {
  const { style, width } = rendering;
  return `${wrap(`${style("bold", watch)} ${style("dim", `· ${why}`)}`, width, "")}\n${renderBriefLine(line, rendering)}\n`;
}
