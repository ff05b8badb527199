import { describe, expect, test } from "vitest";
import { actionCodes } from "./action-codes.js";

const words = "# a comment\n@barrier\tgate|toll bar\n@obstacle\t@barrier|fence\n";
const codes =
  "open\t*\tCONCEDE\taccess\t080\nopen|raise\t@obstacle\tCONCEDE\tlift\t081\nraid|night raid\t*\tASSAULT\t-\t190\n";

describe("the table of codes", () => {
  test("each of a row's words has its code, and what asks for words beside it comes first", () => {
    const found = actionCodes(codes, words);
    expect([...found.keys()]).toEqual(["open", "raise", "raid", "night raid"]);
    expect(found.get("open")?.map(({ mode }) => mode)).toEqual(["lift", "access"]);
  });

  test.each([
    [
      "too few fields",
      "open\tCONCEDE",
      words,
      /Found 2 fields in the row "open \| CONCEDE" of data\/action-codes\.tsv; expected 5/,
    ],
    ["an unknown type", "open\t*\tYIELD\t-\t-", words, /Found "YIELD" in the row .*expected one of AGREE, CONSULT/],
    ["an unknown class", "open\t@doors\tCONCEDE\t-\t-", words, /Found the class @doors/],
    ["a code that is none", "raid\t*\tASSAULT\t-\tx9", words, /Found the CAMEO code "x9" .*action-codes\.tsv/],
    ["a class without its mark", codes, "barrier\tgate", /Found "barrier" .*expected the name of a class/],
    ["no words", codes, "@barrier\tgate||bar", /Found an empty word/],
  ])("%s is refused with its row", (_, table, classes, message) => {
    expect(() => actionCodes(table, classes)).toThrow(message);
  });
});
