import { foldInSql } from "../../spelling.js";

/** Words are found whatever their ending and their accents: "evacuate" finds "evacuated", "Zoe" finds "Zoë". */
const tokeniser = "tokenize = 'porter unicode61 remove_diacritics 2'";

/** An index of the words that names in a table begin with, as they are written and in one spelling; the database itself keeps it. */
function namesByWord(table: "known_name" | "known_place", index: string): string {
  return `
    create virtual table ${index} using fts5 (
      name, folded, content = '${table}', content_rowid = 'key', prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
    );
    create trigger ${index}_added after insert on ${table} begin
      ${foldInSql(table, "new.key")}
      insert into ${index} (rowid, name, folded) select key, name, folded from ${table} where key = new.key;
    end;
    create trigger ${index}_gone after delete on ${table} begin
      insert into ${index} (${index}, rowid, name, folded) values ('delete', old.key, old.name, old.folded);
    end;`;
}

/** The full-text tables of a record in SQLite. */
export const sqliteWords = `
  create virtual table line_words using fts5 (who, what, content = 'line', content_rowid = 'key', ${tokeniser});
  create virtual table article_words using fts5 (title, text, content = 'version', content_rowid = 'key', ${tokeniser});
  ${namesByWord("known_name", "name_words")}
  ${namesByWord("known_place", "place_words")}`;
