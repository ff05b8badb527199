import { expect, test } from "vitest";
import { annotatedDocument } from "../../../test/annotated-document.js";
import { isAsked } from "./clause.js";
import { wordsOf } from "./words.js";

/** Whether something is asked by the verb, of words written as `word/UPOS/head/relation` with heads counted from 0. */
function asks(verb: string, ...tagged: readonly string[]): boolean {
  const parts = tagged.map((one) => one.split("/"));
  const column = (at: number) => parts.map((part) => part[at] ?? "_");
  const document = annotatedDocument(column(0).join(" "), {
    syntax: {
      upos: column(1) as never,
      lemma: column(0),
      feats: parts.map(() => "_"),
      head: Uint32Array.from(column(2).map(Number)),
      deprel: column(3),
    },
  });
  return isAsked(column(0).indexOf(verb), wordsOf(document));
}

const closed = ["Has/AUX/2/aux", "it/PRON/2/nsubj", "closed/VERB/2/root", "gates/NOUN/2/obj"];

test("a question that yes or no answers is asked by its verb and by what that verb leads to", () => {
  expect(asks("closed", ...closed, "?/PUNCT/2/punct")).toBe(true);
  const told = ["Did/AUX/2/aux", "it/PRON/2/nsubj", "tell/VERB/2/root", "them/PRON/2/obj", "to/PART/5/mark"];
  expect(asks("leave", ...told, "leave/VERB/2/xcomp", "?/PUNCT/2/punct")).toBe(true);
});

test("nothing is asked without the mark, with the subject first or by a question that takes the deed for done", () => {
  expect(asks("closed", ...closed, "./PUNCT/2/punct")).toBe(false);
  const first = ["It/PRON/2/nsubj", "has/AUX/2/aux", "closed/VERB/2/root", "gates/NOUN/2/obj", "?/PUNCT/2/punct"];
  expect(asks("closed", ...first)).toBe(false);
  const why = ["Why/ADV/3/advmod", "has/AUX/3/aux", "it/PRON/3/nsubj", "closed/VERB/3/root", "?/PUNCT/3/punct"];
  expect(asks("closed", ...why)).toBe(false);
});
