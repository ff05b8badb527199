import type { DisputeView } from "./dispute-view.js";
import type { LineView } from "./line-view.js";

/** A claim in the shape of a dispute, though nobody may deny it: who holds it, in whose words, since when, and who says that it is not so. */
export interface ClaimView extends Omit<DisputeView, "id" | "marks"> {
  /** The line by which it was asked for. */
  readonly line: LineView;
  /** The act or state that it is, `null` where it is what somebody said. */
  readonly event: string | null;
  /** The disputes that it is in. */
  readonly disputes: readonly { readonly id: string; readonly claim: string }[];
}
