import { describe, expect, test } from "vitest";
import { postureValues } from "../record/kinds.js";
import { plainAct, plainMoment, plainSaying, plainState, plainStatus } from "./plain-words.js";

test("every state has words of its own, without a sign that only a program writes", () => {
  for (const [aspect, values] of Object.entries(postureValues)) {
    for (const value of values) {
      expect(plainState(aspect, value), `${aspect} ${value}`).toMatch(/^[a-z][a-z -]+$/);
    }
  }
  expect(plainState("weather", "very_wet")).toBe("weather very wet");
});

test("acts, sayings and how sure they are", () => {
  expect([plainAct("RETREAT"), plainSaying("deny"), plainSaying("promise"), plainSaying("warn")]).toEqual([
    ...["withdrawal", "denied", "promised", "warned"],
  ]);
  expect([plainStatus("happened"), plainStatus("ongoing"), plainStatus("not_done")]).toEqual([
    null,
    "going on",
    "not done",
  ]);
});

describe("times", () => {
  test.each([
    ["2031-03-04", "4 March 2031"],
    ["2031-03-04TNI", "4 March 2031, night"],
    ["2031-03-04T18:30", "4 March 2031, 18:30"],
    ["2031-W10", "the week of 3 March 2031"],
    ["2031-W01", "the week of 30 December 2030"],
    ["2031-W10-WE", "the weekend of the week of 3 March 2031"],
    ["2031-03", "March 2031"],
    ["2031", "2031"],
    ["a fortnight", "“a fortnight”"],
  ])("%s is %s", (value, words) => {
    expect(plainMoment(value)).toBe(words);
  });
});
