import type { HedgeKind } from "../../record/hedge.js";
import { channelKinds, hedgeKinds, speechActs } from "../../record/kinds.js";
import type { Channel, SpeechAct } from "../../record/statement.js";
import { parseTable } from "../../text/table.js";

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

/** Throws a {@link TableError} that names the table and the row where a value is none of those allowed. */
export function statementLexicon(tables: StatementTables): StatementLexicon {
  return {
    acts: mapOf("cues.tsv", tables.cues, speechActs),
    channels: mapOf("channels.tsv", tables.channels, channelKinds),
    hedges: mapOf("hedges.tsv", tables.hedges, hedgeKinds),
  };
}

function mapOf<Value extends string>(table: string, text: string, allowed: readonly Value[]): Map<string, Value> {
  return new Map(
    parseTable(text).map(([key = "", value = ""]) => {
      const known = allowed.find((one) => one === value);
      if (known === undefined) {
        throw new TableError(`Found "${value}" for "${key}" in data/${table}; expected one of ${allowed.join(", ")}.`);
      }
      return [key, known] as const;
    }),
  );
}

/** A table of `data/` has a row that the program cannot use. */
export class TableError extends Error {
  override readonly name = "TableError";
}
