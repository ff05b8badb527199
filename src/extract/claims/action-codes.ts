import { tokensOf } from "../../doc/find-ranges.js";
import type { TokenRange } from "../../doc/layers.js";
import type { Action, ActionType } from "../../record/action.js";
import { actionTypes } from "../../record/kinds.js";
import { type PhraseSet, phraseSet } from "../grammar/phrase-set.js";
import type { Words } from "../grammar/words.js";
import { alternatives, classesOf, oneOf, rowsOf, type TableRow, unlessDash } from "../table-rows.js";

/** A row of the table: a mode and a code for acts of one type, where one of some words stands by. */
interface ActionCode {
  readonly type: ActionType;
  /** `null` where any words will do. */
  readonly beside: PhraseSet | null;
  readonly mode: string | null;
  readonly cameo: string | null;
  readonly row: TableRow;
}

/** What the tables know of modes and CAMEO codes, by the words that tell of an act; those that ask for words beside them come first. */
export type ActionCodes = ReadonlyMap<string, readonly ActionCode[]>;

/** From the texts of `action-codes.tsv` and `action-words.tsv`. Throws a `TableError` where a row cannot be used. */
export function actionCodes(codes: string, words: string): ActionCodes {
  const classes = classesOf("action-words.tsv", words);
  const found = new Map<string, ActionCode[]>();
  for (const row of rowsOf("action-codes.tsv", codes, 5)) {
    const cameo = unlessDash(row.field(4));
    if (cameo !== null && !/^\d{2,4}$/.test(cameo)) row.fail(`the CAMEO code "${cameo}"`, 'two to four digits, or "-"');
    const beside = row.field(1) === "*" ? null : phraseSet(alternatives(row, row.field(1), classes));
    const code = {
      type: oneOf(row, row.field(2), actionTypes),
      beside,
      mode: unlessDash(row.field(3)),
      cameo,
      row: row.source,
    };
    for (const phrase of alternatives(row, row.field(0), classes))
      found.set(phrase, [...(found.get(phrase) ?? []), code]);
  }
  for (const list of found.values()) list.sort((a, b) => Number(a.beside === null) - Number(b.beside === null));
  return found;
}

/** The code of each type where no word tells a finer one: CAMEO's root. */
const roots: Readonly<Record<ActionType, string>> = {
  AGREE: "030",
  CONSULT: "040",
  SUPPORT: "050",
  COOPERATE: "060",
  AID: "070",
  CONCEDE: "080",
  RETREAT: "087",
  REQUEST: "020",
  ACCUSE: "110",
  REJECT: "120",
  THREATEN: "130",
  PROTEST: "140",
  SANCTION: "160",
  MOBILIZE: "150",
  COERCE: "170",
  ASSAULT: "190",
};

/** So many words behind a trigger may belong to its act. */
const behind = 6;

/** Mode and CAMEO code of an act of that type: those of its words in the table, the longest first, or else the type's own, which no row tells. */
export function codesOf(
  type: ActionType,
  trigger: TokenRange,
  words: Words,
  codes: ActionCodes,
): Pick<Action, "mode" | "cameo"> & { readonly row: TableRow | null } {
  for (let length = trigger.end - trigger.first; length > 0; length--) {
    for (let first = trigger.first; first + length <= trigger.end; first++) {
      const rows = phrasesAt(first, length, words).flatMap((phrase) => codes.get(phrase) ?? []);
      const found = rows.find((row) => row.type === type && standsBeside(row, trigger, words));
      if (found !== undefined) return { mode: found.mode, cameo: found.cameo ?? roots[type], row: found.row };
    }
  }
  return { mode: null, cameo: roots[type], row: null };
}

/** The forms by which the table may name the words: the first in each of its forms, the others as they stand. */
function phrasesAt(first: number, length: number, words: Words): readonly string[] {
  const rest = Array.from({ length: length - 1 }, (_, i) => words.lower(first + 1 + i));
  return words.forms(first).map((form) => [form, ...rest].join(" "));
}

function standsBeside({ beside }: ActionCode, trigger: TokenRange, words: Words): boolean {
  if (beside === null) return true;
  const end = Math.min(trigger.end + behind, words.sentence(trigger.first).end);
  return tokensOf({ first: trigger.first, end }).some((token) => beside.covers(token, words));
}
