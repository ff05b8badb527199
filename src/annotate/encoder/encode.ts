import type { ArcScores, EncodingLayer, RoleScores } from "../../doc/encoding.js";
import type { TokenRange } from "../../doc/layers.js";
import { defineStage } from "../stage.js";
import type { EncoderBatch, EncoderModel, EncoderOutput } from "./encoder-model.js";
import { tokenFeatures } from "./token-features.js";
import { cutWindows, type EncoderWindow, encoderUnits } from "./windows.js";

/** Windows in one run. More bring no speed on a CPU: they are padded to the longest, and cost memory. */
const batchSize = 1;

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
      const windows = cutWindows(units, lengths);
      for (let at = 0; at < windows.length; at += batchSize) {
        const group = windows.slice(at, at + batchSize);
        const batch = batchOf(group, source, model);
        gather(gathered, group, batch, source, await model.run(batch));
      }
      return { layer: gathered };
    },
  });
}

interface Gathered extends EncodingLayer {
  readonly trees: ArcScores[];
  readonly roles: RoleScores[];
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
    trees: [],
    roles: [],
  };
}

function batchOf(windows: readonly EncoderWindow[], source: Source, model: EncoderModel): EncoderBatch {
  const pieceCount = (window: EncoderWindow) =>
    source.pieces.slice(window.first, window.end).reduce((sum, ids) => sum + ids.length, 2);
  const pieceWidth = Math.max(...windows.map(pieceCount));
  const wordWidth = Math.max(...windows.map((window) => window.end - window.first));
  const pieces = new Int32Array(windows.length * pieceWidth).fill(model.pieces.pad);
  const features = new Int32Array(windows.length * pieceWidth);
  const first = new Int32Array(windows.length * wordWidth);
  const sentence = new Int32Array(windows.length * wordWidth).fill(-1);
  windows.forEach((window, row) => {
    let at = row * pieceWidth;
    pieces[at++] = model.pieces.cls;
    for (let i = window.first; i < window.end; i++) {
      const word = row * wordWidth + i - window.first;
      first[word] = at - row * pieceWidth;
      sentence[word] = source.unitOf[i] ?? 0;
      for (const id of source.pieces[i] ?? []) {
        features[at] = source.features[i] ?? 0;
        pieces[at++] = id;
      }
    }
    pieces[at] = model.pieces.sep;
  });
  return { windows: windows.length, pieceWidth, wordWidth, pieces, features, first, sentence };
}

/** Copies what each window says of the tokens that it owns. */
function gather(
  to: Gathered,
  windows: readonly EncoderWindow[],
  { wordWidth }: EncoderBatch,
  source: Source,
  output: EncoderOutput,
): void {
  windows.forEach((window, row) => {
    const { owned } = window;
    const from = row * wordWidth + owned.first - window.first;
    const until = from + owned.end - owned.first;
    for (const name of ["upos", "feats", "lemma", "deprel"] as const) {
      to[name].set(output[name].subarray(from, until), owned.first);
    }
    const copyScores = (target: Float32Array, scores: Float32Array, size: number) =>
      target.set(scores.subarray(from * size, until * size), owned.first * size);
    copyScores(to.names, output.names, to.labels.names.length);
    copyScores(to.cues, output.cue, to.labels.cue.length);
    const lastUnit = owned.end > owned.first ? (source.unitOf[owned.end - 1] ?? 0) : -1;
    for (let index = source.unitOf[owned.first] ?? 0; index <= lastUnit; index++) {
      const unit = source.units[index];
      if (unit) to.trees.push(arcsOf(unit, window, row, wordWidth, output.arcs));
    }
  });
  gatherRoles(to, windows, wordWidth, output);
}

function arcsOf(unit: TokenRange, window: EncoderWindow, row: number, width: number, arcs: Float32Array): ArcScores {
  const size = unit.end - unit.first;
  const scores = new Float32Array(size * size);
  const column = unit.first - window.first;
  for (let d = 0; d < size; d++) {
    const from = (row * width + column + d) * width + column;
    scores.set(arcs.subarray(from, from + size), d * size);
  }
  return { first: unit.first, size, scores };
}

function gatherRoles(
  to: Gathered,
  windows: readonly EncoderWindow[],
  width: number,
  { cues, roles }: EncoderOutput,
): void {
  const tags = to.labels.attribution.length;
  // The graph's first row stands for no cue.
  for (let k = 1; 2 * k < cues.length; k++) {
    const window = windows[cues[2 * k] ?? 0];
    if (!window) continue;
    const cue = window.first + (cues[2 * k + 1] ?? 0);
    if (cue < window.owned.first || cue >= window.owned.end) continue;
    const size = window.end - window.first;
    const scores = roles.slice(k * width * tags, (k * width + size) * tags);
    to.roles.push({ cue, first: window.first, size, scores });
  }
}
