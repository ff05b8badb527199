import { clockOf } from "../text/timecodes.js";
import type { ExplainedField } from "../view/explained-line.js";
import type { Passage } from "../view/explanation-view.js";
import type { Rendering } from "./rendering.js";
import { type Style, styleWords } from "./style.js";
import { wrap } from "./wrap.js";

/** What is mentioned more often is cut here; `--json` has all. */
const mostPassages = 12;

/** The passages, as many as a page takes, and how many are left out. */
export function renderPassages(passages: readonly Passage[], { style, width }: Rendering): readonly string[] {
  const shown = passages.slice(0, mostPassages).map((passage) => marked(passage, style, width));
  const more = passages.length - shown.length;
  return more > 0 ? [...shown, style("dim", `… and ${more} more`)] : shown;
}

/** ", page 7" or ", pages 7 and 8", behind what a line is called; nothing where its document has no pages. */
export function onPages(pages: readonly number[]): string {
  if (pages.length === 0) return "";
  const shown = pages
    .slice(0, mostPassages)
    .join(", ")
    .replace(/, (\d+)$/, " and $1");
  return pages.length > mostPassages
    ? `, on ${pages.length} pages`
    : `, ${pages.length === 1 ? "page" : "pages"} ${shown}`;
}

/** ", at 1:02:05", behind what a line of a transcript is called; nothing where no time is known. */
export function atSecond(second: number | null): string {
  return second === null ? "" : `, at ${clockOf(second)}`;
}

/** A line for each field that is told: its words, where they stand, and behind `→` what they were taken for. */
export function renderFields(fields: readonly ExplainedField[], { style, width }: Rendering): readonly string[] {
  const widest = Math.max(...fields.map(({ field }) => field.length));
  return fields.filter(isTold).map(({ field, value, words }) => {
    const read = words.slice(0, mostPassages).map(({ text, span: [start, end] }) => {
      return `${styleWords(`“${oneLine(text)}”`, colours[field] ?? "bold", style)} ${style("dim", `${start}–${end}`)}`;
    });
    const told = [read.join(", "), value ?? ""].filter((part) => part !== "").join(style("dim", " → "));
    const indent = " ".repeat(widest + 4);
    return `  ${style("dim", field.padEnd(widest))}  ${wrap(told, width, indent).slice(indent.length)}`;
  });
}

function isTold({ value, words }: ExplainedField): boolean {
  return value !== null || words.length > 0;
}

const colours: Readonly<Record<string, "bold" | "cyan" | "green" | "magenta" | "red" | "yellow">> = {
  cue: "yellow",
  trigger: "yellow",
  "told by": "yellow",
  content: "green",
  quoted: "green",
  time: "cyan",
  since: "cyan",
  until: "cyan",
  place: "cyan",
  hedge: "magenta",
};

/** The passage with brackets: `[speaker The mayor] [cue said] …`; where fields share words, one stands in the other. */
function marked({ paragraph, text, span, marks }: Passage, style: Style, width: number): string {
  const clipped = marks.map(({ field, span: [start, end] }) => {
    return { field, start: Math.max(start, span[0]), end: Math.min(end, span[1]) };
  });
  const open: Bracket[] = [];
  let shown = "";
  let at = span[0];
  const copyTo = (end: number): void => {
    shown += text.slice(at - span[0], end - span[0]);
    at = end;
  };
  const close = (start: number): void => {
    for (let last = open.at(-1); last !== undefined && last.end <= start; last = open.at(-1)) {
      copyTo(last.end);
      shown += style(colourOf(last), "]");
      open.pop();
    }
  };
  for (const bracket of nested(clipped)) {
    close(bracket.start);
    copyTo(bracket.start);
    shown += `${style(colourOf(bracket), `[${bracket.field}`)} `;
    open.push(bracket);
  }
  close(span[1]);
  copyTo(span[1]);
  return [style("dim", `¶${paragraph}`), wrap(shown, width, "  ")].join("\n");
}

interface Bracket {
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

function colourOf({ field }: Bracket): Parameters<Style>[0] {
  return colours[field] ?? "bold";
}

/** The same brackets from outer to inner in text order; one that would cross another is cut in two at its end. */
function nested(brackets: readonly Bracket[]): readonly Bracket[] {
  const waiting = [...brackets];
  const placed: Bracket[] = [];
  const around: Bracket[] = [];
  while (waiting.length > 0) {
    waiting.sort((a, b) => b.start - a.start || a.end - b.end);
    const next = waiting.pop();
    if (next === undefined) break;
    while ((around.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= next.start) around.pop();
    const limit = around.at(-1)?.end ?? next.end;
    if (next.end > limit) waiting.push({ ...next, start: limit });
    const bracket = { ...next, end: Math.min(next.end, limit) };
    placed.push(bracket);
    around.push(bracket);
  }
  return placed;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
