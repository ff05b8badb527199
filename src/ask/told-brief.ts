import type { DueOn } from "../link/due/due-things.js";
import type { Effects } from "../run/effects.js";
import { deniedClaims } from "../store/queries/denied-claims.js";
import { drawnPeriod, usualSince } from "../store/queries/drawn-period.js";
import { findDue } from "../store/queries/due.js";
import { beforeEnd, type LineFilter, lookedUp, mostAnswers, type Period } from "../store/queries/line-filter.js";
import { periodSize } from "../store/queries/period.js";
import { shownLines } from "../store/queries/shown-lines.js";
import { storyOpenings } from "../store/queries/story-openings.js";
import { storySummaries } from "../store/queries/story-summaries.js";
import {
  articlesOf,
  type ToldWords,
  textsOfArticles,
  toldByDay,
  toldInPeriod,
} from "../store/queries/told-in-period.js";
import type { Store } from "../store/store.js";
import { dayAfter } from "../text/days.js";
import { firstSentence } from "../view/brief-line.js";
import {
  type BriefStory,
  type BriefView,
  briefView,
  chooseBrief,
  linesToWeigh,
  onePage,
  storiesOfChoice,
} from "../view/brief-view.js";
import { type Chosen, idsToShow } from "../view/chosen-lines.js";
import { plainDay } from "../view/plain-dates.js";
import { chooseTimeline, type TimelineView, timelineView, usualDay } from "../view/timeline-view.js";
import type { AskedPeriod } from "./brief-question.js";
import { statementScale } from "./statement-scale.js";

/** The page on what the articles of a period tell. */
export async function toldBrief(
  store: Store,
  asked: AskedPeriod,
  effects: Pick<Effects, "readFile">,
): Promise<BriefView> {
  const { looked, filter, page } = await lookedAt(store, asked);
  const { size } = page;
  const told = await toldInPeriod(store, looked, filter, {
    actions: 100,
    confirmed: onePage.changes,
    others: 300,
  });
  const due = await dueNear(store, looked, filter, size.last, weekAfter);
  const lines = await shownLines(store, linesToWeigh(told));
  const choice = chooseBrief({ ...told, due }, looked, await statementScale(effects), lines);
  const chosen = Object.values(choice).flatMap((section) => section.chosen);
  const stories = await storiesOf(store, storiesOfChoice(choice), told.setting.sizes);
  return briefView(choice, await sourcesOf(store, chosen), { ...page, stories });
}

/** The stories of a page; those whose article has no headline are called by its first sentence. */
async function storiesOf(
  store: Store,
  ids: readonly string[],
  sizes: ReadonlyMap<string, number>,
): Promise<readonly BriefStory[]> {
  const found = await storySummaries(store, ids);
  const untitled = found.filter(({ title }) => title === null).map(({ id }) => id);
  const openings = await storyOpenings(store, untitled, longestOpening);
  return found.map(({ id, title, articles }) => ({
    ...{ id, title: title ?? firstSentence(openings.get(id) ?? "") },
    articles: sizes.get(id) ?? articles,
  }));
}

/** In characters. */
const longestOpening = 400;

/** What the articles of a period tell, day by day. */
export async function toldTimeline(
  store: Store,
  asked: AskedPeriod,
  effects: Pick<Effects, "readFile">,
): Promise<TimelineView> {
  const { looked, filter, page } = await lookedAt(store, await withUsualDays(store, asked));
  const told = await toldByDay(store, looked, filter, { actions: 300, actionsOfDay: usualDay.actions, others: 300 });
  const due = await dueNear(store, looked, filter, page.size.last, null);
  const choice = chooseTimeline({ ...told, due }, looked, await statementScale(effects));
  const chosen = choice.days.flatMap((day) => day.chosen);
  return timelineView(choice, await sourcesOf(store, chosen), page);
}

/** Of what is due after a period, a brief has that of so many days. */
const weekAfter = 7;

/** What is due in a period or after it, as it was known on its last day. @param days so many after it at most */
async function dueNear(
  store: Store,
  { since, until }: Period,
  filter: LineFilter,
  last: string | null,
  days: number | null,
): Promise<readonly DueOn[]> {
  const on = until === null ? last : dayAfter(until, -1);
  if (on === null) return [];
  const before = days === null ? null : dayAfter(on, days + 1);
  return await findDue(store, { since: null, until }, beforeEnd(filter), { from: since ?? "", before, on });
}

/** So many articles of a period are looked at, the latest days of it, where nothing is asked for in particular; a page that leaves out others says so. */
const mostArticles = 5_000;

/** A timeline of somebody or a country, where nobody asks for a period: of a big record the usual days. */
async function withUsualDays(store: Store, asked: AskedPeriod): Promise<AskedPeriod> {
  const { period, about, filter } = asked;
  const open = period.since === null && period.until === null && filter.story === null && filter.words.length > 0;
  const since = open ? await usualSince(store, mostArticles) : null;
  if (since === null) return asked;
  return { ...asked, period: { ...period, since }, about: [...about, `the last days, from ${plainDay(since)} on`] };
}

async function lookedAt(store: Store, { period, filter: asked, about }: AskedPeriod) {
  const filter = await lookedUp(store, period, asked, { before: true });
  const size = await periodSize(store, period, filter);
  const cut = filter.words.flatMap(({ told, whole }) =>
    whole === false ? [`the ${mostAnswers} lines about ${told} that were added last`] : [],
  );
  const whole = { looked: period, filter, page: { period, about: [...about, ...cut], size } } as const;
  if (asked.words.length > 0 || asked.story !== null || size.articles <= mostArticles) return whole;
  const { since, articles } = await drawnPeriod(store, period, null, mostArticles);
  const told = `the latest ${articles} articles, from ${since === null ? "the first" : plainDay(since)} on`;
  return { ...whole, looked: { since, until: period.until }, page: { period, about: [...about, told], size } };
}

/** What the lines of the chosen are made from. */
export async function sourcesOf(store: Store, chosen: readonly Chosen[]): Promise<ToldWords> {
  const { articles, lines, texts, tellings } = idsToShow(chosen);
  return {
    articles: await articlesOf(store, articles),
    lines: await shownLines(store, lines),
    texts: await textsOfArticles(store, texts),
    denied: await deniedClaims(store, tellings),
  };
}
