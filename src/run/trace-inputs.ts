import { availableParallelism } from "node:os";
import type { Article } from "../doc/article.js";
import type { KnownFacts } from "../read/known-facts.js";
import type { NoteReading, UnreadableReading } from "../read/reading.js";
import type { Effects, WebPolicy } from "./effects.js";
import type { Engine, TracedAnalysis } from "./engine.js";
import { openInputs } from "./open-inputs.js";

/** What came of one input: an article with its layers, its record and what made each line of that, why there is none, or a note on what was passed over. */
export type Tracing = TracedArticle | UnreadableReading | NoteReading;

export interface TracedArticle extends TracedAnalysis {
  readonly kind: "traced";
  readonly article: Article;
}

/** The articles of the inputs with all that the analysis made of them, in order. One engine serves them all; it is loaded when the first comes. */
export async function* traceInputs(
  inputs: readonly string[],
  known: KnownFacts,
  effects: Effects,
  policy: WebPolicy,
): AsyncGenerator<Tracing> {
  let engine: Engine | null = null;
  try {
    for await (const reading of openInputs(inputs, known, effects, policy)) {
      if (reading.kind !== "article") {
        yield reading;
        continue;
      }
      engine ??= await openEngine(effects);
      yield { kind: "traced", article: reading.article, ...(await engine.trace(reading.article)) };
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
