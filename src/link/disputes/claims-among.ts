import { isUnmannedSource } from "../origins/unmanned-source.js";
import { hasMainVerb, isProposition, shortened, withSubject } from "./claim-sentence.js";
import type { DenialLexicon } from "./denial-lexicon.js";
import type { Denial } from "./denials-in.js";
import { calledUntrue, denies } from "./denied-words.js";
import type { Position } from "./position.js";
import { nameOf, type Said } from "./statements-said.js";

/** Something that somebody holds to be so, with his name where the words have a pronoun for it. */
export type Claim = Position;

/** What is asked or supposed is held by nobody. */
const asking = /^(?:how|why|whether|if|who)\b|^[^.?!]*\?/i;

/** Of what only may be, nobody holds that it is so. */
const perhaps = /\b(?:maybe|perhaps|possibly|might)\b/i;

/** Acts of speech by which somebody holds something to be so. */
export const asserting = /^(?:say|claim|accuse|confirm|warn|believe|condemn|deny)$/;

/** Words of somebody who neither holds nor denies a thing. */
export const unverified =
  /\b(?:could not|can ?not|couldn['’]t|can['’]t|unable to|not been able to|yet to|not(?: be| been| yet| immediately| independently)?) (?:\p{L}+ )?(?:verif|confirm|substantiat|authenticat)\w*|\bunclear\b|\bunconfirmed\b/iu;

/** What the statements assert, by whomever; those that are denials themselves are left out, and what says too little to be denied. */
export function claimsAmong(
  said: readonly Said[],
  denials: readonly Denial[],
  lexicon: DenialLexicon,
): readonly Claim[] {
  const denying = new Set(
    denials.flatMap(({ article, line, form }) => (form === "implicit" ? [] : [`${article} ${line}`])),
  );
  const answered = new Set(denials.flatMap(({ article, answers }) => answers.map((line) => `${article} ${line}`)));
  return said.flatMap(({ article, line, story, act, negated, speaker, name, origin, content, spans, date }) => {
    const key = `${article} ${line}`;
    if (speaker === null || negated || spans.length === 0 || denying.has(key) || !isClaim(content)) return [];
    if (isBySources(name) || isNobody.test(nameOf(name))) return [];
    if (!answered.has(key) && (!asserting.test(act) || isVerdict(content, lexicon))) return [];
    const words = withSubject(content.replace(/^that /i, "").replace(/^to have /, "it had "), nameOf(name));
    return [{ article, line, story, by: speaker, name, origin, words, spans, date }];
  });
}

/** Whether tests, reports or rumours say it, whatever entity the article takes them for. */
function isBySources(name: string): boolean {
  const [words = ""] = name.split(" · ");
  return isUnmannedSource(isNobody.test(words) ? nameOf(name) : words);
}

/** Whether somebody tells what others say or deny. */
function isVerdict(content: string, lexicon: DenialLexicon): boolean {
  return denies(content, lexicon) || ofOthers.test(content) || calledUntrue(content, { lexicon, denier: "" }) !== null;
}

/** Words of somebody who tells what others say. */
export const ofOthers =
  /\b(?:reports?|claims?|rumou?rs?|allegations?|accusations?|suggestions?) that\b|\brumou?rs? (?:claim|sa[iy]|suggest|spread|circulat)|\b(?:whether|doubts?|unlikely|yet to|supposed|supposedly|purported|purportedly)\b|\b(?:know|knowing|sure|say|tell|confirm)["”]? if\b|^["“'‘]*(?:now |but )?(?:they|people|some|others|critics)(?:['’]re| are) (?:saying|claiming)\b/i;

/** A speaker whom nothing but a pronoun names. */
const isNobody = /^(?:it|he|she|they|him|her|them|we|I|who|which|that|you|one)$/i;

/** Whether words tell something that can be so or not, and enough to be denied. */
export function isClaim(content: string): boolean {
  if (unverified.test(content) || asking.test(content) || perhaps.test(content)) return false;
  const words = content.match(/(?<!\p{L})\p{L}{3,}/gu) ?? [];
  return words.length >= 3 && words.some((word) => /^\p{Ll}/u.test(word));
}

/** A claim as a sentence that stands alone; `null` where its words are none: "over the palace". */
export function sentenceOf({ words }: Pick<Claim, "words">): string | null {
  const short = shortened(words);
  const isPart =
    /^(?:\p{Ll}{2,}ing|to|of|for|in|over|as|by|and|but|or|how|what|whom|others?|only|not|so|against|about|on|from|with|at|claims?|reports?|allegations?|accusations?)\b/iu.test(
      short,
    ) || /\b(?:I|we|my|our|us|you|your)\b/.test(short);
  return isPart || !hasMainVerb(short) || !isProposition(short) ? null : short;
}
