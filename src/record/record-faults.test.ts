import { expect, test } from "vitest";
import { recordFormat } from "./format.js";
import { idOf } from "./id.js";
import type { ArticleRecord } from "./record.js";
import { recordFaults } from "./record-faults.js";
import type { Statement } from "./statement.js";

const TEXT = "The harbour master said the quay was shut.";

const statement: Statement = {
  id: idOf("st", 1),
  confidence: 1,
  speaker: { text: "The harbour master", span: [0, 18], entity: idOf("en", 1), naming: "named" },
  addressee: null,
  channel: null,
  cue: { text: "said", span: [19, 23], lemma: "say", phrase: { text: "said", span: [19, 23] } },
  act: "say",
  content: { spans: [[24, 41]], quoted: [], text: "the quay was shut", form: "indirect" },
  hedge: null,
  negated: false,
  time: null,
  place: null,
  within: null,
  chain: ["The harbour master"],
  evidence: [[0, 42]],
};

function recordWith(...statements: readonly Statement[]): ArticleRecord {
  return {
    format: recordFormat,
    producer: { name: "sitrep", version: "0.0.0", model: null },
    article: {
      id: "a",
      url: null,
      title: null,
      outlet: null,
      authors: [],
      published: null,
      publishedFrom: null,
      language: null,
      sha256: "0".repeat(64),
      text: TEXT,
    },
    entities: [
      { id: idOf("en", 1), name: "harbour master", kind: "person", country: null, roles: [], mentions: [[0, 18]] },
    ],
    places: [],
    times: [],
    statements,
    actions: [],
    postures: [],
    stances: [],
    messages: [],
  };
}

test("a sound record has no faults", () => {
  expect(recordFaults(recordWith(statement))).toEqual([]);
});

test("words that are not those of their span", () => {
  const said = { text: "said", span: [19, 23] as const };
  const cue = { text: "says", span: said.span, lemma: "say", phrase: said };
  expect(recordFaults(recordWith({ ...statement, cue }))).toEqual([
    'st_1: the span [19,23] covers "said" and not "says"',
  ]);
});

test("a span beyond the text", () => {
  expect(recordFaults(recordWith({ ...statement, evidence: [[0, 43]] }))).toHaveLength(1);
});

test("an id that leads nowhere, and one that is given twice", () => {
  expect(recordFaults(recordWith({ ...statement, time: idOf("ti", 4) }))).toEqual(["st_1: ti_4 is not in the record"]);
  expect(recordFaults(recordWith(statement, statement))).toEqual(["st_1: the id is given twice"]);
});

test("statements told within each other in a ring", () => {
  const first = { ...statement, within: idOf("st", 2) };
  const second = { ...statement, id: idOf("st", 2), within: idOf("st", 1) };
  expect(recordFaults(recordWith(first, second))).toHaveLength(2);
});
