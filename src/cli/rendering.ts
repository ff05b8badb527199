import type { Terminal } from "../run/effects.js";
import { colourStyle, plainStyle, type Style } from "./style.js";

/** How a page for people is written. */
export interface Rendering {
  readonly style: Style;
  /** Characters in a line. */
  readonly width: number;
}

/** The rendering that suits where the output leads. */
export function renderingFor({ colours, columns }: Terminal): Rendering {
  return { style: colours ? colourStyle : plainStyle, width: Math.min(columns, widest) };
}

/** In characters; longer lines are hard to read. */
const widest = 100;

/** A writer of several pages, each by `render`, with a rule between them. */
export function pageWriter<Input extends readonly unknown[]>(
  render: (...input: Input) => string,
): (...input: Input) => string {
  let first = true;
  return (...input) => {
    const gap = first ? "" : `\n${"─".repeat(40)}\n\n`;
    first = false;
    return gap + render(...input);
  };
}
