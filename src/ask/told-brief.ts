import type { Effects } from "../run/effects.js";
import { officeTitles } from "../run/office-titles.js";
import { lookedUp } from "../store/queries/line-filter.js";
import { periodSize } from "../store/queries/period.js";
import { linesOf, type ToldInPeriod, type ToldWords, textsOf, toldInPeriod } from "../store/queries/told-in-period.js";
import type { Store } from "../store/store.js";
import { type BriefView, briefView, chooseBrief } from "../view/brief-view.js";
import { type Chosen, wordsOf } from "../view/chosen-lines.js";
import { chooseTimeline, type TimelineView, timelineView } from "../view/timeline-view.js";
import type { AskedPeriod } from "./brief-question.js";

/** The page on what the articles of a period tell. */
export async function toldBrief(
  store: Store,
  { period, filter: asked, about }: AskedPeriod,
  effects: Pick<Effects, "readFile">,
): Promise<BriefView> {
  const filter = await lookedUp(store, period, asked);
  const told = await toldInPeriod(store, period, filter);
  const choice = chooseBrief(told, period.since, await officeTitles(effects));
  const chosen = Object.values(choice).flatMap((section) => section.chosen);
  const size = await periodSize(store, period, filter);
  return briefView(choice, await sourcesOf(store, told, chosen), { period, about, size });
}

/** What the articles of a period tell, day by day. */
export async function toldTimeline(
  store: Store,
  { period, filter: asked, about }: AskedPeriod,
  effects: Pick<Effects, "readFile">,
): Promise<TimelineView> {
  const filter = await lookedUp(store, period, asked);
  const told = await toldInPeriod(store, period, filter);
  const choice = chooseTimeline(told, period, await officeTitles(effects));
  const chosen = choice.days.flatMap((day) => day.chosen);
  const size = await periodSize(store, period, filter);
  return timelineView(choice, await sourcesOf(store, told, chosen), { period, about, size });
}

async function sourcesOf(store: Store, { articles }: ToldInPeriod, chosen: readonly Chosen[]): Promise<ToldWords> {
  const { lines, texts } = wordsOf(chosen);
  return { articles, lines: await linesOf(store, lines), texts: await textsOf(store, texts) };
}
