import fc from "fast-check";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../test/temporary-folder.js";
import { openSqliteFile } from "../engine/sqlite/sqlite-file.js";
import { wordsQuery } from "./words-query.js";

const path = temporaryFolder();

test.each([
  ["visa appointments", '"visa" AND "appointments"'],
  ['"visa appointments" cut', '"visa appointments" AND "cut"'],
  ["embass*", '"embass"*'],
  ["OR NOT NEAR(who:x", '"OR" AND "NOT" AND "NEAR(who:x"'],
  ["– quay –", '"quay"'],
  ["quay\0side", '"quay" AND "side"'],
  ['an "open mark', '"an" AND "open" AND "mark"'],
])("%j asks for %j", (asked, query) => {
  expect(wordsQuery(asked)).toBe(query);
});

test("a column holds for all of the words", () => {
  expect(wordsQuery("Ada Lenz", "who")).toBe('who : ("Ada" AND "Lenz")');
});

test.each(["", "   ", "!?", '""', "***"])("%j has no word in it", (asked) => {
  expect(wordsQuery(asked)).toBeNull();
});

test("nothing that a person can type is an error", () => {
  const file = openSqliteFile(path("words.db"), { patience: 0 });
  file.exec("create virtual table words using fts5 (who, what)");
  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: fc.constantFrom(..."ab\"'*:()^-+{} \0") }));
  fc.assert(
    fc.property(text, fc.constantFrom("who" as const, undefined), (asked, column) => {
      const query = wordsQuery(asked, column);
      if (query !== null) expect(file.rows("select rowid from words where words match ?", query)).toEqual([]);
    }),
  );
  file.close();
});
