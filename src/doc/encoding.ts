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
  /** `claimKinds.length` times `labels.trigger.length` scores for each token: whether a claim of each kind starts or goes on there. */
  readonly claims: Float32Array;
  /** What belongs to each word that may set off a statement or a claim; in document order. */
  readonly triggers: readonly TriggerScores[];
}

/** What a word may tell of besides a statement; the order is the encoder's. */
export const claimKinds = ["action", "posture", "stance"] as const;

export type ClaimKind = (typeof claimKinds)[number];

export interface EncoderLabels {
  readonly upos: readonly string[];
  readonly feats: readonly string[];
  /** Lemmas as edit scripts on the form: `case:cut:add`. */
  readonly lemma: readonly string[];
  readonly deprel: readonly string[];
  /** `O`, then `B-` and `I-` of each type. */
  readonly names: readonly string[];
  readonly cue: readonly string[];
  readonly trigger: readonly string[];
  /** `statement`, then the kinds of claims. */
  readonly kinds: readonly string[];
  /** `O`, then `B-` and `I-` of agent, object, place and time. */
  readonly roles: readonly string[];
  /** `none`, then types of acts, states (`operations/closed`) and relations of stances. */
  readonly claims: readonly string[];
  readonly status: readonly string[];
}

/** `scores[d * size + h]`: token `first + h` as the head of token `first + d`; the diagonal stands for the root. */
export interface ArcScores {
  readonly first: number;
  readonly size: number;
  readonly scores: Float32Array;
}

/** What the encoder makes of a word as the start of a trigger. */
export interface TriggerScores {
  readonly kind: "statement" | ClaimKind;
  readonly word: number;
  /** `labels.roles.length` scores for each token of the window `[first, first + size)` around the word. */
  readonly roles: Float32Array;
  readonly first: number;
  readonly size: number;
  /** `labels.claims.length` scores; those of a statement mean nothing. */
  readonly labels: Float32Array;
  /** `labels.status.length` scores; those of statements and stances mean nothing. */
  readonly status: Float32Array;
}
