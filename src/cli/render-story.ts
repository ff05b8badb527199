import { shortDays } from "../view/plain-dates.js";
import { plainCopy } from "../view/plain-words.js";
import type { StoryArticleView, StorySummaryView, StoryView } from "../view/story-view.js";
import { counted } from "./counted.js";
import { articleHeading } from "./render-lines.js";
import { renderDispute, renderHistory } from "./render-links.js";
import type { Rendering } from "./rendering.js";
import { styleWords } from "./style.js";
import { wrap } from "./wrap.js";

/** A story in a list: its title, then how much there is of it, with its id at the end. */
export function renderStorySummary(story: StorySummaryView, { style, width }: Rendering): string {
  const { id, title, first, last, articles, outlets, texts } = story;
  const facts = [shortDays(first, last), ...sizes({ articles, outlets, texts })].join(style("dim", " · "));
  return [
    wrap(styleWords(title ?? "(no title)", "bold", style), width, ""),
    wrap(`${facts} ${style("dim", id)}`, width, "  "),
  ].join("\n");
}

/** A story with its articles, which of them are copies, its disputes and postures. */
export function renderStory(story: StoryView, rendering: Rendering): string {
  const { style, width } = rendering;
  const { articles, moreArticles, disputes, moreDisputes, postures, morePostures, terms } = story;
  const count = articles.length + moreArticles;
  const heading = [
    renderStorySummary({ ...story, articles: count }, rendering),
    wrap(style("dim", `about ${terms.join(", ")}`), width, "  "),
  ].join("\n");
  const sections = [
    part(
      "Articles",
      articles.map((article) => renderStoryArticle(article, rendering)),
      "\n",
      moreArticles > 0 ? `${moreArticles} more` : null,
      rendering,
    ),
    part(
      "Disputes",
      disputes.map((one) => renderDispute(one, rendering)),
      "\n\n",
      moreDisputes ? `more: sitrep disputes --story ${story.id}` : null,
      rendering,
    ),
    part(
      "Postures",
      postures.map((one) => renderHistory(one, rendering)),
      "\n\n",
      morePostures ? "more postures: sitrep postures --history" : null,
      rendering,
    ),
  ];
  return `${[heading, ...sections.filter((one) => one !== "")].join("\n\n")}\n`;
}

function part(
  title: string,
  entries: readonly string[],
  gap: string,
  more: string | null,
  { style }: Rendering,
): string {
  if (entries.length === 0) return "";
  const body = [...entries, ...(more === null ? [] : [style("dim", `… and ${more}`)])].join(gap);
  return `${style("bold", title)}\n\n${body}`;
}

function renderStoryArticle(article: StoryArticleView, rendering: Rendering): string {
  const { copy } = article;
  const { style, width } = rendering;
  const heading = articleHeading(article, rendering);
  if (copy === null || copy.of === null) return heading;
  const of = copy.origin === null ? "" : ` (${copy.origin}’s text)`;
  return `${heading}\n${wrap(`${style("magenta", `copy, ${plainCopy(copy.relation)}`)}${of}: ${copy.reason}; of ${style("dim", copy.of)}`, width, "  ")}`;
}

function sizes({
  articles,
  outlets,
  texts,
}: Pick<StorySummaryView, "articles" | "outlets" | "texts">): readonly string[] {
  return [counted(articles, "article"), counted(outlets, "outlet"), counted(texts, "independent text")];
}
