import { describe, expect, test } from "vitest";
import { type Marked, markedParagraphs } from "./marks.js";

const text = "Title here\n\nShe said it was shut.";

function mark(line: string, words: string): Marked {
  const start = text.indexOf(words);
  return { line, role: "words", span: [start, start + words.length] };
}

describe("markedParagraphs", () => {
  test("loses no word, whatever lies over it", () => {
    const marks = [mark("a", "said it was"), mark("b", "was shut"), mark("c", "She said it was shut.")];
    const [title, body] = markedParagraphs(text, marks);
    expect(title?.stretches.map((one) => one.text)).toEqual(["Title here"]);
    expect(body?.stretches.map((one) => one.text).join("")).toBe("She said it was shut.");
  });

  test("gives each stretch all marks over it, the closest first", () => {
    const marks = [mark("long", "She said it was shut."), mark("short", "was shut")];
    const stretch = markedParagraphs(text, marks)[1]?.stretches.find((one) => one.text === "was shut");
    expect(stretch?.marks.map(({ line }) => line)).toEqual(["short", "long"]);
  });

  test("cuts a mark that runs over a paragraph's end", () => {
    const marks: Marked[] = [{ line: "a", role: "evidence", span: [6, 15] }];
    const paragraphs = markedParagraphs(text, marks);
    expect(paragraphs.map(({ stretches }) => stretches.filter((one) => one.marks.length > 0)[0]?.text)).toEqual([
      "here",
      "She",
    ]);
  });

  test("counts from an offset, as a passage of a text does", () => {
    const [only] = markedParagraphs("it was shut", [mark("a", "was")], text.indexOf("it was"));
    expect(only?.stretches.map((one) => one.text)).toEqual(["it ", "was", " shut"]);
  });
});
