import { expect, test } from "vitest";
import { annotatedDocument } from "../../test/annotated-document.js";
import { emptyRecord } from "../../test/empty-record.js";
import type { Article } from "../doc/article.js";
import { idOf } from "../record/id.js";
import { analysisView } from "../view/analysis-view.js";
import { printable } from "./printable.js";
import { renderAnalysis } from "./render-analysis.js";
import { colourStyle, plainStyle } from "./style.js";

const text = "Quay shut\n\n“We saw it,” Ada Lenz said.";
const article: Article = {
  id: "art_1",
  url: null,
  title: "Quay shut",
  outlet: "Vell Courier",
  authors: [],
  published: "2031-03-04",
  publishedFrom: "option",
  language: "en",
  sha256: "0".repeat(64),
  text,
  messages: [{ code: "encoding-guessed", severity: "info", span: null, reason: "It was a guess." }],
};
const document = annotatedDocument(text, {
  names: { names: [{ first: 8, end: 10, type: "PERSON", score: 0.987 }] },
  attributions: {
    attributions: [
      {
        cue: { first: 10, end: 11 },
        source: [{ first: 8, end: 10 }],
        content: [{ first: 3, end: 7 }],
        score: 0.5,
      },
    ],
  },
});

const times = [
  {
    id: idOf("ti", 1),
    span: [0, 4],
    text: "Quay",
    type: "DATE",
    value: "2031-03-04",
    from: "2031-03-04",
    to: "2031-03-05",
  },
  { id: idOf("ti", 2), span: [5, 9], text: "shut", type: "DURATION", value: null, from: null, to: null },
] as const;
const places = [
  {
    id: idOf("pl", 1),
    span: [24, 27],
    text: "Ada",
    name: "Ada",
    kind: "city",
    country: "NL",
    lat: 1.5,
    lon: 2,
    geonames: 1,
    precision: "city",
  },
  {
    id: idOf("pl", 2),
    span: [28, 32],
    text: "Lenz",
    name: null,
    kind: "other",
    country: null,
    lat: null,
    lon: null,
    geonames: null,
    precision: null,
  },
] as const;

test("every layer reads as a page", () => {
  expect(
    renderAnalysis(analysisView(article, document, { times, places }), { style: plainStyle, width: 80 }),
  ).toBe(`Quay shut
Vell Courier · 2031-03-04 · en · art_1

¶1 · sentence 1 · 0–9
Quay shut
   1  Quay  X  quay  root
   2  shut  X  shut  dep   1 Quay

¶2 · sentence 2 · 11–38
“We saw it,” Ada Lenz said.
   1  “     X  “     root
   2  We    X  we    dep   1 “
   3  saw   X  saw   dep   1 “
   4  it    X  it    dep   1 “
   5  ,     X  ,     dep   1 “
   6  ”     X  ”     dep   1 “
   7  Ada   X  ada   dep   1 “
   8  Lenz  X  lenz  dep   1 “
   9  said  X  said  dep   1 “
  10  .     X  .     dep   1 “

Quotations
  ¶2 · 12–22
    We saw it,

Names
  PERSON  0.99  Ada Lenz  sentence 2 · 24–32

Attributions
  sentence 2  0.50
    cue     said 33–37
    source  Ada Lenz 24–32
    content We saw it, 12–22

Times
  ti_1   DATE      2031-03-04 2031-03-04 to 2031-03-05  Quay 0–4
  ti_2   DURATION  unknown  shut 5–9

Places
  pl_1   city      Ada, NL, 1.5, 2 (city)  Ada 24–27
  pl_2   other     unknown, not on the map  Lenz 28–32

Layers
  tokens        test 1  12 tokens
  sentences     test 1  2 sentences in 2 paragraphs
  quotations    test 1  1 quotation
  encoding      test 1  scores of 0 trees and 0 triggers
  syntax        test 1  12 words with tag, lemma and head
  names         test 1  1 name
  attributions  test 1  1 attribution
  claims        test 1  0 claims

Messages
  info: encoding-guessed: It was a guess.
`);
});

test("colours change no words", () => {
  const view = analysisView(article, document, { times, places });
  const coloured = printable(renderAnalysis(view, { style: colourStyle, width: 80 }));
  const bare = coloured.replaceAll(/\x1b\[[0-9;]*m/g, "");
  expect(coloured).not.toBe(bare);
  expect(bare.replaceAll(/ +$/gm, "")).toBe(renderAnalysis(view, { style: plainStyle, width: 80 }));
});

test("an article without words shows its layers, which hold nothing", () => {
  const page = renderAnalysis(analysisView({ ...article, text: "", title: null }, annotatedDocument(""), emptyRecord), {
    style: plainStyle,
    width: 80,
  });
  expect(page).toContain("(no title)");
  expect(page).toContain("0 tokens");
});
