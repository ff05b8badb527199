import { readFileSync } from "node:fs";
import { parseTable } from "../../text/table.js";

/** What words of the table `data/page-words.tsv` are of. */
const kinds = [
  "dialog-name",
  "consent",
  "offer",
  "offer-order",
  "wall",
  "offer-name",
  "refusal-title",
  "error-title",
  "sign-in-title",
  "refusal",
  "plan",
  "aside-name",
  "furniture-name",
  "related-name",
  "interruption",
  "hidden-name",
  "wall-path",
  "meta-date",
  "meta-author",
  "meta-title",
  "meta-site",
] as const;

export type PageWordKind = (typeof kinds)[number];

/**
 * The words of each kind, in the order of the table. Every page is read by them, so they are part of this folder as its code is, and are read
 * from beside it once, when it is loaded.
 */
export const pageWords: Readonly<Record<PageWordKind, readonly string[]>> = parsePageWords(
  readFileSync(new URL("../../../data/page-words.tsv", import.meta.url), "utf8"),
);

function parsePageWords(table: string): Readonly<Record<PageWordKind, readonly string[]>> {
  const rows = parseTable(table);
  const stranger = rows.find(([kind = ""]) => !kinds.some((one) => one === kind));
  if (stranger !== undefined) throw new Error(`page-words.tsv: "${stranger[0]}" is no kind of words`);
  const words = (kind: PageWordKind): readonly string[] =>
    rows.flatMap(([of, word = ""]) => (of === kind ? [word.toLowerCase()] : []));
  return Object.fromEntries(kinds.map((kind) => [kind, words(kind)])) as Record<PageWordKind, readonly string[]>;
}

/** Says of a text whether it has one of the phrases, each from word to word. The text is as {@link phraseText} gives it, here and below. */
export function phraseTest(kind: PageWordKind): (text: string) => boolean {
  return textTest("\\b", kind);
}

/** Says of a text whether one of its sentences begins with one of the phrases, as an order does. */
export function orderTest(kind: PageWordKind): (text: string) => boolean {
  return textTest("(?:^|[.!?:…|–—,]\\s+|\\b(?:or|please|and)\\s+)", kind);
}

function textTest(before: string, kind: PageWordKind): (text: string) => boolean {
  const form = new RegExp(`${before}(?:${alternatives(pageWords[kind])})(?!\\w)`);
  return (text) => form.test(text);
}

/** How many phrases a text has. */
export function phraseCount(kind: PageWordKind): (text: string) => number {
  const form = new RegExp(`\\b(?:${alternatives(pageWords[kind])})(?!\\w)`, "g");
  return (text) => text.match(form)?.length ?? 0;
}

/** A text as phrases are looked for in it. */
export function phraseText(text: string): string {
  return text.toLowerCase().replaceAll("’", "'");
}

/** Says of the classes and id of an element whether one of them ends in one of the names, perhaps with a word for a box behind it: `article-related`, `related-box`. */
export function nameTest(kind: PageWordKind): (names: string) => boolean {
  const names = alternatives(pageWords[kind]);
  const box =
    "(?:[-_]{1,2}(?:box|bar|block|list|items?|links?|wrap|wrapper|container|inner|content|widget|module|section|area|form|buttons?|tools?|modal|prompt|panel))*";
  const form = new RegExp(`(?:^|[\\s_-])(?:${names})${box}(?:--[\\w-]+)?(?=$|\\s)`, "i");
  return (text) => form.test(text);
}

/** Says of the classes and id of an element whether one of them begins with one of the names. */
export function prefixTest(kind: PageWordKind): (names: string) => boolean {
  const form = new RegExp(`(?:^|\\s)(?:${alternatives(pageWords[kind])})`, "i");
  return (names) => form.test(names);
}

/** Says of a heading, a line without its signs, whether it is one of the titles, in which `*` stands for any words. */
export function titleTest(kind: PageWordKind): (title: string) => boolean {
  const form = new RegExp(`^(?:${alternatives(pageWords[kind]).replaceAll("\\*", ".*")})$`, "i");
  return (title) => form.test(plainTitle(title));
}

/** Says of a line of a text the same; a word with a hyphen ("follow-up") is one word there. */
export function lineTest(kind: PageWordKind): (line: string) => boolean {
  const form = new RegExp(`^(?:${alternatives(pageWords[kind]).replaceAll("\\*", ".*")})$`, "i");
  return (line) => form.test(plainTitle(line.replace(/(?<=\p{L})-(?=\p{L})/gu, "")));
}

function plainTitle(title: string): string {
  return title
    .replaceAll("’", "'")
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim();
}

function alternatives(words: readonly string[]): string {
  return words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
}
