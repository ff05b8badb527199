import { expect, test } from "vitest";
import { comparedTexts } from "./compared-texts.js";

const before = "A title\n\nThe harbour was shut on Monday.\n\nThe end.";
const after = "A title\n\nThe harbour was shut on Tuesday.\n\nA correction.\n\nThe end.";

test("a changed word and a new paragraph are what changed", () => {
  const changed = comparedTexts(before, after)
    .flat()
    .filter(({ kind }) => kind !== "same");
  expect(changed).toEqual([
    { kind: "out", text: " Monday." },
    { kind: "in", text: " Tuesday." },
    { kind: "in", text: "A correction." },
  ]);
});

test("both texts can be read off it", () => {
  const rows = comparedTexts(before, after);
  const read = (not: string): string =>
    rows
      .map((row) =>
        row
          .filter(({ kind }) => kind !== not)
          .map(({ text }) => text)
          .join(""),
      )
      .filter(Boolean)
      .join("\n\n");
  expect(read("in")).toBe(before);
  expect(read("out")).toBe(after);
});
