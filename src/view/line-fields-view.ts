import { type CorrectableLine, correctableLines } from "../link/corrections/find-anchored.js";
import { correctableFields, partiesIn } from "../link/corrections/relabel.js";
import { actionTypes, factualities, postureValues, speechActs, stanceRelations } from "../record/kinds.js";
import type { ArticleRecord } from "../record/record.js";
import { fieldLabel, plainValue } from "./field-words.js";

/** The fields of a line that a form corrects, each with all that it can hold. */
export interface LineFieldsView {
  readonly id: string;
  readonly kind: CorrectableLine["kind"];
  readonly fields: readonly LineFieldView[];
}

export interface LineFieldView {
  /** As a correction names it; two names with a space between them are set together, by the two parts of a choice's value. */
  readonly field: string;
  readonly label: string;
  /** The values that it holds now, by what choices have; none where it is empty. */
  readonly values: readonly string[];
  /** The same as the article has it; empty where it is empty. */
  readonly now: string;
  /** Whether it can hold several, whose values a correction names with commas between them. */
  readonly several: boolean;
  /** Whether it may be empty. */
  readonly optional: boolean;
  readonly choices: readonly FieldChoice[];
}

/** What a field can hold. */
export interface FieldChoice {
  readonly value: string;
  readonly label: string;
  /** What tells it from others of that name: the words of the article, what kind of person or place it is. */
  readonly note: string | null;
  /** What else it is found by as one types. */
  readonly also: readonly string[];
}

/** @param names by what else entities of the record are known in other articles, by their ids in the record; `null` where the record has no such line */
export function lineFieldsView(
  record: ArticleRecord,
  line: string,
  id: string,
  names: ReadonlyMap<string, readonly string[]>,
): LineFieldsView | null {
  const claim = correctableLines(record).find((one) => one.line.id === line);
  if (claim === undefined) return null;
  const choices = choicesOf(record, names);
  const fields = Object.entries(correctableFields[claim.kind]).flatMap(([field, form]): readonly LineFieldView[] => {
    if (form !== "entity" && form !== "time" && form !== "place") return [];
    const held = heldBy(claim, field, record);
    return [
      {
        ...{ field, label: fieldLabel(claim.kind, field), ...held },
        several: claim.kind === "action" && form === "entity",
        optional: !(field === "who" && (claim.kind === "posture" || claim.kind === "stance")),
        choices: choices[form],
      },
    ];
  });
  return { id, kind: claim.kind, fields: [...listsOf(claim), ...fields] };
}

/** The fields that hold one of a closed list. Modes and codes of acts are the format's own words, and in no form. */
function listsOf({ kind, line }: CorrectableLine): readonly LineFieldView[] {
  const list = (field: string, values: readonly string[], now: string): LineFieldView => ({
    ...{ field, label: fieldLabel(kind, field), values: [now], now: plainValue(kind, field, now) },
    ...{ several: false, optional: false },
    choices: values.map((value) => ({ value, label: plainValue(kind, field, value), note: null, also: [value] })),
  });
  switch (kind) {
    case "statement":
      return [
        list("act", speechActs, line.act),
        list("negated", ["false", "true"], String(line.negated)),
        ...(line.speaker === null
          ? []
          : [list("naming", ["named", "unnamed", "collective", "pronoun"], line.speaker.naming)]),
      ];
    case "action":
      return [list("type", actionTypes, line.type), list("status", factualities, line.status)];
    case "posture": {
      const states = Object.entries(postureValues).flatMap(([aspect, values]) =>
        values.map((value) => `${aspect} ${value}`),
      );
      return [list("aspect value", states, `${line.aspect} ${line.value}`), list("status", factualities, line.status)];
    }
    case "stance":
      return [list("relation", stanceRelations, line.relation)];
  }
}

function choicesOf(
  record: ArticleRecord,
  names: ReadonlyMap<string, readonly string[]>,
): Readonly<Record<"entity" | "time" | "place", readonly FieldChoice[]>> {
  const { article, entities, times, places } = record;
  const others = (label: string, all: readonly string[]): readonly string[] =>
    [...new Set(all)].filter((one) => one !== label);
  return {
    entity: entities.map(({ id, name, kind, roles, mentions }) => ({
      ...{ value: id, label: name, note: roles[0]?.title ?? kind.replaceAll("_", " ") },
      also: others(name, [...mentions.map((span) => article.text.slice(...span)), ...(names.get(id) ?? [])]),
    })),
    time: times.map(({ id, text, value }) => {
      const label = value === null ? text : plainValue("time", "time", value);
      return { value: id, label, note: `“${text}”`, also: others(label, [text, ...(value === null ? [] : [value])]) };
    }),
    place: places.map(({ id, text, name, kind }) => {
      return { value: id, label: name ?? text, note: kind, also: others(name ?? text, [text]) };
    }),
  };
}

function heldBy(claim: CorrectableLine, field: string, record: ArticleRecord): Pick<LineFieldView, "values" | "now"> {
  if (correctableFields[claim.kind][field] === "entity") {
    const told = partiesIn(claim, field);
    return { values: told.flatMap(({ entity }) => entity ?? []), now: told.map(({ text }) => text).join(", ") };
  }
  const line: Readonly<Record<string, unknown>> = claim.line;
  const id = line[field];
  const found = [...record.times, ...record.places].find((one) => one.id === id);
  return found === undefined ? { values: [], now: "" } : { values: [found.id], now: found.text };
}
