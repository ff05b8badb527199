import { utc } from "../text/time-zone.js";
import type { BriefLine, BriefSide, BriefTold } from "../view/brief-line.js";
import type { BriefView } from "../view/brief-view.js";
import { counted } from "./counted.js";

/** The sections of a brief in the order of the page, each with its title and what it says where it has no line. */
export function sectionsOf(view: BriefView) {
  return [
    { title: "What changed", none: "Nothing that these articles tell.", ...view.changes },
    { title: "Also in force", none: "Nothing else is told of.", ...view.postures },
    { title: "Other actions", none: "None is told of.", ...view.actions },
    { title: "Other statements", none: "None by anybody of standing.", ...view.statements },
    { title: "Disputes", none: "None.", ...view.disputes },
    ...(view.due.lines.length === 0 ? [] : [{ title: "What is due", none: "Nothing.", ...view.due }]),
  ] as const;
}

/** "3 to 6 March 2031", "6 March 2031, the last day with articles"; of days that are not those of UTC with their zone. */
export function periodWords({ period, size }: Pick<BriefView, "period" | "size">): string {
  const { since, until, chosen, zone } = period;
  const last = until === null ? size.last : dayBefore(until);
  const first = since ?? size.first;
  if (first === null || last === null) return "no articles";
  const within = first >= last ? longDay(first) : `${longDay(first)} to ${longDay(last)}`;
  const days = zone === utc ? within : `${within} (${zone})`;
  return chosen === "last_day" ? `${days}, the last day with articles` : days;
}

/** "7 articles from 5 outlets in 2 stories". */
export function sizeWords({ articles, outlets, stories }: BriefView["size"]): string {
  return `${counted(articles, "article")} from ${counted(outlets, "outlet")} in ${counted(stories, "story", "stories")}`;
}

/** Lines that stand one after the other and are of one story, with its title; `null` where the lines of the section are not told apart by it. */
export function byStories(
  lines: readonly BriefLine[],
  { stories }: Pick<BriefView, "stories">,
): readonly { readonly story: string | null; readonly lines: readonly BriefLine[] }[] {
  if (new Set(lines.map(({ story }) => story)).size < 2) return lines.length === 0 ? [] : [{ story: null, lines }];
  const groups: { readonly id: BriefLine["story"]; readonly story: string | null; readonly lines: BriefLine[] }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last !== undefined && last.id === line.story) last.lines.push(line);
    else
      groups.push({ id: line.story, story: stories.find(({ id }) => id === line.story)?.title ?? null, lines: [line] });
  }
  return groups;
}

/** "3 reports, 2 origins". */
export function toldWords({ origins, articles }: BriefTold): string {
  return `${counted(articles, "report")}, ${counted(origins, "origin")}`;
}

/** The outlets that tell it, by name. */
export function outletWords(told: BriefTold): string {
  return told.in.map(({ outlet, id }) => outlet ?? id).join(", ");
}

/** "asserts: 2 origins in 3 articles", "22: …". */
export function sideWords({ position }: BriefSide): string {
  return positions.get(position) ?? position;
}

const positions: ReadonlyMap<string, string> = new Map([
  ["asserts", "say so"],
  ["denies", "deny it"],
]);

/** Who to whom: "Norland → Orsen". */
export function partiesOf({ who, whom }: BriefLine): string | null {
  if (who === null && whom === null) return null;
  const by = who ?? "somebody not named";
  return whom === null ? by : `${by} → ${whom}`;
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
export function whatWords(line: BriefLine): string {
  return [line.mark, dayWords(line)].filter((one) => one !== null).join(", ");
}

/** "3 Mar", "since 3 Mar", "reported 3 Mar"; `null` where no day is known. */
export function dayWords({ day, dated }: BriefLine): string | null {
  if (day === null) return null;
  return dated === "on" ? shortDay(day) : `${dated} ${shortDay(day)}`;
}

/** "6 March 2031" of "2031-03-06". */
export function longDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** "6 Mar" of "2031-03-06". */
function shortDay(day: string): string {
  const [, month = "", date = ""] = day.split("-");
  return `${Number(date)} ${(months[Number(month) - 1] ?? month).slice(0, 3)}`;
}

const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
