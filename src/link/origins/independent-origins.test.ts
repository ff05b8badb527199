import { expect, test } from "vitest";
import { idOf } from "../../record/id.js";
import type { ToldEvent } from "../events/group-events.js";
import { linkId } from "../link-id.js";
import { independentOrigins } from "./independent-origins.js";

type By = ToldEvent["telling"]["by"];

function told(article: string, origin: string, by: By, others: readonly string[] = [], status = "happened"): ToldEvent {
  return {
    ...{ key: "key", kind: "posture", what: "operations closed", who: ["who"], whom: [], story: "sy", act: null },
    voices: [origin, ...others, `text of ${article}`],
    telling: {
      ...{ article, line: idOf("po", 1), day: "2031-01-01", date: "2031-01-01", dated: "published", by, confidence: 1 },
      ...{
        status: status as ToldEvent["telling"]["status"],
        origin: linkId("or", [origin]),
        evidence: [[0, 1]],
        reason: "",
      },
    },
  };
}

function origins(all: readonly ToldEvent[], isSettled?: (article: string) => boolean): readonly string[] {
  return independentOrigins(all, isSettled).map(({ telling }) => telling.origin);
}

test("a headline has the speaker of its text as origin, and so a text vouches once", () => {
  const [minister, second] = [linkId("or", ["minister"]), linkId("or", ["wire"])];
  expect(
    origins([
      told("a", "tribune", "text"),
      told("a", "minister", "speaker"),
      told("a", "officials", "unnamed"),
      told("b", "wire", "text"),
    ]),
  ).toEqual([minister, minister, minister, second]);
});

test("texts with a voice in common are one origin: an agency, a body, a sentence in the same words", () => {
  const all = [
    told("a", "spokesman", "speaker", ["government NL"]),
    told("b", "ministry", "speaker", ["government NL"]),
    told("c", "post", "text", ["wire"]),
    told("d", "wire", "text"),
  ];
  expect(new Set(origins(all)).size).toBe(2);
});

test("a text whose sentence leaves open who acts is one with those that say it", () => {
  const act = { words: ["shot"], code: null, objects: [], charge: null, town: null, land: null };
  const [sure, open] = [
    { ...act, actsHere: true },
    { ...act, actsHere: false },
  ];
  const of = (article: string, own: typeof sure): ToldEvent => ({ ...told(article, article, "text"), act: own });
  expect(new Set(origins([of("a", open), of("b", sure), of("c", open)])).size).toBe(1);
  expect(new Set(origins([of("a", sure), of("b", sure), of("c", open)])).size).toBe(2);
  expect(new Set(origins([of("a", open), of("b", open)])).size).toBe(1);
});

test("who denies it keeps an origin of his own, and joins no texts", () => {
  const all = [
    told("a", "tribune", "text"),
    told("a", "rebels", "speaker", ["x"], "denied"),
    told("b", "post", "text", ["x"]),
  ];
  expect(origins(all)).toEqual(["tribune", "rebels", "post"].map((one) => linkId("or", [one])));
});

test("a text denies once too, whoever speaks in it; whoever takes back what he told stays apart", () => {
  const denying = [told("a", "leader", "speaker", [], "denied"), told("a", "Holt", "speaker", [], "not_done")];
  expect(new Set(origins(denying)).size).toBe(1);
  const takenBack = [told("a", "army", "speaker"), told("b", "army", "speaker", [], "denied")];
  expect(origins([...takenBack, told("b", "ministry", "speaker", [], "denied")])).toEqual(
    ["army", "army", "ministry"].map((one) => linkId("or", [one])),
  );
});

test("what earlier days have settled stays, and later texts join it", () => {
  const all = [told("a", "tribune", "text", ["x"]), told("b", "minister", "speaker", ["x"])];
  expect(origins(all, (article) => article === "a")).toEqual([linkId("or", ["tribune"]), linkId("or", ["tribune"])]);
});

test("who tells an event in passing has the origin of those that tell it", () => {
  const passing = (article: string): ToldEvent => ({ ...told(article, article, "text"), voices: [] });
  expect(new Set(origins([passing("a"), told("b", "wire", "text"), passing("c")])).size).toBe(1);
  expect(new Set(origins([told("a", "mail", "text"), told("b", "wire", "text"), passing("c")])).size).toBe(2);
});

test("an act in which nobody is known has one origin, as others may tell of another; but not in a town of that day", () => {
  const signs = { words: ["shot"], code: null, objects: [], charge: null, land: null, actsHere: true };
  const of = (article: string, whom: string, town: string | null = null): ToldEvent => ({
    ...told(article, article, "text"),
    ...{ kind: "action", what: "ASSAULT", who: ["man"], whom: [whom], act: { ...signs, town } },
  });
  expect(new Set(origins([of("a", "woman", "belmar"), of("b", "woman", "belmar")])).size).toBe(2);
  expect(new Set(origins([of("a", "woman"), of("b", "woman")])).size).toBe(1);
  expect(new Set(origins([of("a", "wh_0123456789abcdef"), of("b", "wh_0123456789abcdef")])).size).toBe(2);
});

test("an act of no known day has several origins only where who is known on both its sides", () => {
  const of = (article: string, whom: string, date: string | null): ToldEvent => {
    const one = told(article, article, "text");
    const who = ["wh_0000000000000001"];
    return { ...one, kind: "action", what: "ASSAULT", who, whom: [whom], telling: { ...one.telling, date } };
  };
  const count = (whom: string, date: string | null) =>
    new Set(origins([of("a", whom, date), of("b", whom, date)])).size;
  expect(count("villagers", null)).toBe(1);
  expect(count("villagers", "2031-01-01")).toBe(2);
  expect(count("wh_0000000000000002", null)).toBe(2);
});

test("the origin of a text is whoever tells the event most surely", () => {
  const all = [told("a", "general", "speaker", [], "possible"), told("a", "observers", "unnamed")];
  expect(origins(all)).toEqual(["observers", "observers"].map((one) => linkId("or", [one])));
});
