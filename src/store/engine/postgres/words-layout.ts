import { spellingInSql } from "../../spelling.js";
import { foldedLetters, separators } from "../words/fold-words.js";

/** No word of any text: it keeps the last word of one column and the first of the next apart, so that no phrase goes across. */
const gap = "~";

/**
 * The tables of words of a record in PostgreSQL. Texts come to them as the words of `foldWords`, which splits and folds as SQLite's full-text search does; the
 * same stemmer, Porter's first, takes endings off. Words of the first column bear the weight A, those of the second B.
 */
export const postgresWords = `
  drop text search configuration if exists record_words;
  drop text search configuration if exists record_names;
  drop text search dictionary if exists record_stems;
  create text search dictionary record_stems (template = snowball, language = porter);
  create text search configuration record_words (parser = default);
  create text search configuration record_names (parser = default);
  alter text search configuration record_words add mapping for ${kindsOfWords()} with record_stems;
  alter text search configuration record_names add mapping for ${kindsOfWords()} with simple;

  create or replace function words_of(configuration regconfig, first text, second text) returns tsvector
    language sql immutable as $$
      select ts_delete(
        setweight(to_tsvector(configuration, first), 'A') || '${gap}:1'::tsvector || setweight(to_tsvector(configuration, second), 'B'),
        '${gap}'
      )
    $$;

  create table line_words (rowid bigint primary key, words tsvector not null);
  create index line_words_found on line_words using gin (words);
  create table article_words (rowid bigint primary key, words tsvector not null);
  create index article_words_found on article_words using gin (words);

  create or replace function plain_words(name text) returns text language sql immutable as $$
    select lower(translate(
      case when octet_length(name) = char_length(name) then name else translate(name, ${translation(separators().others, foldedLetters())}) end,
      ${translation(separators().ascii, { from: "", to: "" })}
    ) collate "C")
  $$;
  create or replace function name_spelt() returns trigger language plpgsql as $$
    begin
      new.folded := ${spellingInSql("new.folded")};
      return new;
    end $$;
  ${namesByWord("known_name", "name_words")}
  ${namesByWord("known_place", "place_words")}`;

/** What the parser may take a word for that has letters and digits alone. */
function kindsOfWords(): string {
  return "asciiword, word, numword, int, uint, float, sfloat, version";
}

function namesByWord(table: "known_name" | "known_place", index: string): string {
  return `
  create table ${index} (rowid bigint primary key, words tsvector not null);
  create index ${index}_found on ${index} using gin (words);
  create or replace function ${index}_added() returns trigger language plpgsql as $$
    begin
      insert into ${index} values (new.key, words_of('record_names', plain_words(new.name), plain_words(new.folded)));
      return null;
    end $$;
  create or replace function ${index}_gone() returns trigger language plpgsql as $$
    begin
      delete from ${index} where rowid = old.key;
      return null;
    end $$;
  create trigger ${index}_spelt before insert on ${table} for each row execute function name_spelt();
  create trigger ${index}_added after insert on ${table} for each row execute function ${index}_added();
  create trigger ${index}_gone after delete on ${table} for each row execute function ${index}_gone();`;
}

/** Arguments of `translate` that make spaces of signs, and other letters of letters. */
function translation(parting: string, { from, to }: ReturnType<typeof foldedLetters>): string {
  return `${quoted(parting + from)}, ${quoted(" ".repeat(parting.length) + to)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
