import type { TokenRange } from "../../doc/layers.js";
import { nounPhrase, phraseFrom } from "../statements/sources.js";
import type { Words } from "../words.js";
import type { StanceLexicon, StancePattern } from "./stance-lexicon.js";

/** A verb that tells a stance, with the words for who holds it and what it is about. */
export interface Attitude {
  readonly verb: number;
  readonly pattern: StancePattern;
  /** `null` where the clause names nobody: a passive without an agent. */
  readonly holder: TokenRange | null;
  readonly target: TokenRange;
}

/** Verbs that leave a stance standing when it hangs on them: "appeared to back", "rushed to defend". */
const carrying = /^(?:appear|seem|move|rush|go|continue|begin|start|come|hasten|proceed|help)$/;
const unreal = /^(?:should|would|could|may|might|must|can|will|shall|if|unless|whether)$/;

/** Every stance that the article tells by a verb of the lexicon, in text order; not what is denied, only possible or only wished for. */
export function findAttitudes(words: Words, lexicon: StanceLexicon): Attitude[] {
  const found: Attitude[] = [];
  for (let verb = 0; verb < words.length; verb++) {
    if (words.upos(verb) !== "VERB" && words.upos(verb) !== "AUX") continue;
    const pattern = lexicon.patterns
      .get(words.lemma(verb))
      ?.find((one) => endOf(one, verb, words) !== null || isParted(one, verb, words));
    if (!isReal(verb, words)) continue;
    if (pattern === undefined) {
      const named = verdict(verb, words, lexicon) ?? received(verb, words, lexicon);
      if (named) found.push(named);
      continue;
    }
    const attitude = isPassive(verb, words) ? passive(verb, pattern, words) : active(verb, pattern, words);
    if (attitude) found.push(attitude);
  }
  return found;
}

