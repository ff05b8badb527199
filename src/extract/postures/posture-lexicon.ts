import { type Posture, postureValues } from "../../record/posture.js";
import { type PhraseSet, phraseSet } from "../phrase-set.js";
import { alternatives, classesOf, oneOf, type Row, rowsOf, type TableRow } from "../table-rows.js";

/** An aspect with one of its values: `staffing`, `evacuated`. */
export type PostureState = Pick<Posture, "aspect" | "value">;

const postureSubjects = ["thing", "mission", "country", "destination", "holder", "actor"] as const;

/** Whose state it is, by where a verb's words tell it. */
export type PostureSubject = (typeof postureSubjects)[number];

/** A verb that puts what stands in its object into a state. */
export interface PosturePattern {
  readonly state: PostureState;
  readonly thing: PhraseSet;
  /** Verbs of which one has to stand in the clause behind the object ("ordered staff to leave"); `null` where none is asked for. */
  readonly complement: ReadonlySet<string> | null;
  readonly subject: PostureSubject;
  readonly row: TableRow;
}

/** What is written down about postures. */
export interface PostureLexicon {
  /** By the verb's lemma, with its particle or preposition where it has one. */
  readonly verbs: ReadonlyMap<string, readonly PosturePattern[]>;
  /** Nouns for a mission to another country. */
  readonly missions: PhraseSet;
}

/** The texts of `posture-words.tsv` and `postures.tsv`. */
export interface PostureTables {
  readonly classes: string;
  readonly postures: string;
}

/** Throws a `TableError` that names the table and the row where a row cannot be used. */
export function postureLexicon(tables: PostureTables): PostureLexicon {
  const classes = classesOf("posture-words.tsv", tables.classes);
  const verbs = new Map<string, PosturePattern[]>();
  for (const row of rowsOf("postures.tsv", tables.postures, 6)) {
    const complement = row.field(4) === "-" ? null : new Set(alternatives(row, row.field(4), classes));
    const pattern: PosturePattern = {
      state: stateOf(row),
      thing: phraseSet(alternatives(row, row.field(3), classes)),
      complement,
      subject: oneOf(row, row.field(5), postureSubjects),
      row: row.source,
    };
    for (const verb of alternatives(row, row.field(2), classes)) verbs.set(verb, [...(verbs.get(verb) ?? []), pattern]);
  }
  return { verbs, missions: phraseSet(classes.get("@mission") ?? []) };
}

function stateOf(row: Row): PostureState {
  const aspects = Object.keys(postureValues) as (keyof typeof postureValues)[];
  const aspect = oneOf(row, row.field(0), aspects);
  const value: string = oneOf<string>(row, row.field(1), postureValues[aspect]);
  // The row was just checked against the values of its aspect, which the compiler cannot follow through the table.
  return { aspect, value } as PostureState;
}
