import fc from "fast-check";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../../test/temporary-folder.js";
import { openSqliteFile } from "../sqlite/sqlite-file.js";
import { excerptOf, highlighted } from "./mark-words.js";
import { parseMatch } from "./match-query.js";

const path = temporaryFolder();
const bare = (word: string): string => word;

const word = fc.constantFrom("port", "ports", "shut", "the", "quay", "at", "noon", "Vell");
const text = fc
  .array(fc.tuple(word, fc.constantFrom(" ", ", ", ". ", ": ", " — ", "\n")), { minLength: 1, maxLength: 60 })
  .map((parts) => parts.map(([one, between]) => one + between).join(""));
const question = fc.constantFrom(
  '"port"',
  '"port"*',
  '"shut" AND "quay"',
  '"the quay" OR "noon"',
  'title : ("vell")',
  '"at noon at"',
);

test("answers are marked and excerpts chosen as SQLite does", () => {
  const file = openSqliteFile(path("marks.db"), { patience: 0 });
  file.exec("create virtual table words using fts5 (title, text, tokenize = 'unicode61 remove_diacritics 2')");
  const sqlite = file.prepare(`
    select highlight(words, 0, char(2), char(3)) as title, highlight(words, 1, char(2), char(3)) as text,
      snippet(words, -1, char(2), char(3), '…', 8) as excerpt from words where words match ?`);
  // In one transaction, which nothing has to wait for the disk in.
  file.exec("begin");
  let answered = 0;
  fc.assert(
    fc.property(text, text, question, (title, body, asked) => {
      file.exec("delete from words");
      file.prepare("insert into words (title, text) values (?, ?)").run([title, body]);
      const [row] = sqlite.all([asked]);
      if (row === undefined) return;
      answered += 1;
      const match = parseMatch(asked);
      expect({
        title: highlighted(match, "title", title, bare),
        text: highlighted(match, "text", body, bare),
        excerpt: excerptOf(
          match,
          [
            ["title", title],
            ["text", body],
          ],
          8,
          bare,
        ),
      }).toEqual(row);
    }),
    { numRuns: 300 },
  );
  expect(answered).toBeGreaterThan(80);
  file.exec("rollback");
  file.close();
});
