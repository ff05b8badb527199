import type { ActionType } from "../../record/action.js";
import type { Factuality } from "../../record/factuality.js";
import { actionTypes, factualities } from "../../record/kinds.js";
import { alternatives, type Classes, oneOf, type Row, rowsOf, type TableRow, unlessDash } from "../table-rows.js";

/** What words around a claim make of it: how real it is, or that it is none at all. */
export type Verdict = Factuality | "untold";

/** A word in any of its forms, or a gap: a noun phrase, any words, words in capitals, the start of a sentence. */
export type PhrasePart = ReadonlySet<string> | Gap;
type Gap = (typeof gaps)[number];
const gaps = ["*", "...", "Names", "^"] as const;

/** A phrase that tells how real the claim is that it leads to. */
export interface UnrealPhrase {
  /** From the one nearest to the claim on outwards. */
  readonly parts: readonly PhrasePart[];
  /** The claim's own words end in "-ing". */
  readonly gerund: boolean;
  readonly verdict: Verdict;
  /** The type of acts that it tells so of, `null` for acts and states of any. */
  readonly of: ActionType | null;
  readonly row: TableRow;
}

/** The phrases on one side of the claims that they tell of, by each form of the word that is nearest to the claim. */
export type PhrasesByWord = ReadonlyMap<string, readonly UnrealPhrase[]>;

/** What is written down of words that tell how real a claim is. */
export interface UnrealWords {
  readonly before: PhrasesByWord;
  readonly behind: PhrasesByWord;
}

/** From the text of `unreal-words.tsv`. Throws a `TableError` where a row cannot be used. */
export function unrealWords(table: string): UnrealWords {
  const classes = new Map<string, readonly string[]>();
  const found = { before: new Map<string, UnrealPhrase[]>(), behind: new Map<string, UnrealPhrase[]>() };
  for (const row of rowsOf("unreal-words.tsv", table, 3)) {
    if (/^@\w+$/.test(row.field(0))) classes.set(row.field(0), alternatives(row, row.field(1), classes));
    else for (const phrase of row.field(0).split("|")) addPhrase(phrase.trim(), row, classes, found);
  }
  return found;
}

function addPhrase(
  phrase: string,
  row: Row,
  classes: Classes,
  found: Record<keyof UnrealWords, Map<string, UnrealPhrase[]>>,
): void {
  const words = phrase.split(" ");
  const own = words.findIndex((word) => /^_(?:ing)?$/.test(word));
  if (words.length < 2 || (own !== 0 && own !== words.length - 1))
    row.fail(`"${phrase}"`, "a phrase that begins or ends with _, for what it tells of");
  const side = own === 0 ? "behind" : "before";
  const outwards = own === 0 ? words.slice(1) : words.slice(0, -1).reverse();
  const parts = outwards.map((word) => partOf(word, row, classes));
  const verdict = oneOf(row, row.field(1), [...factualities, "untold"] as const);
  const type = unlessDash(row.field(2));
  const of = type === null ? null : oneOf(row, type, actionTypes);
  const one = { parts, gerund: words[own] === "_ing", verdict, of, row: row.source };
  for (const word of parts.find((part) => typeof part !== "string") ?? [])
    found[side].set(word, [...(found[side].get(word) ?? []), one]);
}

function partOf(word: string, row: Row, classes: Classes): PhrasePart {
  const gap = gaps.find((one) => one === word);
  if (gap !== undefined) return gap;
  const known = word.startsWith("@") ? classes.get(word) : word.split("/");
  return new Set(known ?? row.fail(`the class ${word}`, "one that a row above it names"));
}
