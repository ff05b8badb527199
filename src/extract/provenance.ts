import type { Span } from "../text/span.js";
import type { TableRow } from "./table-rows.js";

/** What made a line of the record. */
export interface Provenance {
  /** The rule, in a few words. */
  readonly rule: string;
  /** The row of a table that the rule went by, `null` where it needs none. */
  readonly row: TableRow | null;
  /** The word that set the rule off, where no field of the line tells it. */
  readonly trigger: Span | null;
  /** What else the rule went by, a sentence or list each. */
  readonly notes: readonly string[];
}

/** Is told what made each line as it is made; nobody listens unless somebody asks why a line is there. */
export type Trace = (id: string, provenance: Provenance) => void;

export const untraced: Trace = () => undefined;
