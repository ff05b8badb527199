/**
 * What the encoder's heads say of each token, before any stage reads a decision from it. Arrays run over the tokens of
 * the document; scores are logits.
 */
export interface EncodingLayer {
  /** The label lists that the model was trained with. */
  readonly labels: EncoderLabels;
  readonly upos: Int32Array;
  readonly feats: Int32Array;
  readonly lemma: Int32Array;
  readonly deprel: Int32Array;
  /** `labels.names.length` scores for each token. */
  readonly names: Float32Array;
  /** `labels.cue.length` scores for each token. */
  readonly cues: Float32Array;
  /** Who could be whose head, sentence by sentence, in document order. */
  readonly trees: readonly ArcScores[];
  /** For each cue that the encoder saw, what belongs to it; in document order. */
  readonly roles: readonly RoleScores[];
}

export interface EncoderLabels {
  readonly upos: readonly string[];
  readonly feats: readonly string[];
  /** Lemmas as edit scripts on the form: `case:cut:add`. */
  readonly lemma: readonly string[];
  readonly deprel: readonly string[];
  /** `O`, then `B-` and `I-` of each type. */
  readonly names: readonly string[];
  readonly cue: readonly string[];
  readonly attribution: readonly string[];
}

/** `scores[d * size + h]`: token `first + h` as the head of token `first + d`; the diagonal stands for the root. */
export interface ArcScores {
  readonly first: number;
  readonly size: number;
  readonly scores: Float32Array;
}

/** `labels.attribution.length` scores for each token of the window `[first, first + size)` around the cue. */
export interface RoleScores {
  readonly cue: number;
  readonly first: number;
  readonly size: number;
  readonly scores: Float32Array;
}
