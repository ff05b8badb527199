import { describe, expect, test } from "vitest";
import { shippedDenials, shippedWeights } from "../../../test/link/shipped-tables.js";
import { overPropositions } from "./over-propositions.js";
import type { Proposition, Said } from "./propositions.js";

const weights = { weights: shippedWeights, denials: shippedDenials };

describe("a denial", () => {
  test("disputes the claim of another article that it is about", () => {
    const [dispute] = overPropositions([claim], [denial("laying mines in the harbour")], weights);
    expect(dispute?.sides.map(({ position, ends }) => [position, ends.map(({ article }) => article)])).toEqual([
      ["asserts", ["a"]],
      ["denies", ["b"]],
    ]);
  });

  test("does not dispute who says no more than it does", () => {
    const same = said("a", { content: "that it had laid no mines in the harbour", speaker: "the navy" });
    expect(overPropositions([same], [denial("laying mines in the harbour")], weights)).toEqual([]);
  });

  test("disputes nothing of its own speaker", () => {
    expect(overPropositions([{ ...claim, speaker: "Mali" }], [denial("laying mines in the harbour")], weights)).toEqual(
      [],
    );
  });

  test("that tells nothing of its own disputes what its article says that it answers", () => {
    const before = said("b", { content: "that crews had gone ashore", speaker: "an admiral", act: "accuse" });
    const answer = { ...denial("it"), line: "st_2", answers: ["st_1"], spans: [[9, 12]] as const };
    expect(overPropositions([before], [answer], weights)).toHaveLength(1);
  });

  test("that tells nothing of its own disputes nothing of another article", () => {
    const before = said("a", { content: "that crews had gone ashore", speaker: "an admiral", act: "accuse" });
    const eager = { ...weights, denials: new Map([["across", 9]]) };
    expect(overPropositions([before], [denial("it")], eager)).toEqual([]);
  });

  test("that only says “not” disputes nothing that has no more than names in common with it", () => {
    const shut = said("a", { content: "Mali had closed its harbour to ferries", speaker: "a captain" });
    const calm = { ...denial("that Mali would be drawn into war"), act: "say", explicit: false };
    expect(overPropositions([shut], [calm], weights)).toEqual([]);
  });

  test("disputes no shorter telling of its own words", () => {
    const words = "We know the ship, we know the crew and we know who paid for it";
    const longer = { ...denial(`${words}, what we do know is why`), act: "say", explicit: false };
    expect(overPropositions([said("a", { content: words, speaker: "an envoy" })], [longer], weights)).toEqual([]);
  });

  test("disputes nothing that is about something else", () => {
    expect(overPropositions([claim], [denial("that the budget had been cut")], weights)).toEqual([]);
  });

  test("joins the other tellings of what it denies", () => {
    const again = { ...claim, article: "c", content: "that Mali had mined the harbour and laid mines off the port" };
    const [dispute] = overPropositions([claim, again], [denial("laying mines in the harbour")], weights);
    expect(dispute?.sides[0]?.ends.map(({ article }) => article)).toEqual(["a", "c"]);
  });
});

const claim = said("a", { content: "that Mali had laid mines in the harbour", speaker: "a captain" });

function denial(words: string): Proposition {
  const { article, line, story, spans, date } = said("b", {});
  return {
    ...{ article, line, story, stand: "denies", by: "Mali", origin: null, name: "Mali" },
    ...{ words, act: "deny", explicit: true, answers: [], relayed: null, spans, date },
  };
}

function said(article: string, told: Partial<Said>): Said {
  return {
    ...{ article, line: "st_1", story: "sy_1", act: "say", negated: false, content: "" },
    ...{ spans: [[0, 1]], speaker: null, name: told.speaker ?? "", origin: null, date: "2031-03-05" },
    ...told,
  };
}
