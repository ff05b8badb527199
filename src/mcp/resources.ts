import type { ListResourcesResult, ReadResourceResult, ResourceTemplate } from "@modelcontextprotocol/sdk/types.js";
import { articlesResource } from "../api/articles.js";
import type { ArticleView } from "../view/line-view.js";
import { articleTool } from "./article-tool.js";
import { explainTool } from "./explain-tool.js";
import { Fault, notFound } from "./fault.js";
import { linkedArticle } from "./quoted.js";
import type { ToolGiven } from "./tool.js";

const mimeType = "application/json";

/** What can be read by an address of the protocol. An id has its slashes written as `%2F`. */
export const resourceTemplates: ResourceTemplate[] = [
  {
    ...{ name: "line", title: "Line", uriTemplate: "sitrep://lines/{id}", mimeType },
    description:
      "A line of the record, or whatever else an id names, with its words, its sources and its disputes: as the tool `explain`.",
  },
  {
    ...{ name: "article", title: "Article", uriTemplate: "sitrep://articles/{id}", mimeType },
    description:
      "The first passages of an article's text with the lines that were read from them: as the tool `article`, which has the rest.",
  },
];

/** The articles, the newest first. */
export async function listResources(
  cursor: string | undefined,
  { ask, desk }: ToolGiven,
): Promise<ListResourcesResult> {
  const asked = { query: { limit: "50", cursor } };
  const { items, next } = await ask<{ readonly items: readonly ArticleView[]; readonly next: string | null }>(
    articlesResource,
    asked,
  );
  const resources = items.map((article) => {
    const { id, title, outlet, published } = linkedArticle(article, desk);
    return {
      ...{ uri: `sitrep://articles/${encodeURIComponent(id)}`, name: id, mimeType },
      ...(title === null ? {} : { title }),
      description: [outlet ?? "an unnamed outlet", ...(published === null ? [] : [published])].join(", "),
    };
  });
  return { resources, ...(next === null ? {} : { nextCursor: next }) };
}

/** What stands at an address. @throws {Fault} where it is none of ours */
export async function readResource(uri: string, given: ToolGiven): Promise<ReadResourceResult> {
  const [, kind, written] = /^sitrep:\/\/(lines|articles)\/([^/]{1,3000})$/.exec(uri) ?? [];
  const id = written === undefined ? null : decoded(written);
  if (id === null) throw new Fault(notFound, "Expected an address like sitrep://lines/art_5c34f14789777e74%2Fst_3.");
  const tool = kind === "lines" ? explainTool : articleTool;
  const answer = await tool.call({ id }, given);
  return { contents: [{ uri, mimeType, text: JSON.stringify(answer) }] };
}

function decoded(written: string): string | null {
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}
