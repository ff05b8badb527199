import { availableParallelism } from "node:os";
import type { Article } from "../doc/article.js";
import type { KnownFacts } from "../read/known-facts.js";
import type { Effects } from "./effects.js";
import type { Engine } from "./engine.js";
import { openInputs } from "./open-inputs.js";

/** An input, or a line of one, that gives no article. */
export interface Unreadable {
  readonly kind: "unreadable";
  readonly input: string;
  readonly reason: string;
}

/** What `work` makes of each article of the inputs, in order. One engine serves them all; it is loaded when the first article comes. */
export async function* eachArticle<Result>(
  inputs: readonly string[],
  known: KnownFacts,
  effects: Effects,
  work: (article: Article, engine: Engine) => Promise<Result>,
): AsyncGenerator<Result | Unreadable> {
  let engine: Engine | null = null;
  try {
    for await (const reading of openInputs(inputs, known, effects)) {
      if (reading.kind === "unreadable") {
        yield reading;
        continue;
      }
      engine ??= await openEngine(effects);
      yield await work(reading.article, engine);
    }
  } finally {
    await engine?.close();
  }
}

/** The encoder's library is loaded no sooner than it is needed: that takes longer than most commands. */
async function openEngine(effects: Effects): Promise<Engine> {
  const engine = await import("./engine.js");
  return engine.openEngine(effects, { threads: availableParallelism() });
}
