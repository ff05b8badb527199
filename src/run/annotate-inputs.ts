import { availableParallelism } from "node:os";
import type { Article } from "../doc/article.js";
import type { FullyAnnotated } from "../doc/document.js";
import type { KnownFacts } from "../read/known-facts.js";
import type { NoteReading, UnreadableReading } from "../read/reading.js";
import type { Effects, WebPolicy } from "./effects.js";
import type { Engine } from "./engine.js";
import { openInputs } from "./open-inputs.js";

/** What came of one input: an article with every layer over it, the reason why there is none, or a note on what was passed over. */
export type Annotation =
  | { readonly kind: "annotated"; readonly article: Article; readonly document: FullyAnnotated }
  | UnreadableReading
  | NoteReading;

/** The annotated articles of the inputs, in order. One engine serves them all; it is loaded when the first article comes. */
export async function* annotateInputs(
  inputs: readonly string[],
  known: KnownFacts,
  effects: Effects,
  policy: WebPolicy,
): AsyncGenerator<Annotation> {
  let engine: Engine | null = null;
  try {
    for await (const reading of openInputs(inputs, known, effects, policy)) {
      if (reading.kind !== "article") {
        yield reading;
        continue;
      }
      engine ??= await openEngine(effects);
      yield { kind: "annotated", article: reading.article, document: await engine.annotate(reading.article) };
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
