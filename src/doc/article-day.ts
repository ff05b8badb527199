import { possibleYears } from "../text/possible-years.js";
import { dayIn, instantIn, startOfDay } from "../text/time-zone.js";

/** What is known of when an article is from, as ISO 8601; `null` where nobody noted it. */
export interface ArticleTimes {
  /** A date, or a date-time, as it was written. */
  readonly published: string | null;
  readonly fetched: string | null;
  readonly added?: string | null;
}

/** When an article is from. */
export interface ArticleDay {
  /** A day of the zone. */
  readonly day: string;
  /**
   * In milliseconds. A date without a time of day is the first moment of its day: newest first it stands behind the day's instants. `null` where only
   * the day is known on which the article was added.
   */
  readonly at: number | null;
}

/**
 * The day of an article: that on which it was published, else fetched, else added; `null` where none is known, or none of a year that can be. An instant lies on the day that the zone then
 * has, however it was written; a date without a time of day is that day in every zone, and a time of day without an offset is told by the zone's clocks.
 */
export function articleDay({ published, fetched, added = null }: ArticleTimes, zone: string): ArticleDay | null {
  const known = dayOf(published, zone) ?? dayOf(fetched, zone);
  if (known !== null) return known;
  const day = dayOf(added, zone)?.day;
  return day === undefined ? null : { day, at: null };
}

function dayOf(written: string | null, zone: string): ArticleDay | null {
  const year = Number(written?.slice(0, 4));
  if (written === null || !(year >= possibleYears.first && year <= possibleYears.last)) return null;
  const instant = written.includes("T") ? instantIn(written, zone) : null;
  if (instant !== null) return { day: dayIn(instant, zone), at: instant };
  // A time of day that no clock shows leaves the date.
  const day = written.slice(0, 10);
  const at = startOfDay(day, zone);
  return at === null ? null : { day, at };
}
