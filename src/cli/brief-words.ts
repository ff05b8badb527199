import { dayAfter } from "../text/days.js";
import { utc } from "../text/time-zone.js";
import { leftOut, leftOutWords } from "../view/brief-blocks.js";
import type { BriefLine, BriefSide, BriefTold } from "../view/brief-line.js";
import type { BriefStory, BriefView } from "../view/brief-view.js";
import { plainDay, shortDay } from "../view/plain-dates.js";
import { plainPosition } from "../view/plain-words.js";
import { counted } from "./counted.js";

/** "3 to 6 March 2031", "6 March 2031, the last day with articles"; of days that are not those of UTC with their zone. */
export function periodWords({ period, size }: Pick<BriefView, "period" | "size">): string {
  const { since, until, chosen, zone } = period;
  const last = until === null ? size.last : dayAfter(until, -1);
  const first = since ?? size.first;
  if (first === null || last === null) return "no articles";
  const within = first >= last ? plainDay(first) : `${plainDay(first)} to ${plainDay(last)}`;
  const days = zone === utc ? within : `${within} (${zone})`;
  return chosen === "last_day" ? `${days}, the last day with articles` : days;
}

/** "Brief · Norland · 6 March 2031". */
export function briefTitle(view: BriefView): string {
  return ["Brief", ...view.about, periodWords(view)].join(" · ");
}

/** The year that a page of this period tells its reader: a day of it needs no year of its own. */
export function yearOf({ period, size }: Pick<BriefView, "period" | "size">): string | null {
  const last = period.until === null ? size.last : dayAfter(period.until, -1);
  return last?.slice(0, 4) ?? null;
}

/** "7 articles from 5 outlets in 2 stories". */
export function sizeWords({ articles, outlets, stories }: BriefView["size"]): string {
  return `${counted(articles, "article")} from ${counted(outlets, "outlet")} in ${counted(stories, "story", "stories")}`;
}

/** The title of a story's block, and of that of what is told besides. */
export function blockTitle(story: BriefStory | null): string {
  return story === null ? "Told before, or of no story" : (story.title ?? "A story without a title");
}

/** What a page says where nothing is told. */
export const nothingTold = "Nothing that these articles tell.";

/** "12 more changes, 3 more actions"; `null` where the page has all. */
export function leftOutLine(view: BriefView): string | null {
  const words = leftOut(view).map(leftOutWords);
  return words.length === 0 ? null : words.join(", ");
}

/** "3 reports, 2 origins". */
export function toldWords({ origins, articles }: BriefTold): string {
  return `${counted(articles, "report")}, ${counted(origins, "origin")}`;
}

/** The outlets that tell it, by name. */
export function outletWords(told: BriefTold): string {
  return told.in.map(({ outlet, id }) => outlet ?? id).join(", ");
}

/** "say so", "deny it", or the figure that the side gives. */
export function sideWords({ position }: BriefSide): string {
  return plainPosition(position);
}

/** Who to whom: "Norland → Orsen". */
export function whoToWhom({ who, whom }: BriefLine): string | null {
  if (who === null && whom === null) return null;
  const by = who ?? "somebody not named";
  return whom === null ? by : `${by} → ${whom}`;
}

/** What a line is headed by: its parties; of a dispute what it is about. */
export function headOf(line: BriefLine): string | null {
  return isDispute(line) ? (line.words?.text ?? null) : whoToWhom(line);
}

/** The words that stand below it; those of a dispute head it. */
export function wordsBelow(line: BriefLine): BriefLine["words"] {
  return isDispute(line) ? null : line.words;
}

function isDispute({ id }: BriefLine): boolean {
  return id.startsWith("di_");
}

/** The words with marks where they are somebody's own. */
export function markedWords({ text, verbatim }: NonNullable<BriefLine["words"]>): string {
  return verbatim ? `“${text}”` : text;
}

/** "and 4 more"; `null` for none. */
export function moreWords(more: number): string | null {
  return more === 0 ? null : `and ${more} more`;
}

/** What follows the parties: "shelled, 3 Mar"; what is known of how sure it is comes after it. */
export function whatWords(line: BriefLine, year: string | null): string {
  return [line.mark, dayWords(line, year)].filter((one) => one !== null).join(", ");
}

/** "3 Mar", "since 3 Mar", "reported 3 Mar 2030"; `null` where no day is known. @param year that the page is of */
export function dayWords({ day, dated }: BriefLine, year: string | null): string | null {
  if (day === null) return null;
  return dated === "on" ? shortDay(day, year) : `${dated} ${shortDay(day, year)}`;
}
