import type { ActionType } from "../../record/action.js";
import type { Factuality } from "../../record/factuality.js";
import { actionTypes, factualities } from "../../record/kinds.js";
import { type PhraseSet, partsOf, phraseSet } from "../phrase-set.js";
import {
  alternatives,
  type Classes,
  classesOf,
  oneOf,
  type Row,
  rowsOf,
  type TableRow,
  unlessDash,
} from "../table-rows.js";

/** What a word or a pattern tells of: a PLOVER type with its mode, and the nearest CAMEO code. */
export interface ActionKind {
  readonly type: ActionType;
  readonly mode: string | null;
  readonly cameo: string | null;
  /** The row that says so; `null` for what no table says. */
  readonly row: TableRow | null;
}

/**
 * What the object of a verb has to be: anything (a `topic` only says what it is about: "discussed the border"), nothing, a person or body, a place, one of some words, or a noun that tells of an action itself.
 * `suffers`: the object is what is acted upon ("killed *farmers*"), and not a mere part of the deed ("imposed *sanctions*").
 */
export type ObjectTest =
  | { readonly kind: "any"; readonly topic: boolean }
  | { readonly kind: "none" }
  | { readonly kind: "party" }
  | { readonly kind: "place" }
  | { readonly kind: "words"; readonly words: PhraseSet; readonly suffers: boolean }
  | { readonly kind: "act"; readonly tone: Tone | null };

/** Whether a type is one of PLOVER's friendly or hostile ones. */
export type Tone = "friendly" | "hostile";

export interface VerbPattern {
  readonly object: ObjectTest;
  /** `noun` where the noun in the object says it ("launch" an attack); `null` where the pattern tells of no action ("hit" a record). */
  readonly kind: ActionKind | "noun" | null;
}

/** A noun that tells of an action; `of` says what stands behind its "of": "the withdrawal of the troops", "the arrest of the editor". */
export interface ActionNoun extends ActionKind {
  readonly of: "actor" | "recipient";
}

/** A word that has an action as its complement: "refuse to …". */
export interface Frame {
  /** The type of the act that the frame itself is, by the tone of its complement; `other` where the complement tells of no action. */
  readonly types: Readonly<Record<Tone | "other", ActionType | null>>;
  /** What becomes of the complement, `null` where it stays what it is. */
  readonly status: Factuality | null;
  /** Who acts in the complement: the subject of the frame, or its object. */
  readonly actor: "subject" | "object";
  readonly row: TableRow;
}

/** What is written down about actions; `data/` holds it as tables that a person can extend. */
export interface ActionLexicon {
  /** By lemma, with particle or preposition where the pattern has one: `call off`. Those that ask most of the object come first. */
  readonly verbs: ReadonlyMap<string, readonly VerbPattern[]>;
  /** Those of more than one word by their first: "open" leads to "open fire on". */
  readonly verbPhrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly nouns: ReadonlyMap<string, ActionNoun>;
  readonly nounPhrases: PhraseSet;
  readonly frames: ReadonlyMap<string, Frame>;
  /** Those whose force is a protest: the class `@crowd`. */
  readonly crowds: PhraseSet;
  /** Those whose strike is a work stoppage: the class `@worker`. */
  readonly workers: PhraseSet;
  /** Persons, bodies and what a force acts through: the classes `@person`, `@body` and `@arms`. */
  readonly parties: PhraseSet;
}

/** The texts of the four tables. */
export interface ActionTables {
  readonly classes: string;
  readonly verbs: string;
  readonly nouns: string;
  readonly frames: string;
}

/** Throws a `TableError` that names the table and the row where a row cannot be used. */
export function actionLexicon(tables: ActionTables): ActionLexicon {
  const classes = classesOf("action-words.tsv", tables.classes);
  const nouns = new Map(
    rowsOf("action-nouns.tsv", tables.nouns, 5).flatMap((row) => {
      const noun = { ...kindAt(row, 1), of: oneOf(row, row.field(4), ["actor", "recipient"]) };
      return alternatives(row, row.field(0), classes).map((phrase) => [phrase, noun] as const);
    }),
  );
  const verbs = verbsOf(tables.verbs, classes);
  return {
    verbs,
    verbPhrases: phrasesByVerb(verbs.keys()),
    nouns,
    nounPhrases: phraseSet(nouns.keys()),
    frames: framesOf(tables.frames, classes),
    crowds: phraseSet(classes.get("@crowd") ?? []),
    workers: phraseSet(classes.get("@worker") ?? []),
    parties: phraseSet(["@person", "@body", "@arms"].flatMap((name) => classes.get(name) ?? [])),
  };
}

