import { describe, expect, test } from "vitest";
import { emptyRecord } from "../../../test/empty-record.js";
import type { Action } from "../../record/action.js";
import { idOf } from "../../record/id.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Stance } from "../../record/stance.js";
import type { Statement } from "../../record/statement.js";
import { attitudeBetween } from "./attitude.js";

// Ana stands at [0, 3], Vell at [10, 14].
const ana = { text: "Ana", span: [0, 3], entity: null } as const;
const vell = { text: "Vell", span: [10, 14], entity: null } as const;
const evidence = [[0, 20]] as const;

function stance(told: Partial<Stance> = {}): Stance {
  const shared = { id: idOf("sn", 1), confidence: 1, hedge: null, accordingTo: null, evidence };
  return { ...shared, holder: ana, relation: "supports", target: { statement: null, mention: vell }, ...told };
}

function action(told: Partial<Action> = {}): Action {
  const unknown = { mode: null, cameo: null, time: null, place: null, accordingTo: null };
  const trigger = { text: "hit", span: [5, 8], lemma: "hit" } as const;
  const shared = { ...unknown, id: idOf("ac", 1), confidence: 1, trigger, evidence };
  return { ...shared, type: "ASSAULT", actors: [ana], recipients: [vell], status: "happened", ...told };
}

function statement(told: Partial<Statement> = {}): Statement {
  const unknown = { addressee: null, channel: null, cue: null, hedge: null, time: null, place: null, within: null };
  const content = { spans: [[8, 20]], quoted: [], text: "", form: "indirect" } as const;
  const shared = { ...unknown, id: idOf("st", 1), confidence: 1, chain: [], evidence, content };
  return { ...shared, speaker: { ...ana, naming: "named" }, act: "accuse", negated: false, ...told };
}

function between(record: Partial<ArticleRecord>) {
  return attitudeBetween({ ...emptyRecord, ...record }, ana.span, vell.span);
}

test("a record that tells nothing of the two has none", () => {
  expect(between({})).toBe("none");
});

describe("stances", () => {
  test.each([
    ["supports", "first for second"],
    ["agrees", "first for second"],
    ["disputes", "first against second"],
    ["rebukes", "first against second"],
    ["plays_down", "first against second"],
    ["responds", "none"],
  ] as const)("%s: %s", (relation, attitude) => {
    expect(between({ stances: [stance({ relation })] })).toBe(attitude);
  });

  test("the holder tells the direction", () => {
    const target = { statement: null, mention: ana };
    expect(between({ stances: [stance({ holder: vell, target })] })).toBe("second for first");
    expect(between({ stances: [stance({ holder: vell, target, relation: "rebukes" })] })).toBe("second against first");
  });

  test("one towards a statement is towards its speaker", () => {
    const said = statement({ speaker: { ...vell, naming: "named" }, act: "say" });
    const target = { statement: said.id, mention: null };
    expect(between({ stances: [stance({ target })] })).toBe("none");
    expect(between({ stances: [stance({ target })], statements: [said] })).toBe("first for second");
  });
});

describe("actions", () => {
  test.each([
    ["SUPPORT", "first for second"],
    ["AID", "first for second"],
    ["ACCUSE", "first against second"],
    ["SANCTION", "first against second"],
    ["CONSULT", "none"],
    ["REQUEST", "none"],
  ] as const)("%s: %s", (type, attitude) => {
    expect(between({ actions: [action({ type })] })).toBe(attitude);
  });

  test("what is denied, possible or not done does not count", () => {
    expect(between({ actions: [action({ status: "ongoing" })] })).toBe("first against second");
    for (const status of ["denied", "possible", "not_done"] as const)
      expect(between({ actions: [action({ status })] })).toBe("none");
  });

  test("a party whose words take in both tells nothing", () => {
    const both = { text: "Ana and Vell", span: [0, 14], entity: null } as const;
    expect(between({ actions: [action({ actors: [both], recipients: [both] })] })).toBe("none");
  });
});

describe("statements", () => {
  test.each([
    ["praise", "first for second"],
    ["accuse", "first against second"],
    ["condemn", "first against second"],
    ["say", "none"],
  ] as const)("%s: %s", (act, attitude) => {
    expect(between({ statements: [statement({ act })] })).toBe(attitude);
  });

  test("the other has to stand in the content, and the saying must not be negated", () => {
    const spans = [[14, 20]] as const;
    expect(between({ statements: [statement({ content: { ...statement().content, spans } })] })).toBe("none");
    expect(between({ statements: [statement({ negated: true })] })).toBe("none");
    expect(between({ statements: [statement({ speaker: null })] })).toBe("none");
  });
});

test("stances come before actions, actions before statements", () => {
  const praise = statement({ act: "praise" });
  expect(between({ statements: [praise], actions: [action()] })).toBe("first against second");
  expect(between({ actions: [action()], stances: [stance()] })).toBe("first for second");
});

test("other words of the same entity stand for it too", () => {
  const entity = { id: idOf("en", 1), name: "Ana Brandt", kind: "person", country: null, roles: [] } as const;
  const she = { text: "she", span: [15, 18], entity: entity.id } as const;
  const actions = [action({ actors: [she] })];
  expect(between({ actions, entities: [{ ...entity, mentions: [she.span] }] })).toBe("none");
  expect(between({ actions, entities: [{ ...entity, mentions: [ana.span, she.span] }] })).toBe("first against second");
});
