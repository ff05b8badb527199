import { expect, test } from "vitest";
import { temporaryFolder } from "../../../../test/temporary-folder.js";
import { openSqliteFile } from "../sqlite/sqlite-file.js";
import { foldedWords, foldWords } from "./fold-words.js";

const path = temporaryFolder();

/** The words that SQLite's full-text search takes of each text. */
function wordsOfSqlite(texts: readonly string[]): readonly (readonly string[])[] {
  const file = openSqliteFile(path("words.db"), { patience: 0 });
  file.exec(`
    drop table if exists seen; drop table if exists words;
    create virtual table words using fts5 (x, tokenize = 'unicode61 remove_diacritics 2');
    create virtual table seen using fts5vocab (words, 'instance')`);
  file.exec("begin");
  for (const [at, text] of texts.entries()) file.prepare("insert into words (rowid, x) values (?, ?)").run([at, text]);
  file.exec("commit");
  const rows = file.rows("select doc, term from seen order by doc, offset") as { doc: number; term: string }[];
  file.close();
  return texts.map((_, at) => rows.filter(({ doc }) => doc === at).map(({ term }) => term));
}

test("words are split and folded as SQLite does", () => {
  const texts = [
    "Zoë Müller-Lüdenscheidt’s 3 visits to São Tomé, in 2031.",
    "U.S.-led talks; “Kyїv” and КИЇВ, ÉCOLE école e\u0301cole",
    "Ελλάδα ΕΛΛΆΔΑΣ · straße ½ x² 中文字 العَرَبية",
    "",
    " — … ",
  ];
  expect(texts.map((text) => foldedWords(text).map(({ word }) => word))).toEqual(wordsOfSqlite(texts));
  expect(texts.map((text) => foldWords(text).split(" ").filter(Boolean))).toEqual(wordsOfSqlite(texts));
});

test("so is every letter of Latin, Greek and Cyrillic, but for a few that are younger than SQLite's list", () => {
  const letters = Array.from({ length: 0x530 - 0x21 }, (_, at) => String.fromCodePoint(at + 0x21));
  const known = letters.filter((letter) => /[\P{Cn}]/u.test(letter) && !/\p{Cn}/u.test(letter));
  const texts = known.map((letter) => `a${letter}b`);
  const theirs = wordsOfSqlite(texts);
  const ours = texts.map((text) => foldedWords(text).map(({ word }) => word));
  const others = known.filter((_, at) => ours[at]?.join(" ") !== theirs[at]?.join(" "));
  expect(others.length).toBeLessThan(20);
  expect(others.join("")).not.toMatch(/[a-zA-Z0-9À-ſА-я]/);
});

test("a word says where it stands", () => {
  const text = "At Zürich’s lake";
  expect(foldedWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(["At", "Zürich", "s", "lake"]);
});
