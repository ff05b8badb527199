import { tokensOf } from "../../doc/find-ranges.js";
import type { TokenRange } from "../../doc/layers.js";
import { Token } from "../grammar/token.js";
import type { Words } from "../grammar/words.js";
import { contains, type Draft, overlaps } from "./draft.js";
import { isSomebody } from "./hearers.js";
import { completeSources } from "./sources.js";
import type { StatementLexicon } from "./statement-lexicon.js";

/**
 * The drafts with the sayings that are told inside them and that the encoder passed over: a verb of the lexicon with a subject and a clause
 * of its own, inside another draft's content ("They said [they would act]").
 */
export function addNestedSayings(drafts: readonly Draft[], words: Words, lexicon: StatementLexicon): Draft[] {
  const cued = new Set(drafts.flatMap(({ cue }) => (cue ? tokensOf(cue) : [])));
  const inside = new Set(drafts.flatMap(({ content }) => content.flatMap(tokensOf)));
  const found = [...inside].flatMap((verb) => {
    const saying = cued.has(verb) ? null : sayingAt(verb, words, lexicon);
    if (saying === null) return [];
    const marked = [saying.source, ...saying.content].flatMap((range) => range ?? []);
    const within = drafts.some(({ content }) => content.some((part) => marked.every((range) => contains(part, range))));
    return within ? [saying] : [];
  });
  return [...drafts, ...found];
}

/**
 * The drafts with the quotations that stand inside another quotation behind a verb of saying ("He looked up and said, ‘Leave.’"), where the
 * encoder passed over them. Their subjects are left to the sentence's grammar.
 */
export function addInnerQuotations(drafts: readonly Draft[], words: Words, lexicon: StatementLexicon): Draft[] {
  const cued = new Set(drafts.flatMap(({ cue }) => (cue ? tokensOf(cue) : [])));
  const found = words.layers.quotations.quotations.flatMap(({ depth, open, inner }) => {
    const verb = depth > 0 && open !== null ? sayingVerbBefore(open, words, lexicon) : null;
    if (verb === null || cued.has(verb)) return [];
    return [{ cue: { first: verb, end: verb + 1 }, source: null, content: [inner] }];
  });
  return [...drafts, ...completeSources(found, words).filter(({ source }) => source !== null)];
}

/** Between a verb and the quotation that it introduces stand at most whom it was told to and when ("told me on Sunday: ‘…’"). */
const widestIntroduction = 6;

function sayingVerbBefore(open: number, words: Words, lexicon: StatementLexicon): number | null {
  // "called it ‘the comeback of the decade’" words a thing in another way, and tells nothing.
  if (!/^\p{Lu}/u.test(words.text(open + 1)) || !/^(?:VERB|PUNCT|SCONJ)$/.test(words.upos(open - 1))) return null;
  const earliest = Math.max(words.sentence(open).first, open - widestIntroduction);
  for (let i = open - 1; i >= earliest; i--) {
    if (words.upos(i) !== "VERB") continue;
    const act = lexicon.acts.get(words.lemma(i));
    return act === undefined || act === "other" || act === "believe" ? null : i;
  }
  return null;
}

/** "I have read what he has read": inside what somebody says, whoever reads takes in rather than tells. */
const takingIn = /^(?:read|hear|learn)$/;

function sayingAt(index: number, words: Words, lexicon: StatementLexicon): Draft | null {
  const verb = new Token(index, words);
  if (!verb.isVerb || takingIn.test(verb.lemma)) return null;
  const act = lexicon.acts.get(verb.lemma);
  // "We think" and "I hope" within a quotation are the speaker's own words rather than a telling.
  if (act === undefined || act === "other" || act === "believe") return null;
  const { subject } = verb;
  // A clause with a subject of its own is no open one, whatever the parser calls it.
  const clause = verb.child("ccomp") ?? verb.children.find(isClauseOfItsOwn);
  if (subject === null || clause === undefined || clause.index < index || !canTell(subject, words)) return null;
  const content = words.phrase(clause.index);
  return overlaps(subject.phrase, content)
    ? null
    : { cue: { first: index, end: index + 1 }, source: subject.phrase, content: [withoutStop(content, words)] };
}

/** What figures and papers do as well as people. */
const showing = /^(?:show|prove|suggest|reveal|indicate|require|offer|highlight|detail|find|decide)$/;

/** "I say we stay", "you could say": that is the speaker's own saying; "the figures show": nobody says it. */
function canTell(subject: Token, words: Words): boolean {
  if (subject.upos === "PRON") return /^(?:he|she|they|who)$/.test(subject.lower);
  return subject.upos === "PROPN" || !showing.test(subject.head.lemma) || isSomebody(subject.index, words);
}

function isClauseOfItsOwn({ deprel, children }: Token): boolean {
  return deprel === "xcomp" && children.some((one) => one.deprel.startsWith("nsubj"));
}

function withoutStop({ first, end }: TokenRange, words: Words): TokenRange {
  return { first, end: end - first > 1 && words.upos(end - 1) === "PUNCT" ? end - 1 : end };
}
