import { undoLast } from "./correct.js";

/** What a reviewer does with one key, and what it says of the thing that has the focus. */
export const reviewActs = {
  c: "confirm",
  x: "reject",
  d: "none",
  s: "same",
  n: "note",
  t: "tag",
  i: "assign",
} as const;

export type ReviewAct = (typeof reviewActs)[keyof typeof reviewActs];

/** The list that `?` shows of them. */
export const reviewKeys = [
  { keys: ["c"], does: "confirm it" },
  { keys: ["x"], does: "reject it" },
  { keys: ["d"], does: "not a dispute" },
  { keys: ["s"], does: "same as another" },
  { keys: ["n"], does: "note something on it" },
  { keys: ["t"], does: "tag it" },
  { keys: ["i"], does: "assign it to somebody" },
  { keys: ["u"], does: "undo what you did last" },
] as const;

/** Does what a key says to the thing that has the focus; where nothing has it, only a page of one thing knows what is meant. */
export function reviewBy(key: string): boolean {
  if (key === "u") return undoLast();
  const act = (reviewActs as Readonly<Record<string, ReviewAct>>)[key];
  if (act === undefined) return false;
  const things = [...document.querySelectorAll<HTMLElement>("[data-reviewed]")];
  const around = document.activeElement?.closest<HTMLElement>("[data-reviewed]") ?? null;
  const thing = around ?? (things.length === 1 ? things[0] : undefined);
  if (thing === undefined) {
    // Which one is meant is for the reader to see before it is done.
    things[0]?.querySelector<HTMLElement>("[data-item]")?.focus();
    return things.length > 0;
  }
  const target = thing.querySelector<HTMLElement>(`[data-act="${act}"]`);
  target?.click();
  return target !== null;
}

/** Moves the focus to the thing behind the one that is done with, before that one goes; to the one before where it was the last. */
export function focusNext(): void {
  const things = [...document.querySelectorAll<HTMLElement>("[data-reviewed]")];
  const at = things.findIndex((one) => one.contains(document.activeElement));
  const next = things[at + 1] ?? things[at - 1];
  if (at !== -1) next?.querySelector<HTMLElement>("[data-item]")?.focus();
}