/** The token behind the pattern's words, of which quote marks are none; `null` where they do not stand there. */
function endOf({ lemmas }: StancePattern, verb: number, words: Words): number | null {
  let at = verb;
  for (const lemma of lemmas) {
    while (at > verb && /^["“”'‘’]$/.test(words.text(at))) at++;
    if (words.lemma(at) !== lemma && words.lower(at) !== lemma) return null;
    at++;
  }
  while (/^["“”'‘’]$/.test(words.text(at))) at++;
  return at;
}

/** "played it down": a pronoun stands before the particle. */
function isParted({ lemmas }: StancePattern, verb: number, words: Words): boolean {
  return lemmas.length === 2 && words.upos(verb + 1) === "PRON" && words.lower(verb + 2) === lemmas[1];
}

function isReal(verb: number, words: Words): boolean {
  let at = verb;
  for (let steps = 0; steps < 4; steps++) {
    for (const child of words.children(at)) {
      if (child < verb && (unreal.test(words.lower(child)) || /^(?:not|nor|neither)$/.test(words.lemma(child))))
        return false;
    }
    if (/^n['’]t$|^(?:not|never)$/i.test(words.text(verb - 1))) return false;
    const relation = words.deprel(at);
    // "did not dispute the report but played it down": what "but" joins is not denied.
    const joined = relation === "conj" && !words.children(at).some((child) => words.lower(child) === "but");
    if (relation !== "xcomp" && !joined) break;
    at = words.head(at);
    if (relation === "xcomp" && !carrying.test(words.lemma(at))) return false;
  }
  // A bare infinitive behind a noun or as a purpose tells of what is to come.
  return words.lower(verb - 1) !== "to" || words.deprel(verb) === "xcomp" || words.deprel(verb) === "conj";
}

function isPassive(verb: number, words: Words): boolean {
  if (words.children(verb).some((child) => /^(?:aux:pass|nsubj:pass)$/.test(words.deprel(child)))) return true;
  return words.deprel(verb) === "acl" && words.lower(verb + 1) === "by";
}

function passive(verb: number, pattern: StancePattern, words: Words): Attitude | null {
  const subject = words.children(verb).find((child) => words.deprel(child) === "nsubj:pass");
  const target = subject === undefined ? governorOf(verb, words) : phraseOf(subject, words);
  const by = words.children(verb).find((child) => child > verb && words.lower(firstOf(child, words)) === "by");
  const agent = by === undefined ? null : phraseFrom(firstOf(by, words) + 1, words);
  return target && { verb, pattern, holder: agent, target };
}

function firstOf(noun: number, words: Words): number {
  return words.children(noun).find((child) => words.deprel(child) === "case" && child < noun) ?? noun;
}

function active(verb: number, pattern: StancePattern, words: Words): Attitude | null {
  const target = phraseFrom(endOf(pattern, verb, words) ?? verb + 1, words);
  return target && { verb, pattern, holder: holderOf(verb, words), target: withoutVerdict(target, words) };
}

/** "the accusations" of "dismissed the accusations as baseless". */
function withoutVerdict({ first, end }: TokenRange, words: Words): TokenRange {
  for (let i = first + 1; i < end; i++) if (words.lower(i) === "as") return { first, end: i };
  return { first, end };
}

const naming = /^(?:call|describe|brand|label|dub|term|characteri[sz]e|denounce|portray)$/;
/** So many words behind the target a verdict may stand: "a bit of an overreaction". */
const verdictReach = 9;

/** "Called the British warning an overreaction", "described the report as false". */
function verdict(verb: number, words: Words, { verdicts, nouns }: StanceLexicon): Attitude | null {
  if (!naming.test(words.lemma(verb)) || isPassive(verb, words)) return null;
  const object = words.children(verb).find((one) => one > verb && words.deprel(one) === "obj");
  if (object === undefined || !nouns.has(words.lemma(object))) return null;
  const last = Math.min(words.sentence(verb).end, object + 1 + verdictReach);
  for (let token = object + 1; token < last; token++) {
    if (/^[,;.]$/.test(words.text(token)) || words.upos(token) === "CCONJ") return null;
    const pattern = words
      .forms(token)
      .map((form) => verdicts.get(form))
      .find((one) => one !== undefined);
    if (pattern === undefined) continue;
    const { first } = nounPhrase(object, words);
    return {
      verb,
      pattern,
      holder: holderOf(verb, words),
      target: { first: Math.max(first, verb + 1), end: object + 1 },
    };
  }
  return null;
}

const receiving = /^(?:draw|bring|earn|prompt|provoke|attract|win|receive|face|trigger)$/;

/** What somebody gets for what was said, and the verb that gives it. */
const given: ReadonlyMap<string, string> = new Map([
  ...["rebuke", "reprimand", "censure"].map((noun) => [noun, noun] as const),
  ...[["criticism", "criticize"] as const, ["condemnation", "condemn"] as const, ["denunciation", "denounce"] as const],
  ...[["praise", "praise"] as const, ["support", "support"] as const, ["backing", "back"] as const],
  ...[["endorsement", "endorse"] as const, ["denial", "deny"] as const],
]);

/** "That drew a rebuke from Doha": who gives it holds the stance, and it is about the subject. */
function received(verb: number, words: Words, { patterns }: StanceLexicon): Attitude | null {
  if (!receiving.test(words.lemma(verb)) || isPassive(verb, words)) return null;
  const object = words.children(verb).find((one) => one > verb && words.deprel(one) === "obj");
  if (object === undefined) return null;
  const pattern = patterns.get(given.get(words.lemma(object)) ?? "")?.find(({ lemmas }) => lemmas.length === 1);
  const subject = words.children(verb).find((one) => words.deprel(one) === "nsubj");
  if (pattern === undefined || subject === undefined) return null;
  const giver = [...words.children(verb), ...words.children(object)].find(
    (one) => one > object && words.lower(firstOf(one, words)) === "from",
  );
  // "That" at the head of a sentence is no relative.
  const heads = /^(?:that|this)$/.test(words.lower(subject)) && words.sentence(subject).first === subject;
  const target = heads ? { first: subject, end: subject + 1 } : phraseOf(subject, words);
  if (giver === undefined || target === null) return null;
  return { verb, pattern, holder: phraseFrom(firstOf(giver, words) + 1, words), target };
}

/** The subject of the verb, or of the clause that it is joined to or hangs on without a subject of its own. */
function holderOf(verb: number, words: Words): TokenRange | null {
  let at = verb;
  for (let steps = 0; steps < 4; steps++) {
    const subject = words.children(at).find((child) => words.deprel(child) === "nsubj");
    if (subject !== undefined) return phraseOf(subject, words);
    if (/^acl/.test(words.deprel(at))) return governorOf(at, words);
    if (!/^(?:conj|xcomp|advcl|parataxis)$/.test(words.deprel(at)) || words.head(at) === at) return null;
    at = words.head(at);
  }
  return null;
}

/** The phrase of a noun, or of what a relative pronoun refers back to. */
function phraseOf(noun: number, words: Words): TokenRange | null {
  if (!/^(?:who|which|that|whom)$/.test(words.lower(noun))) return withoutComma(nounPhrase(noun, words), words);
  let at = words.head(noun);
  for (let steps = 0; steps < 3 && !words.deprel(at).startsWith("acl"); steps++) at = words.head(at);
  return words.deprel(at).startsWith("acl") ? governorOf(at, words) : null;
}

function withoutComma({ first, end }: TokenRange, words: Words): TokenRange {
  return { first, end: end - first > 1 && words.upos(end - 1) === "PUNCT" ? end - 1 : end };
}

/** The phrase that a clause hangs on, without that clause. */
function governorOf(clause: number, words: Words): TokenRange | null {
  const noun = words.head(clause);
  if (noun === clause || noun > clause) return null;
  return withoutComma(
    nounPhrase(noun, words, (child) => child === clause),
    words,
  );
}
