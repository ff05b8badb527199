import type { WatchedLine, WatchedLines } from "../store/queries/watched-lines.js";
import { type BriefLine, eventLine, statementLine } from "./brief-line.js";

/** Something new that somebody watches for, and why it was told. */
export interface AlertView {
  /** Names it across articles, so that it is told once. */
  readonly subject: string;
  readonly watch: string;
  /** Why it fired: what was watched for, and the words that answer. */
  readonly why: string;
  readonly line: BriefLine;
  /** The article that it came in with. */
  readonly article: { readonly id: string; readonly title: string | null; readonly url: string | null };
}

/** The alerts of a watch, in the order in which their lines came in; what is among `told` is left out. */
export function alertViews(watch: string, lines: WatchedLines, told: ReadonlySet<string>): readonly AlertView[] {
  return lines.found
    .filter(({ subject }) => !told.has(subject))
    .flatMap((one) => {
      const line = lineOf(one, lines);
      const article = lines.articles.get(lines.lines.get(one.id)?.article ?? "");
      if (line === null || article === undefined) return [];
      const { id, title, url } = article;
      const why = one.why.map((reason) => `watched for ${reason.told}: the line names “${reason.words}”`).join("; ");
      return [{ subject: one.subject, watch, why, line, article: { id, title, url } }];
    });
}

function lineOf({ id, event }: WatchedLine, lines: WatchedLines): BriefLine | null {
  const found = event === null ? undefined : lines.events.get(event);
  if (found === undefined) {
    const article = lines.lines.get(id)?.article;
    return statementLine({ id, same: article === undefined ? [] : [article], origins: 1 }, lines);
  }
  return eventLine(found, lines);
}
