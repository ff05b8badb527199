import type { Factuality } from "../../record/factuality.js";
import { agentOf, isPredicate, patientOf } from "../clause.js";
import type { Words } from "../words.js";
import type { ActionLexicon } from "./action-lexicon.js";

const negation = /^(?:not|n['’]t|never|neither|nor|no|hardly|without)$/;
const likely = /^(?:may|might|could|can|should|must|ought)$/;
const coming = /^(?:will|wo|shall|['’]ll|would|['’]d)$/;
const begun = /^(?:begin|start|continue|keep|remain|resume)$/;
const conditions = /^(?:if|unless|until|whether|lest)$/;
const unreal = /^(?:possible|potential|proposed|threatened|would-be|hypothetical)$/;
const ahead = /^(?:planned|upcoming|scheduled|expected|looming|promised|future|imminent|impending)$/;
const alleged = /^(?:attempted|failed|foiled|thwarted)$/;

/** How far the sentence takes the act of a verb or noun to be real, read from the word up through what governs it. */
export function factualityOf(token: number, words: Words, lexicon: Pick<ActionLexicon, "frames">): Factuality {
  let at = token;
  for (let step = 0; step < 12; step++) {
    const verbal = /^(?:VERB|AUX)$/.test(words.upos(at)) || isPredicate(at, words);
    const own = verbal ? statusOfVerb(at, words) : statusOfNoun(at, words);
    if (own !== null) return own;
    const before = statusBefore(at, words, lexicon);
    if (before !== null) return before;
    const head = words.head(at);
    if (head === at) break;
    if (isWaved(at, words)) return "denied";
    if (!passesUp(at, words)) break;
    const framed =
      isComplement(at, words) && !isToldAsDone(at, head, words) ? frameStatus(head, at, words, lexicon) : null;
    if (framed !== null) return framed;
    at = head;
  }
  return "happened";
}

const hearsay = /^(?:report|claim|rumor|rumour|allegation|accusation|suggestion|speculation|charge|notion|idea|story)$/;
const untrue = /^(?:false|untrue|wrong|unfounded|baseless|incorrect|groundless|fabricated|invented|fake)$/;
const waving = /^(?:deny|reject|dismiss|refute|rebut|rubbish|ridicule|mock|scoff|disown|repudiate)$/;

/** "Laughed off reports that he had fled", "denied claims that it shelled the port": what is only reported is waved away. */
function isWaved(verb: number, words: Words): boolean {
  const noun = words.head(verb);
  if (!/^(?:acl|ccomp|advcl)/.test(words.deprel(verb)) || !hearsay.test(words.lemma(noun))) return false;
  const by = words.head(noun);
  // "Reports that he had fled turned out to be false".
  for (let token = verb + 1; token < words.sentence(verb).end; token++)
    if (untrue.test(words.lower(token)) && /^(?:xcomp|root|conj)$/.test(words.deprel(token))) return true;
  if (!/^(?:obj|obl|nsubj:pass)$/.test(words.deprel(noun)) || by === noun) return false;
  return (
    waving.test(words.lemma(by)) ||
    (/^(?:laugh|shrug|brush|wave)$/.test(words.lemma(by)) && /^(?:off|away|aside)$/.test(words.lower(by + 1)))
  );
}

/** What the verb right before a gerund makes of it, whatever the parser joins them by: "considered, and rejected, closing". */
function statusBefore(token: number, words: Words, lexicon: Pick<ActionLexicon, "frames">): Factuality | null {
  if (!/ing$/i.test(words.text(token)) || words.upos(token) !== "VERB") return null;
  if (words.children(token).some((one) => /^(?:aux|nsubj)/.test(words.deprel(one)))) return null;
  const verb = words.upos(token - 1) === "PUNCT" ? token - 2 : token - 1;
  return words.upos(verb) === "VERB" ? frameStatus(verb, token, words, lexicon) : null;
}

/** Whether the token is the subject or complement whose reality the head settles. */
function passesUp(token: number, words: Words): boolean {
  const relation = words.deprel(token);
  if (/^(?:acl:relcl|nmod:poss|parataxis|appos|obl:unmarked)$/.test(relation)) return false;
  if (relation === "obl") return words.upos(words.head(token)) !== "VERB" || isForPurpose(token, words);
  if (relation === "advcl") return hasTo(token, words);
  if (relation === "acl") return hasTo(token, words);
  return true;
}

function isComplement(token: number, words: Words): boolean {
  return /^(?:xcomp|ccomp|advcl|acl|obj|nmod|obl|nsubj:pass)$/.test(words.deprel(token));
}

/** "Announced that it had closed": what is announced has been done. */
function isToldAsDone(token: number, head: number, words: Words): boolean {
  if (words.lemma(head) !== "announce" || words.deprel(token) !== "ccomp" || /ing$/i.test(words.text(token)))
    return false;
  return [token, ...words.children(token)].some(
    (one) => /Tense=Past.*VerbForm=Fin|^had$/.test(words.feats(one)) || words.lower(one) === "had",
  );
}

function isForPurpose(token: number, words: Words): boolean {
  return words
    .children(token)
    .some((one) => words.deprel(one) === "case" && /^(?:for|of|about|to|from|against)$/.test(words.lower(one)));
}

function hasTo(token: number, words: Words): boolean {
  return words.children(token).some((one) => words.deprel(one) === "mark" && words.lower(one) === "to");
}

function statusOfVerb(verb: number, words: Words): Factuality | null {
  const children = words.children(verb);
  const own = children.filter((one) => /^(?:aux|advmod|mark|aux:pass)$/.test(words.deprel(one)));
  const some = (pattern: RegExp) => own.some((one) => pattern.test(words.lower(one)));
  if (own.some((one) => words.deprel(one) === "mark" && conditions.test(words.lower(one)))) return "conditional";
  const modal = some(likely) || some(coming);
  if (modal && hangsOnCondition(verb, words)) return "conditional";
  if (some(negation) || isOver(verb, words) || isOfNone(verb, words)) return "not_done";
  if (some(likely)) return "possible";
  if (some(coming)) return "announced";
  // "Is to close", where the parser takes what will be for what something is.
  if (hasTo(verb, words) && children.some((one) => one < verb && /^(?:is|are)$/.test(words.lower(one))))
    return "announced";
  const present = some(/^(?:is|are|am|['’]s|['’]re|['’]m)$/);
  if (present && some(/^being$/)) return "ongoing";
  const progressive = /ing$/i.test(words.text(verb)) && present;
  if (progressive) return words.lower(verb) === "going" ? "announced" : "ongoing";
  const head = words.head(verb);
  if (words.deprel(verb) === "xcomp" && begun.test(words.lemma(head))) return statusOfVerb(head, words) ?? "ongoing";
  return null;
}

/** "Arrested no protesters", "no country sent troops". */
function isOfNone(verb: number, words: Words): boolean {
  return [patientOf(verb, words), agentOf(verb, words)].some(
    (noun) =>
      noun !== null &&
      words.children(noun).some((one) => words.deprel(one) === "det" && /^(?:no|neither)$/.test(words.lower(one))),
  );
}

/** "No longer". */
function isOver(verb: number, words: Words): boolean {
  return words.children(verb).some((one) => words.lower(one) === "longer" && words.lower(one - 1) === "no");
}

/** Whether a clause with "if" belongs to the verb, or stands before it on the verb that says it: "they said if he came, they would go". */
function hangsOnCondition(verb: number, words: Words): boolean {
  const saying = words.deprel(verb) === "ccomp" ? words.head(verb) : verb;
  const before = words.children(saying).filter((one) => saying !== verb && one > saying && one < verb);
  const clause = [...words.children(verb), ...before].filter((one) =>
    /^(?:advcl|ccomp|parataxis)$/.test(words.deprel(one)),
  );
  return clause.some((one) =>
    words.children(one).some((mark) => words.deprel(mark) === "mark" && conditions.test(words.lower(mark))),
  );
}

function statusOfNoun(noun: number, words: Words): Factuality | null {
  for (const one of words.children(noun)) {
    if (one > noun) continue;
    const word = words.lower(one);
    if (words.deprel(one) === "det" && word === "no") return "not_done";
    if (unreal.test(word)) return "possible";
    if (ahead.test(word)) return "announced";
    if (alleged.test(word)) return "not_done";
  }
  return null;
}

/** What the frame makes of its complement; a frame that is negated or itself unreal makes nothing certain of it. */
function frameStatus(
  head: number,
  complement: number,
  words: Words,
  lexicon: Pick<ActionLexicon, "frames">,
): Factuality | null {
  const infinitive = hasTo(complement, words);
  for (const form of words.forms(head)) {
    const frame = (infinitive ? lexicon.frames.get(`${form} to`) : undefined) ?? lexicon.frames.get(form);
    const status = frame?.status;
    if (status === undefined || status === null) continue;
    return status;
  }
  return null;
}
