import { expect, test } from "vitest";
import type { Action } from "../../record/action.js";
import type { ArticleRecord } from "../../record/record.js";
import { type ActSigns, isOneWord, isOtherAct, isSameAct, namesOneObject, toldAct } from "./same-act.js";

function act(words: string, objects: readonly string[] | null = [], more: Partial<ActSigns> = {}): ActSigns {
  return {
    words: words.split(" "),
    code: null,
    objects: objects?.map((head) => ({ head, count: null })) ?? null,
    charge: null,
    town: null,
    land: null,
    actsHere: true,
    ...more,
  };
}

test.each([
  ["close", "closing", true],
  ["seize", "seizure", true],
  ["evacuate", "evacuation", true],
  ["destroy", "destruction", true],
  ["close", "clash", false],
  ["hand", "handle", true],
  ["arrest", "arrive", false],
])("%s and %s are forms of one word: %s", (one, other, is) => expect(isOneWord(one, other)).toBe(is));

test("acts are one by their words, or by their code where they are of one object", () => {
  expect(isSameAct(act("closed", ["embassy"]), act("closing", ["embassy"]), true)).toBe(true);
  expect(isSameAct(act("closed", ["embassy"]), act("destroyed", ["weapons"]), true)).toBe(false);
  const [kidnapped, abducted] = [
    act("kidnapped", ["pupils"], { code: "181" }),
    act("abducted", ["pupils"], { code: "181" }),
  ];
  expect(isSameAct(kidnapped, abducted, true)).toBe(true);
  expect(isSameAct(kidnapped, act("abducted", [], { code: "181" }), true)).toBe(false);
});

test("what is done to others, to another number of them or in another town is another act", () => {
  expect(isOtherAct(act("killed", ["pilot"]), act("killed", ["hostage"]))).toBe(true);
  const counted = (count: string): ActSigns => act("killed", null, { objects: [{ head: "hostages", count }] });
  expect(isOtherAct(counted("three"), counted("another"))).toBe(true);
  expect(isOtherAct(act("killed", ["guard"], { town: "karsk" }), act("killed", ["guard"], { town: "oslovar" }))).toBe(
    true,
  );
  expect(isOtherAct(act("killed", ["guard"]), act("killed"))).toBe(false);
  expect(isOtherAct(act("seized", ["pilot"], { land: "NL" }), act("seized", ["pilot"], { land: "SE" }))).toBe(true);
  expect(isOtherAct(act("seized", ["girls"]), act("seized", ["schoolgirls"]))).toBe(false);
});

test("nobody joins an act whose objects are unsure, nor one only announced to one that is done without an object in common", () => {
  expect(isSameAct(act("deal", null), act("deal", ["rebels"]), true)).toBe(false);
  expect(isSameAct(act("talks"), act("talks"), false)).toBe(false);
  expect(isSameAct(act("close", ["border"]), act("closed", ["border"]), false)).toBe(true);
});

test("names that begin alike are of two people, and somebody who could be anybody is whom others say more of too", () => {
  expect(isOtherAct(act("seized", ["Harden"]), act("seized", ["Hardwick"]))).toBe(true);
  expect(isOtherAct(act("seized", ["Embassy"]), act("seized", ["embassies"]))).toBe(false);
  const anybody = (said: readonly string[]): ActSigns =>
    act("hit", null, { objects: [{ head: "woman", count: null, said }] });
  expect(isOtherAct(anybody(["elderly"]), anybody([]))).toBe(true);
  expect(isOtherAct(anybody(["elderly"]), anybody(["elderly", "blind"]))).toBe(false);
});

test("two accusations are one where they charge with the same", () => {
  const accuses = (charge: string): ActSigns => act("accuses", ["militia"], { charge: charge.split(" ") });
  expect(isSameAct(accuses("shelling harbour karsk"), accuses("shelled harbour market"), true)).toBe(true);
  expect(isSameAct(accuses("shelling harbour karsk"), accuses("blocking grain convoy"), true)).toBe(false);
});

test("an act of violence told without its object is not known to be another's", () => {
  const told = (recipients: readonly string[]): ActSigns =>
    toldAct(
      {
        ...{
          type: "COERCE",
          trigger: { text: "seized", lemma: "seize", span: [0, 6] },
          cameo: null,
          place: null,
          actors: [],
        },
        evidence: [[0, 6]],
        recipients: recipients.map((text) => ({ text, entity: null })),
      } as unknown as Action,
      { entities: [], places: [], article: { text: "" } } as unknown as ArticleRecord,
    );
  expect(isSameAct(told(["some boats"]), told([]), true)).toBe(false);
  expect(isSameAct(told(["some boats"]), told(["the boats"]), true)).toBe(true);
});

test("two objects of one noun have one name only where both are named by it", () => {
  expect(namesOneObject(act("join", ["forces"]), act("join", ["Forces"]))).toBe(false);
  expect(namesOneObject(act("join", ["Forces"]), act("join", ["Forces"]))).toBe(true);
});
