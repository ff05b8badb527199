import type { TokenRange } from "../../doc/layers.js";
import type { Factuality } from "../../record/factuality.js";
import type { ActionKind } from "./action-lexicon.js";

/** An action on its way to the record: what the sentence's grammar and the lexicon found, in tokens. */
export interface Act {
  readonly kind: ActionKind;
  /** The word that governs the act: a verb, or a noun that tells of one. */
  readonly head: number;
  /** The noun in its object that says what was done: the "attack" of "launched an attack". */
  readonly theme: number | null;
  readonly trigger: TokenRange;
  readonly lemma: string;
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
  /** Whether the table asks for what stands in the object, and not the word alone. */
  readonly sure: boolean;
  /** Where a frame or a tense settles it; `null` leaves it to the sentence. */
  readonly status: Factuality | null;
}
