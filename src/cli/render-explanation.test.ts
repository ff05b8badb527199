import { expect, test } from "vitest";
import type { ExplanationView } from "../view/explanation-view.js";
import { printable } from "./printable.js";
import { renderExplanation } from "./render-explanation.js";
import { colourStyle, plainStyle } from "./style.js";

const view: ExplanationView = {
  article: { id: "art_1", title: "Quay shut", outlet: null, published: null, publishedFrom: null, language: "en" },
  id: "ac_1",
  kind: "action",
  pages: [],
  second: null,
  passages: [
    {
      paragraph: 2,
      text: "Lenz shut the quay on Monday.",
      span: [11, 40],
      marks: [
        { field: "trigger", span: [16, 29] },
        { field: "actor", span: [11, 15] },
        { field: "recipient", span: [21, 29] },
        { field: "content", span: [25, 60] },
      ],
    },
  ],
  fields: [
    { field: "type", value: "COERCE", words: [] },
    { field: "actor", value: "Ada Lenz (en_1)", words: [{ text: "Lenz", span: [11, 15] }] },
    { field: "place", value: null, words: [] },
  ],
  madeBy: {
    rule: "a verb with what stands in its object",
    row: { table: "action-verbs.tsv", line: 12, text: "shut | quay | COERCE | - | 17" },
    trigger: null,
    notes: ["read twice"],
  },
  usedBy: ["sn_1"],
  attributions: [
    {
      sentence: 2,
      cue: { text: "said", span: [1, 5], score: 0.5 },
      source: [{ text: "Lenz", span: [11, 15], score: null }],
      content: [],
    },
  ],
  names: [{ text: "Lenz", span: [11, 15], sentence: 2, type: "PERSON", score: 0.987 }],
  sentences: [
    {
      number: 2,
      paragraph: 2,
      text: "Lenz",
      span: [11, 15],
      tokens: [
        { number: 1, form: "Lenz", upos: "X", lemma: "lenz", head: 0, deprel: "root", feats: "_", headScore: 0.75 },
      ],
    },
  ],
};

test("an explanation reads as a page; brackets nest, are cut where they would cross, and stay within the paragraph", () => {
  expect(renderExplanation(view, { style: plainStyle, width: 100 })).toBe(`Quay shut
date unknown · en · art_1

ac_1, an action

¶2
  [actor Lenz] [trigger shut [recipient the [content quay]]][content on Monday.]

Fields
  type   COERCE
  actor  “Lenz” 11–15 → Ada Lenz (en_1)

Made by
  a verb with what stands in its object
  data/action-verbs.tsv:12 shut | quay | COERCE | - | 17
  read twice

Used by
  sn_1

Attributions, with the encoder's scores
  sentence 2
    cue      0.50  said 1–5
    source         Lenz 11–15

Names
  PERSON       0.99  Lenz  11–15

Sentence 2, ¶2: tokens and arcs, with how sure the encoder is of each head
0.75   1  Lenz  X  lenz  root
`);
});

test("colours change no words", () => {
  const coloured = printable(renderExplanation(view, { style: colourStyle, width: 80 }));
  const bare = coloured.replaceAll(/\x1b\[[0-9;]*m/g, "").replaceAll(/ +$/gm, "");
  expect(coloured).not.toBe(bare);
  expect(bare).toBe(renderExplanation(view, { style: plainStyle, width: 80 }));
});

test("the pages of a document stand behind what the line is called", () => {
  const shown = (pages: readonly number[]): string =>
    renderExplanation({ ...view, pages }, { style: plainStyle, width: 100 }).split("\n")[3] ?? "";
  expect(shown([7])).toBe("ac_1, an action, page 7");
  expect(shown([7, 8])).toBe("ac_1, an action, pages 7 and 8");
  expect(shown([1, 2, 3])).toBe("ac_1, an action, pages 1, 2 and 3");
  expect(shown(Array.from({ length: 40 }, (_, index) => index + 1))).toBe("ac_1, an action, on 40 pages");
});
