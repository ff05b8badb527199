import { InferenceSession, Tensor } from "onnxruntime-node";
import { z } from "zod";
import type { EncoderLabels } from "../../doc/encoding.js";
import { type WordPieces, wordPieces } from "./word-pieces.js";

/** What `models/` holds, as bytes and text; reading the files is the caller's. */
export interface ModelFiles {
  /** `reader.onnx` */
  readonly graph: Uint8Array;
  /** `reader.json`: name, digest of the graph, label lists. */
  readonly about: string;
  /** `vocab.txt`, one piece a line. */
  readonly vocabulary: string;
}

/** Windows of one size, row after row; `sentence` is -1 and `pieces` 0 where padded. */
export interface EncoderBatch {
  readonly windows: number;
  readonly pieceWidth: number;
  readonly wordWidth: number;
  readonly pieces: Int32Array;
  readonly features: Int32Array;
  /** The first piece of each word. */
  readonly first: Int32Array;
  readonly sentence: Int32Array;
}

/** The graph's outputs, row after row as in the batch; shapes in words: W windows, N words, K cues. */
export interface EncoderOutput {
  /** W × N label numbers, likewise `feats`, `lemma`, `deprel`. */
  readonly upos: Int32Array;
  readonly feats: Int32Array;
  readonly lemma: Int32Array;
  readonly deprel: Int32Array;
  /** W × N × N */
  readonly arcs: Float32Array;
  /** W × N × names */
  readonly names: Float32Array;
  /** W × N × cue tags */
  readonly cue: Float32Array;
  /** K × 2: window and word; the first row is no cue. */
  readonly cues: Int32Array;
  /** K × N × attribution tags */
  readonly roles: Float32Array;
}

export interface EncoderModel {
  readonly name: string;
  readonly sha256: string;
  readonly labels: EncoderLabels;
  readonly pieces: WordPieces;
  run(batch: EncoderBatch): Promise<EncoderOutput>;
  close(): Promise<void>;
}

const list = z.array(z.string()).readonly();
const aboutSchema = z.object({
  name: z.string(),
  sha256: z.string(),
  labels: z.object({ upos: list, feats: list, lemma: list, deprel: list, names: list, cue: list, attribution: list }),
});

export interface EncoderOptions {
  /** Threads for one run. */
  readonly threads: number;
  /** Added to the score of a cue's first word: above 0 finds more cues. Tuned on the dev part of the gold. */
  readonly cueBias?: number;
}

/** The encoder of these files, ready to run on the CPU. Rejects where the files do not belong together. */
export async function openEncoder(files: ModelFiles, options: EncoderOptions): Promise<EncoderModel> {
  const about = aboutSchema.parse(JSON.parse(files.about));
  const session = await InferenceSession.create(files.graph, {
    executionProviders: ["cpu"],
    intraOpNumThreads: options.threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: "all",
    enableMemPattern: false,
  });
  const bias = new Tensor("float32", Float32Array.of(options.cueBias ?? 0), []);
  const run = async (batch: EncoderBatch): Promise<EncoderOutput> => {
    const tensor = (data: Int32Array, width: number) => new Tensor("int32", data, [batch.windows, width]);
    const output = await session.run({
      pieces: tensor(batch.pieces, batch.pieceWidth),
      features: tensor(batch.features, batch.pieceWidth),
      first: tensor(batch.first, batch.wordWidth),
      sentence: tensor(batch.sentence, batch.wordWidth),
      cue_bias: bias,
    });
    const integers = (name: string) => arrayOf(output[name], name, Int32Array);
    const floats = (name: string) => arrayOf(output[name], name, Float32Array);
    return {
      upos: integers("upos"),
      feats: integers("feats"),
      lemma: integers("lemma"),
      deprel: integers("deprel"),
      cues: integers("cues"),
      arcs: floats("arcs"),
      names: floats("names"),
      cue: floats("cue"),
      roles: floats("roles"),
    };
  };
  return {
    name: about.name,
    sha256: about.sha256,
    labels: about.labels,
    pieces: wordPieces(files.vocabulary),
    run,
    close: () => session.release(),
  };
}

function arrayOf<Kind>(tensor: Tensor | undefined, name: string, kind: new (length: number) => Kind): Kind {
  const data: unknown = tensor?.data;
  if (data instanceof kind) return data;
  throw new TypeError(
    `The model's output "${name}" is not a ${kind.name}; reader.onnx and this version do not belong together.`,
  );
}
