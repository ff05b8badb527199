import fc from "fast-check";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.js";
import { openSqliteFile } from "./engine/sqlite/sqlite-file.js";
import { foldedSpelling, foldInSql } from "./spelling.js";

const path = temporaryFolder();

test.each([
  ["Zelensky", "Zelenskyy", "Zelenskiy", "Selenskyj"],
  ["Mohammed", "Muhammad", "Mohamed"],
  ["Hezbollah", "Hizbollah"],
  ["Kiev", "Kyiv"],
  ["Qasim", "Kasim"],
])("%s and %s are one name", (...spellings) => {
  expect(new Set(spellings.map(foldedSpelling)).size).toBe(1);
});

test.each([
  ["Biden", "Baden"],
  ["Norland", "Ardland"],
  ["Lenz", "Lens Island"],
])("%s is not %s", (one, other) => {
  expect(foldedSpelling(one)).not.toBe(foldedSpelling(other));
});

test("the database folds as the program does", () => {
  const file = openSqliteFile(path("names.db"), { patience: 0 });
  file.exec("create table name (key integer primary key, folded text not null)");
  const words = fc.string({ unit: fc.constantFrom(..."abcdefghijkmopqrstuwxyz zkhghdhsctouyii"), maxLength: 30 });
  fc.assert(
    fc.property(words, (name) => {
      file.exec(`delete from name; insert into name values (1, lower('${name}')); ${foldInSql("name", "1")}`);
      expect(file.prepare("select folded from name").all([])).toEqual([{ folded: foldedSpelling(name) }]);
    }),
    { numRuns: 30 },
  );
  file.close();
});
