import type { TokenRange } from "../../doc/layers.js";
import type { Words } from "../words.js";
import { type Draft, overlaps } from "./draft.js";

const relativePronoun = /^(?:who|whom|which|that)$/i;

/**
 * The drafts with the sources that the sentence's own grammar gives: a relative pronoun stands for what it refers back to; a
 * cue without a source takes its verb's subject, the agent of a passive, or the subject of the verb that it is joined to.
 */
export function completeSources(drafts: readonly Draft[], words: Words): Draft[] {
  return drafts.map((draft) => {
    if (draft.source) {
      const antecedent = antecedentOf(draft.source, words);
      return { ...draft, source: withoutRelativeClause(antecedent ?? draft.source, words) };
    }
    return draft.cue ? { ...draft, source: subjectOf(draft.cue, draft, words) } : draft;
  });
}

/** `the ministry, which said …`: the ministry. */
function antecedentOf(source: TokenRange, words: Words): TokenRange | null {
  if (source.end - source.first !== 1 || !relativePronoun.test(words.text(source.first))) return null;
  let verb = words.head(source.first);
  for (let steps = 0; steps < 3 && !words.deprel(verb).startsWith("acl"); steps++) verb = words.head(verb);
  const noun = words.head(verb);
  if (!words.deprel(verb).startsWith("acl") || noun >= source.first) return null;
  return nounPhrase(noun, words);
}

/** The phrase without a trailing "who …", and without punctuation at its end. */
function withoutRelativeClause(source: TokenRange, words: Words): TokenRange {
  let end = source.end;
  for (let i = source.first + 1; i < end; i++) {
    if (/^(?:who|whom|whose|which)$/i.test(words.text(i)) && /^[,–—-]$/.test(words.text(i - 1))) end = i;
    else if (/^who$/i.test(words.text(i))) end = i;
  }
  while (end > source.first + 1 && /^[\p{Pd},;:]$/u.test(words.text(end - 1))) end--;
  return { first: source.first, end };
}

function subjectOf(cue: TokenRange, draft: Draft, words: Words): TokenRange | null {
  let verb = words.top(cue);
  for (let steps = 0; steps < 3; steps++) {
    const passive = words.children(verb).some((child) => words.deprel(child) === "aux:pass");
    const role = passive ? "obl:agent" : "nsubj";
    const subject = words.children(verb).find((child) => words.deprel(child) === role);
    if (subject !== undefined) {
      const phrase = nounPhrase(subject, words);
      const free = !draft.content.some((part) => overlaps(part, phrase)) && !overlaps(phrase, cue);
      return free && standsForSomebody(subject, words) ? withoutCase(phrase, words) : null;
    }
    if (passive || words.deprel(verb) !== "conj") return null;
    verb = words.head(verb);
  }
  return null;
}

function standsForSomebody(token: number, words: Words): boolean {
  return /^(?:NOUN|PROPN|PRON)$/.test(words.upos(token)) && !/^(?:it|there|that|this|what)$/i.test(words.text(token));
}

function withoutCase(phrase: TokenRange, words: Words): TokenRange {
  return words.lower(phrase.first) === "by" ? { first: phrase.first + 1, end: phrase.end } : phrase;
}

/** The noun with what belongs to it, without relative clauses and asides. */
export function nounPhrase(noun: number, words: Words): TokenRange {
  const range = words.phrase(noun, (child) => {
    const relation = words.deprel(child);
    if (/^(?:acl:relcl|parataxis|cop|nsubj|mark|aux)/.test(relation)) return true;
    return (relation === "punct" && words.head(child) === noun) || (relation === "case" && words.head(child) === noun);
  });
  return range;
}
