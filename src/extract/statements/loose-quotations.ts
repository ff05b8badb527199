import type { Quotation, TokenRange } from "../../doc/layers.js";
import type { Words } from "../grammar/words.js";
import { contains, type Draft, overlaps } from "./draft.js";

/** A quotation shorter than this, or without a verb, is a title or a word held at arm's length. */
const fewestWords = 4;

/** The drafts whose sources end before a quotation that stands in them; a nickname in quote marks stays. */
export function withoutQuotedTails(drafts: readonly Draft[], { layers }: Words): Draft[] {
  const spoken = layers.quotations.quotations.filter(({ inner }) => inner.end - inner.first >= fewestWords);
  return drafts.map((draft) => {
    const { source } = draft;
    const tail = source && spoken.find(({ open }) => open !== null && open > source.first && open < source.end);
    return source && tail && tail.open !== null ? { ...draft, source: { first: source.first, end: tail.open } } : draft;
  });
}

/**
 * The drafts with the quotations that none of them holds yet. A quotation that follows one of the same paragraph, or goes on
 * from the paragraph before, belongs to that statement; a paragraph that is nothing but a quotation goes on with the last
 * speaker. Words in scare quotes and titles are left alone.
 */
export function addLooseQuotations(drafts: readonly Draft[], words: Words): Draft[] {
  const all = [...drafts];
  for (const quotation of words.layers.quotations.quotations) {
    if (quotation.depth > 0 || !isSpeech(quotation, words)) continue;
    if (all.some(({ content }) => content.some((part) => overlaps(part, quotation.inner)))) continue;
    const before = lastQuoting(all, words, quotation.inner.first);
    const paragraph = paragraphOf(words, quotation.inner.first);
    if (!paragraph) continue;
    if (before !== null && goesOn(all[before], quotation, paragraph, words)) {
      const draft = all[before];
      if (draft) all[before] = { ...draft, content: [...draft.content, quotation.inner] };
      continue;
    }
    if (before !== null && fillsParagraph(quotation, paragraph, words) && isNext(all[before], paragraph, words)) {
      all.push({ cue: null, source: all[before]?.source ?? null, content: [quotation.inner] });
    }
  }
  return all;
}

function isSpeech({ inner }: Quotation, words: Words): boolean {
  if (inner.end - inner.first < fewestWords) return false;
  for (let i = inner.first; i < inner.end; i++) if (/^(?:VERB|AUX)$/.test(words.upos(i))) return true;
  return false;
}

/** The draft whose quoted content stands last before `token`. */
function lastQuoting(drafts: readonly Draft[], words: Words, token: number): number | null {
  const { state } = words.layers.quotations;
  let best: number | null = null;
  let latest = -1;
  drafts.forEach(({ content }, index) => {
    const last = content.at(-1);
    if (!last || last.end > token || last.end <= latest) return;
    let quoted = false;
    for (let i = last.first; i < last.end && !quoted; i++) quoted = state[i] === 1;
    if (quoted) {
      latest = last.end;
      best = index;
    }
  });
  return best;
}

/** Same paragraph and a sentence of its own or right behind the speaker, or marked as going on from the paragraph before. */
function goesOn(draft: Draft | undefined, quotation: Quotation, paragraph: TokenRange, words: Words): boolean {
  const last = draft?.content.at(-1);
  if (!last) return false;
  if (quotation.continues) return isNext(draft, paragraph, words);
  const opening = quotation.open ?? quotation.inner.first;
  if (!contains(paragraph, last)) return false;
  // “If it rains,” said the captain, “we stay.”
  const told = Math.max(draft?.cue?.end ?? 0, draft?.source?.end ?? 0);
  return words.sentence(opening).first === opening || (told > last.first && told <= opening && opening - told <= 1);
}

function fillsParagraph({ open, close, inner }: Quotation, paragraph: TokenRange, words: Words): boolean {
  const end = (close ?? inner.end - 1) + 1;
  const rest = paragraph.end - end;
  return open === paragraph.first && (rest === 0 || (rest === 1 && /^[.,…]$/.test(words.text(paragraph.end - 1))));
}

/** Whether the draft's last content stands in the paragraph just before. */
function isNext(draft: Draft | undefined, paragraph: TokenRange, words: Words): boolean {
  const last = draft?.content.at(-1);
  const before = paragraphOf(words, paragraph.first - 1);
  return last !== undefined && before !== null && overlaps(before, last);
}

function paragraphOf(words: Words, token: number): TokenRange | null {
  const { sentences, sentenceOf, paragraphs } = words.layers.sentences;
  const sentence = sentences[sentenceOf[token] ?? -1];
  return sentence ? (paragraphs[sentence.paragraph] ?? null) : null;
}
