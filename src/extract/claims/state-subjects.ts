import type { TokenRange } from "../../doc/layers.js";
import { postureValues } from "../../record/kinds.js";
import type { Posture } from "../../record/posture.js";
import type { Words } from "../grammar/words.js";
import { alternatives, oneOf, rowsOf } from "../table-rows.js";

/** The aspects of which something can be in a state, or its one state of an aspect, by the lemma of the word that governs it, or, `anywhere`, of any of its words. */
export interface StateSubjects {
  readonly governing: ReadonlyMap<string, readonly FittingState[]>;
  readonly anywhere: ReadonlyMap<string, readonly FittingState[]>;
}

/** An aspect in all its states, or in one alone. */
export interface FittingState {
  readonly aspect: Posture["aspect"];
  readonly value: string | null;
}

const aspectNames = Object.keys(postureValues) as Posture["aspect"][];

/** From the text of `state-subjects.tsv`. Throws a `TableError` where a row cannot be used. */
export function stateSubjects(table: string): StateSubjects {
  const governing = new Map<string, readonly FittingState[]>();
  const anywhere = new Map<string, readonly FittingState[]>();
  for (const row of rowsOf("state-subjects.tsv", table, 2)) {
    const aspects = row
      .field(1)
      .split(" ")
      .map((state) => {
        const [aspect = "", value = null] = state.split("/");
        const known = oneOf(row, aspect, aspectNames);
        return { aspect: known, value: value === null ? null : oneOf(row, value, postureValues[known]) };
      });
    for (const word of alternatives(row, row.field(0), new Map())) {
      if (word.startsWith("+")) anywhere.set(word.slice(1), aspects);
      else if (!governing.has(word)) governing.set(word, aspects);
    }
  }
  return { governing, anywhere };
}

/** The states that fit these words; `null` where nothing is known of them. */
export function aspectsOf(
  subject: TokenRange,
  words: Words,
  { governing, anywhere }: StateSubjects,
): readonly FittingState[] | null {
  for (let token = subject.first; token < subject.end; token++) {
    const found = words
      .forms(token)
      .map((form) => anywhere.get(form))
      .find((one) => one !== undefined);
    if (found !== undefined) return found;
  }
  return (
    words
      .forms(words.top(subject))
      .map((form) => governing.get(form))
      .find((one) => one !== undefined) ?? null
  );
}
