import { describeMark } from "../view/correction-view.js";
import type { ArticleView, LineView } from "../view/line-view.js";
import { plainMoment, writtenMoment } from "../view/plain-dates.js";
import { plainAct, plainRelation, plainState, plainStatus, sayingWords } from "../view/plain-words.js";
import type { Rendering } from "./rendering.js";
import { type Style, styleWords } from "./style.js";
import { wrap } from "./wrap.js";

/** Lines under the articles that they are from, each with its id at its end. Empty for none. */
export function renderLines(lines: readonly LineView[], rendering: Rendering): string {
  let article: string | null = null;
  const parts = lines.map((line) => {
    const heading =
      line.article.id === article ? "" : `${article === null ? "" : "\n"}${articleHeading(line.article, rendering)}\n`;
    article = line.article.id;
    return `${heading}${renderLine(line, rendering)}\n`;
  });
  return parts.join("");
}

/** Lines alone, for a page that has told already which article they are from. */
export function renderEntries(lines: readonly LineView[], rendering: Rendering): string {
  return lines.map((line) => renderLine(line, rendering)).join("\n");
}

/** When, where and under which title an article came out, with its id at the end. */
export function articleHeading({ published, outlet, title, id }: ArticleView, { style, width }: Rendering): string {
  const facts = [published === null ? "date unknown" : writtenMoment(published), outlet]
    .filter((fact) => fact !== null)
    .map((fact) => style("dim", fact));
  const heading = [...facts, styleWords(title ?? "(no title)", "bold", style)].join(style("dim", " · "));
  return wrap(`${heading} ${style("dim", id)}`, width, "");
}

function renderLine(line: LineView, { style, width }: Rendering): string {
  const marks = line.corrections.map((mark) => style("yellow", `✎ ${describeMark(mark)}`));
  const facts = [...factsOf(line, style), ...circumstancesOf(line, style), ...marks].join(style("dim", " · "));
  return [wrap(facts, width, "  "), wrap(`${line.words} ${style("dim", line.id)}`, width, "    ")].join("\n");
}

function factsOf({ kind, who, type, word, whom }: LineView, style: Style): readonly string[] {
  const subject = who === null ? style("italic", "nobody named") : styleWords(who, "bold", style);
  switch (kind) {
    case "statement":
      return [subject, sayingWords(type, word), ...(whom === null ? [] : [`to ${whom}`])];
    case "action":
      return [whom === null ? subject : `${subject} → ${whom}`, `${plainAct(type)} “${word}”`];
    case "posture":
      return [subject, plainState(type, word ?? ""), ...(whom === null ? [] : [`by ${whom}`])];
    case "stance":
      return [subject, [plainRelation(type), whom ?? ""].join(" ").trim()];
  }
}

function circumstancesOf({ status, hedge, accordingTo, when, where, kind }: LineView, style: Style): readonly string[] {
  const words = status === null ? null : plainStatus(status);
  return [
    ...(words === null ? [] : [style("magenta", words)]),
    ...(hedge === null ? [] : [style("yellow", `hedged “${hedge}”`)]),
    ...(when === null ? [] : [kind === "posture" ? `since ${plainMoment(when)}` : plainMoment(when)]),
    ...(where === null ? [] : [`at ${where}`]),
    ...(accordingTo.length === 0 ? [] : [style("dim", `according to ${accordingTo.join(" → ")}`)]),
  ];
}
