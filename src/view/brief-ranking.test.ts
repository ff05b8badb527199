import { describe, expect, test } from "vitest";
import type { Dispute } from "../link/disputes/find-disputes.js";
import type { DisputeId } from "../link/link-id.js";
import type { DatedStatement } from "../store/queries/told-in-period.js";
import {
  compareDisputes,
  isCommitting,
  rankStatements,
  type StatementScale,
  sameStatements,
  saysTheSame,
  standingOf,
} from "./brief-ranking.js";

const titles = new Set(["minister", "admiral", "spokesman"]);
const scale: StatementScale = { titles, news: () => 1 };

const voiceOf = (facts: Partial<DatedStatement["voice"]> = {}): DatedStatement["voice"] => ({
  ...{ naming: "named", kind: "person", titles: [], form: "indirect", quoted: false, confidence: 1 },
  ...facts,
});

function said(content: string, facts: Partial<DatedStatement> = {}): DatedStatement {
  return {
    ...{ id: `a/${content}`, article: "a", act: "say", negated: false, speaker: "wh_sulk", origin: "or_sulk" },
    ...{ by: "speaker", story: "sy", content, day: "2031-03-04", spans: [], voice: voiceOf() },
    ...facts,
  };
}

describe("how much it matters who speaks", () => {
  const titled = (...held: readonly string[]) => standingOf(said("so", { voice: voiceOf({ titles: held }) }), titles);

  test.each([
    ["Foreign Minister", 3],
    ["admiral", 3],
    ["Minister of Finance", 3],
    ["goalkeeper", 2],
    ["former foreign minister", 2],
    ["retired admiral", 2],
    ["ex-minister", 2],
    ["shadow minister", 2],
    ["Formerly", 2],
  ])("%s: %i", (title, standing) => {
    expect(titled(title)).toBe(standing);
  });

  test("of several titles the best counts, and one office more than what somebody was before", () => {
    expect(titled("former minister", "admiral")).toBe(3);
    expect(titled()).toBe(2);
  });

  test.each<[string, Partial<DatedStatement>, number]>([
    ["a government", { voice: voiceOf({ kind: "government" }) }, 3],
    ["an army", { voice: voiceOf({ kind: "military" }) }, 3],
    ["an armed group", { voice: voiceOf({ kind: "armed_group" }) }, 3],
    ["a club", { voice: voiceOf({ kind: "organization" }) }, 2],
    ["somebody whom an outlet does not name", { by: "unnamed" }, 1],
    ["somebody of no known kind", { voice: voiceOf({ kind: null }) }, 1],
    ["an outlet's own voice", { by: "text" }, 0],
    ["a crowd", { voice: voiceOf({ naming: "collective" }) }, 0],
    ["nobody", { speaker: null }, 0],
    ["words that nobody is told to say", { voice: voiceOf({ naming: null }) }, 0],
  ])("%s", (_, facts, standing) => {
    expect(standingOf(said("so", facts), titles)).toBe(standing);
  });
});

describe("statements in order", () => {
  const ranked = (...statements: readonly DatedStatement[]) =>
    rankStatements(sameStatements(statements), scale).map(({ group }) => group.shown.content);
  const of = (speaker: string, content: string, facts: Partial<DatedStatement> = {}) =>
    said(content, { speaker, origin: `or_${speaker}`, ...facts });

  test("the weightiest goes first, and the first told of equals", () => {
    const words = "that boats were seen near the quay";
    expect(
      ranked(
        of("a", "that it was raining on the quay"),
        of("b", "that no boat had ever been sunk", { act: "deny" }),
        of("d", words),
        of("d", words, { article: "b" }),
        of("e", "that the ferry was late once more"),
      ),
    ).toEqual([
      "that no boat had ever been sunk",
      words,
      "that it was raining on the quay",
      "that the ferry was late once more",
    ]);
  });

  test.each([
    ["read", "say", "the decision on the northern weir"],
    ["has seen", "believe", "a wave of attacks on ferries in recent years"],
    ["said", "say", "something that should shake the council"],
    ["confirmed", "confirm", "it as proof against rain and frost"],
  ] as const)("a thing alone is nothing that is said: %s", (_, act, content) => {
    expect(ranked(of("a", content, { act }))).toEqual([]);
  });

  test("what only names what was said is left out, unless it is the speaker's own", () => {
    expect(ranked(of("a", "its own statement"))).toEqual([]);
    expect(ranked(of("a", "not one step", { voice: voiceOf({ quoted: true }) }))).toEqual(["not one step"]);
    expect(ranked(of("a", "no more of this"))).toEqual(["no more of this"]);
  });
});

