import { postureValues } from "../../record/kinds.js";
import type { Posture } from "../../record/posture.js";
import { type PhraseSet, phraseSet } from "../phrase-set.js";
import { alternatives, classesOf, oneOf, type Row, rowsOf, type TableRow } from "../table-rows.js";

/** An aspect with one of its values: `staffing`, `evacuated`. */
export type PostureState = Pick<Posture, "aspect" | "value">;

const postureSubjects = ["thing", "guest", "mission", "country", "owner", "destination", "holder", "actor"] as const;

/** Whose state it is, by where a verb's words tell it. */
export type PostureSubject = (typeof postureSubjects)[number];

/** A verb that puts what stands in its object into a state. */
export interface PosturePattern {
  readonly state: PostureState;
  readonly thing: PhraseSet;
  /** What has to follow; `null` where nothing is asked for. */
  readonly complement: Complement | null;
  readonly subject: PostureSubject;
  readonly row: TableRow;
}

/** What has to stand behind a verb and its object, in one of several ways. */
export interface Complement {
  /** Verbs of a clause ("ordered staff to leave"), adverbs and prepositions ("sent back", "out of"). */
  readonly words: ReadonlySet<string>;
  /** Verbs of a clause that tells what not to do: "not to travel". */
  readonly negated: ReadonlySet<string>;
  /** What stands behind a preposition: "to the highest level". */
  readonly phrases: PhraseSet;
}

/** What is written down about postures. */
export interface PostureLexicon {
  /** By the verb's lemma, with its particle or preposition where it has one. */
  readonly verbs: ReadonlyMap<string, readonly PosturePattern[]>;
  /** Nouns for a mission to another country. */
  readonly missions: PhraseSet;
  /** Who works at a mission, with their families. */
  readonly staff: PhraseSet;
  /** Who sends staff abroad: a ministry. */
  readonly authorities: PhraseSet;
  /** What forces come to and leave, besides places with a name. */
  readonly grounds: PhraseSet;
  /** Verbs whose subject is put into the state where they have no object: "the embassy reopened". */
  readonly alone: ReadonlySet<string>;
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
    const pattern: PosturePattern = {
      state: stateOf(row),
      thing: phraseSet(alternatives(row, row.field(3), classes)),
      complement: row.field(4) === "-" ? null : complementOf(alternatives(row, row.field(4), classes)),
      subject: oneOf(row, row.field(5), postureSubjects),
      row: row.source,
    };
    for (const verb of alternatives(row, row.field(2), classes)) verbs.set(verb, [...(verbs.get(verb) ?? []), pattern]);
  }
  const setOf = (name: string) => phraseSet(classes.get(name) ?? []);
  return {
    verbs,
    missions: setOf("@mission"),
    staff: setOf("@staff"),
    authorities: setOf("@authority"),
    grounds: setOf("@ground"),
    alone: new Set(classes.get("@alone") ?? []),
  };
}

function complementOf(given: readonly string[]): Complement {
  const [negated, plain] = [
    given.filter((one) => one.startsWith("not ")),
    given.filter((one) => !one.startsWith("not ")),
  ];
  return {
    words: new Set(plain),
    negated: new Set(negated.map((one) => one.slice("not ".length))),
    phrases: phraseSet(plain),
  };
}

function stateOf(row: Row): PostureState {
  const aspects = Object.keys(postureValues) as (keyof typeof postureValues)[];
  const aspect = oneOf(row, row.field(0), aspects);
  const value: string = oneOf<string>(row, row.field(1), postureValues[aspect]);
  // The row was just checked against the values of its aspect, which the compiler cannot follow through the table.
  return { aspect, value } as PostureState;
}
