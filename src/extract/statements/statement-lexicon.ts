import type { HedgeKind } from "../../record/hedge.js";
import { channelKinds, hedgeKinds, speechActs } from "../../record/kinds.js";
import type { Channel, SpeechAct } from "../../record/statement.js";
import { oneOf, rowsOf } from "../table-rows.js";

/** What is written down about saying, rather than learnt; `data/` holds it as tables that a person can extend. */
export interface StatementLexicon {
  /** The speech act of a cue's lemmas: `say`, `play down`, `tell to`. */
  readonly acts: ReadonlyMap<string, SpeechAct>;
  /** Nouns and names of what carries words. */
  readonly channels: ReadonlyMap<string, Channel["kind"]>;
  /** Phrases that hedge, lower case. */
  readonly hedges: ReadonlyMap<string, HedgeKind>;
}

/** The texts of `cues.tsv`, `channels.tsv` and `hedges.tsv`. */
export interface StatementTables {
  readonly cues: string;
  readonly channels: string;
  readonly hedges: string;
}

/** Throws a `TableError` that names the table and the row where a value is none of those allowed. */
export function statementLexicon(tables: StatementTables): StatementLexicon {
  return {
    acts: mapOf("cues.tsv", tables.cues, speechActs),
    channels: mapOf("channels.tsv", tables.channels, channelKinds),
    hedges: mapOf("hedges.tsv", tables.hedges, hedgeKinds),
  };
}

function mapOf<Value extends string>(table: string, text: string, allowed: readonly Value[]): Map<string, Value> {
  return new Map(rowsOf(table, text).map((row) => [row.field(0), oneOf(row, row.field(1), allowed)]));
}
