import type { Annotated, Document, LayerName, Layers, Producer } from "../doc/document.js";
import { hasLayers, LayerError, withLayer } from "../doc/document.js";
import type { Message } from "../text/message.js";

/** What a stage comes back with: its layer, and what was odd in the text. */
export interface Annotation<Layer> {
  readonly layer: Layer;
  readonly messages?: readonly Message[];
}

/**
 * One step of the analysis. `run` is pure and deterministic and never throws on a text; what it needs beyond the document
 * (weights, lexicons) it was given when it was made. `version` changes when its output for the same text does.
 */
export interface Stage<Needs extends LayerName = LayerName, Assigns extends LayerName = LayerName> extends Producer {
  readonly requires: readonly Needs[];
  readonly assigns: Assigns;
  run(document: Annotated<Needs>): Annotation<Layers[Assigns]> | Promise<Annotation<Layers[Assigns]>>;
}

/** Stages in order, checked and frozen: each finds the layers that it requires. */
export interface Pipeline {
  readonly stages: readonly Stage[];
  run(document: Document): Promise<Document>;
}

/** A stage, with its needs known to the compiler. */
export function defineStage<Needs extends LayerName, Assigns extends LayerName>(
  stage: Stage<Needs, Assigns>,
): Stage<Needs, Assigns> {
  return Object.freeze(stage);
}

/** The pipeline of these stages. Throws a {@link LayerError} where one requires a layer that no stage before it assigns. */
// biome-ignore lint/suspicious/noExplicitAny: a list of stages with different needs has no narrower type; each is checked below.
export function definePipeline(stages: readonly Stage<any, any>[]): Pipeline {
  const assigned = new Set<LayerName>();
  for (const stage of stages) {
    const missing = stage.requires.find((name: LayerName) => !assigned.has(name));
    if (missing) {
      throw new LayerError(
        `The stage ${stage.stage} requires the layer "${missing}", which no stage before it assigns; those assign ${[...assigned].join(", ") || "none"}.`,
      );
    }
    assigned.add(stage.assigns);
  }
  const run = async (document: Document): Promise<Document> => {
    let current = document;
    for (const stage of stages) {
      if (!hasLayers(current, stage.requires)) continue;
      const { layer, messages } = await stage.run(current);
      current = withLayer(current, stage.assigns, layer, { stage: stage.stage, version: stage.version }, messages);
    }
    return current;
  };
  return Object.freeze({ stages: Object.freeze([...stages]), run });
}
