import type { Analyser } from "../src/run/analyse.js";
import type { Engine, openEngine } from "../src/run/engine.js";
import { shippedEngine } from "./shipped-engine.js";

/*
 * For tests of commands, to be mocked: one engine for all that they run. To load the program and the model anew, as each process and each worker has to, takes longer than to
 * read an article.
 */

/** Stands in for `src/run/worker-pool.ts`. */
export function openWorkerPool(size: number): Analyser {
  return {
    analyse: async (article) => (await shippedEngine()).analyse(article),
    parallel: size,
    close: async () => undefined,
  };
}

/** Stands in for `src/run/engine.ts`. */
export async function openedOnce<Module extends { readonly openEngine: typeof openEngine }>(
  original: () => Promise<Module>,
): Promise<Module> {
  const module = await original();
  let opened: Promise<Engine> | null = null;
  const open: typeof openEngine = async (...given) => {
    opened ??= module.openEngine(...given);
    return { ...(await opened), close: async () => undefined };
  };
  return { ...module, openEngine: open };
}
