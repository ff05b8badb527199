import type { TokenRange } from "../../doc/layers.js";

/** An attribution on its way to a statement: what the layers and the rules found, in tokens. */
export interface Draft {
  /** `null` where a quotation stands without one. */
  readonly cue: TokenRange | null;
  readonly source: TokenRange | null;
  /** In text order, without overlap; empty for "declined to comment". */
  readonly content: readonly TokenRange[];
  /** The draft that tells of this one, where its content does not hold this one's cue: "Reuters reported, citing two officers". */
  readonly toldBy?: Draft;
  /** The content is given word for word without quote marks: a turn of a transcript. */
  readonly verbatim?: true;
  /** How sure the encoder is of it; missing where a rule found it. */
  readonly score?: number;
}

/** Whether two ranges share a token. */
export function overlaps(a: TokenRange, b: TokenRange): boolean {
  return a.first < b.end && b.first < a.end;
}

/** Whether `outer` holds every token of `inner`. */
export function contains(outer: TokenRange, inner: TokenRange): boolean {
  return outer.first <= inner.first && inner.end <= outer.end;
}

/** The first token that the draft marks. */
export function beginning(draft: Draft): number {
  return Math.min(...[draft.cue, draft.source, ...draft.content].flatMap((range) => (range ? [range.first] : [])));
}
