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

interface Edge {
  readonly at: number;
  readonly shown: string;
}

/** The passage with brackets: `[speaker The mayor] [cue said] …`; fields that cover the same words share them. */
function marked({ paragraph, text, span, marks }: Passage, style: Style, width: number): string {
  const clipped = marks
    .map(({ field, span: [start, end] }) => ({ field, start: Math.max(start, span[0]), end: Math.min(end, span[1]) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  // An inner bracket closes before and opens behind an outer one at the same place.
  const opened: readonly Edge[] = clipped.map(({ field, start }) => ({
    at: start,
    shown: style(colours[field] ?? "bold", `[${field} `),
  }));
  const closed: readonly Edge[] = [...clipped]
    .sort((a, b) => a.end - b.end || b.start - a.start)
    .map(({ field, end }) => ({ at: end, shown: style(colours[field] ?? "bold", "]") }));
  const edges = [...closed, ...opened].sort((a, b) => a.at - b.at);
  let shown = "";
  let at = span[0];
  for (const edge of edges) {
    shown += text.slice(at - span[0], edge.at - span[0]) + edge.shown;
    at = edge.at;
  }
  shown += text.slice(at - span[0]);
  return [style("dim", `¶${paragraph}`), wrap(shown, width, "  ")].join("\n");
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
