import { expect, test } from "vitest";
import type { Action } from "../../record/action.js";
import { idOf } from "../../record/id.js";
import type { Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Span } from "../../text/span.js";
import { actorsTold, isExpulsion, isThreat, isToldAsOver, leavesOpenWhose, timeOfAct } from "./told-by-words.js";

/** Of a record only what a test gives is looked at; the trigger is "killed". */
function datedRecord(text: string, time: string, acts: readonly string[]): { record: ArticleRecord; killed: Action } {
  const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
  const times = [{ id: idOf("ti", 1), text: time, span: spanOf(time), from: "2030-05-02" }];
  const actions = ["killed", ...acts].map((words, at) => ({
    ...{ id: idOf("ac", at + 1), trigger: { text: words, span: spanOf(words) }, time: idOf("ti", 1) },
    evidence: [[0, text.indexOf(".") + 1]],
  }));
  const record = { article: { text, published: "2030-09-01" }, times, actions } as unknown as ArticleRecord;
  return { record, killed: actions[0] as unknown as Action };
}

test.each([
  ["Missing since May 2030, the pilot was killed in the clip.", "May 2030", [], false],
  ["The pilot was killed in May 2030.", "May 2030", [], true],
  ["Rebels killed the pilot who was captured in May 2030.", "May 2030", ["captured"], false],
  ["Rebels killed the pilot, captured in May 2030.", "May 2030", ["captured"], false],
  ["The pilot, captured in May 2030, has been killed.", "May 2030", ["captured"], false],
  ["Rebels killed a pilot, wounding two, in May 2030.", "May 2030", ["wounding"], true],
  ["In May 2030 the army advanced after rebels had killed a pilot.", "May 2030", ["advanced"], false],
  ["May 2030 (Karsk Wire) -- Rebels killed the pilot.", "May 2030", [], false],
  ["Rebels killed the pilot. In May 2030 they were routed.", "May 2030", [], false],
])("%s", (text, time, acts, found) => {
  const { record, killed } = datedRecord(text, time, acts);
  expect(timeOfAct(killed, record)).toBe(found ? idOf("ti", 1) : null);
});

test("whom only another speaker names later the one who tells of the act does not name", () => {
  const [office, mayor] = [
    { text: "the office", entity: null, span: [0, 10] },
    { text: "the mayor", entity: null, span: [70, 79] },
  ];
  const action = {
    ...{ actors: [{ text: "the militia", span: [90, 101] }], evidence: [[0, 60]], accordingTo: idOf("st", 1) },
    trigger: { span: [20, 26] },
  } as unknown as Action;
  const said = (later: object): ArticleRecord =>
    ({
      article: { text: "" },
      statements: [
        { id: idOf("st", 1), speaker: office, content: { spans: [[0, 40]] } },
        { id: idOf("st", 2), speaker: later, content: { spans: [[80, 120]] } },
      ],
    }) as unknown as ArticleRecord;
  expect(actorsTold(action, said(mayor))).toEqual([]);
  expect(actorsTold(action, said(office))).toHaveLength(1);
  expect(actorsTold({ ...action, accordingTo: null }, said(mayor))).toHaveLength(1);
});

test("a country in the words for the speaker is not who did what is told without a doer", () => {
  const actorOf = (text: string, trigger: string) => {
    const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
    const speaker = { text: "Norland's rebels", span: spanOf("Norland's rebels"), entity: idOf("en", 2) };
    const actors = [{ text: "Norland", span: spanOf("Norland"), entity: idOf("en", 1) }];
    const action = {
      actors,
      accordingTo: idOf("st", 1),
      evidence: [[0, text.length]],
      trigger: { span: spanOf(trigger) },
    };
    const statements = [{ id: idOf("st", 1), speaker, content: { spans: [[20, text.length]] } }];
    return actorsTold(action as unknown as Action, { article: { text }, statements } as unknown as ArticleRecord);
  };
  expect(actorOf("Norland's rebels say a pilot was shot.", "shot")).toEqual([]);
  expect(actorOf("Norland's rebels say it shot a pilot.", "shot")).toHaveLength(1);
});

function recordOf(text: string): ArticleRecord {
  return { article: { text } } as unknown as ArticleRecord;
}

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

test("a state is told as over where its sentence tells its end and no time of its own", () => {
  const of = (value: string, since: string | null, sentence = 0) =>
    ({
      ...{ aspect: "operations", value, status: "happened", since, evidence: [[sentence, sentence + 9]] },
      institution: { kind: "mission", of: "NL", in: "SE" },
    }) as unknown as Posture;
  const [reopened, monday, may] = [of("reopened", "ti_1"), of("closed", "ti_1"), of("closed", "ti_2")];
  const record = { postures: [reopened, monday, may] } as unknown as ArticleRecord;
  expect(isToldAsOver(monday, record)).toBe(true);
  expect(isToldAsOver(may, record)).toBe(false);
  expect(isToldAsOver(of("closed", "ti_1", 50), record)).toBe(false);
  expect(isToldAsOver(reopened, record)).toBe(false);
});

test("staff whom the host sends away, or calls unwelcome, are expelled", () => {
  const told = (text: string, by: string | null): boolean => {
    const entities = [
      { id: "en_1", country: "KA" },
      { id: "en_2", country: "NL" },
    ];
    const posture = { aspect: "staffing", by: by === null ? null : { entity: by }, evidence: [[0, text.length]] };
    const institution = { kind: "mission", of: "NL", in: "KA" };
    const record = { entities, article: { text } } as unknown as ArticleRecord;
    return isExpulsion({ ...posture, institution } as unknown as Posture, record);
  };
  expect(told("Karsk gives the staff of the Norland embassy two days to go.", "en_1")).toBe(true);
  expect(told("Norland calls the staff of its embassy in Karsk home.", "en_2")).toBe(false);
  expect(told("The staff of the embassy were declared persona non grata.", null)).toBe(true);
});

test("what another side threatens is no state of those whom it threatens", () => {
  const entities = [
    { id: "en_1", country: "KA" },
    { id: "en_2", country: "NL" },
  ];
  const told = (act: string, entity: string): boolean => {
    const statements = [{ id: "st_1", act, speaker: { text: "the minister", entity } }];
    const institution = { kind: "force", of: "NL", in: null };
    return isThreat(
      { accordingTo: "st_1", institution } as unknown as Posture,
      { statements, entities } as unknown as ArticleRecord,
    );
  };
  expect(told("warn", "en_1")).toBe(true);
  expect(told("warn", "en_2")).toBe(false);
  expect(told("say", "en_1")).toBe(false);
});