/** The tone of a type; asking and offering are friendly, whatever they ask for. */
export function toneOf(type: ActionType): Tone {
  return /^(?:ACCUSE|REJECT|THREATEN|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT)$/.test(type) ? "hostile" : "friendly";
}

/** How much a test asks of the object. */
export function strictnessOf({ kind }: ObjectTest): number {
  return ["any", "none", "party", "place", "act", "words"].indexOf(kind);
}

/** The kind in three columns: type, mode, CAMEO code. */
function kindAt(row: Row, column: number): ActionKind {
  const cameo = unlessDash(row.field(column + 2));
  if (cameo !== null && !/^\d{2,4}$/.test(cameo)) row.fail(`the CAMEO code "${cameo}"`, 'two to four digits, or "-"');
  const type = oneOf(row, row.field(column), actionTypes);
  return { type, mode: unlessDash(row.field(column + 1)), cameo, row: row.source };
}

function verbsOf(text: string, classes: Classes): ReadonlyMap<string, readonly VerbPattern[]> {
  const verbs = new Map<string, VerbPattern[]>();
  for (const row of rowsOf("action-verbs.tsv", text, 5)) {
    const object = objectOf(row, classes);
    const pattern: VerbPattern = { object, kind: patternKind(row, object) };
    for (const verb of alternatives(row, row.field(0), classes)) verbs.set(verb, [...(verbs.get(verb) ?? []), pattern]);
  }
  for (const patterns of verbs.values()) patterns.sort((a, b) => strictnessOf(b.object) - strictnessOf(a.object));
  return verbs;
}

function phrasesByVerb(verbs: Iterable<string>): ReadonlyMap<string, readonly (readonly string[])[]> {
  const phrases = new Map<string, (readonly string[])[]>();
  for (const phrase of [...verbs].map(partsOf).filter(({ length }) => length > 1)) {
    const verb = phrase[0] ?? "";
    phrases.set(verb, [...(phrases.get(verb) ?? []), phrase]);
  }
  return phrases;
}

/** "same" as type is that of the noun in the object, "-" none. */
function patternKind(row: Row, object: ObjectTest): VerbPattern["kind"] {
  if (row.field(2) === "-") return null;
  if (row.field(2) !== "same") return kindAt(row, 2);
  return object.kind === "act"
    ? "noun"
    : row.fail('the type "same"', "it only where the object is :act, :friendly or :hostile");
}

function objectOf(row: Row, classes: Classes): ObjectTest {
  switch (row.field(1)) {
    case "*":
      return { kind: "any", topic: false };
    case ":topic":
      return { kind: "any", topic: true };
    case "-":
      return { kind: "none" };
    case ":party":
      return { kind: "party" };
    case ":place":
      return { kind: "place" };
    case ":act":
      return { kind: "act", tone: null };
    case ":friendly":
      return { kind: "act", tone: "friendly" };
    case ":hostile":
      return { kind: "act", tone: "hostile" };
    default: {
      const suffers = row.field(1).startsWith("=");
      const listed = suffers ? row.field(1).slice(1) : row.field(1);
      return { kind: "words", words: phraseSet(alternatives(row, listed, classes)), suffers };
    }
  }
}

function framesOf(text: string, classes: Classes): ReadonlyMap<string, Frame> {
  return new Map(
    rowsOf("action-frames.tsv", text, 6).flatMap((row) => {
      const typeAt = (column: number) =>
        row.field(column) === "-" ? null : oneOf(row, row.field(column), actionTypes);
      const frame: Frame = {
        types: { friendly: typeAt(1), hostile: typeAt(2), other: typeAt(3) },
        status: row.field(4) === "-" ? null : oneOf(row, row.field(4), factualities),
        actor: oneOf(row, row.field(5), ["subject", "object"]),
        row: row.source,
      };
      return alternatives(row, row.field(0), classes).map((word) => [word, frame] as const);
    }),
  );
}
