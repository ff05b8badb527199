import { child, isAskedAside, isPassive, patientOf } from "../clause.js";
import type { Words } from "../words.js";
import type { Act } from "./act.js";
import type { Nouns } from "./nouns.js";

/** How surely a noun stands for somebody who acts in public. */
type Standing = 0 | 1 | 2 | 3;

const nobody =
  /^(?:you|one|who|whom|whoever|anyone|anybody|everyone|everybody|nobody|someone|somebody|some|many|others|something|anything|nothing|everything|all|both|such|what)$/;
const kin =
  /^(?:mother|mom|mum|father|dad|parent|son|daughter|sister|brother|wife|husband|spouse|girlfriend|boyfriend|friend|relative|family|cousin|uncle|aunt|nephew|niece|grandmother|grandfather|grandson|granddaughter|child|kid|baby|partner|fiancé|fiancée|neighbor|neighbour|colleague|fan|viewer|reader|listener|customer|client|consumer|shopper|voter)$/;
const bodily = /^(?:ASSAULT|COERCE|SANCTION|AID|CONSULT|COOPERATE)$/;
const lone = /^(?:RETREAT|MOBILIZE|PROTEST|CONCEDE)$/;

/**
 * Whether an act is one of public life that its sentence really tells: somebody known or a body takes part, and where the word alone could mean
 * much else ("hit", "support"), both sides have to be there. Private visits, figures of speech and things that act are left out.
 */
export function isWorthTelling(act: Act, words: Words, nouns: Nouns): boolean {
  const standing = (noun: number) => standingOf(noun, words, nouns);
  const most = (list: readonly number[]) => Math.max(0, ...list.map(standing));
  const [actor, recipient] = [most(act.actors), most(act.recipients)];
  const { type } = act.kind;
  // "Would not say whether the fleet had consulted him" leaves open whether there was any act.
  if (isOpenQuestion(act.head, words) || isNoTelephoning(act, words) || isOnlyPreferred(act.head, words)) return false;
  if (isUnsaid(act, words) || isLeftSo(act, words) || isLeaveToSpeak(act, words)) return false;
  // Who "is flown to" a town visits nobody, and mines that "left by rail" did not withdraw.
  if (act.kind.mode === "visit" && words.lemma(act.head) === "fly" && isPassive(act.head, words)) return false;
  // "A person briefed on the decision" is described, and citizens who travel consult nobody.
  if (type === "CONSULT" && /^acl/.test(words.deprel(act.head)) && act.recipients.includes(words.head(act.head)))
    return false;
  if (type === "CONSULT" && act.kind.mode === "visit" && act.actors.some((one) => travellers.test(words.lemma(one))))
    return false;
  // Reporters ask: "asked about the order, she said".
  if (type === "REQUEST" && act.lemma === "ask" && (act.actors.length === 0 || isAskedAside(act.head, words)))
    return false;
  // A story, a bid or a remark that is withdrawn is no troops.
  if (type === "RETREAT" && act.kind.mode === "withdraw" && isPaper(patientOf(act.head, words), words)) return false;
  if (type === "RETREAT" && act.kind.mode === "withdraw" && act.actors.length > 0 && actor === 0) return false;
  const somewhere = act.recipients.some(nouns.isPlace) || (bodily.test(type) && tellsWhere(act, words, nouns));
  if (Math.max(actor, recipient) < 2 && !somewhere) return false;
  // A thing does nothing: "a rule allows", "the sin honours".
  if (act.actors.length > 0 && actor === 0 && !act.sure) return false;
  const placed = type === "PROTEST" && act.recipients.some(nouns.isPlace);
  if (placed) return true;
  if (act.actors.length === 0 && recipient < 3 && !bodily.test(type) && !act.sure) return false;
  // "Condemned Friday's attack on the convoy" takes up what is told elsewhere.
  if (act.actors.length === 0 && recipient < 3 && !somewhere && words.upos(act.head) === "NOUN") return false;
  if (/^(?:SUPPORT|CONSULT)$/.test(type) && act.recipients.length > 0 && isKin(act.recipients[0] ?? -1, words))
    return false;
  if (
    /^(?:SUPPORT|CONSULT|AID|COOPERATE)$/.test(type) &&
    act.recipients.length > 0 &&
    recipient < 2 &&
    act.recipients.every((one) => words.upos(one) === "PRON")
  )
    return false;
  // "Disputed her account", "dismissed the accusations": words about a thing are a stance, and no act between two parties.
  if (
    /^(?:REJECT|ACCUSE|SUPPORT|REQUEST)$/.test(type) &&
    act.recipients.length > 0 &&
    act.recipients.every((one) => isSaid(one, words, nouns))
  )
    return false;
  if (act.sure) return true;
  if (bodily.test(type)) return recipient >= 1 || somewhere;
  if (lone.test(type)) return actor >= 2 || recipient >= 2;
  return actor >= 2 || (actor === 1 && recipient >= 2) || recipient === 3;
}

const saidThings =
  /^(?:account|accusation|allegation|assertion|assessment|charge|claim|comment|criticism|remark|report|rumor|rumour|speculation|statement|suggestion|version|view)$/;

