import { describe, expect, test } from "vitest";
import { type State, stateAsWorded, stateRules } from "./state-words.js";

function stateOf(told: string): State {
  const [aspect = "", value = ""] = told.split("/");
  // The examples name states of the record's lists.
  return { aspect, value } as State;
}

function within(sentence: string, [open, close]: readonly [string, string]): string {
  const marked = [...sentence].join("");
  return [...marked.matchAll(new RegExp(`\\${open}([^\\${close}]*)\\${close}`, "g"))]
    .map(([, words = ""]) => words)
    .join(" … ")
    .replace(/[[\]{}]/g, "");
}

describe.each(stateRules.map((rule) => [rule.name, rule] as const))("%s", (_, { examples }) => {
  test.each(examples)("%s of %s is %s", (told, sentence, then) => {
    const words = {
      trigger: within(sentence, ["[", "]"]),
      subject: within(sentence, ["{", "}"]),
      sentence: sentence.replace(/[[\]{}]/g, ""),
      around: sentence.replace(/[[\]{}]/g, ""),
    };
    const state = stateAsWorded(stateOf(told), words);
    expect(state && `${state.aspect}/${state.value}`).toBe(then);
  });
});

test("work that has stopped is closed or suspended as the article says", () => {
  const sentence = "The embassy suspended its work.";
  const words = { trigger: "suspended its work", subject: "the embassy", sentence, around: sentence };
  expect(stateAsWorded({ aspect: "operations", value: "closed" }, words)).toEqual({
    aspect: "operations",
    value: "suspended",
  });
});
