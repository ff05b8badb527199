import { expect, test } from "vitest";
import { simpleArticle, simpleRecord } from "../../../test/simple-record.js";
import type { Action } from "../../record/action.js";
import { idOf } from "../../record/id.js";
import { actionReport, type ScoredSentence, scoreSentence } from "./actions.js";

const text = "Norland shelled Orsen after the talks.";

function act(told: Partial<Action> = {}): Action {
  const unknown = { mode: null, cameo: null, time: null, place: null, accordingTo: null };
  const mention = (word: string) => {
    const start = text.indexOf(word);
    return { text: word, span: [start, start + word.length], entity: null } as const;
  };
  const trigger = { ...mention("shelled"), lemma: "shell" };
  const parties = { actors: [mention("Norland")], recipients: [mention("Orsen")] };
  const shared = {
    ...unknown,
    id: idOf("ac", 1),
    confidence: 1,
    trigger,
    evidence: [[0, text.length]] as const,
    ...parties,
  };
  return { ...shared, type: "ASSAULT", status: "happened", ...told };
}

function scored(actions: readonly Action[], wanted: { readonly actor?: string; readonly recipient?: string } = {}) {
  const gold = { sentence: text, actor: "Norland", recipient: "Orsen", root: "ASSAULT", ...wanted };
  return scoreSentence(gold, { ...simpleRecord(simpleArticle(text)), actions }, "learnt from");
}

test("the class is that of the first action that has the actor and the recipient", () => {
  const talks = act({ type: "CONSULT", recipients: [] });
  expect(scored([talks, act(), act({ type: "COERCE" })])).toMatchObject({ found: "ASSAULT", anyhow: "ASSAULT" });
});

test("where no action has both, nothing is found, and the first tells the class alone", () => {
  expect(scored([act({ type: "COERCE", recipients: [] })])).toMatchObject({ found: null, anyhow: "COERCE" });
  expect(scored([])).toMatchObject({ found: null, anyhow: null });
});

test("somebody whom the sentence does not name is not asked for", () => {
  expect(scored([act({ actors: [] })])).toMatchObject({ found: null });
  expect(scored([act({ actors: [] })], { actor: "An actor" })).toMatchObject({ found: "ASSAULT" });
});

test.each(["CONCEDE", "RETREAT"] as const)("%s is what the gold calls YIELD", (type) => {
  expect(scored([act({ type })])).toMatchObject({ found: "YIELD" });
});

test("what the reader learnt from is told apart from what it did not", () => {
  const one = (root: string, found: string | null, part: ScoredSentence["part"]): ScoredSentence => {
    return { root, found, anyhow: found ?? root, part };
  };
  const report = actionReport([
    one("ASSAULT", "ASSAULT", "learnt from"),
    one("AID", "AID", "not learnt from"),
    one("COERCE", null, "not learnt from"),
    one("ASSAULT", "COERCE", "not learnt from"),
  ]);
  const rows = report.split("\n").map((line) => line.trim().split(/\s{2,}/));
  expect(rows).toContainEqual(["AID", "100.0", "100.0", "100.0", "1", "1", "1"]);
  expect(rows).toContainEqual(["material conflict", "100.0", "50.0", "66.7", "1", "1", "2"]);
  // Of three roots one is right: 100, 0 and 0; of the quad classes two have sentences: 100 and 66.7, the others 0.
  expect(rows).toContainEqual(["not learnt from", "1", "3", "33.3", "41.7", "66.67"]);
  expect(rows).toContainEqual(["learnt from", "1", "1", "100.0", "25.0", "100.00"]);
});
