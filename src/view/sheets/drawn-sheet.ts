import type { Period } from "../../store/queries/line-filter.js";
import { dayAfter } from "../../text/days.js";
import type { DrawnView } from "../drawn-view.js";
import { shortDay, shortDays } from "../plain-dates.js";
import { countedAs } from "./sheet.js";

/** A period in a few words, its last day in it: "3 to 6 Mar 2031". */
export function drawnTitle({ since, until }: Period): string {
  const last = until === null ? null : dayAfter(until, -1);
  if (since !== null && last !== null) return shortDays(since, last);
  return since === null ? `up to ${shortDay(last ?? "")}` : `since ${shortDay(since)}`;
}

/** Of which days a picture is drawn, of how many articles, and what it is narrowed down to. */
export function drawnWords({ since, last, articles, earlier, about }: DrawnView): readonly string[] {
  return [
    ...(since === null || last === null ? [] : [shortDays(since, last)]),
    countedAs(articles, "article"),
    ...(earlier > 0 ? [`${countedAs(earlier, "earlier article")} left out`] : []),
    ...about,
  ];
}
