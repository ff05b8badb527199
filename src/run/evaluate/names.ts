import { z } from "zod";
import type { Pipeline } from "../../annotate/stage.js";
import { documentOf } from "../../doc/document.js";
import type { Effects } from "../effects.js";
import { readGoldLines } from "./gold.js";
import { type Counts, countShared, scoreTable, sumCounts } from "./scores.js";

const goldNames = z.object({
  id: z.string(),
  text: z.string(),
  names: z.array(z.tuple([z.number(), z.number(), z.string()])),
});

/** Exact F1 of names, stretch and type, against `names-dev.jsonl`, which `training/prepare.py` writes from the teacher's labels. */
export async function scoreNames(gold: string, pipeline: Pipeline, effects: Effects): Promise<string> {
  const articles = await readGoldLines(gold, "names-dev.jsonl", goldNames, effects);
  const byType = new Map<string, Counts[]>();
  for (const article of articles) {
    const { layers } = await pipeline.run(documentOf(article.text));
    const { tokens, names } = layers;
    if (!tokens || !names) continue;
    const found = names.names.map(
      ({ first, end, type }) => [tokens.start[first] ?? 0, tokens.end[end - 1] ?? 0, type] as const,
    );
    for (const type of new Set([...found, ...article.names].map(([, , kind]) => kind))) {
      const keys = (list: readonly (readonly [number, number, string])[]) =>
        list.filter(([, , kind]) => kind === type).map(([start, end]) => `${start}-${end}`);
      const counts = byType.get(type) ?? [];
      counts.push(countShared(keys(found), keys(article.names)));
      byType.set(type, counts);
    }
  }
  const rows = [...byType].map(([type, counts]) => [type, sumCounts(counts)] as const);
  rows.sort(([, a], [, b]) => b.gold - a.gold);
  const all = sumCounts(rows.map(([, counts]) => counts));
  return scoreTable(`Names, ${articles.length} articles`, new Map([["all", all], ...rows]));
}
