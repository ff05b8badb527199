import { expect, test } from "vitest";
import { colourStyle } from "./style.js";
import { wrap } from "./wrap.js";

test("lines end before the width, between words", () => {
  expect(wrap("the port was shut on Monday", 12, "  ")).toBe("  the port\n  was shut\n  on Monday");
});

test("a word longer than the line stands alone", () => {
  expect(wrap("an unforeseeable end", 6, "")).toBe("an\nunforeseeable\nend");
});

test("style marks take no room", () => {
  expect(wrap(`${colourStyle("bold", "port")} shut`, 9, "")).toBe(`${colourStyle("bold", "port")} shut`);
});

test("no words make no lines", () => {
  expect(wrap(" \n ", 10, "  ")).toBe("");
});
