import { quotationsNear, rangeContains } from "../../doc/find-ranges.js";
import type { Quotation, TokenRange } from "../../doc/layers.js";
import { quoteMark } from "../../doc/quote-marks.js";
import type { Content } from "../../record/statement.js";
import type { Span } from "../../text/span.js";
import { datelineEnd } from "../grammar/clause.js";
import type { Words } from "../grammar/words.js";
import { contains, type Draft } from "./draft.js";

/**
 * What was said, in the article's words. Outer quote marks are left out and marks inside a mixed content stay; a quotation over
 * several paragraphs has a span in each. A quotation around the cue is another's: only marks behind it make the content quoted.
 */
export function contentOf({ cue, content }: Draft, words: Words): Content {
  const bare = content
    .flatMap((range) => byParagraph(range, words))
    .map((range) => behindDateline(range, words))
    .filter(({ first, end }) => end > first)
    .map((range) => unpairedAt(range, words) ?? withoutOuterMarks(range, words))
    .filter(({ first, end }) => end > first);
  const around = cue === null ? 0 : near(cue, words).filter(({ inner }) => contains(inner, cue)).length;
  const parts = bare.map((part) => withoutStrangeComma(part, around, words));
  const spans = parts.map((part) => words.span(part));
  const unpaired = content.map((range) => unpairedAt(range, words));
  const quoted = parts
    .flatMap((part) => [
      ...near(part, words).map(({ depth, inner }) => depth === around && intersect(part, inner)),
      ...unpaired.map((range) => range && intersect(part, range)),
    ])
    .filter((range) => range !== false && range !== null);
  return {
    spans,
    quoted: quoted.map((range) => words.span(range)).sort((a, b) => a[0] - b[0]),
    text: parts.map((part) => words.slice(part)).join(" "),
    form: formOf(parts, quoted, words),
  };
}

/** The range without what it has of a dateline: "DOHA/MOGADISHU (Reuters) - ", "KESTREL, Belmar — ". */
function behindDateline({ first, end }: TokenRange, words: Words): TokenRange {
  const sentence = words.sentence(first);
  const start = datelineEnd(sentence.first, sentence.end, words);
  const isDateline =
    words.text(start - 2) === ")" || (start > sentence.first && opensInCapitals(sentence.first, words));
  return isDateline ? { first: Math.min(end, Math.max(first, start)), end } : { first, end };
}

/** A word in capitals that opens its paragraph. */
function opensInCapitals(first: number, words: Words): boolean {
  const opens = first === 0 || words.sentence(first - 1).paragraph !== words.sentence(first).paragraph;
  return opens && /^\p{Lu}{3,}$/u.test(words.text(first));
}

/**
 * What stands behind a mark at the start that nothing closes, with the comma at its end, as within marks, or before a mark at the end that nothing
 * opens; `null` without such a mark.
 */
function unpairedAt({ first, end }: TokenRange, words: Words): TokenRange | null {
  const isStray = (token: number) => isStrayMark(token, words);
  if (isStray(first)) return { first: first + 1, end: words.text(end) === "," ? end + 1 : end };
  if (end - first > 1 && isStray(end - 1)) return { first, end: end - 1 };
  return isStray(end) && words.text(end - 1) === "," ? { first, end } : null;
}

/** A quote mark without a partner, and no apostrophe. */
function isStrayMark(token: number, words: Words): boolean {
  if (words.layers.quotations.state[token] === 2 || /^['’]$/.test(words.text(token))) return false;
  return quoteMark(words.text(token)) !== null;
}

/** The range without a comma at its end that is the outer sentence's: one inside marks of its own belongs to the words quoted. */
function withoutStrangeComma(range: TokenRange, around: number, words: Words): TokenRange {
  const last = range.end - 1;
  if (words.text(last) !== "," || last === range.first) return range;
  const own = near(range, words).some(({ depth, inner }) => depth === around && last < inner.end);
  const stray = isStrayMark(range.first - 1, words) || isStrayMark(range.end, words);
  return own || stray ? range : { first: range.first, end: last };
}

/** The range without the quote marks at its ends whose partner does not stand inside it. */
function withoutOuterMarks(read: TokenRange, words: Words): TokenRange {
  const { state } = words.layers.quotations;
  // `„We stay“, she said`: the comma behind the mark is the outer sentence's.
  const { first } = read;
  const end = words.text(read.end - 1) === "," && state[read.end - 2] === 2 ? read.end - 1 : read.end;
  const quotations = near({ first, end }, words);
  const partner = (mark: number) => {
    const pair = quotations.find(({ open, close }) => open === mark || close === mark);
    return pair?.open === mark ? (pair.close ?? pair.inner.end) : (pair?.open ?? -1);
  };
  let range = { first, end };
  for (;;) {
    const { first: from, end: to } = range;
    if (to <= from) return range;
    const opens = state[from] === 2;
    const closes = state[to - 1] === 2;
    if (opens && (partner(from) === to - 1 || !rangeContains(range, partner(from)))) {
      range = { first: from + 1, end: partner(from) === to - 1 ? to - 1 : to };
    } else if (closes && !rangeContains(range, partner(to - 1))) range = { first: from, end: to - 1 };
    else return range;
  }
}

function byParagraph(range: TokenRange, { layers }: Words): TokenRange[] {
  const { paragraphs, sentences, sentenceOf } = layers.sentences;
  const numberOf = (token: number) => sentences[sentenceOf[token] ?? 0]?.paragraph ?? 0;
  return paragraphs
    .slice(numberOf(range.first), numberOf(range.end - 1) + 1)
    .map((paragraph) => intersect(range, paragraph))
    .filter((part) => part !== null);
}

function near(range: TokenRange, { layers }: Words): readonly Quotation[] {
  return quotationsNear(range, layers.quotations, layers.sentences);
}

/** The tokens of both, `null` where there are none. */
function intersect(a: TokenRange, b: TokenRange): TokenRange | null {
  const range = { first: Math.max(a.first, b.first), end: Math.min(a.end, b.end) };
  return range.end > range.first ? range : null;
}

function formOf(parts: readonly TokenRange[], quoted: readonly TokenRange[], words: Words): Content["form"] {
  let inside = 0;
  let outside = 0;
  for (const { first, end } of parts) {
    for (let i = first; i < end; i++) {
      if (!/[\p{L}\p{N}]/u.test(words.text(i)) || (i === first && words.lower(i) === "that")) continue;
      if (quoted.some((range) => i >= range.first && i < range.end)) inside++;
      else outside++;
    }
  }
  if (inside === 0) return "indirect";
  return outside === 0 ? "direct" : "mixed";
}

/** The stretches that a statement rests on: whole sentences, joined where they follow one another. */
export function sentencesOf(ranges: readonly TokenRange[], words: Words): Span[] {
  const { sentences, sentenceOf } = words.layers.sentences;
  const numbers = new Set<number>();
  for (const { first, end } of ranges) for (let i = first; i < end; i++) numbers.add(sentenceOf[i] ?? 0);
  const found: TokenRange[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const sentence = sentences[number];
    const last = found.at(-1);
    if (!sentence) continue;
    if (last?.end === sentence.first) found[found.length - 1] = { first: last.first, end: sentence.end };
    else found.push(sentence);
  }
  return found.map((range) => words.span(range));
}
