import { expect, test } from "vitest";
import { printable } from "./printable.js";
import { openProgress } from "./progress.js";

function watched(interactive: { errors: boolean; output: boolean }) {
  const told: string[] = [];
  const effects = {
    errors: { interactive: interactive.errors, colours: false, columns: 80 },
    output: { interactive: interactive.output, colours: false, columns: 80 },
    report: (text: string) => {
      told.push(printable(text));
    },
  };
  return { told, effects };
}

test("counts the articles, with their number where it is known", () => {
  const { told, effects } = watched({ errors: true, output: false });
  openProgress(3, effects).advance();
  expect(told).toEqual(["\r0 of 3 articles read", "\r1 of 3 articles read"]);
  told.length = 0;
  openProgress(null, effects).advance();
  expect(told).toEqual(["\r0 articles read", "\r1 article read"]);
});

test.each([
  ["one article", 1, { errors: true, output: false }],
  ["records on the same screen", 3, { errors: true, output: true }],
  ["nobody watching", 3, { errors: false, output: false }],
])("is silent with %s", (_, total, interactive) => {
  const { told, effects } = watched(interactive);
  openProgress(total, effects).advance();
  expect(told).toEqual([]);
});
