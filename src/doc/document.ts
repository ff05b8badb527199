import type { Message } from "../text/message.js";
import type { EncodingLayer } from "./encoding.js";
import type {
  AttributionLayer,
  ClaimLayer,
  NameLayer,
  QuotationLayer,
  SentenceLayer,
  SyntaxLayer,
  TokenLayer,
} from "./layers.js";

/** Every layer that a document can have; the order is that of the pipeline. */
export interface Layers {
  readonly tokens: TokenLayer;
  readonly sentences: SentenceLayer;
  readonly quotations: QuotationLayer;
  readonly encoding: EncodingLayer;
  readonly syntax: SyntaxLayer;
  readonly names: NameLayer;
  readonly attributions: AttributionLayer;
  readonly claims: ClaimLayer;
}

export type LayerName = keyof Layers;

/** The names of all layers, in the order of the pipeline. */
export const layerNames = [
  "tokens",
  "sentences",
  "quotations",
  "encoding",
  "syntax",
  "names",
  "attributions",
  "claims",
] as const satisfies readonly LayerName[];

/** Which stage, in which version, made a layer. */
export interface Producer {
  readonly stage: string;
  readonly version: string;
}

/**
 * A text and the layers over it. Immutable: {@link withLayer} gives a new document. A layer that is absent has not been
 * computed; an empty one was looked for and nothing was found.
 */
export interface Document {
  readonly text: string;
  readonly layers: Readonly<Partial<Layers>>;
  readonly producers: Readonly<Partial<Record<LayerName, Producer>>>;
  readonly messages: readonly Message[];
}

/** A document that has at least these layers. */
export type Annotated<Names extends LayerName> = Document & { readonly layers: Pick<Layers, Names> };

/** A document whose every layer is there. */
export type FullyAnnotated = Annotated<LayerName>;

/** The document of a text, without layers. */
export function documentOf(text: string): Document {
  return { text, layers: {}, producers: {}, messages: [] };
}

/** The document with one more layer. Throws a {@link LayerError} where it has that layer: a layer is written once. */
export function withLayer<Name extends LayerName>(
  document: Document,
  name: Name,
  layer: Layers[Name],
  producer: Producer,
  messages: readonly Message[] = [],
): Document {
  const before = document.producers[name];
  if (before) {
    throw new LayerError(
      `The stage ${producer.stage} assigns the layer "${name}", which ${before.stage} has written; a layer is written once.`,
    );
  }
  return {
    text: document.text,
    layers: { ...document.layers, [name]: layer },
    producers: { ...document.producers, [name]: producer },
    messages: [...document.messages, ...messages],
  };
}

/** Whether the document has every one of these layers, as the type then knows. */
export function hasLayers<Name extends LayerName>(
  document: Document,
  names: readonly Name[],
): document is Annotated<Name> {
  return names.every((name) => document.layers[name] !== undefined);
}

/** A pipeline or a program asked for a layer that is missing, or wrote one twice. */
export class LayerError extends Error {
  override readonly name = "LayerError";
}
