import { type Correction, doingOf, wordsOfMark } from "../link/corrections/correction.js";
import type { HeldBefore } from "../link/corrections/held-before.js";
import { notReviewed } from "./before-words.js";
import { plainCorrected } from "./field-words.js";

/** What a correction changed, in plain words; `null` where nothing stood there, or what did was not kept. */
export interface CorrectionChange {
  /** The field of a line; else `review`, `name`, `grade`, `assigned`, `note`, `tag`, or what is one or another: `entities`, `stories`, `events`, `disputes`. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a correction changed; of what takes back, the way back. */
export function correctionChanges(correction: Correction, before: HeldBefore): readonly CorrectionChange[] {
  const { key, detail } = correction;
  const held = before.get(key) ?? [];
  const doing = doingOf(detail.kind);
  switch (detail.kind) {
    case "relabel":
      return detail.fields.map(({ field, written, value, was }) => ({
        field,
        before: was === undefined ? null : plainCorrected(detail.line.kind, field, "", was),
        after: plainCorrected(detail.line.kind, field, written, value),
      }));
    case "hide":
    case "hide-dispute":
    case "hide-entity":
    case "confirm":
    case "confirm-dispute":
    case "confirm-entity": {
      const after = doing === "hide" ? wordsOfMark.hide : wordsOfMark.confirm;
      return [{ field: "review", before: listed(held.map(reviewWord)), after }];
    }
    case "remove":
      return [{ field: "review", before: null, after: wordsOfMark.remove }];
    case "assign":
    case "assign-dispute":
      return [{ field: "assigned", before: listed(held.flatMap((one) => textOf(one) ?? [])), after: detail.text }];
    case "note":
    case "note-dispute":
    case "tag":
    case "tag-dispute":
      return [{ field: doing, before: null, after: detail.text }];
    case "rename-entity":
      return [{ field: "name", before: detail.entity.name, after: detail.name }];
    case "grade": {
      const [last = null] = held;
      return [
        { field: "grade", before: last?.detail.kind === "grade" ? last.detail.grade : null, after: detail.grade },
      ];
    }
    case "merge-entities": {
      const nameOf = (id: string): string => detail.groups.find((one) => one.id === id)?.name ?? id;
      return [{ field: "entities", before: listed(detail.groups.map(({ name }) => name)), after: nameOf(detail.to) }];
    }
    case "merge-stories":
    case "merge-events":
    case "merge-disputes":
      return [{ field: manyOf(detail.kind), before: listed(detail.groups.map(({ id }) => id)), after: detail.to }];
    case "split-entity":
    case "split-story":
    case "split-event":
      return [{ field: manyOf(detail.kind), before: detail.from, after: detail.to }];
    case "undo":
      return held.flatMap((one) =>
        one === null
          ? []
          : correctionChanges(one, before).map((change) => ({ ...change, before: change.after, after: change.before })),
      );
  }
}

/** The text of a note, a tag or an assignment; `null` for all else. */
export function textOf(correction: Pick<Correction, "detail"> | null): string | null {
  return correction !== null && "text" in correction.detail ? correction.detail.text : null;
}

function reviewWord(one: Correction | null): string {
  if (one === null) return notReviewed;
  return doingOf(one.detail.kind) === "hide" ? wordsOfMark.hide : wordsOfMark.confirm;
}

/** "stories", of "merge-stories" and "split-story" alike. */
function manyOf(kind: string): string {
  const [, what = ""] = kind.split("-");
  return what.endsWith("s") ? what : what.replace(/y$/, "ie").concat("s");
}

function listed(words: readonly string[]): string | null {
  return words.length === 0 ? null : [...new Set(words)].join(", ");
}
