import type { TokenRange } from "../../doc/layers.js";
import type { TimeId } from "../../record/id.js";
import type { Words } from "../words.js";
import type { ExtractedTime } from "./extract-times.js";

/**
 * The time that the clause of a verb or noun tells: a date or time of day that hangs on it in the tree with no other verb between ("said on
 * Tuesday", "in a statement on Tuesday"), and stands in none of the `outside` ranges; the nearest of several; `null` for none. Lengths of
 * time, sets and "recently" do not say when.
 */
export function timeOfClause(
  head: number,
  times: readonly ExtractedTime[],
  outside: readonly TokenRange[],
  words: Words,
): TimeId | null {
  const { first, end } = words.sentence(head);
  let nearest: ExtractedTime | null = null;
  for (const time of times) {
    if (time.first < first || time.end > end || !saysWhen(time)) continue;
    if (outside.some((range) => range.first <= time.first && time.end <= range.end)) continue;
    if (!hangsOn(words.top(time), head, words)) continue;
    if (nearest === null || distance(time, head) < distance(nearest, head)) nearest = time;
  }
  return nearest?.time.id ?? null;
}

function saysWhen({ time: { type, value } }: ExtractedTime): boolean {
  return (type === "DATE" || type === "TIME") && !value?.endsWith("_REF");
}

const farthest = 8;

function hangsOn(token: number, head: number, words: Words): boolean {
  let at = token;
  for (let step = 0; step < farthest; step++) {
    const above = words.head(at);
    if (above === head) return true;
    if (above === at || words.upos(above) === "VERB") return false;
    at = above;
  }
  return false;
}

function distance({ first, end }: TokenRange, token: number): number {
  return first > token ? first - token : token - end;
}
