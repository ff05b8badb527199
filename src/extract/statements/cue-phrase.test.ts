import { expect, test } from "vitest";
import { annotatedDocument } from "../../../test/annotated-document.js";
import { tokenize } from "../../annotate/tokens/tokenize.js";
import type { SyntaxLayer } from "../../doc/layers.js";
import { wordsOf } from "../grammar/words.js";
import { cuePhrase } from "./cue-phrase.js";

test("auxiliaries, negation and adverbs belong to the cue, on both sides", () => {
  expect(phraseOf("She PRON 4 nsubj|has AUX 4 aux|not PART 4 advmod|yet ADV 4 advmod|*replied VERB 4 root")).toBe(
    "has not yet replied",
  );
  expect(phraseOf("He PRON 1 nsubj|*said VERB 1 root|publicly ADV 1 advmod|little ADJ 1 obj")).toBe("said publicly");
});

test("what belongs to somebody else stays out", () => {
  expect(phraseOf("They PRON 2 nsubj|also ADV 0 advmod|*said VERB 2 root")).toBe("said");
  expect(phraseOf("then ADV 1 advmod|*said VERB 1 root", { kept: [0, 1] })).toBe("said");
});

test("a verb that carries the cue with a “to”", () => {
  expect(
    phraseOf("He PRON 2 nsubj|was AUX 2 aux|heard VERB 2 root|to PART 4 mark|*say VERB 2 xcomp|no INTJ 4 obj"),
  ).toBe("was heard to say");
});

test("a preposition belongs to the cue before its content, and not before somebody who is told", () => {
  expect(phraseOf("They PRON 1 nsubj|*warned VERB 1 root|of ADP 3 case|war NOUN 1 obl", { kept: [3, 4] })).toBe(
    "warned of",
  );
  const told = "He PRON 1 nsubj|*complained VERB 1 root|*to ADP 3 case|voters NOUN 1 obl";
  expect(phraseOf(told)).toBe("complained");
});

/** Tokens parted by `|`, each with form, UPOS, head (from 0) and relation; a star before those of the attribution's cue, the first of them the bare one. */
function phraseOf(written: string, { kept = null }: { readonly kept?: readonly [number, number] | null } = {}): string {
  const rows = written.split("|").map((row) => row.split(" "));
  const text = rows.map(([form = ""]) => form.replace("*", "")).join(" ");
  const syntax: SyntaxLayer = {
    upos: rows.map(([, upos = ""]) => upos),
    feats: rows.map(() => "_"),
    lemma: rows.map(([form = ""]) => form),
    head: Uint32Array.from(rows, ([, , head]) => Number(head)),
    deprel: rows.map(([, , , deprel = ""]) => deprel),
  };
  const words = wordsOf(annotatedDocument(text, { tokens: tokenize(text), syntax }));
  const marked = rows.flatMap(([form = ""], token) => (form.startsWith("*") ? [token] : []));
  const [first = 0] = marked;
  const cue = { first, end: (marked.at(-1) ?? first) + 1 };
  const others = kept === null ? [] : [{ first: kept[0], end: kept[1] }];
  return words.slice(cuePhrase(cue, { first, end: first + 1 }, others, words));
}
