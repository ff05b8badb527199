import type { TokenRange } from "../../doc/layers.js";
import type { TimeMeaning } from "./time-meaning.js";

/** A time expression, and what it means before it is resolved against a date. */
export interface RecognisedTime extends TokenRange {
  readonly meaning: TimeMeaning;
}
