import { type Stance, stanceRelations } from "../../record/stance.js";
import { type SpeechAct, speechActs } from "../../record/statement.js";
import { parseTable } from "../../text/table.js";
import { TableError } from "../statements/statement-lexicon.js";

export type Relation = Stance["relation"];

const targets = ["saying", "somebody", "person", "any"] as const;

/** What a stance may be about: words said, somebody and what they said, somebody without it, or whatever is named. */
export type TargetKind = (typeof targets)[number];

/** `run counter to`: the lemmas from the verb to the word before the target, and what they tell. */
export interface StancePattern {
  readonly lemmas: readonly string[];
  readonly relation: Relation;
  readonly targets: ReadonlySet<TargetKind>;
}

/** What is written down about stances; `data/` holds it as tables that a person can extend. */
export interface StanceLexicon {
  /** By the lemma of the verb, the longest first. */
  readonly patterns: ReadonlyMap<string, readonly StancePattern[]>;
  /** Nouns that take up what was said, with the acts of the statements that they mean; `null` for any. */
  readonly nouns: ReadonlyMap<string, ReadonlySet<SpeechAct> | null>;
}

/** From the texts of `stances.tsv` and `saying-nouns.tsv`. Throws a {@link TableError} where a value is none of those allowed. */
export function stanceLexicon(stances: string, nouns: string): StanceLexicon {
  const patterns = new Map<string, StancePattern[]>();
  for (const [phrase = "", relation = "", kinds = ""] of parseTable(stances)) {
    const [verb = "", ...rest] = phrase.split(" ");
    const pattern = {
      lemmas: [verb, ...rest],
      relation: oneOf(relation, stanceRelations, `stances.tsv, "${phrase}"`),
      targets: new Set(kinds.split(" ").map((kind) => oneOf(kind, targets, `stances.tsv, "${phrase}"`))),
    };
    patterns.set(verb, [...(patterns.get(verb) ?? []), pattern]);
  }
  for (const list of patterns.values()) list.sort((a, b) => b.lemmas.length - a.lemmas.length);
  const actsOf = (noun: string, acts: string) =>
    acts === "-" ? null : new Set(acts.split(" ").map((act) => oneOf(act, speechActs, `saying-nouns.tsv, "${noun}"`)));
  return {
    patterns,
    nouns: new Map(parseTable(nouns).map(([noun = "", acts = ""]) => [noun, actsOf(noun, acts)])),
  };
}

function oneOf<Value extends string>(value: string, allowed: readonly Value[], where: string): Value {
  const known = allowed.find((one) => one === value);
  if (known === undefined)
    throw new TableError(`Found "${value}" in data/${where}; expected one of ${allowed.join(", ")}.`);
  return known;
}
