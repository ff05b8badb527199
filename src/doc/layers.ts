import type { ClaimKind } from "./encoding.js";

/** Tokens in text order, as parallel arrays; token `i` is `text.slice(start[i], end[i])`, offsets in UTF-16 units. */
export interface TokenLayer {
  readonly length: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

/** A stretch of tokens `[first, end)`. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/** Paragraphs and the sentences in them; every token lies in exactly one of each. */
export interface SentenceLayer {
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly TokenRange[];
  /** The sentence of each token. */
  readonly sentenceOf: Uint32Array;
}

export interface Sentence extends TokenRange {
  readonly paragraph: number;
}

/**
 * Stretches in quote marks, in text order. A quotation over several paragraphs is one stretch for each paragraph,
 * all but the first with `continues`.
 */
export interface Quotation {
  /** Tokens between the marks. */
  readonly inner: TokenRange;
  /** The opening mark; `null` where a quotation of the paragraph before goes on without one. */
  readonly open: number | null;
  /** The closing mark; `null` where it is missing, or the next paragraph goes on. */
  readonly close: number | null;
  readonly continues: boolean;
  /** 0 for a quotation in plain text, 1 for one inside another, and so on. */
  readonly depth: number;
}

export interface QuotationLayer {
  readonly quotations: readonly Quotation[];
  /** For each token: 0 outside all quotations, 1 inside one, 2 a quote mark. */
  readonly state: Uint8Array;
}

/** Universal Dependencies for each token; `head` is a token index, or the token's own index for the root. */
export interface SyntaxLayer {
  readonly upos: readonly string[];
  /** Features as CoNLL-U writes them, `_` for none. */
  readonly feats: readonly string[];
  readonly lemma: readonly string[];
  readonly head: Uint32Array;
  readonly deprel: readonly string[];
}

/** A name with its OntoNotes type and the mean probability of its tags. */
export interface Name extends TokenRange {
  readonly type: string;
  readonly score: number;
}

export interface NameLayer {
  readonly names: readonly Name[];
}

/** One attribution as PARC and PolNeAR mark it; source and content may be empty or have several stretches. */
export interface Attribution {
  readonly cue: TokenRange;
  readonly source: readonly TokenRange[];
  readonly content: readonly TokenRange[];
  readonly score: number;
}

export interface AttributionLayer {
  readonly attributions: readonly Attribution[];
}

/** Words that the encoder takes for a party of a claim. `doubt` says how unsure it is: 0, 1, up to 2 for those that are read at all, 3 for a guess. */
export interface PartyRange extends TokenRange {
  readonly doubt: number;
}

/**
 * An act, a state or a stance as the encoder reads it. `label` is the type of the act, the state as aspect and value (`operations/closed`) or the relation
 * of the stance; `agent` who acts, puts something into the state or holds the stance, `object` who or what it is done to, is in the state or is its target.
 */
export interface Claim {
  readonly kind: ClaimKind;
  readonly trigger: TokenRange;
  readonly label: string;
  /** The next likeliest labels of the kind, likeliest first. */
  readonly otherwise: readonly string[];
  readonly status: string;
  /** The surest first, and then in reading order; stretches of more doubt may overlap those of less. */
  readonly agent: readonly PartyRange[];
  readonly object: readonly PartyRange[];
  readonly place: readonly TokenRange[];
  readonly time: readonly TokenRange[];
  /** How likely the trigger tells of anything of its kind. */
  readonly score: number;
  /** How likely the label is, of all that the kind has. */
  readonly labelScore: number;
}

export interface ClaimLayer {
  /** In reading order of their triggers. */
  readonly claims: readonly Claim[];
}
