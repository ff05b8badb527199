import type { ExplainedField } from "../view/explained-line.js";
import type {
  ExplainedAttribution,
  ExplainedSentence,
  ExplanationView,
  Passage,
  ScoredWords,
} from "../view/explanation-view.js";
import { articleHeading, type ColumnWidths, columnWidths, section, tokenRow } from "./render-analysis.js";
import type { Rendering } from "./rendering.js";
import { type Style, styleWords } from "./style.js";
import { wrap } from "./wrap.js";

/**
 * The view as a page: the article, the paragraphs with the words of each field in brackets behind its name, the fields, what made the line, and
 * the layers under it.
 */
export function renderExplanation(view: ExplanationView, { style, width }: Rendering): string {
  const columns = columnWidths(view.sentences.flatMap(({ tokens }) => tokens));
  const parts = [
    articleHeading(view.article, style, width),
    style("bold", `${view.id}, ${view.kind === "action" || view.kind === "entity" ? "an" : "a"} ${view.kind}`),
    ...passages(view, style, width),
    section("Fields", fieldLines(view, style, width), style),
    section("Made by", madeByLines(view, style, width), style),
    section("Used by", view.usedBy.length === 0 ? [] : [`  ${view.usedBy.join(", ")}`], style),
    section(
      "Attributions, with the encoder's scores",
      view.attributions.flatMap((one) => attribution(one, style, width)),
      style,
    ),
    section("Names", nameLines(view, style), style),
    ...view.sentences.map((sentence) => sentenceTable(sentence, columns, style)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** What is mentioned more often is cut here; `--json` has all. */
const mostPassages = 12;

function passages({ passages }: ExplanationView, style: Style, width: number): readonly string[] {
  const shown = passages.slice(0, mostPassages).map((passage) => marked(passage, style, width));
  const more = passages.length - shown.length;
  return more > 0 ? [...shown, style("dim", `… and ${more} more`)] : shown;
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

function fieldLines({ fields }: ExplanationView, style: Style, width: number): readonly string[] {
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

function madeByLines({ madeBy }: ExplanationView, style: Style, width: number): readonly string[] {
  if (madeBy === null) return [];
  const { rule, row, notes } = madeBy;
  return [
    wrap(rule, width, "  "),
    ...(row === null ? [] : [wrap(`${style("cyan", `data/${row.table}:${row.line}`)} ${row.text}`, width, "  ")]),
    ...notes.map((note) => wrap(note, width, "  ")),
  ];
}

function attribution(
  { sentence, cue, source, content }: ExplainedAttribution,
  style: Style,
  width: number,
): readonly string[] {
  const row = (label: string, words: ScoredWords): string => {
    const score = words.score === null ? "    " : words.score.toFixed(2);
    const text = wrap(`${oneLine(words.text)} ${words.span[0]}–${words.span[1]}`, width, " ".repeat(17));
    return `    ${style("dim", label.padEnd(7))}  ${score}${text.slice(15)}`;
  };
  return [
    `  ${style("dim", `sentence ${sentence}`)}`,
    row("cue", cue),
    ...source.map((words) => row("source", words)),
    ...content.map((words) => row("content", words)),
  ];
}

function nameLines({ names }: ExplanationView, style: Style): readonly string[] {
  return names.map(({ type, score, text, span: [start, end] }) => {
    return `  ${style("cyan", type.padEnd(11))}  ${score.toFixed(2)}  ${oneLine(text)}  ${style("dim", `${start}–${end}`)}`;
  });
}

function sentenceTable(sentence: ExplainedSentence, columns: ColumnWidths, style: Style): string {
  const forms = sentence.tokens.map(({ form }) => form);
  const rows = sentence.tokens.map((token) => {
    const score = token.headScore === null ? "" : token.headScore.toFixed(2);
    return `${style("dim", score.padEnd(4))}${tokenRow(token, forms, columns, style)}`.trimEnd();
  });
  const title = `Sentence ${sentence.number}, ¶${sentence.paragraph}: tokens and arcs, with how sure the encoder is of each head`;
  return [style("bold", title), ...rows].join("\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
