import { expect, test } from "vitest";
import { actionTypes, entityKinds, factualities, postureValues, speechActs, stanceRelations } from "../record/kinds.js";
import {
  aspectsInOrder,
  claimSentence,
  lineWords,
  notSaid,
  plainAct,
  plainActToCome,
  plainAspect,
  plainCopy,
  plainEvent,
  plainKind,
  plainLines,
  plainPosition,
  plainRelation,
  plainSaying,
  plainState,
  plainStateToCome,
  plainStatus,
  plainWord,
  sayingWords,
} from "./plain-words.js";

/** Words that a person could have written: no sign of a program's, no capitals but one at the beginning. */
const plain = /^[A-Za-z][a-z -]+$/;

test("every word of the record's closed lists has words of a reader's", () => {
  for (const [aspect, values] of Object.entries(postureValues)) {
    expect(plainAspect(aspect)).toMatch(plain);
    expect(aspectsInOrder).toContain(aspect);
    for (const value of values) expect(plainState(aspect, value), `${aspect} ${value}`).toMatch(/^[a-z][a-z -]+$/);
  }
  for (const words of [
    ...actionTypes.flatMap((type) => [plainAct(type), plainActToCome(type)]),
    ...[...speechActs].map(plainSaying),
    ...[...stanceRelations].map(plainRelation),
    ...[...entityKinds].map(plainKind),
    ...[...factualities].flatMap((one) => plainStatus(one) ?? []),
  ])
    expect(words).toMatch(plain);
});

test("what no list has keeps its words, without signs of a program", () => {
  expect([plainState("weather", "very_wet"), plainAspect("sea_ice"), plainAct("DANCE"), plainKind("sea_bird")]).toEqual(
    ["weather very wet", "Sea ice", "dance", "sea bird"],
  );
  expect([plainStateToCome("weather", "wet"), plainActToCome("DANCE"), plainStatus("half_done")]).toEqual([
    null,
    null,
    "half done",
  ]);
  // Names that every object has are no words of the glossary.
  expect([plainAct("constructor"), plainWord("toString"), plainPosition("valueOf")]).toEqual([
    "constructor",
    "tostring",
    "valueOf",
  ]);
});

test("acts, sayings and how sure they are", () => {
  expect([plainAct("RETREAT"), plainSaying("deny"), plainSaying("promise"), plainSaying("warn")]).toEqual([
    ...["withdrawal", "denied", "promised", "warned"],
  ]);
  expect([plainStatus("happened"), plainStatus("ongoing"), plainStatus("not_done")]).toEqual([
    null,
    "going on",
    "not done",
  ]);
  expect([plainPosition("asserts"), plainPosition("denies", { one: true }), plainPosition("22")]).toEqual([
    "say so",
    "denies it",
    "22",
  ]);
  expect([plainLines("action", 1), plainLines("posture", 2), plainCopy("cut")]).toEqual([
    "action",
    "postures",
    "shortened",
  ]);
});

test("a saying is the article's word, with what it comes to where that is another", () => {
  expect([sayingWords("deny", "denies"), sayingWords("accuse", "lashed out"), sayingWords("say", "told")]).toEqual([
    "denies",
    "lashed out (accused)",
    "told",
  ]);
  expect(sayingWords("warn", null)).toBe("warned");
  expect([notSaid("confirmed"), notSaid("declined to say")]).toEqual(["not said: confirmed", "declined to say"]);
});

test("a line is what was done, said, held or taken up", () => {
  const line = (kind: string, type: string, word: string | null) => lineWords({ kind, type, word });
  expect([
    line("action", "ASSAULT", "Shelled"),
    line("action", "ASSAULT", null),
    line("posture", "staffing", "ordered_departure"),
    line("stance", "plays_down", null),
    line("statement", "deny", null),
  ]).toEqual(["shelled", "attack", "non-emergency staff ordered out", "plays down", "denied"]);
});

test("an event, and any word whatever it is of", () => {
  expect([plainEvent("RETREAT"), plainEvent("border closed")]).toEqual(["withdrawal", "closed"]);
  expect(
    ["RETREAT", "staffing evacuated", "evacuated", "closed", "in_force", "not_done", "armed_group"].map(plainWord),
  ).toEqual(["withdrawal", "staff evacuated", "staff evacuated", "closed", "in force", "not done", "armed group"]);
});

test.each([
  ["that the bridge is  down,", "The bridge is down"],
  ["She was never asked.", "She was never asked"],
])("%s is headed: %s", (words, expected) => {
  expect(claimSentence(words)).toBe(expected);
});
