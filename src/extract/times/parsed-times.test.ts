import { expect, test } from "vitest";
import { annotatedDocument } from "../../../test/annotated-document.js";
import { wordsOf } from "../grammar/words.js";
import { extractTimes } from "./extract-times.js";
import { timeLexicon } from "./time-lexicon.js";

const past = "Mood=Ind|Tense=Past|VerbForm=Fin";
const present = "Mood=Ind|Tense=Pres|VerbForm=Fin";

/** The values of the times in words written as `word/UPOS/head/relation/features`, heads counted from 0, told on a Thursday. */
function valuesIn(...tagged: readonly string[]): readonly (string | null)[] {
  const parts = tagged.map((one) => one.split("/"));
  const column = (at: number) => parts.map((part) => part[at] ?? "_");
  const document = annotatedDocument(column(0).join(" "), {
    syntax: {
      upos: column(1) as never,
      lemma: column(0).map((word) => word.toLowerCase()),
      feats: column(4),
      head: Uint32Array.from(column(2).map(Number)),
      deprel: column(3),
    },
  });
  return extractTimes(wordsOf(document), timeLexicon(""), "2031-03-06").map(({ time }) => time.value);
}

test("what should or can be done is to come", () => {
  const day = ["on/ADP/4/case", "Monday/PROPN/2/obl", "./PUNCT/2/punct"];
  expect(valuesIn("They/PRON/2/nsubj", "should/AUX/2/aux", "leave/VERB/2/root", ...day)).toEqual(["2031-03-10"]);
  expect(valuesIn("They/PRON/2/nsubj", "can/AUX/2/aux", "leave/VERB/2/root", ...day)).toEqual(["2031-03-10"]);
});

test("the present of a sentence tells of what is to come, that of a headline or of a saying does not", () => {
  const told = (verb: string, ...end: readonly string[]) =>
    valuesIn("Talks/NOUN/1/nsubj", `${verb}/VERB/1/root/${present}`, "on/ADP/3/case", "Monday/PROPN/1/obl", ...end);
  expect(told("begin", "./PUNCT/1/punct")).toEqual(["2031-03-10"]);
  expect(told("begin")).toEqual(["2031-03-03"]);
  expect(told("show", "./PUNCT/1/punct")).toEqual(["2031-03-03"]);
});

test("the day of a month that is not named lies where the tense says", () => {
  const day = ["on/ADP/5/case", "the/DET/5/det", "4th/NOUN/2/obl", "./PUNCT/2/punct"];
  expect(valuesIn("They/PRON/2/nsubj", "will/AUX/2/aux", "leave/VERB/2/root", ...day)).toEqual(["2031-04-04"]);
  expect(valuesIn("They/PRON/2/nsubj", "have/AUX/2/aux", "left/VERB/2/root", ...day)).toEqual(["2031-03-04"]);
});

test("a day in a name is none, and one that only qualifies a noun is", () => {
  const told = (noun: string) =>
    valuesIn(
      ...["The/DET/3/det", "March/PROPN/3/compound", "4/NUM/1/nummod", `${noun}/NOUN/4/nsubj`],
      `failed/VERB/4/root/${past}`,
    );
  expect(told("Movement")).toEqual([]);
  expect(told("attack")).toEqual(["2031-03-04"]);
});

test("the day before is told from the day told last", () => {
  const monday = ["On/ADP/1/case", "Monday/PROPN/3/obl", "they/PRON/3/nsubj", `met/VERB/3/root/${past}`];
  expect(valuesIn(...monday, "the/DET/5/det", "day/NOUN/6/obl", "before/ADV/3/advmod")).toEqual([
    "2031-03-03",
    "2031-03-02",
  ]);
});
