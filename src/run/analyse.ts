import type { Article } from "../doc/article.js";
import { recordFormat } from "../record/format.js";
import type { ArticleRecord } from "../record/record.js";
import { version } from "./version.js";

/** What makes a record of an article. */
export interface Analyser {
  readonly analyse: (article: Article) => Promise<ArticleRecord>;
  /** How many articles it works on at once. */
  readonly parallel: number;
  readonly close: () => Promise<void>;
}

/** The analyser of this version. */
export async function openAnalyser(): Promise<Analyser> {
  return { analyse: async (article) => bareRecord(article), parallel: 1, close: async () => undefined };
}

function bareRecord({ messages, ...article }: Article): ArticleRecord {
  return {
    format: recordFormat,
    producer: { name: "sitrep", version, model: null },
    article,
    entities: [],
    places: [],
    times: [],
    statements: [],
    actions: [],
    postures: [],
    stances: [],
    messages,
  };
}
