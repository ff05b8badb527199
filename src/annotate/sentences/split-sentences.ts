import type { Sentence, SentenceLayer, TokenLayer, TokenRange } from "../../doc/layers.js";
import { quoteMark } from "../../doc/quote-marks.js";

const terminal = /^(?:[.?!]|\.{2,}|…+)$/;
const dash = /^(?:[—–―]|--)$/;
const closingBracket = /^[)\]}]$/;
const openingBracket = /^[([{]$/;
const startsSentence = /^[\p{Lu}\p{Lt}\p{N}]/u;

/** Abbreviations with a point that stand before a name or a number, so that a capital behind them starts no sentence. */
const titleLike =
  /^(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Hon|Messrs|Mme|Mlle|St|Mt|Ft|Gen|Maj|Col|Lt|Cmdr|Cdr|Capt|Sgt|Cpl|Pvt|Adm|Brig|Gov|Det|Insp|Supt|Sec|Sens?|Reps?|Pres|Amb|Min|Dep|Asst|Ass't|Nos?|vs|cf|ca|approx|est|viz|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|\p{Lu})\.$/iu;

/** Words that open a sentence more often than they go on after "U.S." or "p.m.". */
const opensSentence =
  /^(?:The|A|An|In|On|At|But|And|It|He|She|They|We|I|This|That|These|Those|His|Her|Their|Its|There|When|While|After|As|If|For|So|Yet|Some|Many|Most|No|Not|Last|Since|However|Mr\.|Mrs\.|Ms\.|What|Who|Why|How|One|Two|To|By|With|From|Under|Both|Other|Another|Nobody|Nothing|None|Everyone|Everybody|Somebody|Someone|Neither|Each)$/;

/** A single letter is an initial ("George W. Bush") unless what stands behind it is nobody's surname ("went over to Plan B. The …"). */
const initial = /^\p{Lu}\.$/u;
const surname = /^(?:A|An|I|He|So|How|No|On|To|By|Many|Long|Yet|One|Two|Last|Mr\.|Mrs\.|Ms\.)$/;

const saysAfterQuote = /^(?:said|says|asked|asks|added|wrote|cried|shouted|told|demanded|replied|wondered)$/;

/**
 * Paragraphs and sentences over the tokens of `text`. A sentence ends at a full stop, question or exclamation mark or an
 * ellipsis, or a dash that breaks off a quotation, with the quote marks and brackets that close behind it, before a word that
 * can start one; a paragraph's end always ends one. Written for news prose: titles, initials, `U.S.` and a cue after `?”` do not split.
 * What has no end in sight is cut, so that no step behind this one meets a sentence or a paragraph of any length.
 */
export function splitSentences(text: string, tokens: TokenLayer): SentenceLayer {
  const paragraphs: TokenRange[] = [];
  const sentences: Sentence[] = [];
  const sentenceOf = new Uint32Array(tokens.length);
  for (const block of splitParagraphs(text, tokens)) {
    let [first, opening] = [block.first, block.first];
    const isDialogue = dash.test(wordAt(text, tokens, block.first));
    for (let i = block.first; i < block.end; i++) {
      const end = sentenceEnd(text, tokens, i, Math.min(block.end, first + longestSentence), isDialogue);
      sentenceOf[i] = sentences.length;
      if (end === null) continue;
      for (let k = i; k < end; k++) sentenceOf[k] = sentences.length;
      sentences.push({ first, end, paragraph: paragraphs.length });
      first = end;
      i = end - 1;
      if (end < block.end && end - opening < longestParagraph) continue;
      paragraphs.push({ first: opening, end });
      opening = end;
    }
  }
  return { sentences, paragraphs, sentenceOf };
}

/** In tokens: several times the longest sentence of any newspaper, and a page and a half without a paragraph. */
const longestSentence = 400;
const longestParagraph = 2000;

/** The end of the sentence that token `i` closes, or `null` where it closes none. In a dialogue a dash opens what somebody says, as a quote mark does. */
function sentenceEnd(text: string, tokens: TokenLayer, i: number, limit: number, isDialogue: boolean): number | null {
  if (i + 1 >= limit) return limit;
  const word = wordAt(text, tokens, i);
  const abbreviated = word.length > 1 && word.endsWith(".") && !terminal.test(word);
  const brokenOff = dash.test(word) && closesHere(text, tokens, i + 1);
  if (!terminal.test(word) && !abbreviated && !brokenOff) return null;
  let end = i + 1;
  while (end < limit && (terminal.test(wordAt(text, tokens, end)) || closesHere(text, tokens, end))) end++;
  if (end >= limit) return limit;
  let next = end;
  while (next < limit - 1 && (opensHere(text, tokens, next) || (isDialogue && dash.test(wordAt(text, tokens, next)))))
    next++;
  const following = wordAt(text, tokens, next);
  if (!startsSentence.test(following)) return null;
  if (abbreviated && end === i + 1 && next === end) {
    const last = initial.test(word) && !surname.test(following);
    if (titleLike.test(word) && !last) return null;
    return opensSentence.test(following) ? end : null;
  }
  if (tokens.start[end] === tokens.end[end - 1] && end === i + 1) return null;
  if (end > i + 1 && next === end && word !== "." && attributedBehind(text, tokens, end, limit)) return null;
  return end;
}

/** A mark behind a full stop belongs to the sentence before it when no space parts them, and the mark does not open what follows. */
function closesHere(text: string, tokens: TokenLayer, i: number): boolean {
  const word = wordAt(text, tokens, i);
  if (tokens.start[i] !== tokens.end[i - 1]) return false;
  if (closingBracket.test(word)) return true;
  const mark = quoteMark(word);
  return mark !== null && (mark.side !== "open" || /^\s?$/.test(text.charAt(tokens.end[i] ?? 0)));
}

function opensHere(text: string, tokens: TokenLayer, i: number): boolean {
  const word = wordAt(text, tokens, i);
  return openingBracket.test(word) || quoteMark(word) !== null;
}

/** `“Why now?” Brandt asked`: a speaker and a cue within four tokens go on with the sentence. */
function attributedBehind(text: string, tokens: TokenLayer, from: number, limit: number): boolean {
  for (let i = from + 1; i < Math.min(from + 5, limit); i++) {
    if (saysAfterQuote.test(wordAt(text, tokens, i))) return true;
  }
  return false;
}

function splitParagraphs(text: string, tokens: TokenLayer): TokenRange[] {
  const width = wrappedAt(text);
  const paragraphs: TokenRange[] = [];
  let first = 0;
  for (let i = 1; i <= tokens.length; i++) {
    if (i < tokens.length && !breaksBefore(text, tokens, i, width)) continue;
    paragraphs.push({ first, end: i });
    first = i;
  }
  return tokens.length === 0 ? [] : paragraphs;
}

/** Whether a paragraph ends before token `i`: at a line's end; in a text of wrapped lines at a blank line, or where the word would have had room. */
function breaksBefore(text: string, tokens: TokenLayer, i: number, width: number | null): boolean {
  const end = tokens.end[i - 1] ?? 0;
  const gap = text.slice(end, tokens.start[i]);
  if (width === null || !gap.includes("\n")) return gap.includes("\n");
  const line = end - (text.lastIndexOf("\n", end - 1) + 1);
  const word = /^\S*/.exec(text.slice(tokens.start[i], tokens.end[i + 3]))?.[0] ?? "";
  return /\n[^\S\n]*\n/.test(gap) || line + 1 + word.length + ragged < width;
}

/** Wrapped lines end this much before their width, give or take. */
const ragged = 15;

/**
 * The width at which single line ends are mere wrapping: there are blank lines, and most lines that are not the last of their block
 * stop near it. `null` where every line end counts.
 */
function wrappedAt(text: string): number | null {
  if (!/\n[^\S\n]*\n/.test(text)) return null;
  const inner = text.split(/\n[^\S\n]*\n/).flatMap((block) => block.split("\n").slice(0, -1));
  if (inner.length < 3) return null;
  const widest = inner.reduce((most, line) => Math.max(most, line.length), 0);
  const full = inner.filter((line) => line.length > widest - 25).length;
  return widest <= 120 && full >= 0.7 * inner.length ? widest : null;
}

function wordAt(text: string, tokens: TokenLayer, i: number): string {
  return text.slice(tokens.start[i], tokens.end[i]);
}
