import { expect, test } from "vitest";
import { emptyRecord } from "../../../test/empty-record.js";
import { simpleArticle, simpleRecord } from "../../../test/simple-record.js";
import { idOf } from "../../record/id.js";
import { comparedClaims, markedClaims } from "./claims.js";
import { judgedParty } from "./party.js";

const text = "Norland shelled Orsen. Ada Lenz said it was war. The Vell embassy closed.";
const record = simpleRecord(simpleArticle(text));

test("a record's action and posture stand on their words, with parties by their words and their entity's name", () => {
  const { actions, postures } = comparedClaims({
    ...record,
    entities: record.entities.map((one) => ({ ...one, name: "Republic of Norland" })),
    actions: record.actions.map((one) => ({ ...one, actors: [{ text: "it", span: [0, 7], entity: idOf("en", 1) }] })),
  });
  expect(actions).toMatchObject([
    { span: [8, 15], actors: [judgedParty([[0, 7]], ["it", "Republic of Norland"])], status: "happened", time: null },
  ]);
  expect(actions.map(({ kinds }) => [...kinds])).toEqual([["ASSAULT"]]);
  expect(postures).toMatchObject([
    { span: [49, 73], subject: judgedParty([[49, 65]], ["The Vell embassy"]), by: null },
  ]);
  expect(postures.map(({ kinds }) => [...kinds])).toEqual([["operations/closed"]]);
});

test("an action's time is its value", () => {
  const time = { id: idOf("ti", 1), span: [0, 2], text: "on Monday", type: "DATE", from: null, to: null } as const;
  const { actions } = comparedClaims({
    ...record,
    times: [{ ...time, value: "2031-03-03" }],
    actions: record.actions.map((one) => ({ ...one, time: time.id })),
  });
  expect(actions.map((one) => one.time)).toEqual(["2031-03-03"]);
});

test("a stance is about somebody, the speaker of a statement and its words", () => {
  const holder = { text: "Orsen", span: [16, 21], entity: null } as const;
  const shared = { relation: "disputes", hedge: null, accordingTo: null, evidence: [[0, 22]] } as const;
  const { stances } = comparedClaims({
    ...record,
    stances: [
      { ...shared, id: idOf("sn", 1), confidence: 1, holder, target: { statement: idOf("st", 1), mention: null } },
      { ...shared, id: idOf("sn", 2), confidence: 1, holder, target: { statement: null, mention: holder } },
    ],
  });
  expect(stances).toMatchObject([
    { span: [0, 22], targets: [judgedParty([[23, 31]], ["Ada Lenz", "Ada Lenz"]), judgedParty([[37, 47]], [])] },
    { targets: [judgedParty([[16, 21]], ["Orsen"]), judgedParty([], [])] },
  ]);
});

test("a record without anything has no claims", () => {
  expect(comparedClaims(emptyRecord)).toEqual({ actions: [], postures: [], stances: [] });
});

test("marks may be one of several kinds, and name somebody whose words do not stand there", () => {
  const words = { text: "closed", span: [66, 72] } as const;
  const somebody = { text: null, span: null, is: "Vell" };
  const shared = { p: 1, words, alt: [] };
  const { actions, postures, stances, traps } = markedClaims({
    id: "own-1",
    actions: [
      {
        p: 1,
        trigger: words,
        type: "SANCTION",
        alt: ["RETREAT"],
        actors: [somebody],
        recipients: [],
        status: "happened",
        time: "2031-03",
        main: true,
      },
    ],
    postures: [
      {
        ...shared,
        subject: null,
        aspect: "operations",
        value: "closed",
        alt: ["operations/suspended"],
        by: somebody,
        status: "ongoing",
      },
    ],
    stances: [{ ...shared, holder: somebody, relation: "rebukes", target: null }],
    mustNot: [{ p: 1, words, not: "action ASSAULT", why: "nobody was hit" }],
  });
  expect(actions).toMatchObject([{ span: [66, 72], actors: [judgedParty([], ["Vell"])], time: "2031-03", main: true }]);
  expect(actions.map(({ kinds }) => [...kinds])).toEqual([["SANCTION", "RETREAT"]]);
  expect(postures).toMatchObject([{ subject: null, by: judgedParty([], ["Vell"]), status: "ongoing" }]);
  expect(postures.map(({ kinds }) => [...kinds])).toEqual([["operations/closed", "operations/suspended"]]);
  expect(stances).toMatchObject([{ holder: judgedParty([], ["Vell"]), targets: [] }]);
  expect(traps).toEqual([{ span: [66, 72], not: "action ASSAULT", shown: "¶1 “closed”, nobody was hit" }]);
});
