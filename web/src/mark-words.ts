import type { MarkView } from "../../src/view/correction-view.js";

/** What was said of a line in a word or two, before its text where it has one. */
export const markWords: Readonly<Record<MarkView["kind"], string>> = {
  ...{ hide: "rejected", relabel: "corrected", confirm: "confirmed", remove: "taken out" },
  ...{ note: "note", tag: "tag", assign: "assigned to" },
};

/** "confirmed by Ana", "tag “quays”, by Ana". */
export function markInWords({ kind, by, text }: MarkView): string {
  return text === null ? `${markWords[kind]} by ${by}` : `${markWords[kind]} “${text}”, by ${by}`;
}
