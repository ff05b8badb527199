import { speechActs, stanceRelations } from "../../record/kinds.js";
import type { Stance } from "../../record/stance.js";
import type { SpeechAct } from "../../record/statement.js";
import { alternatives, oneOf, type Row, rowsOf, type TableRow, unlessDash } from "../table-rows.js";

export type Relation = Stance["relation"];

const targets = ["saying", "claim", "view", "somebody", "person", "any"] as const;

/**
 * What a stance may be about: words said, those of them that may be untrue or that tell what somebody thinks, somebody and what they said,
 * somebody without it, or whatever is named.
 */
export type TargetKind = (typeof targets)[number];

/** `run counter to`: the lemmas from the verb to the word before the target, and what they tell. */
export interface StancePattern {
  readonly lemmas: readonly string[];
  readonly relation: Relation;
  readonly targets: ReadonlySet<TargetKind>;
  readonly row: TableRow;
}

/** What is written down about stances; `data/` holds it as tables that a person can extend. */
export interface StanceLexicon {
  /** By the lemma of the verb, the longest first. */
  readonly patterns: ReadonlyMap<string, readonly StancePattern[]>;
  /** Nouns that take up what was said, with the acts of the statements that they mean; `null` for any. */
  readonly nouns: ReadonlyMap<string, ReadonlySet<SpeechAct> | null>;
  /** Lemmas of what words of others are called, with what that tells: "called the report nonsense". */
  readonly verdicts: ReadonlyMap<string, StancePattern>;
}

/** From the texts of `stances.tsv`, `saying-nouns.tsv` and `verdicts.tsv`. Throws a `TableError` where a row cannot be used. */
export function stanceLexicon(stances: string, nouns: string, verdicts: string): StanceLexicon {
  const patterns = new Map<string, StancePattern[]>();
  for (const row of rowsOf("stances.tsv", stances, 3)) {
    const [verb = "", ...rest] = row.field(0).split(" ");
    const pattern = {
      lemmas: [verb, ...rest],
      relation: oneOf(row, row.field(1), stanceRelations),
      row: row.source,
      targets: new Set(
        row
          .field(2)
          .split(" ")
          .map((kind) => oneOf(row, kind, targets)),
      ),
    };
    patterns.set(verb, [...(patterns.get(verb) ?? []), pattern]);
  }
  for (const list of patterns.values()) list.sort((a, b) => b.lemmas.length - a.lemmas.length);
  const verdictOf = new Map<string, StancePattern>();
  for (const row of rowsOf("verdicts.tsv", verdicts, 2)) {
    const relation = oneOf(row, row.field(1), stanceRelations);
    for (const word of alternatives(row, row.field(0), new Map()))
      verdictOf.set(word, { lemmas: [], relation, targets: new Set(["saying"]), row: row.source });
  }
  return {
    verdicts: verdictOf,
    patterns,
    nouns: new Map(rowsOf("saying-nouns.tsv", nouns, 2).map((row) => [row.field(0), actsOf(row)])),
  };
}

function actsOf(row: Row): ReadonlySet<SpeechAct> | null {
  const acts = unlessDash(row.field(1));
  return acts === null ? null : new Set(acts.split(" ").map((act) => oneOf(row, act, speechActs)));
}
