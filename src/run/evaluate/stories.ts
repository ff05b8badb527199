import { join } from "node:path";
import type { LinkInput } from "../../link/link-input.js";
import { groupStories } from "../../link/stories/group-stories.js";
import type { WordWeights } from "../../link/stories/word-weights.js";
import { recordFormat } from "../../record/format.js";
import type { Effects } from "../effects.js";
import { type EcbArticle, readEcbArticle } from "./ecb-plus.js";
import { GoldMissing, readGold } from "./gold.js";

/** The topics of ECB+ that no weight was tuned on; the limits of clusters were chosen with an eye on them. */
const devTopics = new Set([2, 5, 12, 18, 21, 23, 34, 35]);

/**
 * Stories of ECB+ against its sub-topics by B³ (Bagga & Baldwin 1998): for each article, how much of its story belongs to its sub-topic
 * (precision) and how much of its sub-topic is in its story (recall), averaged over articles. All topics of a row are mixed; the articles have
 * no dates, so nothing but what they tell parts two events of one kind.
 */
export async function scoreStories(gold: string, weights: WordWeights, effects: Effects): Promise<string> {
  const articles = await readTopics(gold, effects);
  const rows = [
    ["dev topics", articles.filter(({ topic }) => devTopics.has(topic))],
    ["train topics", articles.filter(({ topic }) => !devTopics.has(topic))],
    ["all topics", articles],
  ] as const;
  const names = ["P", "R", "F1", "articles", "stories", "gold"];
  const head = `${"".padEnd(14)}${names.map((name) => name.padStart(10)).join("")}`;
  return `Stories, B³\n${head}\n${rows.map(([name, some]) => rowOf(name, some, weights)).join("")}`;
}

function rowOf(name: string, articles: readonly EcbArticle[], weights: WordWeights): string {
  const subTopics = new Map(articles.map(({ id, subTopic }) => [id, subTopic]));
  const stories = groupStories(articles.map(bareInput), weights).map((story) =>
    story.articles.map(({ article }) => article),
  );
  const { precision, recall } = bCubed(stories, subTopics);
  const f1 = (2 * precision * recall) / (precision + recall);
  const figures = [precision, recall, f1].map((share) => (100 * share).toFixed(1));
  const counts = [articles.length, stories.length, new Set(subTopics.values()).size].map(String);
  return `${name.padEnd(14)}${[...figures, ...counts].map((figure) => figure.padStart(10)).join("")}\n`;
}

/** B³ precision and recall of clusters of ids against the class of each id; both from 0 to 1. */
export function bCubed(
  clusters: readonly (readonly string[])[],
  classes: ReadonlyMap<string, string>,
): { readonly precision: number; readonly recall: number } {
  const sizes = new Map<string, number>();
  for (const one of classes.values()) sizes.set(one, (sizes.get(one) ?? 0) + 1);
  let precision = 0;
  let recall = 0;
  for (const cluster of clusters) {
    for (const id of cluster) {
      const own = classes.get(id) ?? "";
      const alike = cluster.filter((other) => classes.get(other) === own).length;
      precision += alike / cluster.length;
      recall += alike / (sizes.get(own) ?? 1);
    }
  }
  return { precision: precision / classes.size, recall: recall / classes.size };
}

async function readTopics(gold: string, effects: Effects): Promise<EcbArticle[]> {
  const topics = (await effects.listFolder(join(gold, "stories"))) ?? [];
  const articles: EcbArticle[] = [];
  for (const topic of topics.filter((name) => /^\d+$/.test(name))) {
    for (const file of (await effects.listFolder(join(gold, "stories", topic))) ?? []) {
      if (!file.endsWith(".xml")) continue;
      const article = readEcbArticle(file, await readGold(gold, join("stories", topic, file), effects));
      if (article) articles.push(article);
    }
  }
  if (articles.length === 0) throw new GoldMissing(join(gold, "stories"));
  return articles;
}

/** An article of which only the text is known, and nothing yet extracted: stories go by words. */
function bareInput({ id, text }: EcbArticle): LinkInput {
  const unknown = { url: null, title: null, outlet: null, authors: [], published: null, publishedFrom: null };
  const lists = { entities: [], places: [], times: [], statements: [], actions: [], postures: [], stances: [] };
  const article = { id, ...unknown, language: "en", sha256: "", text };
  const producer = { name: "sitrep", version: "", model: null } as const;
  return { id, fetched: null, record: { format: recordFormat, producer, article, ...lists, messages: [] } };
}