/** Whether the noun is something said, and no name in its words tells by whom. */
function isSaid(noun: number, words: Words, nouns: Nouns): boolean {
  if (!saidThings.test(words.lemma(noun))) return false;
  const { first, end } = words.phrase(noun);
  for (let token = first; token < end; token++) if (nouns.isName(token)) return false;
  return true;
}

const travellers =
  /^(?:national|citizen|tourist|traveller|traveler|holidaymaker|people|resident|passenger|visitor|pilgrim)$/;
const papers =
  /^(?:story|report|article|dispatch|item|claim|remark|comment|statement|bid|offer|nomination|candidacy|application|complaint|lawsuit|motion|bill|resolution)$/;

function isPaper(object: number | null, words: Words): boolean {
  return object !== null && papers.test(words.lemma(object));
}

/** Whether it is only asked whether the act took place; what might still come ("whether they would be expelled") is told. */
function isOpenQuestion(head: number, words: Words): boolean {
  const marked = (relation: string, form: RegExp) =>
    words.children(head).some((one) => words.deprel(one) === relation && form.test(words.lower(one)));
  return marked("mark", /^whether$/) && !marked("aux", /^(?:would|will|could|should|might|may|can|shall|wo)$/);
}

/** "Did not dispute the report", "without asking Rome": what nobody said is no act of saying. */
function isUnsaid({ head, kind }: Act, words: Words): boolean {
  const marked = (form: RegExp) => words.children(head).some((one) => one < head && form.test(words.lower(one)));
  if (marked(/^without$/)) return true;
  // "Stop those groups threatening us": an end is asked for, and nothing told.
  const stopper = words.deprel(head) === "acl" ? words.head(words.head(head)) : words.head(head);
  if (
    /ing$/i.test(words.text(head)) &&
    head > stopper &&
    /^(?:stop|prevent|keep)$/.test(words.lemma(stopper)) &&
    isUnreal(stopper, words)
  )
    return true;
  return (
    /^(?:ACCUSE|SUPPORT|REQUEST)$/.test(kind.type) &&
    marked(/^(?:not|n['’]t|never)$/) &&
    marked(/^(?:do|does|did|has|have|had)$/)
  );
}

/** "The decision leaves only four missions open": what stays as it is has not been left. */
function isLeftSo({ head, theme, recipients }: Act, words: Words): boolean {
  if (words.lemma(head) !== "leave") return false;
  const left = [head, ...(theme === null ? [] : [theme]), ...recipients];
  return left.some((noun) =>
    words.children(noun).some((one) => one > noun && words.upos(one) === "ADJ" && words.deprel(one) !== "conj"),
  );
}

/** "Was not authorised to speak to the media": why somebody has no name in the article. */
function isLeaveToSpeak({ head, kind }: Act, words: Words): boolean {
  if (kind.type !== "CONCEDE") return false;
  const complement = child(head, words, /^[xc]comp$/);
  return complement !== null && /^(?:speak|talk|comment|discuss|brief)$/.test(words.lemma(complement));
}

function isUnreal(verb: number, words: Words): boolean {
  return words.children(verb).some((one) => /^(?:would|will|could|should|must|to|may|might)$/.test(words.lower(one)));
}

/** "Called him one of the best", "what he called 'theatre'", "called home": no call is made. */
function isNoTelephoning({ head, kind, recipients }: Act, words: Words): boolean {
  if (kind.mode !== "phone" || words.lemma(head) !== "call") return false;
  const [whom] = recipients;
  const children = words.children(head);
  const isOne = (noun: number) => words.children(noun).some((one) => /^an?$/.test(words.lower(one)));
  const named = children.some(
    (one) =>
      one > head &&
      one !== whom &&
      (/^(?:xcomp|ccomp)$/.test(words.deprel(one)) || (/^i?obj$/.test(words.deprel(one)) && isOne(one))),
  );
  const aside = children.some((one) => one > head && /^(?:home|back|out|off|in)$/.test(words.lower(one)));
  const quoted = [head + 1, ...(whom === undefined ? [] : [whom + 1])].some((one) =>
    /^["“‘'‚„«]$/.test(words.text(one)),
  );
  const what = children.some((one) => one < head && /^(?:what|which)$/.test(words.lower(one)));
  return named || aside || quoted || what;
}

/** "Would rather move people": what one would like better is no promise. */
function isOnlyPreferred(head: number, words: Words): boolean {
  return words.children(head).some((one) => one < head && /^(?:rather|sooner)$/.test(words.lower(one)));
}

/** Whether a place is named among the words behind the act. */
function tellsWhere({ head }: Act, words: Words, nouns: Nouns): boolean {
  const { end } = words.phrase(head);
  for (let token = head + 1; token < end; token++) if (nouns.isPlace(token) && nouns.isName(token)) return true;
  return false;
}

function standingOf(noun: number, words: Words, nouns: Nouns): Standing {
  if (words.upos(noun) === "PRON")
    return nobody.test(words.lower(noun))
      ? 0
      : nouns.isKnown(noun) && !/^(?:i|me|we|us)$/.test(words.lower(noun))
        ? 2
        : 1;
  if (nouns.isKnown(noun) || nouns.isName(noun)) return 3;
  if (isKin(noun, words)) return 1;
  return nouns.isSomebody(noun) ? 2 : 0;
}

function isKin(noun: number, words: Words): boolean {
  return kin.test(words.lemma(noun));
}
