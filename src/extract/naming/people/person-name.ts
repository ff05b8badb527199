import type { EntityLexicons, Gender } from "../entity-lexicons.js";
import { plain } from "../plain.js";

/** A person's name in its words, as {@link plain} gives them. */
export interface PersonName {
  readonly words: readonly string[];
  /** What stood in quote marks inside the name. */
  readonly nickname: string | null;
  /** "sr" and "jr" are two people of one name; `null` where the name tells neither. */
  readonly suffix: string | null;
}

const suffixes = new Set(["jr", "sr", "ii", "iii", "iv"]);

/** The number of a king or a pope: "Margrethe I". Malcolm X is no tenth. */
const regnal = /\s(?:I|V|VI{1,3}|IX|XI{1,3}|XIV|XV|XVI|XX?III?|XX)$/;
const nicknamePattern = /\s*["“‘(]([^"”’)]+)["”’)]\s*/u;

export function personName(text: string): PersonName {
  const nickname = nicknamePattern.exec(text)?.[1] ?? null;
  const number = regnal.exec(text)?.[0].trim().toLowerCase() ?? null;
  const bare = text.replace(nicknamePattern, " ").replace(regnal, "");
  const all = plain(bare.replace(/\b(al|el|ul)-/giu, "")).split(" ");
  const words = all.filter((word, at) => word !== "" && !suffixes.has(word) && !isArticle(word, at, all));
  const suffix = number ?? (all.length > 1 ? (all.find((word) => suffixes.has(word)) ?? null) : null);
  return { words, nickname: nickname === null ? null : plain(nickname), suffix };
}

/** "al" of "Majed al Ansari", but not of "Al Gore". */
function isArticle(word: string, at: number, words: readonly string[]): boolean {
  return at > 0 && at < words.length - 1 && /^(?:al|el|ul)$/.test(word);
}

/** The name without a nickname and a suffix's comma, for print: "Joe Doyle" of `Joe “Red” Doyle`. */
export function printedName(text: string): string {
  return text
    .replace(nicknamePattern, " ")
    .replace(/\s+/gu, " ")
    .replace(/['’]s?$/u, "")
    .trim();
}

/** The gender that the given name tells, `null` where it tells none. */
export function genderOf({ words }: PersonName, lexicons: EntityLexicons): Gender | null {
  const [given] = words;
  return (words.length > 1 && given !== undefined && lexicons.givenNames.get(given)?.gender) || null;
}

/**
 * How well the shorter name can stand for the person of the longer: 3 the same name, 2 the surname, 1 a given name, a nickname or
 * other words of it, 0 not at all.
 */
export function nameFit(short: PersonName, full: PersonName, lexicons: EntityLexicons): 0 | 1 | 2 | 3 {
  if (areNamesakes(short, full)) return 0;
  if (short.words.join(" ") === full.words.join(" ")) return 3;
  if (short.words.length > 1 && full.words.length > 1) return sameFullName(short, full, lexicons) ? 3 : 0;
  if (short.words.length >= full.words.length) return 0;
  const called = calledBy(full);
  if (endsWith(called, short.words)) return 2;
  return full.nickname === short.words.join(" ") || contains(full.words, short.words) ? 1 : 0;
}

/** Two of one name: "Jr." and "Sr.", the first king and the second. */
export function areNamesakes(a: PersonName, b: PersonName): boolean {
  return a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix;
}

/** The words whose end is the name that somebody goes by alone: of "Hamad bin Jassem" what stands before his father's name, or that with "bin". */
function calledBy({ words }: PersonName): readonly string[] {
  const of = words.findIndex((word, at) => at > 0 && /^(?:bin|bint|ibn)$/.test(word));
  return of > 0 && of + 2 === words.length && words.length > 2 ? words.slice(0, of) : words;
}

function sameFullName(a: PersonName, b: PersonName, lexicons: EntityLexicons): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (contains(long, short)) return true;
  if (short.at(-1) !== long.at(-1)) return false;
  const given = short.slice(0, -1);
  const others = long.slice(0, -1);
  return given.every((word) => others.some((other) => sameGiven(word, other, lexicons)));
}

function sameGiven(a: string, b: string, { givenNames }: EntityLexicons): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0);
  const bases = givenNames.get(b)?.base;
  return [...(givenNames.get(a)?.base ?? [])].some((base) => bases?.has(base));
}

function endsWith(words: readonly string[], end: readonly string[]): boolean {
  return end.every((word, i) => words[words.length - end.length + i] === word);
}

function contains(words: readonly string[], part: readonly string[]): boolean {
  return words.some((_, at) => part.every((word, i) => words[at + i] === word));
}