describe("one statement", () => {
  test("is shown in the first own words of the speaker, and counts each origin once", () => {
    const told = said("that the old quay would stay open");
    const direct = said("the old quay would stay open", { article: "b", voice: voiceOf({ form: "direct" }) });
    const [group, ...others] = sameStatements([told, direct, { ...told, article: "c", origin: "or_aide" }]);
    expect(others).toEqual([]);
    expect(group?.shown).toBe(direct);
    expect(group).toMatchObject({ told: [{}, {}, {}], origins: 2 });
  });

  test.each([
    ["the quay will stay open until night falls", "the quay will stay open until night, she said", true],
    ["the quay will stay open until night falls", "the quay will be mined before any ship sails", false],
    ["shut it now", "shut it now", true],
    ["shut it now", "shut that now", false],
    ["we go", "no", false],
    ["", "", false],
  ])("%j and %j: %s", (a, b, same) => {
    expect(saysTheSame(a, b)).toBe(same);
    expect(saysTheSame(b, a)).toBe(same);
  });
});

test("to deny, threaten or demand commits; to say, to ask and not to have said do not", () => {
  const committing = [
    "deny",
    "threaten",
    "order",
    "warn",
    "confirm",
    "accuse",
    "demand",
    "promise",
    "condemn",
  ] as const;
  for (const act of committing) expect(isCommitting(said("so", { act })), act).toBe(true);
  for (const act of ["say", "believe", "ask", "praise", "other"] as const) {
    expect(isCommitting(said("so", { act })), act).toBe(false);
  }
  expect(isCommitting(said("so", { act: "deny", negated: true }))).toBe(false);
});

test("a statement weighs more by what it commits to, its speaker's office, each article that tells it, and how likely it is right and news", () => {
  const weight = (facts: Partial<DatedStatement>, articles: readonly string[] = ["a"], news = scale.news) => {
    const told = articles.map((article) => said("that the quay was shut", { ...facts, article }));
    return rankStatements(sameStatements(told), { titles, news })[0]?.weight ?? 0;
  };
  const plain = weight({});
  expect(weight({ act: "deny" })).toBeGreaterThan(weight({ act: "accuse" }));
  expect(weight({ act: "accuse" })).toBeGreaterThan(plain);
  expect(weight({ act: "ask" })).toBeLessThan(plain);
  expect(weight({ voice: voiceOf({ titles: ["minister"] }) })).toBeGreaterThan(plain);
  expect(weight({ by: "unnamed" })).toBeLessThan(plain);
  expect(weight({}, ["a", "b"])).toBeGreaterThan(plain);
  expect(weight({}, ["a", "a"])).toBe(plain);
  expect(weight({ voice: voiceOf({ confidence: 0.5 }) })).toBe(weight({}, ["a"], () => 0.5));
  expect(weight({ voice: voiceOf({ confidence: 0.5 }) })).toBeLessThan(plain);
});

test("the dispute with more voices comes first, of those with as many the less settled, of equals by id", () => {
  const dispute = (id: string, ...sides: readonly (readonly string[])[]): Dispute => ({
    ...{ id: id as DisputeId, kind: "statement", about: "", reason: "" },
    sides: sides.map((origins) => ({ position: "", ends: [], origins })),
  });
  const even = dispute("di_even", ["a", "b"], ["c", "d"]);
  const lopsided = dispute("di_lop", ["a", "b", "c"], ["d"]);
  const small = dispute("di_small", ["a"], ["b"]);
  const shared = dispute("di_shared", ["a", "b"], ["a", "b"]);
  const first = dispute("di_1", ["a"], ["b"]);
  expect([small, lopsided, shared, first, even].sort(compareDisputes).map(({ id }) => id)).toEqual([
    "di_even",
    "di_lop",
    "di_shared",
    "di_1",
    "di_small",
  ]);
});
