import { expect, test } from "vitest";
import { evidenceOf } from "./evidence.js";
import { idCounter } from "./id.js";
import { idSchemaOf } from "./id-schema.js";
import { postureSchema } from "./posture.js";
import { stanceSchema } from "./stance.js";
import { statementSchema } from "./statement.js";

const mention = { text: "the harbour master", span: [0, 18], entity: null };

const statement = {
  id: "st_1",
  speaker: { ...mention, naming: "unnamed" },
  addressee: null,
  channel: null,
  cue: { text: "said", span: [19, 23], lemma: "say", phrase: { text: "said", span: [19, 23] } },
  act: "say",
  content: { spans: [[24, 40]], quoted: [], text: "the port is shut", form: "indirect" },
  hedge: null,
  negated: false,
  time: null,
  place: null,
  within: null,
  chain: ["the harbour master"],
  evidence: [[0, 41]],
  confidence: 0.9,
};

test("a statement with its words goes through unchanged", () => {
  expect(statementSchema.parse(statement)).toEqual(statement);
});

test("a statement without evidence cannot be built", () => {
  expect(statementSchema.safeParse({ ...statement, evidence: [] }).success).toBe(false);
  expect(evidenceOf([])).toBeNull();
  expect(evidenceOf([[3, 5]])).toEqual([[3, 5]]);
});

test("a span that ends before it starts is refused", () => {
  expect(statementSchema.safeParse({ ...statement, evidence: [[41, 0]] }).success).toBe(false);
});

test("ids count from one, and one kind does not stand for another", () => {
  const next = idCounter("st");
  expect([next(), next()]).toEqual(["st_1", "st_2"]);
  expect(idSchemaOf("st").safeParse("pl_1").success).toBe(false);
  expect(statementSchema.safeParse({ ...statement, within: "ac_1" }).success).toBe(false);
});

test("a posture's aspect settles its values", () => {
  const posture = {
    id: "po_1",
    subject: mention,
    institution: { kind: "border", of: "NO", in: null },
    aspect: "border",
    value: "closed",
    by: null,
    since: null,
    until: null,
    status: "happened",
    accordingTo: null,
    evidence: [[0, 18]],
    confidence: 0.9,
  };
  expect(postureSchema.safeParse(posture).success).toBe(true);
  expect(postureSchema.safeParse({ ...posture, value: "ambassador_recalled" }).success).toBe(false);
  expect(postureSchema.safeParse({ ...posture, confidence: 1.5 }).success).toBe(false);
});

test("a stance has a target", () => {
  const stance = {
    id: "sn_1",
    holder: mention,
    relation: "disputes",
    hedge: null,
    accordingTo: null,
    evidence: [[0, 18]],
    confidence: 0.9,
  };
  expect(stanceSchema.safeParse({ ...stance, target: { statement: "st_1", mention: null } }).success).toBe(true);
  expect(stanceSchema.safeParse({ ...stance, target: { statement: null, mention } }).success).toBe(true);
  expect(stanceSchema.safeParse({ ...stance, target: { statement: null, mention: null } }).success).toBe(false);
});
