import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateInText } from "./date-in-text.js";

describe("dateInText", () => {
  test.each([
    "OSLOVAR, March 3, 2031 (Meridian) — The dam held.",
    "Harbour dam holds\n\nOSLOVAR, Ardland, 3 March 2031 - The dam held.",
    "Harbour dam holds\n\nMarch 3, 2031 -- The dam held.",
    "Port Belmar, Monday, Mar. 3, 2031 -- The dam held.",
  ])("reads a dateline: %s", (text) => {
    expect(dateInText(text)).toEqual({ published: "2031-03-03", from: "dateline" });
  });

  test.each([
    "Harbour dam holds\n\nPublished: 3 March 2031\n\nThe dam held.",
    "Harbour dam holds\nBy Ada Brandt, March 3, 2031\n\nThe dam held.",
    "Harbour dam holds\n\nMonday, 3 March 2031, 10:22 GMT\n\nThe dam held.",
    "2031-03-03\n\nThe dam held.",
  ])("reads a line of its own: %s", (text) => {
    expect(dateInText(text)).toEqual({ published: "2031-03-03", from: "text" });
  });

  test.each([
    "The dam held on March 3, 2031, and again in May.",
    "OSLOVAR, March 3 (Meridian) — The dam held.",
    "OSLOVAR, February 30, 2031 — The dam held.",
    "Published: 3 March 2031\nOSLOVAR, March 4, 2031 — The dam held.",
    "One\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix\n\n3 March 2031",
    "",
  ])("is null without one that is full, at the head and alone: %s", (text) => {
    expect(dateInText(text)).toBeNull();
  });

  test("reads any text, and of its lines the first six alone", () => {
    const head = "One\n\nTwo\nThree\nFour\nFive\n3 March 2031\n";
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        dateInText(text);
        expect(dateInText(`${head}${text}`)).toEqual({ published: "2031-03-03", from: "text" });
      }),
    );
    for (const part of ["By a ", "A, ", "May 1", "\n", "12 "]) expect(dateInText(part.repeat(200_000))).toBeNull();
  });
});
