import type { ArticleRecord } from "../../../src/record/record.js";
import type { Statement } from "../../../src/record/statement.js";
import type { Span } from "../../../src/text/span.js";
import { recordOf } from "../record-of.js";

/**
 * The statements of a text as the shipped model and the rules read them. Each has a line of facts (`2 · in 1 · deny · indirect · cue phrase:
 * has denied · pronoun = Ada Brandt`: the second, told inside the first), and its sentences with the spans in brackets: `[speaker the minister] [cue
 * said] [content …]`. Brackets of the article's own stand behind a backslash.
 */
export async function checkStatements(text: string): Promise<string> {
  const record = await recordOf(text);
  if (record.statements.length === 0) return "no statement\n";
  const numbers = new Map<string, number>(record.statements.map(({ id }, index) => [id, index + 1]));
  return record.statements
    .map((statement) => `${factsOf(statement, numbers, record)}\n  ${wordsOf(statement, record.article.text)}\n`)
    .join("\n");
}

function factsOf(statement: Statement, numbers: ReadonlyMap<string, number>, { entities }: ArticleRecord): string {
  const { id, within, act, cue, content, negated, speaker, chain } = statement;
  const name = entities.find((entity) => entity.id === speaker?.entity)?.name;
  const identified = speaker?.naming === "named" || speaker?.naming === "pronoun";
  const known = identified && name !== undefined && name !== bare(speaker.text) ? ` = ${name}` : "";
  return [
    `${numbers.get(id)}`,
    ...(within === null ? [] : [`in ${numbers.get(within)}`]),
    act,
    content.spans.length === 0 ? "no content" : content.form,
    ...(negated ? ["negated"] : []),
    ...(cue !== null && cue.phrase.text !== cue.text ? [`cue phrase: ${oneLine(cue.phrase.text)}`] : []),
    speaker === null ? "nobody" : `${speaker.naming}${known}`,
    ...(chain.length > 1 ? [`chain: ${chain.join(" → ")}`] : []),
  ].join(" · ");
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, " ");
}

/** Without article and possessive: the name of "The Interior Ministry" goes without saying. */
function bare(words: string): string {
  return words.replace(/^the /i, "").replace(/[’']s$/, "");
}

interface Mark {
  readonly label: string;
  readonly span: Span;
}

function wordsOf(statement: Statement, text: string): string {
  const { speaker, cue, content, addressee, channel, hedge, evidence } = statement;
  const marks: Mark[] = [
    ...(speaker ? [{ label: "speaker", span: speaker.span }] : []),
    ...(cue ? [{ label: "cue", span: cue.span }] : []),
    ...content.spans.map((span) => ({ label: "content", span })),
    ...(addressee ? [{ label: "addressee", span: addressee.span }] : []),
    ...(channel ? [{ label: `channel:${channel.kind}`, span: channel.span }] : []),
    ...(hedge ? [{ label: `hedge:${hedge.kind}`, span: hedge.span }] : []),
  ];
  return evidence.map((span) => marked(text, span, marks)).join(" … ");
}

function marked(text: string, [start, end]: Span, marks: readonly Mark[]): string {
  let shown = "";
  for (let at = start; at <= end; at++) {
    shown += "]".repeat(marks.filter(({ span }) => span[1] === at && span[0] >= start).length);
    const opening = marks.filter(({ span }) => span[0] === at && span[1] <= end);
    for (const { label } of opening.sort((a, b) => b.span[1] - a.span[1])) shown += `[${label} `;
    if (at < end) shown += text.charAt(at).replace(/[[\]]/, "\\$&");
  }
  return shown.replace(/\s*\n\s*/g, " ¶ ");
}
