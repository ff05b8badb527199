import { capital } from "../../text/capital.js";

/** Where what is claimed ends and something else is told: ", while the army …". */
const tail =
  /(?:[,;:]| [-–—]+) ["“]?(?:and|but|while|as|which|who|whose|where|when|after|before|although|though|adding|saying|insisting|calling|according|amid|despite|in a|on a|citing|he|she|they) .*$|[;\n].*$| [-–—]{1,2} .*$/su;

/** The words without what is told behind them, and without marks at their ends. */
export function shortened(words: string): string {
  const plain = words.replace(/\s+/g, " ").trim();
  const short = plain.replace(/(?<=\p{L}{3}[.!?]["”’']?) \p{Lu}.*$/su, "").replace(tail, "");
  const kept = short.split(" ").length >= 3 ? short : plain;
  return kept.replace(/^[\s"“”'‘,;:-]+|[\s,;:.]+$/g, "").replace(/^([^“]*)”$|^([^"]*)"$/, "$1$2");
}

const pronoun = /^(?:it|they)\b(?!['’])/i;
const ofPerson = /^(?:he|she)\b(?!['’])/i;
const possessive = /^(?:its|his|her|their|our|my) /i;

/** Whether a name is a person's own and no body's or office's: "Amara Keita", and neither "the ministry" nor "two officials". */
const personal = /^(?:\p{Lu}\S*(?: |$)){1,5}$/u;

/**
 * A clause with the name of whom the pronoun at its head stands for: "they held the bridge" of the rebels is "the rebels held the bridge". What "he" does is done by a
 * person alone.
 */
export function withSubject(clause: string, name: string): string {
  if (/^it (?:is|was|had been) (?:\p{L}+ )?(?:that|not true)\b/iu.test(clause)) return clause;
  if (ofPerson.test(clause)) return personal.test(name) && !bodies.test(name) ? clause.replace(ofPerson, name) : clause;
  // "It was his son": the word stands for nobody.
  if (/^it\b/i.test(clause) && (people.test(name) || (identifying.test(clause) && !bodies.test(name)))) return clause;
  // One country or person is no "they".
  if (/^they\b/i.test(clause) && !bodies.test(name) && !/s$/i.test(name)) return clause;
  return clause.replace(pronoun, theName(name)).replace(possessive, `${ownerOf(theName(name))} `);
}

const identifying = /^it (?:is|was|had been|has been) (?:an?|the|his|her|its|their|our|my) /i;

/** Whether a clause begins with what is somebody's whom it does not name: "its embassy". */
export function startsWithOwner(clause: string): boolean {
  return possessive.test(clause);
}

/** Whether a clause tells of him or her, and a name is a person's: "he had fled" of Amara Keita. */
export function isOfPerson(clause: string, name: string): boolean {
  return ofPerson.test(clause) && personal.test(name) && !bodies.test(name);
}

/** Whether a clause begins with a word for somebody whom it does not name. */
export function isOfSomebody(clause: string): boolean {
  return /^(?:it|he|she|they|we|I|its|his|her|their|our|my|this|these|those|you)\b/i.test(clause);
}

/** Whether a sentence has a word for somebody or something that it does not name: "a truce with them", "caused this". */
export function isOpen(sentence: string): boolean {
  return isOfSomebody(sentence) || open.test(sentence);
}

const open =
  /\b(?:them|us|you)\b|\b(?:this|these|those)\b(?= (?:by|in|on|at|to|for|from|with|of|and|or|but|as|is|was|were|are|had|has)\b|[.,;]?$)|\b(?:and|out) that\b|\bsuch an?\b|\bsaid so$|\b(?:for|during|in|at|of|to|from|by) (?:that|these|those) (?!of|the|an?|which|who|he|she|it|they|we|I)\p{Ll}/u;

/** Whether somebody who reads nothing else learns from a sentence what is claimed: it leaves nobody open and is no sentence about what sources say. */
export function isReadable(sentence: string): boolean {
  if (isOpen(sentence) || !isProposition(sentence) || (bare.test(sentence) && !isNamed(sentence))) return false;
  const [, before = ""] = /^(.*?)\b(?:he|him|she|it|its|they|their)\b/is.exec(sentence) ?? [];
  return before === "" || isNamed(before);
}

/** Whether a sentence says that something is so, and not what sources say, in words that agree. */
export function isProposition(sentence: string): boolean {
  return (
    !ofSources.test(sentence.replace(/^\p{Lu}(?=\p{Ll}* )/u, (first) => first.toLowerCase())) && !broken.test(sentence)
  );
}

/** "There was a violation". */
const bare = /^there (?:was|were|is|are|had been) (?:an? )?\S+(?: \S+)?$/i;

/** Whether words name somebody or something. */
export function isNamed(words: string): boolean {
  return /\p{Lu}/u.test(words.replace(/^\P{L}*(?:The|An?|That|This|These|Those|Its|There)\b/u, ""));
}

const ofSources =
  /^(?:(?:the|an?|this|that|these|those) )?(?:\p{Ll}+ ){0,2}?(?:reports?|rumou?rs?|claims?|allegations?|assertions?|information|stor(?:y|ies)|articles?|posts?|videos?)\b|^(?:Reports?|Rumou?rs?|Claims?|Allegations?|Initial reports|Stories|Articles|Posts)\b/u;
/** "The soldier are infected", "a the town". */
const broken =
  /^(?:the|an?|this|that) (?:\p{Ll}+ )?(?!people|police|military|media|crew|staff|children|women|men|poor|rich|dead|wounded|injured|elderly)\p{Ll}*(?!s)\p{Ll} are\b|\ban? the\b/iu;

/** Whoever is told of by such a word is "he" or "they", and never "it". */
const people =
  /\b(?:officials?|spokes\w+|agents?|sources?|leaders?|man|woman|men|women|members?|residents|witness(?:es)?)$/i;

const bodies =
  /\b(?:army|forces?|group|movement|ministry|department|government|states|navy|police|command|company|committee|party|commission|union|embassy|council|officials?|spokes\w+|guards?|kingdom|emirates|nations|brigades?|militia|rebels?|paramilitaries|tour|agency|front|corps|office|authorities|agent|source|sources)$/i;

/** A name as it stands in a sentence: "the Sudanese army", "Halden". */
export function theName(name: string): string {
  const [body = name] = name.split(/ (?:in|of|from) /);
  return bodies.test(body) && !/^(?:the|an?|his|its|their|two|three|four|some|several|senior)\b|['’]s? /i.test(name)
    ? `the ${name}`
    : name;
}

/** A name as an owner: "Halden’s". */
export function ownerOf(name: string): string {
  return /s$/.test(name) ? `${name}’` : `${name}’s`;
}

const finite =
  /(?:\b(?:is|are|was|were|am|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did|be|been|took|made|gave|went|came|said|says|left|fled|fell|held|holds?|lost|killed|began|broke|brought|built|bought|sold|sent|shot|struck|stole|hit|put|cut|kept|knew|led|met|paid|ran|saw|set|told|won|wrote|lied|died)\b|n['’]t\b|['’](?:re|ve|d|ll)\b|(?<!^|-)\b\p{Ll}{2,}ed\b)/u;

/** Whether words may be a sentence: they have a verb that tells of a time. */
export function hasFiniteVerb(words: string): boolean {
  return finite.test(words);
}

/** Whether words have a verb that tells of a time beside those that only describe a noun: none in "the bruises that she showed" and "a view held by many". */
export function hasMainVerb(words: string): boolean {
  if (/\b(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Col)$/.test(words)) return false;
  const plain = words.replace(participle, " ").replace(attributive, " ");
  const [, before = "", own = "", rest = ""] = /^(.*?) (?:that|which|who|whom|whose) (\S+)(.*)$/u.exec(plain) ?? [];
  if (own === "" || hasFiniteVerb(before)) return hasFiniteVerb(plain);
  // "who fled" has its verb first, "that she showed" behind the subject of its own.
  const verbs = `${own}${rest}`.replace(withAuxiliary, "was").match(new RegExp(finite, "gu")) ?? [];
  const isSubject = /^(?:I|we|you|he|she|it|they|the|an?|his|her|its|their|some|two|three|four|\p{Lu}\S*)$/u.test(own);
  return isSubject ? verbs.length > 1 : hasFiniteVerb(rest.replace(looseParticiple, " "));
}

/** A participle before its noun: "three detained sailors". */
const attributive =
  /\b(?:the|an?|his|her|its|their|two|three|four|five|six|some|many|several|\d+) \p{Ll}{2,}ed\b(?= \p{L})/gu;
const looseParticiple = /(?<=\p{L}s |\p{L}{4} )\p{Ll}{2,}ed (?:in|on|at|from|for|near|during|last|this)\b/gu;

/** An auxiliary and its verb, which are one: "were being held". */
const withAuxiliary = /\b(?:is|are|was|were|has|have|had|will|would)(?: (?:be|been|being))?(?: \p{L}+ly)? \p{Ll}+\b/gu;

/** A participle that describes the noun before it. */
const participle =
  /(?<!\b(?:is|are|was|were|be|been|being|has|have|had) (?:\p{L}+ly )?)\b(?:(?:\p{Ll}{2,}ed|held|made|told|sent|taken|given|shot|built|paid|led) by|(?:accused|suspected|convicted|charged|made) (?:of|with))\b.*$|\bas saying\b.*$/u;

/** Words as a sentence that begins with a capital: "that the bridge is down," is "The bridge is down". */
export function claimSentence(words: string): string {
  const bare = words
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^that /i, "")
    // A capital that whoever quotes put there.
    .replace(/^\[(\p{L})\](?=\p{L})/u, "$1")
    .replace(/[\s,;:.]+$/, "");
  return capital(bare);
}
