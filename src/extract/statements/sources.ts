import type { TokenRange } from "../../doc/layers.js";
import { quoteMark } from "../../doc/quote-marks.js";
import { nounPhrase } from "../grammar/noun-phrase.js";
import { type Token, topOf } from "../grammar/token.js";
import type { Words } from "../grammar/words.js";
import { type Draft, overlaps } from "./draft.js";

const relativePronoun = /^(?:who|whom|which|that)$/i;

/**
 * The drafts with the sources that the sentence's own grammar gives: a relative pronoun stands for what it refers back to; a
 * cue without a source takes its verb's subject, the agent of a passive, or the subject of the verb that it is joined to.
 */
export function completeSources(drafts: readonly Draft[], words: Words): Draft[] {
  return drafts.map((read) => {
    const draft = withSourceOfItsSentence(read, words);
    if (draft.source && isSpokenOf(draft.source, draft.cue, words)) {
      return { ...draft, source: null };
    }
    if (draft.source) {
      const antecedent = antecedentOf(draft.source, words);
      return { ...draft, source: withoutTail(antecedent ?? draft.source, words) };
    }
    if (draft.cue === null) return draft;
    return { ...draft, source: subjectOf(draft.cue, draft, words) };
  });
}

/**
 * The draft with a source in one sentence, the cue's where it has a part there: what stands across its end (a byline, a headline) is somebody
 * else.
 */
function withSourceOfItsSentence(draft: Draft, words: Words): Draft {
  const { cue, source } = draft;
  if (cue === null || source === null) return draft;
  const home = words.sentence(cue.first);
  const own = overlaps(source, home) ? home : words.sentence(source.end - 1);
  let first = Math.max(source.first, own.first);
  const end = Math.min(source.end, own.end);
  while (first < end - 1 && (/^(?:PUNCT|SYM)$/.test(words.upos(first)) || quoteMark(words.text(first)))) first++;
  return { ...draft, source: { first, end } };
}

/** "citizens thought to be in the country", "ministers were told": they say nothing themselves. */
function isSpokenOf(source: TokenRange, cue: TokenRange | null, words: Words): boolean {
  if (cue === null) return false;
  const [verb, noun] = [topOf(cue, words), topOf(source, words)];
  if (noun.deprel === "nsubj:pass" && noun.hangsOn(verb)) return true;
  return verb.deprel === "acl" && verb.hangsOn(noun) && !verb.isGerund && noun.index < verb.index;
}

/** `the ministry, which said …`: the ministry. */
function antecedentOf(source: TokenRange, words: Words): TokenRange | null {
  const { first } = source;
  if (source.end - first !== 1 || !relativePronoun.test(words.text(first))) return null;
  let verb = words.head(first);
  for (let steps = 0; steps < 3 && !words.deprel(verb).startsWith("acl"); steps++) verb = words.head(verb);
  const noun = words.head(verb);
  return words.deprel(verb).startsWith("acl") && noun < first ? nounPhrase(noun, words) : null;
}

/** The phrase without a trailing "who …", ", speaking …" or ", on …", and without punctuation at its end. */
function withoutTail(source: TokenRange, words: Words): TokenRange {
  let end = source.end;
  for (let i = source.first + 1; i < end; i++) {
    const behindMark = /^[,–—-]$/.test(words.text(i - 1));
    if (/^who$/i.test(words.text(i)) || (behindMark && opensTail(i, words))) end = i;
  }
  while (end > source.first + 1 && (/^[\p{Pd},;:]$/u.test(words.text(end - 1)) || tellsWhen(end - 1, source, words)))
    end--;
  return { first: source.first, end };
}

/** "The US *yesterday* ordered": when it was said, which hangs on the cue. */
function tellsWhen(token: number, { first, end }: TokenRange, words: Words): boolean {
  const head = words.head(token);
  if (head >= first && head < end) return false;
  return /^(?:obl:unmarked|advmod)$/.test(words.deprel(token)) && whenWords.test(words.lower(token));
}

const whenWords =
  /^(?:yesterday|today|tomorrow|tonight|earlier|later|also|now|then|again|recently|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

function opensTail(token: number, words: Words): boolean {
  if (/^(?:whom|whose|which|on|via)$/i.test(words.text(token))) return true;
  return words.upos(token) === "VERB" && /ing$/i.test(words.text(token)) && words.head(token) < token;
}

function subjectOf(cue: TokenRange, { content }: Draft, words: Words): TokenRange | null {
  let verb = topOf(cue, words);
  for (let steps = 0; steps < 3; steps++) {
    const subject = verb.isPassive ? verb.agent : verb.subject;
    if (subject !== null) {
      const { phrase } = subject;
      const free = !content.some((part) => overlaps(part, phrase)) && !overlaps(phrase, cue);
      return free && standsForSomebody(subject) ? phrase : null;
    }
    if (verb.isPassive || !sharesSubject(verb)) return null;
    verb = verb.head;
  }
  return null;
}

/** A verb joined to another ("came and said") or in its train ("came, saying") has that one's subject. */
function sharesSubject({ deprel, isGerund }: Token): boolean {
  return deprel === "conj" || (deprel === "advcl" && isGerund);
}

function standsForSomebody({ upos, lower }: Token): boolean {
  return /^(?:NOUN|PROPN|PRON)$/.test(upos) && !/^(?:it|there|that|this|what)$/.test(lower);
}
