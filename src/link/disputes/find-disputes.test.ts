import { describe, expect, test } from "vitest";
import { articleToLink } from "../../../test/link/article-to-link.js";
import { shippedWeights } from "../../../test/link/shipped-tables.js";
import { overFigures, type ToldFigure } from "./find-disputes.js";
import { findFigures } from "./find-figures.js";

/** The figures of a text, each given by somebody else. */
function givenIn(text: string, isSaid = true): readonly ToldFigure[] {
  return findFigures(articleToLink("a", text).record).map((figure, at) => {
    return { ...{ article: "a", story: "sy_1", origin: `or_${at}`, date: "2031-03-05" }, isSaid, figure };
  });
}

describe("numbers that two people give side by side", () => {
  const text = "Six deaths were counted, the mayor said. The mill said that it knew of two deaths.";

  test("are in dispute, however they are worded", () => {
    const [dispute] = overFigures(givenIn(text), shippedWeights);
    expect(dispute?.sides.map(({ position }) => position)).toEqual(["2", "6"]);
  });

  test("are none where the article gives them itself", () => {
    expect(overFigures(givenIn(text, false), shippedWeights)).toEqual([]);
  });

  test("are none where one follows the other", () => {
    const grown = "At first six deaths were counted, the mayor said. Later the mill spoke of nine deaths.";
    expect(overFigures(givenIn(grown), shippedWeights)).toEqual([]);
  });
});
