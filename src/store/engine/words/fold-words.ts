/** A word of a text: where it stands, and how it is looked for. */
export interface FoldedWord {
  readonly start: number;
  readonly end: number;
  /** In small letters, without the accents of Latin letters. */
  readonly word: string;
}

/**
 * The words of a text as SQLite's full-text search splits and folds them (`unicode61 remove_diacritics 2`): letters and digits make a word, whatever stands
 * between parts two, and accents of Latin letters do not count. Letters that are younger than SQLite's own list may be folded otherwise.
 */
export function foldedWords(text: string): readonly FoldedWord[] {
  return [...text.matchAll(wordForm)].flatMap(({ 0: written, index }) => {
    const word = folded(written);
    return word === "" ? [] : [{ start: index, end: index + written.length, word }];
  });
}

/** The same words with a space between them. */
export function foldWords(text: string): string {
  return folded(text).replace(betweenWords, " ");
}

/**
 * The words as PostgreSQL's stemmer has to be given them: it takes the s off a word of two letters, which SQLite's leaves alone, and gives the same of `use`.
 */
export function forStemmer(words: string): string {
  return words.replace(/(?<![^ ])[aeiou]s(?![^ ])/g, "$&e");
}

/** The accents that SQLite takes for a part of the word that they stand in. */
const accents = String.raw`\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331`;
const accent = new RegExp(`^[${accents}]$`);
const wordForm = new RegExp(String.raw`(?:[\p{L}\p{N}\p{Co}]|[${accents}])+`, "gu");
const betweenWords = /[^\p{L}\p{N}\p{Co}]+/gu;

function folded(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, letter).toLowerCase();
}

const letters = new Map<string, string>();

function letter(written: string): string {
  const known = letters.get(written);
  if (known !== undefined) return known;
  const made = foldLetter(written);
  letters.set(written, made);
  return made;
}

function foldLetter(written: string): string {
  if (accent.test(written)) return "";
  const like = lookalikes.get(written);
  if (like !== undefined) return like;
  const bare = written.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  if (/^[A-Za-z]$/.test(bare)) return bare.toLowerCase();
  // A letter that becomes two would move what follows.
  const small = written.toLowerCase();
  return [...small].length === 1 ? small : written;
}

/** Other forms of one letter. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  [..."µſςϐϑϕϖϰϱϵ"].map((form, at) => [form, "μsσβθφπκρε"[at] ?? form] as const),
);

/** Letters beyond ASCII that are folded to others, for PostgreSQL's `translate`: the accents at the end of `from` have nothing in `to` and are dropped. */
export function foldedLetters(): { readonly from: string; readonly to: string } {
  const pairs: [string, string][] = [];
  let accents = "";
  for (let code = 0x80; code < 0x2000; code++) {
    const written = String.fromCodePoint(code);
    const read = foldLetter(written);
    if (read === "") accents += written;
    else if (read !== written && /\p{L}/u.test(written)) pairs.push([written, read]);
  }
  return { from: pairs.map(([from]) => from).join("") + accents, to: pairs.map(([, to]) => to).join("") };
}

/** What parts words in names; of the signs beyond ASCII those of writing alone. */
export function separators(): { readonly ascii: string; readonly others: string } {
  return { ascii: signs(0x01, 0x7f), others: signs(0x80, 0x2070) + signs(0x3000, 0x303f) };
}

function signs(first: number, end: number): string {
  let found = "";
  for (let code = first; code < end; code++) {
    const sign = String.fromCodePoint(code);
    if (/[\p{P}\p{S}\p{Z}\p{C}\p{Mn}]/u.test(sign) && !/[\p{Cn}\p{Co}]/u.test(sign) && !accent.test(sign))
      found += sign;
  }
  return found;
}
