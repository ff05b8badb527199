import { type ArticleDay, articleDay } from "../doc/article-day.js";
import type { ArticleRecord } from "../record/record.js";
import { dayLength } from "../text/days.js";
import { instantIn, utc } from "../text/time-zone.js";

/** One article as linking takes it: its record, and how it came to be known. */
export interface LinkInput {
  /** What tells this article from every other that is kept, also from one with the same text at another address. */
  readonly id: string;
  readonly record: ArticleRecord;
  /** When it was fetched, as an ISO 8601 date-time; `null` where nobody noted it. */
  readonly fetched: string | null;
  /** Lines of the record that a person hid: they tell of nothing, though others may rest on them. */
  readonly hidden?: ReadonlySet<string>;
  /** Stands for the record where the same is read again later, so that what is made of it can be kept till then; the record itself where there is none. */
  readonly standIn?: object;
  /** The zone that its day is one of; UTC where none is named. */
  readonly zone?: string;
}

/** Thrown where linking is called with what it cannot link. */
export class LinkError extends Error {
  override readonly name = "LinkError";
}

/**
 * The articles in the order in which linking takes them: by the time they are from, those without one last, then by id. It depends on the
 * articles alone, so whatever follows cannot depend on the order in which they came.
 *
 * @throws {LinkError} where two articles have one id.
 */
export function inOrder(articles: readonly LinkInput[]): readonly LinkInput[] {
  const sorted = articles
    .map((article) => ({ article, time: timeOf(article) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => compareNumbers(a.time, b.time) || compareText(a.article.id, b.article.id))
    .map(({ article }) => article);
  const twice = sorted.find(({ id }, at) => sorted[at + 1]?.id === id);
  if (twice) throw new LinkError(`Found two articles with the id "${twice.id}"; linking takes each article once.`);
  return sorted;
}

/** When the article is from, in milliseconds: when it was published, else when it was fetched, `null` where neither is known. A bare date is the day's first moment. */
export function timeOf(input: LinkInput): number | null {
  return whenOf(input)?.at ?? null;
}

/** The day that the article is from, `null` where unknown. */
export function dayOf(input: LinkInput): string | null {
  return whenOf(input)?.day ?? null;
}

function whenOf({ record, fetched, zone = utc }: LinkInput): ArticleDay | null {
  return articleDay({ published: record.article.published, fetched }, zone);
}

/** An ISO 8601 date or date-time in milliseconds; a date is its midnight in UTC, and what has no offset is told in UTC. `null` for `null` and for what is none. */
export function instantOf(iso: string | null): number | null {
  if (iso?.includes("T")) return instantIn(iso, utc);
  const time = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time) ? null : time;
}

/** Days between two articles, `null` where the time of either is unknown. */
export function daysBetween(a: LinkInput, b: LinkInput): number | null {
  const [first, second] = [timeOf(a), timeOf(b)];
  return first === null || second === null ? null : Math.abs(first - second) / dayLength;
}

/** The order of UTF-16 units, the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Smaller first; infinities are equal to themselves. */
export function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
