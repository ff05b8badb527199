import type { Article } from "../src/doc/article.js";
import type { ArticleRecord } from "../src/record/record.js";
import type { AnalysedArrival } from "../src/store/add-articles.js";
import { sha256 } from "../src/text/hash.js";

/** How much news there is. */
export interface NewsSize {
  readonly days: number;
  /** Articles a day. */
  readonly perDay: number;
}

/**
 * News of many days made of a few hundred records that were really read: day after day stories of some articles each, wire copies and rewrites among
 * them, and pieces that stand alone. Names, figures, dates and many other words are replaced by others of the same length, the same in all articles of
 * a story, so every span of a record still holds the words that it tells of, and no two stories are copies. The same records and size give the same news.
 */
export function* variedNews(records: readonly ArticleRecord[], { days, perDay }: NewsSize): Generator<DayOfNews> {
  if (records.length === 0) throw new RangeError("Found no records to vary; expected some.");
  const bases = records.filter(hasWholeWords).map(baseOf);
  const words = wordsByShape(bases);
  const planned: Piece[][] = [];
  let stories = 0;
  for (let day = 0; day < days; day++) {
    const today = planned[day] ?? [];
    while (today.length < perDay) {
      const story = stories++;
      for (const piece of piecesOf(story)) {
        const at = day + piece.day;
        if (at === day) today.push(piece);
        else planned[at] = [...(planned[at] ?? []), piece];
      }
    }
    const date = new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10);
    const pieces = today.slice(0, perDay);
    yield { date, articles: () => pieces.map((piece, at) => varied(piece, `${day}-${at}`, date, { bases, words })) };
  }
}

export interface DayOfNews {
  readonly date: string;
  /** Makes them, which takes time. */
  readonly articles: () => readonly AnalysedArrival[];
}

const firstDay = Date.UTC(2030, 0, 1);

/** An article to be written. */
interface Piece {
  readonly story: number;
  /** Which of the story's articles it is. */
  readonly number: number;
  /** Days after the story's first. */
  readonly day: number;
  readonly kind: "first" | "copy" | "rewrite" | "other";
}

/** The articles of a story: a third of all stories have but one, and few have very many. */
function piecesOf(story: number): readonly Piece[] {
  const size = chance(story, "alone") < 0.75 ? 1 : Math.min(80, Math.floor(2 / (1 - chance(story, "size")) ** 0.8));
  return Array.from({ length: size }, (_, number): Piece => {
    if (number === 0) return { story, number, day: 0, kind: "first" };
    const kind = chance(story, "kind", number);
    return {
      ...{ story, number },
      day: Math.min(7, Math.floor(-Math.log(1 - chance(story, "day", number)) * 1.2)),
      kind: kind < 0.45 ? "copy" : kind < 0.9 ? "rewrite" : "other",
    };
  });
}

/** A record with what may be varied of it. */
interface Base {
  readonly record: ArticleRecord;
  /** Words that grammar or tables hang on: they stay. */
  readonly kept: ReadonlySet<string>;
  /** Words of people's names. */
  readonly names: ReadonlySet<string>;
}

/** Whether no span begins or ends inside a word: else the word and the part of it would be replaced by two that do not fit. */
function hasWholeWords({ article, ...claims }: ArticleRecord): boolean {
  const inWord = (at: number): boolean => /^[\p{L}\p{N}]{2}$/u.test(article.text.slice(at - 1, at + 1));
  const holds = (value: unknown, key: string): boolean => {
    if (typeof value !== "object" || value === null) return true;
    if (key === "span" && Array.isArray(value)) return !value.some((at) => inWord(Number(at)));
    return Object.entries(value).every(([name, one]) => holds(one, name));
  };
  return holds(claims, "");
}

