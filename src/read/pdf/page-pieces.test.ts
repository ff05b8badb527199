import { expect, test } from "vitest";
import { pagePieces } from "./page-pieces.js";

test("typesetters' hyphens and ligatures are the letters that people type", () => {
  const item = (str: string, y: number) => ({
    str,
    transform: [10, 0, 0, 10, 60, y],
    width: 50,
    height: 10,
    fontName: "a",
  });
  const { pieces } = pagePieces(
    [item("infrastruc\u2010", 700), item("di\ufb00erent\u200b", 688), item("well\u2011known", 676)],
    [0, 0, 600, 800],
  );
  expect(pieces.map(({ text }) => text)).toEqual(["infrastruc-", "different", "well-known"]);
});
