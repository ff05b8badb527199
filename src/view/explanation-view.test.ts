import { expect, test } from "vitest";
import { annotatedDocument } from "../../test/annotated-document.js";
import { emptyRecord } from "../../test/empty-record.js";
import type { Article } from "../doc/article.js";
import type { EncodingLayer } from "../doc/encoding.js";
import type { Provenance } from "../extract/provenance.js";
import { idOf } from "../record/id.js";
import type { ArticleRecord } from "../record/record.js";
import { idsOf } from "./explained-line.js";
import { type ExplanationSource, explanationView } from "./explanation-view.js";

const text = "Quay shut\n\nAda Lenz said it was safe. Orsen slept.";
const at = (words: string): readonly [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
const spanned = (words: string) => ({ text: words, span: at(words) });
const lenz = { ...spanned("Ada Lenz"), entity: idOf("en", 1) };

const record: ArticleRecord = {
  ...emptyRecord,
  article: { ...emptyRecord.article, text },
  entities: [
    { id: idOf("en", 1), name: "Ada Lenz", kind: "person", country: null, roles: [], mentions: [at("Ada Lenz")] },
  ],
  statements: [
    {
      id: idOf("st", 1),
      confidence: 1,
      speaker: { ...lenz, naming: "named" },
      addressee: null,
      channel: null,
      cue: { ...spanned("said"), lemma: "say", phrase: spanned("said") },
      act: "say",
      content: { spans: [at("it was safe")], quoted: [], text: "it was safe", form: "indirect" },
      hedge: null,
      negated: false,
      time: null,
      place: null,
      within: null,
      chain: ["Ada Lenz"],
      evidence: [at("Ada Lenz said it was safe.")],
    },
  ],
  stances: [
    {
      id: idOf("sn", 1),
      confidence: 1,
      holder: lenz,
      relation: "supports",
      target: { statement: idOf("st", 1), mention: null },
      hedge: null,
      accordingTo: null,
      evidence: [at("Orsen slept.")],
    },
  ],
};

/** Tokens 2 to 7 are "Ada Lenz said it was safe": a cue at 4, "Ada Lenz" its source, and "said" the head of "Lenz" with three quarters. */
const encoding: EncodingLayer = {
  labels: {
    upos: [],
    feats: [],
    lemma: [],
    deprel: [],
    names: [],
    cue: ["O", "B-cue"],
    trigger: [],
    kinds: [],
    roles: ["O", "B-agent"],
    claims: [],
    status: [],
  },
  upos: new Int32Array(),
  feats: new Int32Array(),
  lemma: new Int32Array(),
  deprel: new Int32Array(),
  names: new Float32Array(),
  cues: Float32Array.from({ length: 10 }, (_, i) => (i === 9 ? Math.log(4) : 0)),
  trees: [{ first: 3, size: 2, scores: Float32Array.from([0, Math.log(3), 0, 0]) }],
  claims: new Float32Array(),
  triggers: [
    {
      kind: "statement",
      word: 4,
      first: 2,
      size: 2,
      roles: Float32Array.from([0, Math.log(9), 0, Math.log(9)]),
      labels: new Float32Array(),
      status: new Float32Array(),
    },
  ],
};
const document = annotatedDocument(text, {
  encoding,
  attributions: {
    attributions: [
      { cue: { first: 4, end: 5 }, source: [{ first: 2, end: 4 }], content: [{ first: 5, end: 8 }], score: 0.9 },
    ],
  },
});
const article: Article = { ...record.article, messages: [] };
const row = { table: "stances.tsv", line: 7, text: "back | supports | saying" };
const provenance = new Map<string, Provenance>([
  ["sn_1", { rule: "a verb that tells a stance", row, trigger: at("slept"), notes: [] }],
]);
const source: ExplanationSource = { article, document, record, provenance };

test("a statement's paragraph comes with the words of each field, and the encoder's scores for them", () => {
  const view = explanationView(source, "st_1");
  expect(view?.passages.map(({ paragraph }) => paragraph)).toEqual([2]);
  expect(view?.passages[0]?.marks.map(({ field, span }) => `${field} ${text.slice(...span)}`)).toEqual([
    "speaker Ada Lenz",
    "cue said",
    "content it was safe",
  ]);
  expect(view?.attributions[0]?.cue.score).toBeCloseTo(0.8);
  expect(view?.attributions[0]?.source[0]?.score).toBeCloseTo(0.9);
  expect(view?.attributions[0]?.content[0]?.score).toBeNull();
  expect(view?.sentences.map(({ number }) => number)).toEqual([2]);
  expect(view?.usedBy).toEqual(["sn_1"]);
});

test("a statement has a field for all that the record tells of it", () => {
  const fields = explanationView(source, "st_1")?.fields.map(({ field, value }) => `${field}: ${value}`);
  expect(fields).toEqual([
    ...[
      "speaker: Ada Lenz (en_1), named",
      "cue: say",
      "act: say",
      "content: indirect",
      "quoted: null",
      "addressee: null",
    ],
    ...["channel: null", "hedge: null", "negated: false", "time: null", "place: null", "within: null"],
    "chain: Ada Lenz",
    "confidence: 1.00",
  ]);
});

test("the score of a head is the share that the encoder gives it", () => {
  const heads = { ...document.layers.syntax, head: Uint32Array.from(document.layers.syntax.head) };
  heads.head[3] = 4;
  const view = explanationView(
    { ...source, document: { ...document, layers: { ...document.layers, syntax: heads } } },
    "st_1",
  );
  expect(view?.sentences[0]?.tokens[1]?.headScore).toBeCloseTo(0.75);
  expect(view?.sentences[0]?.tokens[0]?.headScore).toBeNull();
});

test("a stance is told with its row and the word that set the rule off", () => {
  const view = explanationView(source, "sn_1");
  expect(view?.madeBy?.row).toEqual(row);
  expect(view?.fields.find(({ field }) => field === "told by")?.words).toEqual([spanned("slept")]);
  expect(view?.fields.find(({ field }) => field === "target statement")?.value).toBe("st_1: Ada Lenz said …");
});

test("an entity shows the sentences that mention it, and no tables", () => {
  const view = explanationView(source, "en_1");
  expect(view?.passages.map((passage) => passage.text)).toEqual(["Ada Lenz said it was safe."]);
  expect(view?.sentences).toEqual([]);
  expect(view?.usedBy).toEqual(["st_1", "sn_1"]);
});

test("there is no view of an id that the record does not have", () => {
  expect(explanationView(source, "st_2")).toBeNull();
  expect(idsOf(record).map(({ kind, ids }) => `${kind} ${ids.length}`)).toContain("statement 1");
});
