import type { ArticleRecord } from "../../../src/record/record.js";
import { recordOf } from "../record-of.js";

/**
 * When the article came out and who told, then its text with each time in brackets: `[last month = 2031-02]`, a type before the value where
 * it is no date: `[two days = DURATION P2D]`. Under it, the cue of each statement that has a time, with that time.
 */
export async function checkTimes(text: string): Promise<string> {
  const record = await recordOf(text);
  const { published, publishedFrom } = record.article;
  const told = published === null ? "unknown" : `${published}, from the ${publishedFrom}`;
  return [`published: ${told}`, "", marked(record), "", ...sayings(record), ""].join("\n");
}

function marked({ article, times }: ArticleRecord): string {
  let shown = "";
  let at = 0;
  for (const { span, text, type, value } of times) {
    const kind = type === "DATE" ? "" : `${type} `;
    shown += `${article.text.slice(at, span[0])}[${text} = ${kind}${value ?? "unknown"}]`;
    at = span[1];
  }
  return shown + article.text.slice(at);
}

function sayings({ statements, times }: ArticleRecord): string[] {
  const lines = statements.map(({ cue, time }) => {
    const when = times.find(({ id }) => id === time);
    return `${cue?.text ?? "(quoted)"}: ${when === undefined ? "no time" : (when.value ?? when.text)}`;
  });
  return lines.length === 0 ? ["no statement"] : lines;
}
