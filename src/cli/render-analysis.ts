import { oneLine } from "../text/one-line.js";
import type { AnalysisView, ShownAttribution, ShownSentence, ShownToken, ShownWords } from "../view/analysis-view.js";
import type { Rendering } from "./rendering.js";
import { type Style, styleWords } from "./style.js";
import { wrap } from "./wrap.js";

/** The view as a page: the article, each sentence with a table of its tokens, then one table for each layer above them. */
export function renderAnalysis(view: AnalysisView, { style, width }: Rendering): string {
  const columns = columnWidths(view.sentences.flatMap(({ tokens }) => tokens));
  const parts = [
    analysisHeading(view.article, style, width),
    ...view.sentences.map((sentence) => sentenceTable(sentence, columns, style, width)),
    section("Quotations", quotationLines(view, style, width), style),
    section("Names", nameLines(view, style), style),
    section("Attributions", attributionLines(view, style, width), style),
    section("Times", timeLines(view, style), style),
    section("Places", placeLines(view, style), style),
    section("Layers", layerLines(view, style), style),
    section("Messages", messageLines(view, style, width), style),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The title of an article, and what is known of where it is from. */
export function analysisHeading(article: AnalysisView["article"], style: Style, width: number): string {
  const facts = [article.outlet, article.published ?? "date unknown", article.language, article.id];
  return [
    style("bold", wrap(article.title ?? "(no title)", width, "")),
    style("dim", oneLine(facts.filter((fact) => fact !== null).join(" · "))),
  ].join("\n");
}

/** Lines under a title; empty where there are none. */
export function section(title: string, lines: readonly string[], style: Style): string {
  return lines.length === 0 ? "" : [style("bold", title), ...lines].join("\n");
}

export interface ColumnWidths {
  readonly form: number;
  readonly upos: number;
  readonly lemma: number;
  readonly deprel: number;
}

/** One set of widths for the whole article, so that the tables of its sentences line up. */
export function columnWidths(tokens: readonly ShownToken[]): ColumnWidths {
  const widest = (column: "form" | "upos" | "lemma" | "deprel"): number =>
    tokens.reduce((most, token) => Math.max(most, Math.min(token[column].length, widestColumn)), 0);
  return { form: widest("form"), upos: widest("upos"), lemma: widest("lemma"), deprel: widest("deprel") };
}

/** Longer words (addresses) stick out of their column. */
const widestColumn = 20;

function sentenceTable(sentence: ShownSentence, columns: ColumnWidths, style: Style, width: number): string {
  const lead = style("dim", `¶${sentence.paragraph} · sentence ${sentence.number} · ${spanOf(sentence)}`);
  const forms = sentence.tokens.map(({ form }) => form);
  const rows = sentence.tokens.map((token) => tokenRow(token, forms, columns, style).trimEnd());
  return [lead, style("bold", wrap(sentence.text, width, "")), ...rows].join("\n");
}

/** A token as a row of a table, with its head as number and word. */
export function tokenRow(token: ShownToken, forms: readonly string[], columns: ColumnWidths, style: Style): string {
  const head = token.head === 0 ? "" : `${token.head} ${forms[token.head - 1] ?? ""}`;
  return [
    style("dim", String(token.number).padStart(4)),
    token.form.padEnd(columns.form),
    style("cyan", token.upos.padEnd(columns.upos)),
    token.lemma.padEnd(columns.lemma),
    style(token.head === 0 ? "magenta" : "yellow", token.deprel.padEnd(columns.deprel)),
    head.padEnd(columns.form + 4),
    token.feats === "_" ? "" : style("dim", token.feats),
  ].join("  ");
}

function quotationLines({ quotations }: AnalysisView, style: Style, width: number): readonly string[] {
  return quotations.map((quotation) => {
    const marks = quotation.marks.map((mark) => style("magenta", ` ${mark}`)).join("");
    const lead = `  ${"  ".repeat(quotation.depth)}${style("dim", `¶${quotation.paragraph} · ${spanOf(quotation)}`)}${marks}`;
    return `${lead}\n${wrap(styleWords(quotation.text, "green", style), width, `    ${"  ".repeat(quotation.depth)}`)}`;
  });
}

function nameLines({ names }: AnalysisView, style: Style): readonly string[] {
  const types = Math.max(0, ...names.map(({ type }) => type.length));
  const texts = Math.min(40, Math.max(0, ...names.map(({ text }) => text.length)));
  return names.map((name) => {
    const where = style("dim", `sentence ${name.sentence} · ${spanOf(name)}`);
    return `  ${style("cyan", name.type.padEnd(types))}  ${score(name.score)}  ${oneLine(name.text).padEnd(texts)}  ${where}`;
  });
}

function attributionLines({ attributions }: AnalysisView, style: Style, width: number): readonly string[] {
  return attributions.map((attribution) => attributionBlock(attribution, style, width));
}

function attributionBlock(
  { sentence, cue, source, content, score: sure }: ShownAttribution,
  style: Style,
  width: number,
) {
  const row = (label: string, words: ShownWords, colour: "bold" | "yellow" | "green"): string => {
    const text = wrap(styleWords(words.text, colour, style), width, " ".repeat(12)).trimStart();
    return `    ${style("dim", label.padEnd(8))}${text} ${style("dim", spanOf(words))}`;
  };
  return [
    `  ${style("dim", `sentence ${sentence}`)}  ${score(sure)}`,
    row("cue", cue, "yellow"),
    ...source.map((words) => row("source", words, "bold")),
    ...content.map((words) => row("content", words, "green")),
  ].join("\n");
}

function timeLines({ times }: AnalysisView, style: Style): readonly string[] {
  return times.map(({ id, type, value, text, span, from, to }) => {
    const bounds = from === null && to === null ? "" : ` ${style("dim", `${from ?? "…"} to ${to ?? "…"}`)}`;
    const words = `${oneLine(text)} ${style("dim", spanOf({ text, span }))}`;
    return `  ${id.padEnd(6)} ${style("cyan", type.padEnd(8))}  ${value ?? "unknown"}${bounds}  ${words}`;
  });
}

function placeLines({ places }: AnalysisView, style: Style): readonly string[] {
  return places.map(({ id, kind, text, span, name, country, lat, lon, precision }) => {
    const point = lat === null || lon === null ? "not on the map" : `${lat}, ${lon} (${precision})`;
    const where = [name ?? "unknown", ...(country === null ? [] : [country]), point].join(", ");
    return `  ${id.padEnd(6)} ${style("cyan", kind.padEnd(8))}  ${where}  ${oneLine(text)} ${style("dim", spanOf({ text, span }))}`;
  });
}

function layerLines({ layers }: AnalysisView, style: Style): readonly string[] {
  const width = (of: "layer" | "stage" | "version"): number => Math.max(0, ...layers.map((layer) => layer[of].length));
  return layers.map(({ layer, stage, version, holds }) =>
    [
      `  ${layer.padEnd(width("layer"))}`,
      style("cyan", `${stage.padEnd(width("stage"))} ${version.padEnd(width("version"))}`),
      style("dim", holds),
    ].join("  "),
  );
}

function messageLines({ messages }: AnalysisView, style: Style, width: number): readonly string[] {
  return messages.map(({ severity, code, reason }) =>
    wrap(`${style(severity === "info" ? "dim" : "yellow", `${severity}: ${code}:`)} ${reason}`, width, "  "),
  );
}

function spanOf({ span: [start, end] }: ShownWords): string {
  return `${start}–${end}`;
}

function score(value: number): string {
  return value.toFixed(2);
}
