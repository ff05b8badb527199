import { rangeAt } from "../../doc/find-ranges.js";
import type { Quotation, TokenRange } from "../../doc/layers.js";
import type { Words } from "../grammar/words.js";
import { holdsWord } from "./cue-and-content.js";
import { type Draft, overlaps } from "./draft.js";
import { completeSources } from "./sources.js";
import type { StatementLexicon } from "./statement-lexicon.js";

/** Tokens that may stand between a quotation and its cue: a speaker with a title, or whom it was told to. */
const farthest = 12;

/**
 * The drafts with each quotation left to one of them. It goes to the cue beside it; else, of those that hold it, to the nearest in its own
 * sentence, before it in its paragraph, behind it there, or in the paragraph before. With it goes what the others took of that sentence.
 */
export function shareQuotations(drafts: readonly Draft[], words: Words, lexicon: StatementLexicon): Draft[] {
  const { quotations } = words.layers.quotations;
  let shared = [...drafts];
  for (const quotation of quotations) {
    if (quotation.depth > 0) continue;
    const stretch = withMarks(quotation);
    const holders = shared.filter((draft) => holds(draft, quotation));
    const beside = shared.filter((draft) => draft.cue !== null && isBeside(draft.cue, quotation, words, lexicon));
    const owner = nearestOf(beside, quotation, words) ?? nearestOf(holders, quotation, words);
    if (owner === null) continue;
    shared = shared.flatMap((draft) => {
      if (draft === owner) return holders.includes(draft) ? [draft] : [withQuotation(draft, quotation)];
      if (!holders.includes(draft) || draft.cue === null || overlaps(words.sentence(draft.cue.first), quotation.inner))
        return [draft];
      return without(draft, stretch, words);
    });
  }
  return shared;
}

/**
 * The drafts with those of cues that the encoder passed over behind a quotation: `“Since when?” she asked.` Without them the quotation would be taken
 * for the words of whoever was quoted before it.
 */
export function addCuesBehindQuotations(drafts: readonly Draft[], words: Words, lexicon: StatementLexicon): Draft[] {
  const cued = new Set(drafts.flatMap(({ cue }) => (cue ? [words.sentence(cue.first).first] : [])));
  const found = words.layers.quotations.quotations.flatMap(({ depth, close, inner }): Draft[] => {
    const ends = /^[,?!…—–]$/.test(words.text(inner.end - 1)) || (close !== null && words.text(close + 1) === ",");
    const sentence = words.sentence(inner.end - 1);
    if (depth > 0 || close === null || !ends || cued.has(sentence.first)) return [];
    for (let i = close + 1; i < Math.min(close + farthest, sentence.end); i++) {
      if (words.upos(i) !== "VERB") continue;
      return isSaying(words.lemma(i), lexicon)
        ? [{ cue: { first: i, end: i + 1 }, source: null, content: [inner] }]
        : [];
    }
    return [];
  });
  return [...drafts, ...completeSources(found, words).filter(({ source }) => source !== null)];
}

function isSaying(lemma: string, lexicon: StatementLexicon): boolean {
  const act = lexicon.acts.get(lemma);
  return act !== undefined && act !== "other" && act !== "believe";
}

function holds({ cue, content }: Draft, { inner }: Quotation): boolean {
  return (cue === null || !overlaps(cue, inner)) && content.some((part) => overlaps(part, inner));
}

function withQuotation(draft: Draft, { inner }: Quotation): Draft {
  return { ...draft, content: [...draft.content, inner].sort((a, b) => a.first - b.first) };
}

/** The draft without a quotation and what it took outside quotations of other sentences than its cue's; none where nothing is left of it. */
function without(draft: Draft, stretch: TokenRange, words: Words): Draft[] {
  const home = words.sentence(draft.cue?.first ?? 0);
  const isOwn = (token: number) =>
    !(token >= stretch.first && token < stretch.end) &&
    (words.layers.quotations.state[token] !== 0 || (token >= home.first && token < home.end));
  const content = draft.content.flatMap((part) => stretchesOf(part, isOwn)).filter((part) => holdsWord(part, words));
  return content.length === 0 ? [] : [{ ...draft, content }];
}

function stretchesOf({ first, end }: TokenRange, isKept: (token: number) => boolean): TokenRange[] {
  const found: TokenRange[] = [];
  for (let i = first; i < end; i++) {
    const last = found.at(-1);
    if (!isKept(i)) continue;
    if (last?.end === i) found[found.length - 1] = { first: last.first, end: i + 1 };
    else found.push({ first: i, end: i + 1 });
  }
  return found;
}

/** Whether the cue introduces the quotation or follows it, with nothing but its speaker, hearers and times between: `“No,” the mayor said`. */
function isBeside(
  cue: TokenRange,
  { open, close, inner }: Quotation,
  words: Words,
  lexicon: StatementLexicon,
): boolean {
  if (!isSaying(words.lemma(words.top(cue)), lexicon)) return false;
  const behind = close !== null && cue.first > close && cue.first - close <= farthest;
  const before = open !== null && cue.end <= open && open - cue.end <= farthest && /^[,:]$/.test(words.text(open - 1));
  if (behind && !/^[,?!.…—–]$/.test(words.text(inner.end - 1)) && words.text(close + 1) !== ",") return false;
  if (!behind && !before) return false;
  const gap = behind ? { first: close + 1, end: cue.first } : { first: cue.end, end: open ?? cue.end };
  if (!overlaps(words.sentence(cue.first), inner)) return false;
  for (let i = gap.first; i < gap.end; i++) {
    if (words.layers.quotations.state[i] !== 0 || words.upos(i) === "VERB" || words.upos(i) === "CCONJ") return false;
  }
  return true;
}

function nearestOf(drafts: readonly Draft[], quotation: Quotation, words: Words): Draft | null {
  const ranked = drafts.map((draft) => ({ draft, rank: distanceTo(draft.cue, quotation, words) }));
  return ranked.toSorted((a, b) => a.rank - b.rank)[0]?.draft ?? null;
}

/** How far a cue is from a quotation, in tokens; any in its sentence is nearer than any in its paragraph, and one before it than one behind. */
function distanceTo(cue: TokenRange | null, { inner }: Quotation, words: Words): number {
  if (cue === null) return Number.POSITIVE_INFINITY;
  const { paragraphs } = words.layers.sentences;
  const isBefore = cue.end <= inner.first;
  const gap = isBefore ? inner.first - cue.end : cue.first - inner.end;
  const sentence = words.sentence(cue.first);
  if (overlaps(sentence, inner)) return gap;
  const sameParagraph = rangeAt(paragraphs, cue.first) === rangeAt(paragraphs, inner.first);
  return gap + 10_000 * (1 + (isBefore ? 0 : 1) + (sameParagraph ? 0 : 2));
}

function withMarks({ open, close, inner }: Quotation): TokenRange {
  return { first: open ?? inner.first, end: (close ?? inner.end - 1) + 1 };
}
