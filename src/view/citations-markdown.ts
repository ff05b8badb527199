import { escapedMarkdown } from "../text/escaped-markdown.js";
import type { CitationView } from "./citation-view.js";

/** The citations as a page of Markdown, under their articles: for each what the record reads in it, how sure it is of that, and by which id it goes. */
export function citationsMarkdown(citations: readonly CitationView[]): string {
  const articles = new Map<string, CitationView[]>();
  for (const one of citations) articles.set(one.article.id, [...(articles.get(one.article.id) ?? []), one]);
  return [...articles.values()].map(articleSection).join("\n");
}

function articleSection(citations: readonly CitationView[]): string {
  const [first] = citations;
  if (first === undefined) return "";
  const { id, title, outlet, published, url } = first.article;
  const told = [outlet, published, url, id].flatMap((one) => (one === null ? [] : [escapedMarkdown(one)])).join(" · ");
  return `## ${escapedMarkdown(title ?? "Without a title")}\n\n${told}\n\n${citations.map(entry).join("\n")}`;
}

function entry({ id, reading, citation, sure, through }: CitationView): string {
  const lines = [`Reading: ${reading}`, sure.summary, `Who told whom: ${through.join(" → ")}`, id];
  return `> ${escapedMarkdown(citation)}\n\n${lines.map((line) => `- ${escapedMarkdown(line)}`).join("\n")}\n`;
}
