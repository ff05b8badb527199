import { expect, test } from "vitest";
import type { Action } from "../../record/action.js";
import { idOf } from "../../record/id.js";
import type { Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import { actorsTold, leavesOpenWhose, timeOfAct } from "./told-by-words.js";

/** Of a record only what a test gives is looked at. */
function recordOf(text: string, time: string | null = null): ArticleRecord {
  const start = time === null ? 0 : text.indexOf(time);
  const times = time === null ? [] : [{ id: idOf("ti", 1), text: time, span: [start, start + time.length] }];
  return { article: { text }, times } as unknown as ArticleRecord;
}

test.each([
  ["Missing since May 2030, the pilot was killed in the clip.", "May 2030", null],
  ["The pilot was killed in May 2030.", "May 2030", idOf("ti", 1)],
])("%s", (text, time, found) => {
  expect(timeOfAct({ time: idOf("ti", 1) } as unknown as Action, recordOf(text, time))).toBe(found);
});

test("whom only another speaker names later the one who tells of the act does not name", () => {
  const [office, mayor] = [
    { text: "the office", entity: null },
    { text: "the mayor", entity: null },
  ];
  const action = {
    ...{ actors: [{ text: "the militia", span: [90, 101] }], evidence: [[0, 60]], accordingTo: idOf("st", 1) },
  } as unknown as Action;
  const said = (later: object): ArticleRecord =>
    ({
      statements: [
        { id: idOf("st", 1), speaker: office, content: { spans: [[0, 40]] } },
        { id: idOf("st", 2), speaker: later, content: { spans: [[80, 120]] } },
      ],
    }) as unknown as ArticleRecord;
  expect(actorsTold(action, said(mayor))).toEqual([]);
  expect(actorsTold(action, said(office))).toHaveLength(1);
  expect(actorsTold({ ...action, accordingTo: null }, said(mayor))).toHaveLength(1);
});

function posture(text: string, subject: string, by: string | null, status: Posture["status"]): Posture {
  const spanOf = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length];
  const mention = (words: string) => ({ text: words, span: spanOf(words), entity: null });
  return { subject: mention(subject), by: by === null ? null : mention(by), status } as unknown as Posture;
}

test("a denial without an institution, and what a doer in another clause behind may do, leave open whose state it is", () => {
  const denied = "The envoys have not left, the spokeswoman said.";
  expect(leavesOpenWhose(posture(denied, "The envoys", null, "denied"), recordOf(denied))).toBe(true);
  expect(leavesOpenWhose(posture(denied, "The envoys", null, "happened"), recordOf(denied))).toBe(false);
  const apart = "To expel the envoy is wrong, she said; Norland will answer.";
  expect(leavesOpenWhose(posture(apart, "the envoy", "Norland", "possible"), recordOf(apart))).toBe(true);
  const one = "The envoy was expelled by Norland.";
  expect(leavesOpenWhose(posture(one, "The envoy", "Norland", "happened"), recordOf(one))).toBe(false);
});