function baseOf(record: ArticleRecord): Base {
  const { statements, actions, postures, times, places, entities } = record;
  const kept = [
    ...statements.flatMap(({ cue, hedge }) => [cue?.text, hedge?.text]),
    ...actions.map(({ trigger }) => trigger.text),
    ...postures.flatMap(({ subject }) => subject.text),
    ...times.map(({ text }) => text),
    ...places.flatMap(({ text, name }) => [text, name ?? ""]),
    ...entities.filter(({ kind }) => kind !== "person").map(({ name }) => name),
  ];
  const names = entities.filter(({ kind }) => kind === "person").map(({ name }) => name);
  return { record, kept: new Set(kept.flatMap((text) => wordsOf(text ?? ""))), names: new Set(names.flatMap(wordsOf)) };
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Lower-case words that can stand for one another: of one length and one ending. */
type WordsByShape = ReadonlyMap<string, readonly string[]>;

function wordsByShape(bases: readonly Base[]): WordsByShape {
  const shapes = new Map<string, Set<string>>();
  for (const { record, kept } of bases) {
    for (const word of wordsOf(record.article.text)) {
      if (!isContent(word) || kept.has(word)) continue;
      const shape = shapeOf(word);
      shapes.set(shape, (shapes.get(shape) ?? new Set()).add(word));
    }
  }
  return new Map([...shapes].map(([shape, words]) => [shape, [...words].sort()]));
}

function shapeOf(word: string): string {
  return `${word.length}${word.slice(-2)}`;
}

function isContent(word: string): boolean {
  return /^[a-z]{5,}$/.test(word);
}

interface Material {
  readonly bases: readonly Base[];
  readonly words: WordsByShape;
}

function varied(
  { story, number, kind }: Piece,
  place: string,
  date: string,
  { bases, words }: Material,
): AnalysedArrival {
  const own = kind === "other" ? number : 0;
  const base = bases[Math.floor(chance(story, "base", own) * bases.length)];
  if (base === undefined) throw new RangeError("Found no record at that place.");
  const vary = variation(base, words, { story, number, kind });
  const days = base.record.article.published === null ? 0 : daysBetween(base.record.article.published, date);
  const record = mapped(base.record, { words: vary, dates: (text) => shifted(text, days) });
  const { article } = record;
  const outlet = outletOf(Math.floor(chance(story, "outlet", number) ** 2 * outlets));
  const hour = Math.floor(chance(story, "hour", number) * 24 * 60);
  const clock = `${String(Math.floor(hour / 60)).padStart(2, "0")}:${String(hour % 60).padStart(2, "0")}`;
  const told: Article = {
    ...article,
    ...{
      id: `art_${sha256(`${place} ${article.text}`).slice(0, 16)}`,
      url: `https://${hostOf(outlet)}/${date}/${place}`,
    },
    ...{ outlet, published: hour % 10 < 7 ? `${date}T${clock}:00Z` : date, publishedFrom: "metadata" },
    ...{ sha256: sha256(article.text), messages: [] },
  };
  return {
    arrival: { article: told, input: told.url ?? "", fetched: null },
    analysis: { kind: "record", record: { ...record, article: withoutMessages(told) } },
  };
}

function withoutMessages({ messages: _, ...article }: Article): ArticleRecord["article"] {
  return article;
}

const outlets = 50;

function outletOf(number: number): string {
  const agencies = ["Reuters", "Associated Press", "AFP"];
  return (
    agencies[number] ?? `${altered("Halverstad", 7 * number)} ${["Gazette", "Tribune", "Post", "Mail"][number % 4]}`
  );
}

function hostOf(outlet: string): string {
  return `${outlet.toLowerCase().replaceAll(" ", "-")}.example`;
}

/** One word for another, the same word always for the same. */
type Variation = (word: string) => string;

/** So many sets of people are in the news; the first are in it often. */
const casts = 4_000;

function variation(
  base: Base,
  words: WordsByShape,
  { story, number, kind }: Pick<Piece, "story" | "number" | "kind">,
): Variation {
  const cast = Math.floor(chance(story, "cast") ** 3 * casts);
  const noise = kind === "copy" ? 0.015 : kind === "first" ? 0 : 0.5;
  const known = new Map<string, string>();
  const other = (word: string, seed: readonly (string | number)[]): string => {
    const alike = words.get(shapeOf(word)) ?? [];
    return alike[Math.floor(chance(word, ...seed) * alike.length)] ?? word;
  };
  const vary = (word: string): string => {
    if (/^\d{1,3}$/.test(word))
      return figure(word, chance(word, story), kind === "rewrite" && chance(story, number, word) < 0.15);
    if (base.kept.has(word)) return word;
    if (base.names.has(word)) return cast % 4 === 0 ? word : altered(word, cast);
    if (/^[A-Z][A-Za-z]{3,}$/.test(word)) return chance(word, story, "name") < 0.6 ? altered(word, story) : word;
    if (!isContent(word)) return word;
    const of = chance(word, story) < 0.6 ? other(word, [story]) : word;
    return chance(word, story, number) < noise ? other(of, [story, number]) : of;
  };
  return (word) => {
    const found = known.get(word) ?? vary(word);
    known.set(word, found);
    return found;
  };
}

/** Another number of as many digits. */
function figure(digits: string, at: number, disputed: boolean): string {
  const least = digits.length === 1 ? 1 : 10 ** (digits.length - 1);
  const most = 10 ** digits.length;
  const number = least + Math.floor(at * (most - least));
  return String(disputed ? least + ((number - least + 1) % (most - least)) : number);
}

/** The word with other letters, vowels for vowels. */
function altered(word: string, seed: number): string {
  return word.replace(/[A-Za-z]/g, (letter, at: number) => {
    const lower = letter.toLowerCase();
    const alike = "aeiou".includes(lower) ? "aeiou" : "bdfgklmnprstvz";
    const found = alike[Math.floor(chance(word, seed, at) * alike.length)] ?? lower;
    return letter === lower ? found : found.toUpperCase();
  });
}

/** The record with other words in all that it has from the text, and with other dates. */
function mapped(
  record: ArticleRecord,
  to: { readonly words: Variation; readonly dates: (text: string) => string },
): ArticleRecord {
  const text = (value: string): string => value.replace(/[\p{L}\p{N}]+/gu, to.words);
  const map = (value: unknown, key: string): unknown => {
    if (typeof value === "string") {
      if (fromText.has(key)) return text(value);
      return dated.has(key) ? to.dates(value) : value;
    }
    if (Array.isArray(value)) return typeof value[0] === "number" ? value : value.map((one) => map(one, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, map(one, name)]));
  };
  // The shape is that of the record that came in.
  return map(record, "") as ArticleRecord;
}

const fromText: ReadonlySet<string> = new Set(["text", "name", "title", "of", "chain"]);
const dated: ReadonlySet<string> = new Set(["value", "from", "to"]);

function shifted(text: string, days: number): string {
  return text.replace(/\d{4}-\d\d-\d\d/g, (date) => {
    const at = Date.parse(`${date}T00:00:00Z`);
    return Number.isNaN(at) ? date : new Date(at + days * 86_400_000).toISOString().slice(0, 10);
  });
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from.slice(0, 10))) / 86_400_000);
}

/** A number from 0 to below 1 that follows from what it is asked for: FNV-1a, and the finaliser of MurmurHash3. */
function chance(...of: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const one of of) {
    const text = `${one} `;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
