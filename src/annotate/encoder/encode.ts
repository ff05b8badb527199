import { type ArcScores, claimKinds, type EncodingLayer, type TriggerScores } from "../../doc/encoding.js";
import type { TokenRange } from "../../doc/layers.js";
import { defineStage } from "../stage.js";
import type { EncoderInput, EncoderModel, EncoderOutput } from "./encoder-model.js";
import { tokenFeatures } from "./token-features.js";
import { cutWindows, type EncoderWindow, encoderUnits } from "./windows.js";

interface Source {
  readonly pieces: readonly (readonly number[])[];
  readonly features: Uint8Array;
  /** The number of the unit (sentence) of each token. */
  readonly unitOf: Uint32Array;
  readonly units: readonly TokenRange[];
}

/** The encoder as a stage: every head's scores for every token, each from the window that owns the token. */
export function encodeStage(model: EncoderModel) {
  return defineStage({
    stage: "encode",
    version: model.sha256.slice(0, 12),
    requires: ["tokens", "sentences", "quotations"],
    assigns: "encoding",
    async run({ text, layers }) {
      const { tokens, sentences, quotations } = layers;
      const pieces = Array.from(tokens.start, (start, i) => model.pieces.idsOf(text.slice(start, tokens.end[i])));
      const lengths = pieces.map((ids) => ids.length);
      const units = encoderUnits(sentences.sentences, lengths);
      const unitOf = new Uint32Array(tokens.length);
      for (const [index, unit] of units.entries()) unitOf.fill(index, unit.first, unit.end);
      const source = { pieces, units, unitOf, features: tokenFeatures(text, tokens, sentences, quotations) };
      const gathered = emptyEncoding(tokens.length, model);
      for (const window of cutWindows(units, lengths)) {
        gather(gathered, window, source, await model.run(inputOf(window, source, model)));
      }
      return { layer: gathered };
    },
  });
}

interface Gathered extends EncodingLayer {
  readonly trees: ArcScores[];
  readonly triggers: TriggerScores[];
}

function emptyEncoding(length: number, { labels }: EncoderModel): Gathered {
  return {
    labels,
    upos: new Int32Array(length),
    feats: new Int32Array(length),
    lemma: new Int32Array(length),
    deprel: new Int32Array(length),
    names: new Float32Array(length * labels.names.length),
    cues: new Float32Array(length * labels.cue.length),
    claims: new Float32Array(length * claimKinds.length * labels.trigger.length),
    trees: [],
    triggers: [],
  };
}

function inputOf(window: EncoderWindow, source: Source, model: EncoderModel): EncoderInput {
  const words = window.end - window.first;
  const width = source.pieces.slice(window.first, window.end).reduce((sum, ids) => sum + ids.length, 2);
  const pieces = new Int32Array(width);
  const features = new Int32Array(width);
  const first = new Int32Array(words);
  const sentence = new Int32Array(words);
  let at = 0;
  pieces[at++] = model.pieces.cls;
  for (let i = window.first; i < window.end; i++) {
    first[i - window.first] = at;
    sentence[i - window.first] = source.unitOf[i] ?? 0;
    for (const id of source.pieces[i] ?? []) {
      features[at] = source.features[i] ?? 0;
      pieces[at++] = id;
    }
  }
  pieces[at] = model.pieces.sep;
  const owned = new Int32Array(words).fill(1, window.owned.first - window.first, window.owned.end - window.first);
  return { pieces, features, first, sentence, owned };
}

/** Copies what the window says of the tokens that it owns. */
function gather(to: Gathered, window: EncoderWindow, source: Source, output: EncoderOutput): void {
  const { owned } = window;
  const from = owned.first - window.first;
  const until = owned.end - window.first;
  for (const name of ["upos", "feats", "lemma", "deprel"] as const) {
    to[name].set(output[name].subarray(from, until), owned.first);
  }
  const copyScores = (target: Float32Array, scores: Float32Array, size: number) =>
    target.set(scores.subarray(from * size, until * size), owned.first * size);
  copyScores(to.names, output.names, to.labels.names.length);
  copyScores(to.cues, output.cue, to.labels.cue.length);
  copyScores(to.claims, output.claim, claimKinds.length * to.labels.trigger.length);
  const lastUnit = owned.end > owned.first ? (source.unitOf[owned.end - 1] ?? 0) : -1;
  for (let index = source.unitOf[owned.first] ?? 0; index <= lastUnit; index++) {
    const unit = source.units[index];
    if (unit) to.trees.push(arcsOf(unit, window, output.arcs));
  }
  gatherTriggers(to, window, output);
}

function arcsOf(unit: TokenRange, window: EncoderWindow, arcs: Float32Array): ArcScores {
  const size = unit.end - unit.first;
  const width = window.end - window.first;
  const scores = new Float32Array(size * size);
  const column = unit.first - window.first;
  for (let d = 0; d < size; d++) {
    const from = (column + d) * width + column;
    scores.set(arcs.subarray(from, from + size), d * size);
  }
  return { first: unit.first, size, scores };
}

function gatherTriggers(to: Gathered, window: EncoderWindow, output: EncoderOutput): void {
  const count = output.triggers.length;
  const row = (scores: Float32Array, index: number): Float32Array =>
    scores.slice((index * scores.length) / count, ((index + 1) * scores.length) / count);
  const kinds = ["statement", ...claimKinds] as const;
  for (const [index, word] of output.triggers.entries()) {
    const kind = kinds[output.kinds[index] ?? 0];
    // Where the window has no trigger, one row stands for none.
    if (word < 0 || kind === undefined) continue;
    const roles = row(output.roles, index);
    to.triggers.push({
      kind,
      word: window.first + word,
      roles,
      first: window.first + (output.reach[index] ?? 0),
      size: roles.length / to.labels.roles.length,
      labels: row(output.labels, index),
      status: row(output.status, index),
    });
  }
}
