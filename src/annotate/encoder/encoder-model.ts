import { InferenceSession, Tensor } from "onnxruntime-node";
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

/** One window of text. */
export interface EncoderInput {
  readonly pieces: Int32Array;
  /** Of each piece. */
  readonly features: Int32Array;
  /** The first piece of each word. */
  readonly first: Int32Array;
  /** The number of each word's sentence. */
  readonly sentence: Int32Array;
  /** Of each word: 1 where the roles of a trigger that starts there are wanted, else 0. */
  readonly owned: Int32Array;
}

/** The graph's outputs, row after row; shapes in words: N words, K triggers, R words that a trigger's roles are looked for in. */
export interface EncoderOutput {
  /** N label numbers, likewise `feats`, `lemma`, `deprel`. */
  readonly upos: Int32Array;
  readonly feats: Int32Array;
  readonly lemma: Int32Array;
  readonly deprel: Int32Array;
  /** N × N */
  readonly arcs: Float32Array;
  /** N × names */
  readonly names: Float32Array;
  /** N × cue tags */
  readonly cue: Float32Array;
  /** N × kinds of claims × trigger tags */
  readonly claim: Float32Array;
  /** K: the first word of each; -1 alone where there is none. */
  readonly triggers: Int32Array;
  /** K: what each is the trigger of. */
  readonly kinds: Int32Array;
  /** K: the first of the words that each row of `roles` is about. */
  readonly reach: Int32Array;
  /** K × R × role tags */
  readonly roles: Float32Array;
  /** K × labels of claims */
  readonly labels: Float32Array;
  /** K × statuses */
  readonly status: Float32Array;
}

export interface EncoderModel {
  readonly name: string;
  readonly sha256: string;
  readonly labels: EncoderLabels;
  readonly pieces: WordPieces;
  run(input: EncoderInput): Promise<EncoderOutput>;
  close(): Promise<void>;
}

export interface EncoderOptions {
  /** Threads for one run. */
  readonly threads: number;
}

/** The encoder of these files, ready to run on the CPU. Rejects where the files do not belong together. */
export async function openEncoder(files: ModelFiles, options: EncoderOptions): Promise<EncoderModel> {
  const about = aboutOf(files.about);
  const session = await InferenceSession.create(files.graph, {
    executionProviders: ["cpu"],
    intraOpNumThreads: options.threads,
    interOpNumThreads: 1,
    // The graph was optimised when it was made; all that is left to do here would fuse one thing that is slower fused.
    graphOptimizationLevel: "disabled",
    enableMemPattern: false,
  });
  const run = async (input: EncoderInput): Promise<EncoderOutput> => {
    const tensor = (data: Int32Array) => new Tensor("int32", data, [data.length]);
    const output = await session.run({
      pieces: tensor(input.pieces),
      features: tensor(input.features),
      first: tensor(input.first),
      sentence: tensor(input.sentence),
      owned: tensor(input.owned),
    });
    const integers = (name: string) => arrayOf(output[name], name, Int32Array);
    const floats = (name: string) => arrayOf(output[name], name, Float32Array);
    return {
      upos: integers("upos"),
      feats: integers("feats"),
      lemma: integers("lemma"),
      deprel: integers("deprel"),
      triggers: integers("triggers"),
      kinds: integers("kinds"),
      reach: integers("reach"),
      arcs: floats("arcs"),
      names: floats("names"),
      cue: floats("cue"),
      claim: floats("claim"),
      roles: floats("roles"),
      labels: floats("labels"),
      status: floats("status"),
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

type About = Pick<EncoderModel, "name" | "sha256" | "labels">;

const labelLists = [
  ...["upos", "feats", "lemma", "deprel", "names"],
  ...["cue", "trigger", "kinds", "roles", "claims", "status"],
] as readonly (keyof EncoderLabels)[];

/** Checked by hand: the library that checks records takes a tenth of the time to the first one to load. */
function aboutOf(text: string): About {
  const about: Partial<About> = JSON.parse(text);
  const isList = (list: unknown): boolean => Array.isArray(list) && list.every((label) => typeof label === "string");
  const whole =
    typeof about.name === "string" &&
    typeof about.sha256 === "string" &&
    labelLists.every((name) => isList(about.labels?.[name]));
  if (!whole)
    throw new TypeError("Found a reader.json without name, sha256 or lists of labels; it is not this version's.");
  return about as About;
}

function arrayOf<Kind>(tensor: Tensor | undefined, name: string, kind: new (length: number) => Kind): Kind {
  const data: unknown = tensor?.data;
  if (data instanceof kind) return data;
  throw new TypeError(
    `The model's output "${name}" is not a ${kind.name}; reader.onnx and this version do not belong together.`,
  );
}
