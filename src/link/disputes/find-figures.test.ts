import { describe, expect, test } from "vitest";
import { articleToLink } from "../../../test/link/article-to-link.js";
import { agree, countsAlike, type Figure, findFigures } from "./find-figures.js";

const figures = (text: string): readonly string[] =>
  findFigures(articleToLink("a", text).record).map(({ measure, value, bound }) => `${measure} ${bound} ${value}`);

describe("figures", () => {
  test.each([
    ["At least 12 people were killed and 30 wounded.", ["killed at_least 12", "injured exactly 30"]],
    ["The blast struck a depot, killing six workers.", ["killed exactly 6"]],
    ["The death toll rose to 1,045.", ["killed exactly 1045"]],
    ["The number of sailors killed on the ferry rose to six when a cook died.", ["killed exactly 6"]],
    ["A revolt left two prisoners dead.", ["killed exactly 2"]],
    ["Up to 200 people are missing.", ["missing at_most 200"]],
    ["Police arrested about 40 protesters.", ["arrested about 40"]],
    ["Some 3,000 people have been displaced.", ["displaced about 3000"]],
  ])("%s", (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  test.each([
    "No one was hurt.",
    "In 2029 nine people were killed.",
    "Nine people were killed there a year earlier.",
    "Shares of 12 companies fell.",
    "Nearly three hundred soldiers were killed.",
    "She waited 12 hours and died.",
  ])("none in: %s", (text) => {
    expect(figures(text)).toEqual([]);
  });

  test("of groups are not set against those of all people, nor of other groups", () => {
    const [all, guards, others] = ["Nine people died.", "Nine guards died.", "Nine students died."].map(
      (text) => findFigures(articleToLink("a", text).record)[0],
    );
    expect([guards?.counted, others?.counted]).toEqual(["guards", "students"]);
    expect([all, guards].map((one) => one && guards && countsAlike(one, guards))).toEqual([false, true]);
  });

  test("stand over their own words", () => {
    const { record } = articleToLink("a", "A fire broke out. Nine people were killed.");
    expect(findFigures(record).map(({ span }) => record.article.text.slice(...span))).toEqual([
      "Nine people were killed",
    ]);
  });
});

test.each<[Figure["bound"], number, Figure["bound"], number, boolean]>([
  ["exactly", 6, "exactly", 9, false],
  ["at_least", 6, "exactly", 9, true],
  ["exactly", 6, "at_least", 9, false],
  ["at_most", 9, "exactly", 6, true],
  ["about", 100, "exactly", 104, true],
  ["about", 100, "exactly", 160, false],
  ["exactly", 30, "exactly", 300, false],
  ["exactly", 30, "exactly", 301, true],
])("%s %i and %s %i agree: %s", (boundA, a, boundB, b, expected) => {
  const figure = (value: number, bound: Figure["bound"]): Figure => ({
    measure: "killed",
    value,
    bound,
    span: [0, 1],
    text: "",
    counted: null,
    sentence: "",
  });
  expect(agree(figure(a, boundA), figure(b, boundB))).toBe(expected);
  expect(agree(figure(b, boundB), figure(a, boundA))).toBe(expected);
});
