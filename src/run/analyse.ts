import { availableParallelism } from "node:os";
import type { Article } from "../doc/article.js";
import type { ArticleRecord } from "../record/record.js";
import { compileLate } from "./compile-late.js";
import type { Effects } from "./effects.js";
import { readGazetteer, sharedBytes } from "./gazetteer/shipped-gazetteer.js";
import { openWorkerPool } from "./worker-pool.js";

/** What makes a record of an article. */
export interface Analyser {
  readonly analyse: (article: Article) => Promise<ArticleRecord>;
  /** How many articles it works on at once. */
  readonly parallel: number;
  readonly close: () => Promise<void>;
}

export interface AnalyserOptions {
  /** Whether more than one article is likely to come, so that it pays to start workers. */
  readonly many: boolean;
  /** How many at once, each on a thread of its own; one for each core where this is left out. */
  readonly threads?: number | undefined;
}

/** Workers beyond this many wait for memory rather than for a core. */
const mostWorkers = 8;

/** An analyser that is not opened before the first article comes: that takes longer than to find that every article is known. */
export function lazyAnalyser({ many, threads }: AnalyserOptions, effects: Pick<Effects, "readFile">): Analyser {
  let opened: Promise<Analyser> | null = null;
  return {
    analyse: async (article) => {
      opened ??= openAnalyser({ many, threads }, effects);
      return (await opened).analyse(article);
    },
    parallel: many ? (threads ?? usableCores()) : 1,
    close: async () => (await opened)?.close(),
  };
}

/** The analyser of this version: on this thread for one article, on a worker for each core for many. */
export async function openAnalyser(
  { many, threads }: AnalyserOptions,
  effects: Pick<Effects, "readFile">,
): Promise<Analyser> {
  const cores = threads ?? usableCores();
  if (many && (cores > 1 || threads !== undefined)) {
    compileLate(process.version);
    return openWorkerPool(cores, { gazetteer: sharedBytes(await readGazetteer(effects)) });
  }
  const { openEngine } = await import("./engine.js");
  const engine = await openEngine(effects, { threads: cores });
  return { analyse: engine.analyse, parallel: 1, close: engine.close };
}

/** How many articles this machine can read at once. */
export function usableCores(): number {
  return Math.min(availableParallelism(), mostWorkers);
}
