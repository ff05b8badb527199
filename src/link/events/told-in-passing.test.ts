import { expect, test } from "vitest";
import type { Action } from "../../record/action.js";
import type { Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import { isHearsay, isToldInPassing } from "./told-in-passing.js";

const spanOf = (text: string, words: string) => [text.indexOf(words), text.indexOf(words) + words.length] as const;

test.each([
  ["The convoy was shot at while the envoys left.", "the envoys", true],
  ["Once the envoys had left, the gate was shut.", "the envoys", true],
  ["After a night of shelling the envoys left.", "the envoys", false],
  ["Norland says that the envoys have left.", "the envoys", false],
  ["A rumour went round that the envoys had left.", "the envoys", true],
  ["The guards searched departing envoys.", "departing envoys", true],
  ["A crowd met at the closed Norland embassy.", "Norland embassy", true],
  ['The alert headlined "Norland embassy shut" is withdrawn.', "Norland embassy", true],
])("“%s” tells a state in passing: %s", (text, subject, expected) => {
  const posture = { subject: { text: subject, span: spanOf(text, subject) }, evidence: [[0, text.length]] };
  expect(isToldInPassing(posture as unknown as Posture, { article: { text } } as ArticleRecord)).toBe(expected);
});

test.each([
  ["Pilots who have joined the Vane Front train others.", "joined", "join", true],
  ["The ministry spoke after the raid on Karsk.", "raid", "raid", true],
  ["They spoke of the pupils the rebels have kidnapped.", "kidnapped", "kidnap", true],
  ["A crowd asked for Norland's kidnapped pupils.", "kidnapped", "kidnap", true],
  ["It ended a war that has killed thousands.", "killed", "kill", true],
  ["Holt said there is no hard evidence that rebels kidnapped pupils.", "kidnapped", "kidnap", true],
  ["Police searched the house and joined the hunt.", "searched", "search", false],
  ["Norland agreed to release the pilots.", "release", "release", false],
])("“%s” tells an act in passing: %s, %s, %s", (text, word, lemma, expected) => {
  const action = {
    ...{ trigger: { text: word, lemma, span: spanOf(text, word) }, evidence: [[0, text.length]] },
    actors: text.includes("rebels") ? [{ span: spanOf(text, "the rebels") }] : [],
    recipients: text.includes("pupils") ? [{ span: spanOf(text, "pupils") }] : [],
  };
  expect(isToldInPassing(action as unknown as Action, { article: { text } } as ArticleRecord)).toBe(expected);
});

test.each([
  ["Reports that rebels shelled the port went round.", true],
  ["The latest charge, an accusation that rebels shelled the port, is not proved.", true],
  ["Rebels have allegedly shelled the port.", true],
  ["Rebels are said to have shelled the port.", true],
  ["Rebels have apparently shelled the port.", true],
  ["Rebels are believed to have shelled the port.", true],
  ["Rebels shelled the port on Monday, according to local reports.", true],
  ["Rebels shelled the port on Monday, according to the ministry.", false],
  ["Rebels shelled the port, reports say.", false],
  ["The minister, who allegedly fled, said rebels shelled the port.", false],
])("“%s” passes on what some say: %s", (text, expected) => {
  const trigger = { text: "shelled", lemma: "shell", span: spanOf(text, "shelled") };
  const action = { trigger, evidence: [[0, text.length]], actors: [], recipients: [] };
  expect(isHearsay(action as unknown as Action, { article: { text } } as ArticleRecord)).toBe(expected);
});
