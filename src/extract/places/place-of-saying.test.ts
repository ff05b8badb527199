import { expect, test } from "vitest";
import { annotatedDocument } from "../../../test/annotated-document.js";
import { smallCountries, smallGazetteer } from "../../../test/small-gazetteer.js";
import type { SyntaxLayer } from "../../doc/layers.js";
import type { Statement } from "../../record/statement.js";
import { wordsOf } from "../grammar/words.js";
import { extractPlaces } from "./extract-places.js";
import { placeLexicon } from "./place-lexicon.js";
import { placeOfSaying } from "./place-of-saying.js";

/** The place of "She told reporters in Belmar", with the given tree; "told" is the cue and the words after "that" are the content. */
function placeSaid(text: string, head: readonly number[], deprel: readonly string[]) {
  const lemma = text
    .replace(".", " .")
    .split(" ")
    .map((word) => word.replace(/s$/, ""));
  const syntax: SyntaxLayer = {
    upos: lemma.map(() => "X"),
    feats: lemma.map(() => "_"),
    lemma,
    head: Uint32Array.from(head),
    deprel,
  };
  const at = lemma.indexOf("Belmar");
  const document = annotatedDocument(text, {
    syntax,
    names: { names: [{ first: at, end: at + 1, type: "GPE", score: 1 }] },
  });
  const from = text.indexOf("that");
  const spans = from < 0 ? [] : [[from, text.length - 1] as const];
  const start = text.indexOf("told");
  const statement = { cue: { text: "told", span: [start, start + 4], lemma: "tell" }, content: { spans } };
  const places = extractPlaces(document, placeLexicon(smallGazetteer(), smallCountries));
  // Only these two fields of a statement are read.
  return placeOfSaying(statement as unknown as Statement, wordsOf(document), places);
}

test("a saying is placed where its own clause says so", () => {
  const head = [1, 1, 1, 4, 2, 1];
  expect(placeSaid("She told reporters in Belmar.", head, ["nsubj", "root", "obj", "case", "nmod", "punct"])).toBe(
    "pl_1",
  );
  expect(
    placeSaid("She told reporters in Belmar.", [1, 1, 1, 4, 1, 1], ["nsubj", "root", "obj", "case", "obl", "punct"]),
  ).toBe("pl_1");
});

test("a place that somebody else is in, or comes from, is not where it was said", () => {
  expect(
    placeSaid("She told ministers in Belmar.", [1, 1, 1, 4, 2, 1], ["nsubj", "root", "obj", "case", "nmod", "punct"]),
  ).toBe(null);
  expect(
    placeSaid("She told reporters from Belmar.", [1, 1, 1, 4, 2, 1], ["nsubj", "root", "obj", "case", "nmod", "punct"]),
  ).toBe(null);
});

test("a place inside the content is not where it was said", () => {
  const deprel = ["nsubj", "root", "mark", "ccomp", "case", "obl", "punct"];
  expect(placeSaid("She told that rain in Belmar.", [1, 1, 3, 1, 5, 1, 1], deprel)).toBe(null);
});
