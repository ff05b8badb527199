import { describe, expect, test } from "vitest";
import { tourArticle, tourLines, tourMarks, tourStops } from "./tour.js";

describe("the article of the tour", () => {
  test("has the words of every line and field, once", () => {
    const all = tourLines.flatMap(({ words, fields }) => [words, ...fields.map((field) => field.words)]);
    for (const words of all) expect(tourArticle.text.split(words).length, words).toBe(2);
  });

  test("marks what a chosen line was read from, and lines alone where none is chosen", () => {
    const denied = tourLines.find(({ id }) => id === "denied") ?? null;
    const marked = tourMarks(denied).filter(({ role }) => role !== "line");
    expect(marked.map(({ span: [start, end] }) => tourArticle.text.slice(start, end))).toEqual([
      "Irena Sulk",
      "denied",
      "the newspaper Oslovar Today",
      "that foreigners were in danger",
    ]);
    expect(tourMarks(null).every(({ role }) => role === "line")).toBe(true);
  });

  test("has each stop point at a line that there is, or at none", () => {
    const ids = [null, ...tourLines.map(({ id }) => id)];
    for (const { line } of tourStops) expect(ids).toContain(line);
  });
});
