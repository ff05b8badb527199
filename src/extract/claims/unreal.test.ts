import { describe, expect, test } from "vitest";
import { unrealRules } from "./unreal.js";

describe.each(unrealRules.map((rule) => [rule.name, rule] as const))("%s", (_, { examples, verdict }) => {
  test.each(examples)("%s is %s", (sentence, expected) => {
    const [before = "", trigger = "", after = ""] = sentence.split(/[[\]]/);
    expect(verdict({ before, behind: `${trigger}${after}` })).toBe(expected);
  });
});
