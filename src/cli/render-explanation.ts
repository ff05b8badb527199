import type {
  ExplainedAttribution,
  ExplainedSentence,
  ExplanationView,
  ScoredWords,
} from "../view/explanation-view.js";
import { analysisHeading, type ColumnWidths, columnWidths, section, tokenRow } from "./render-analysis.js";
import { atSecond, onPages, renderFields, renderPassages } from "./render-passages.js";
import type { Rendering } from "./rendering.js";
import type { Style } from "./style.js";
import { wrap } from "./wrap.js";

/**
 * The view as a page: the article, the paragraphs with the words of each field in brackets behind its name, the fields, what made the line, and
 * the layers under it.
 */
export function renderExplanation(view: ExplanationView, rendering: Rendering): string {
  const { style, width } = rendering;
  const columns = columnWidths(view.sentences.flatMap(({ tokens }) => tokens));
  const parts = [
    analysisHeading(view.article, style, width),
    `${style("bold", `${view.id}, ${view.kind === "action" || view.kind === "entity" ? "an" : "a"} ${view.kind}`)}${onPages(view.pages)}${atSecond(view.second)}`,
    ...renderPassages(view.passages, rendering),
    section("Fields", renderFields(view.fields, rendering), style),
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
