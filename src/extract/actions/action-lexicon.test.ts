import { describe, expect, test } from "vitest";
import { type ActionTables, actionLexicon, toneOf } from "./action-lexicon.js";

const tables: ActionTables = {
  classes: "# a comment\n@barrier\tgate|toll bar\n@obstacle\t@barrier|fence\n",
  verbs: "open|@lift\t@obstacle\tCONCEDE\taccess\t081\nopen\t*\tSUPPORT\t-\t-\n".replace("@lift", "raise"),
  nouns: "raid|night raid\tASSAULT\t-\t190\tactor\n",
  frames: "refuse\tREJECT\tREJECT\tREJECT\tnot_done\tsubject\n",
};

describe("the tables of actions", () => {
  test("a class stands for its words, and the pattern that asks most comes first", () => {
    const { verbs } = actionLexicon(tables);
    expect(verbs.get("raise")).toHaveLength(1);
    expect(verbs.get("open")?.map(({ object }) => object.kind)).toEqual(["words", "any"]);
  });

  test("a line that is added is found", () => {
    const verbs = `${tables.verbs}barricade\t@barrier\tPROTEST\tobstruct\t144\n`;
    expect(actionLexicon({ ...tables, verbs }).verbs.get("barricade")?.[0]?.kind).toMatchObject({
      type: "PROTEST",
      mode: "obstruct",
      cameo: "144",
    });
  });

  test("a topic is any object, and only says what the act is about", () => {
    const verbs = `${tables.verbs}discuss\t:topic\tCONSULT\t-\t040\n`;
    expect(actionLexicon({ ...tables, verbs }).verbs.get("discuss")?.[0]?.object).toEqual({ kind: "any", topic: true });
  });

  test.each([
    [
      "too few fields",
      { verbs: "open\tCONCEDE" },
      /Found 2 fields in the row "open \| CONCEDE" of data\/action-verbs\.tsv; expected 5/,
    ],
    ["an unknown type", { verbs: "open\t*\tYIELD\t-\t-" }, /Found "YIELD" in the row .*expected one of AGREE, CONSULT/],
    ["an unknown class", { verbs: "open\t@doors\tCONCEDE\t-\t-" }, /Found the class @doors/],
    ["a code that is none", { nouns: "raid\tASSAULT\t-\tx9\tactor" }, /Found the CAMEO code "x9" .*action-nouns\.tsv/],
    [
      "an unknown role",
      { nouns: "raid\tASSAULT\t-\t190\tvictim" },
      /Found "victim" .*expected one of actor, recipient/,
    ],
    ["an unknown status", { frames: "refuse\t-\t-\t-\tmaybe\tsubject" }, /Found "maybe" .*action-frames\.tsv/],
    ["a class without its mark", { classes: "barrier\tgate" }, /Found "barrier" .*expected the name of a class/],
    ["no words", { classes: "@barrier\tgate||bar" }, /Found an empty word/],
    ["a noun's type without a noun", { verbs: "open\t*\tsame\t-\t-" }, /Found the type "same"/],
  ])("%s is refused with its row", (_, wrong, message) => {
    expect(() => actionLexicon({ ...tables, ...wrong })).toThrow(message);
  });
});

test("asking is friendly and refusing is hostile", () => {
  expect([toneOf("REQUEST"), toneOf("REJECT")]).toEqual(["friendly", "hostile"]);
});
