import type { Article } from "../doc/article.js";
import type { FullyAnnotated } from "../doc/document.js";
import type { KnownFacts } from "../read/known-facts.js";
import { eachArticle, type Unreadable } from "./each-article.js";
import type { Effects } from "./effects.js";
import type { TracedAnalysis } from "./engine.js";

/** An article with every layer over it. */
export interface Annotation {
  readonly kind: "annotated";
  readonly article: Article;
  readonly document: FullyAnnotated;
}

/** An article with its layers, its record, and what made each line of that. */
export interface TracedArticle extends TracedAnalysis {
  readonly kind: "traced";
  readonly article: Article;
}

/** The annotated articles of the inputs, in order. */
export function annotateInputs(
  inputs: readonly string[],
  known: KnownFacts,
  effects: Effects,
): AsyncGenerator<Annotation | Unreadable> {
  return eachArticle(inputs, known, effects, async (article, engine) => ({
    kind: "annotated" as const,
    article,
    document: await engine.annotate(article),
  }));
}

/** The articles of the inputs with their records and what made them, in order. */
export function traceInputs(
  inputs: readonly string[],
  known: KnownFacts,
  effects: Effects,
): AsyncGenerator<TracedArticle | Unreadable> {
  return eachArticle(inputs, known, effects, async (article, engine) => ({
    kind: "traced" as const,
    article,
    ...(await engine.trace(article)),
  }));
}
