import { expect, test } from "vitest";
import type { Action } from "../../record/action.js";
import { idOf } from "../../record/id.js";
import type { Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import { linkId } from "../link-id.js";
import { bodiesHeard, voicesOfDoers } from "./doers-word.js";
import type { OriginTrace } from "./trace-origins.js";

const [state, front] = [
  { id: idOf("en", 1), name: "Norland", kind: "government", country: "NL", roles: [] },
  { id: idOf("en", 2), name: "Vane Front", kind: "armed_group", country: null, roles: [] },
];
const text = "Norland closed it. The Vane Front agreed.";
// Of a record only its text and its entities are looked at.
const record = { article: { text }, entities: [state, front] } as unknown as ArticleRecord;

function act(type: Action["type"], { id, name }: { id: string; name: string }): Action {
  const start = text.indexOf(name);
  return { type, actors: [{ entity: id, text: name, span: [start, start + name.length] }] } as unknown as Action;
}

const mission = { kind: "mission", of: "NL", in: "SE" } as const;
const closed = { aspect: "operations", value: "closed", by: null } as unknown as Posture;
const expelled = { aspect: "relations", value: "diplomats_expelled", by: null } as unknown as Posture;

test("what a body does is on its word where the article gives that", () => {
  const heard = new Set(["government NL", "body vane front"]);
  expect(voicesOfDoers(closed, mission, record, heard)).toEqual(["government NL"]);
  expect(voicesOfDoers(act("AGREE", front), null, record, heard)).toEqual(["body vane front"]);
  expect(voicesOfDoers(closed, mission, record, new Set(["government SE"]))).toEqual([]);
  expect(voicesOfDoers(expelled, mission, record, new Set(["government SE"]))).toEqual(["government SE"]);
});

test("officials of whom no more is told speak for the government that acts, and for no other body", () => {
  const heard = new Set(["officials"]);
  expect(voicesOfDoers(act("RETREAT", state), null, record, heard)).toEqual(["government NL"]);
  expect(voicesOfDoers(act("RETREAT", front), null, record, heard)).toEqual([]);
});

test("what is done by words is on the word of who does it, heard or not", () => {
  expect(voicesOfDoers(act("ACCUSE", front), null, record, new Set())).toEqual(["body vane front"]);
  const advice = { aspect: "travel_advice", value: "leave_now", by: null } as unknown as Posture;
  expect(voicesOfDoers(advice, { kind: "advice", of: "NL", in: "SE" }, record, new Set())).toEqual(["government NL"]);
});

test("violence, and troops that come or go, are on nobody's word but of who announces it", () => {
  const heard = new Set(["government NL", "body military NL"]);
  expect(voicesOfDoers(act("ASSAULT", state), null, record, heard)).toEqual([]);
  const withdrawn = { aspect: "forces", value: "withdrawn", by: null } as unknown as Posture;
  expect(voicesOfDoers(withdrawn, { kind: "force", of: "NL", in: "SE" }, record, heard)).toEqual([]);
});

test("heard are the bodies that speakers speak for, unnamed officials as their government", () => {
  const trace = (voices: readonly string[]): OriginTrace => ({
    ...{ article: "a", line: idOf("st", 1), origin: linkId("or", ["x"]), steps: [], reason: "", voices },
  });
  const statements = [{ id: idOf("st", 1) }] as unknown as ArticleRecord["statements"];
  const traces = new Map([["a st_1", trace(["or_1", "officials NL", "words some eight words of a sentence"])]]);
  expect([...bodiesHeard("a", { statements }, traces)]).toEqual(["government NL"]);
});
