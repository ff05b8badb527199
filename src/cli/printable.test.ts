import { expect, test } from "vitest";
import { messageLine, ownControls, printable } from "./printable.js";
import { colourStyle } from "./style.js";

const hostile = "\x1b]0;owned\x07 \x9b31m \u202egnp.exe\u202c \x00\x7f\r\x85 quay";

test("what a terminal would obey is shown as a sign or an escape, and words, tabs and ends of lines stay", () => {
  expect(printable(hostile)).toBe(
    "\u241b]0;owned\u2407 \\u009b31m \\u202egnp.exe\\u202c \u2400\\u007f\u240d\\u0085 quay",
  );
  expect(printable("Zoë’s\tquay\n\u200fשלום")).toBe("Zoë’s\tquay\n\u200fשלום");
});

test("colours of our own reach it, and none that stand in the words", () => {
  const shown = printable(`${colourStyle("red", "\x1b[32mquay\x1b[0m")}${ownControls("\r\x1b[K")}`);
  expect(shown).toBe("\x1b[31m\u241b[32mquay\u241b[0m\x1b[39m\r\x1b[K");
});

test("JSON keeps its value, and holds nothing that a terminal would obey", () => {
  const json = printable(JSON.stringify({ text: hostile }, null, 2));
  expect(JSON.parse(json)).toEqual({ text: hostile });
  expect(json).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
});

test("a message is one line whatever it quotes, and a page keeps its lines", () => {
  expect(messageLine("sitrep: page\r\nadded 9 articles: this is binary data\n")).toBe(
    "sitrep: page added 9 articles: this is binary data\n",
  );
  expect(messageLine("Quay shut\n\nShips wait.\n")).toBe("Quay shut\n\nShips wait.\n");
});
