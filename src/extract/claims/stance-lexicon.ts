import { speechActs } from "../../record/kinds.js";
import type { SpeechAct } from "../../record/statement.js";
import { oneOf, type Row, rowsOf, unlessDash } from "../table-rows.js";

/** What is written down about the targets of stances. */
export interface StanceLexicon {
  /** Nouns that take up what was said, with the acts of the statements that they mean; `null` for any. */
  readonly nouns: ReadonlyMap<string, ReadonlySet<SpeechAct> | null>;
}

/** From the text of `saying-nouns.tsv`. Throws a `TableError` where a row cannot be used. */
export function stanceLexicon(nouns: string): StanceLexicon {
  return { nouns: new Map(rowsOf("saying-nouns.tsv", nouns, 2).map((row) => [row.field(0), actsOf(row)])) };
}

function actsOf(row: Row): ReadonlySet<SpeechAct> | null {
  const acts = unlessDash(row.field(1));
  return acts === null ? null : new Set(acts.split(" ").map((act) => oneOf(row, act, speechActs)));
}
