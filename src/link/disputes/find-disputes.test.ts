import { describe, expect, test } from "vitest";
import { shippedWeights as weights } from "../../../test/link/shipped-tables.js";
import { overStatements, type Said } from "./find-disputes.js";

describe("a denial", () => {
  test("disputes the claim that it is about", () => {
    const claim = said("a", { content: "that Mali had laid mines in the harbour", speaker: "who reports" });
    expect(overStatements([claim, denial("laying mines in the harbour")], weights)).toHaveLength(1);
  });

  test("does not dispute who says no more than it does", () => {
    const claim = said("a", { content: "that it had laid no mines in the harbour", speaker: "the navy" });
    expect(overStatements([claim, denial("laying mines in the harbour")], weights)).toEqual([]);
  });

  test("disputes a negative claim where it is negative itself", () => {
    const claim = said("a", { content: "that no mines lay in the harbour", speaker: "an admiral" });
    expect(overStatements([claim, denial("that no mines lay in the harbour")], weights)).toHaveLength(1);
  });

  test("of everything is one of nothing in particular", () => {
    const claim = said("a", { content: "They bought everything", speaker: "a shopkeeper" });
    expect(overStatements([claim, denial("everything")], weights)).toEqual([]);
  });
});

function denial(content: string): Said {
  return said("b", { content, act: "deny", speaker: "Mali" });
}

function said(article: string, told: Partial<Said>): Said {
  return {
    article,
    line: "st_1",
    story: "sy_1",
    act: "say",
    negated: false,
    content: "",
    spans: [[0, 1]],
    speaker: null,
    origin: null,
    date: "2031-03-05",
    ...told,
  };
}
