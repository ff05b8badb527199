import type { StoryArticle, StoryWithArticles } from "../store/queries/stories.js";
import type { FoundStorySummary } from "../store/queries/story-summaries.js";
import type { DisputeView } from "./dispute-view.js";
import type { HistoryView } from "./history-view.js";
import type { ArticleView } from "./line-view.js";
import { articleView } from "./quote-view.js";

/** A story in a list. */
export type StorySummaryView = FoundStorySummary;

/** A story: its articles, which of them are one text, what is disputed in it, and which postures it tells. */
export interface StoryView {
  readonly id: string;
  /** Of the article to show for it. */
  readonly title: string | null;
  readonly central: string;
  /** The days of its first and last dated articles; `null` where none is dated. */
  readonly first: string | null;
  readonly last: string | null;
  /** What it is about, the heaviest term first. */
  readonly terms: readonly string[];
  readonly outlets: number;
  /** Texts, each once however many articles are copies of it: copies add no voice. */
  readonly texts: number;
  /** The first of them in order of time. */
  readonly articles: readonly StoryArticleView[];
  readonly moreArticles: number;
  readonly disputes: readonly DisputeView[];
  readonly moreDisputes: boolean;
  readonly postures: readonly HistoryView[];
  readonly morePostures: boolean;
}

export interface StoryArticleView extends ArticleView {
  /** The mean likeness to the others, from 0 to 1; `null` for one alone. */
  readonly likeness: number | null;
  readonly reason: string;
  readonly copy: StoryArticle["copy"];
}

/** Disputes and postures of a story, as far as they are shown. */
export type StoryMatters = Pick<StoryView, "disputes" | "moreDisputes" | "postures" | "morePostures">;

/** @param most so many articles are shown */
export function storyView(
  { id, terms, central, articles }: StoryWithArticles,
  matters: StoryMatters,
  most: number,
): StoryView {
  const days = articles.flatMap(({ published, day }) => (published === null ? [] : day)).sort();
  return {
    id,
    title: articles.find((one) => one.id === central)?.title ?? null,
    central,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    terms,
    outlets: new Set(articles.flatMap(({ outlet }) => outlet ?? [])).size,
    texts: new Set(articles.map(({ id: own, copy }) => copy?.group ?? own)).size,
    articles: articles.slice(0, most).map((article) => {
      const { likeness, reason, copy } = article;
      return { ...articleView(article), likeness, reason, copy };
    }),
    moreArticles: Math.max(0, articles.length - most),
    ...matters,
  };
}
