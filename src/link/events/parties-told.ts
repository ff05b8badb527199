import type { Action } from "../../record/action.js";
import type { EntityKind } from "../../record/entity.js";
import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Span } from "../../text/span.js";
import { isNoun } from "./act-words.js";
import { actorsTold } from "./told-by-words.js";

/** Who acts and to whom it is done, as far as the sentence of the act itself says it. */
export interface PartiesTold {
  readonly actors: readonly Mention[];
  readonly recipients: readonly Mention[];
  /** Where it is done to somebody or something that has no name: the words for both, "seized the port"; `null` otherwise. */
  readonly doing: Span | null;
}

/**
 * The parties that the words around an act put in their places: who acts before a verb, behind "by" or right before a noun ("the Norland raid"), and those to whom it is done
 * on its other side, next to it. `null` where they leave open who acts or a pronoun alone tells: then only the sentence itself can be shown.
 */
export function partiesTold(action: Action, record: ArticleRecord): PartiesTold | null {
  const { text } = record.article;
  const { trigger } = action;
  const sentence = action.evidence.find(([from, to]) => from <= trigger.span[0] && trigger.span[0] < to);
  if (sentence === undefined) return null;
  const within = (mention: Mention): boolean => sentence[0] <= mention.span[0] && mention.span[1] <= sentence[1];
  const isVerb = !isNoun(trigger) || verbal.test(text.slice(sentence[0], trigger.span[0]));
  const around = {
    text,
    trigger: trigger.span,
    isNoun: !isVerb,
    isPassive: isVerb && isPassive(action, text, sentence),
  };
  const told = actorsTold(action, record).filter(within);
  const isSomebody = (mention: Mention): boolean =>
    !loosePronoun.test(mention.text) &&
    !isHalf(mention, around) &&
    (mention.entity !== null || !(pronoun.test(mention.text) || countAlone.test(mention.text)));
  const actors = nextTo(
    told.filter((mention) => isDoer(mention, around) && isSomebody(mention)),
    around,
  );
  if (actors.length === 0 || (around.isNoun && !actors.some((mention) => isNamedDoer(mention, around, record))))
    return null;
  const speaker = record.statements.find(({ id }) => id === action.accordingTo)?.speaker?.span ?? null;
  const others = action.recipients.filter(
    (mention) =>
      within(mention) &&
      isSomebody(mention) &&
      !overlaps(mention.span, speaker) &&
      !actors.some(({ span }) => overlaps(mention.span, span)) &&
      isOnOtherSide(mention, around),
  );
  const recipients = nextTo(others, around);
  const isNamed = recipients.some((mention) => isParty(mention, record) && !overlaps(mention.span, trigger.span));
  const doing = isNamed
    ? null
    : action.recipients.length === 0
      ? restOfClause(around, sentence[1])
      : doingTo(recipients, around);
  // "Got him sacked": without the one it is done to, the line would say nothing.
  // What stands far from a verb is not surely what it is done to.
  if (!isNamed && doing === null && recipients.length > 0 && isVerb && !around.isPassive) return null;
  // "Tried brick" of "tried brick-and-mortar shops".
  if (doing !== null && (/-$/.test(text.slice(...doing)) || /^[-\p{L}]/u.test(text.slice(doing[1])))) return null;
  if (recipients.some(({ span }) => longer.test(record.article.text.slice(span[1])))) return null;
  const isDone = action.recipients.some((mention) => !actors.some(({ span }) => overlaps(mention.span, span)));
  if (isDone && recipients.length === 0) return null;
  return { actors, recipients: doing === null ? recipients : [], doing };
}

/** The word for an act and those to whom it is done, where these stand right behind it. */
function doingTo([first, ...others]: readonly Mention[], { text, trigger, isNoun: noun, isPassive: passive }: Around) {
  // "Shot Corporal Lenz" + "Corporal Lenz".
  const inside = first !== undefined && trigger[0] <= first.span[0] && first.span[1] <= trigger[1];
  if (inside && first !== undefined) return trigger;
  if (first === undefined || noun || passive || !rightBehind.test(text.slice(trigger[1], first.span[0]))) return null;
  const whole: Span = [trigger[0], (others.at(-1) ?? first).span[1]];
  const short: Span = [trigger[0], first.span[1]];
  if (/ (?:it|him|her|them)\b/i.test(text.slice(...short))) return null;
  return whole[1] - whole[0] <= longestDoing ? whole : short[1] - short[0] <= longestDoing ? short : null;
}

/** A verb without anybody it is done to, with what stands behind it in its clause: "called for a truce". */
function restOfClause(
  { text, trigger: [from, to], isNoun: noun, isPassive: passive }: Around,
  end: number,
): Span | null {
  if (noun || passive) return null;
  const [rest = ""] = /^(?: [\p{L}\p{N}'’-]+)+/u.exec(text.slice(to, end)) ?? [];
  const [kept = ""] = rest.split(clauseBehind);
  return kept === "" || to + kept.length - from > longestDoing ? null : [from, to + kept.length];
}

const clauseBehind =
  / (?=(?:and|but|or|as|after|before|while|when|where|who|whom|whose|which|that|because|since|although|though|so|if|until|unless|than|said|says)\b)/i;

/** "The car" + "she was in": half of a longer phrase. */
const longer = /^ (?:he|she|they|it|we|I) /;
const rightBehind = /^ (?:\p{L}+ ){0,2}$/u;
/** In characters. */
const longestDoing = 60;

function isParty({ entity, text }: Mention, { entities }: ArticleRecord): boolean {
  const kind = entities.find(({ id }) => id === entity)?.kind;
  return (kind !== undefined && partyKinds.has(kind)) || named.test(text);
}

const named = /^(?!(?:The|An?|This|That|These|Those|Its|Their|His|Her)\b)\p{Lu}/u;

const partyKinds: ReadonlySet<EntityKind> = new Set([
  ...(["person", "government", "military", "armed_group", "organization", "outlet", "facility", "people"] as const),
]);

/** Whether whoever stands before a noun, or behind "by", acts: "the rebel raid", "Norland's raid" do, "the harbour shooting" and "American intervention" leave it open. */
function isNamedDoer(mention: Mention, { trigger }: Around, record: ArticleRecord): boolean {
  if (mention.span[0] >= trigger[1] || /^\p{Ll}/u.test(mention.text)) return true;
  const kind = record.entities.find(({ id }) => id === mention.entity)?.kind;
  return kind !== undefined && kind !== "other" && kind !== "facility";
}

/**
 * Whether its sentence tells an act only in passing: in a clause about somebody, about a time or a purpose, as one of two that may be, or as a noun that is known already
 * ("after the raid") or stands behind the head of the article, which tells its news.
 */
export function isAside({ trigger, evidence }: Action, { article: { text } }: ArticleRecord): boolean {
  const start = evidence.find(([from, to]) => from <= trigger.span[0] && trigger.span[0] < to)?.[0] ?? trigger.span[0];
  const before = text.slice(start, trigger.span[0]);
  if (lookingBack.test(before)) return true;
  if (isNoun(trigger) && !verbal.test(before)) return start > head || knownNoun.test(before) || ofSomebody.test(before);
  const after = text.slice(trigger.span[1]);
  if (attributive.test(before) && /^ \p{L}/u.test(after)) return true;
  const isBare = /^ by\b/.test(after) && !verbal.test(before);
  const isOfClause =
    ofClause.test(after) || (isBare && (start > 0 || told.test(before) || finite.test(after.slice(0, clauseLength))));
  const plain = before.replace(earlierParticiple, "").replace(adverbs, "");
  const isLoose = /ing\b/.test(trigger.text.split(" ")[0] ?? "") && looseParticiple.test(plain);
  return isLoose || longAgo.test(after) || isOfClause || subordinate.test(before) || /\beither\b/i.test(before);
}

/** "Three" + "captured boats". */
const attributive =
  /\b(?:an?|the|this|that|these|those|its|his|her|their|some|many|several|all|two|three|four|five|\d+|of|with|\p{L}+['’]s) $/iu;
/** "Boats seized by rebels" + "will be given back". */
const finite = /^ by [^.,;]*? (?:will|would|has|have|had|is|are|was|were|can|could|may|might|must|shall|should)\b/;
/** "Norland freed those" + "seized by". */
const told = /\b(?:say|says|said|has|have|had|is|are|was|were|will|would)\b/;
const clauseLength = 120;
/** "The boats that rebels had taken" + "will be given back". */
const ofClause = /^ (?:will|would|has|have|had|is|are|was|were|can|could|may|might|must|shall|should)\b/;

/** In characters: the headline and the first sentences. */
const head = 400;
/** How sentences begin that tell what was before the news. */
const lookingBack =
  /^["“‘]?(?:When|Since|Previously|Initially|Originally|Earlier this year|Last year|(?:\p{L}+ ){1,2}(?:years|months) ago|In (?:\p{Lu}\p{Ll}+ )?\d{4}|(?:In|Over|During) (?:recent|the (?:past|last)(?: [\p{L}\d-]+)?) (?:years?|months|decades?)|For (?:years|decades|months))\b|\b[Dd]uring (?:the )?(?:First |Second )?(?:World|Cold) War\b/u;
/** "The pilot, who is also in". */
const ofSomebody = /\b(?:who|whom|whose|which)\b[^,]*$/i;

/** Words that make of what follows something that is known: "after the", "in Norland's mass". */
export const knownNoun =
  /\b(?:after|before|since|following|during|over|of|for|about|behind|amid|despite|in|from|to|by|with|between) (?:(?:the|this|that|those|these|his|her|its|their|whose) |\p{Lu}[\p{L}.-]*['’]s? )(?:[\p{L}\p{N}-]+ ){0,3}$/u;
const subordinate =
  /\b(?:who|whom|whose|which|where|when|after|before|since|while|if|although|because|until|unless|whether|someone|anyone|(?:first|last|second) time)\b[^,]*$|\bto (?:be |have |have been )?(?:\p{L}+ly )?$|\bthat (?:has |have |had |is |are |was |were )?(?:been )?(?:\p{L}+ly )?$/iu;
/** "Rebels" + "guarding the port and" + "burning boats": both are of the same. */
const earlierParticiple = /\b\p{L}+ing\b(?:(?!ing\b)[^,;])* (?:and|or) $/u;
/** "Seized" + "by rebels six months ago", "last year": nothing that an article of today is about. */
const longAgo =
  /^[^.,;]{0,50}? (?:(?:weeks?|months?|years?|decades?) (?:ago|earlier)|last (?:month|year|spring|summer|autumn|fall|winter)|earlier this year)\b/iu;
/** What stands before a participle that is no verb of its clause: "by seizing", "rebels holding the port". */
const adverbs = /(?:\p{L}+ly )+$/u;
const looseParticiple =
  /(?<!,|\b(?:is|are|was|were|be|been|being|am|not|also|still|now|and|or|keep|keeps|kept|began|begun|begin|started|start|stopped|continued|[’']s|[’']re)) $/iu;

interface Around {
  readonly text: string;
  readonly trigger: Span;
  readonly isNoun: boolean;
  readonly isPassive: boolean;
}

/** "To attack", "was hit". */
export const verbal =
  /\b(?:to|is|are|was|were|be|been|has|have|had|will|would|may|might|can|could|must|should|not)(?: \p{L}+ly)? $/iu;

const pronoun = /^(?:he|him|his|she|her|hers|we|us|our|i|me|my|you|your|one|others?)$/i;
/** "Fired eleven" + "warning shots": half of a longer phrase. */
const countAlone =
  /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozens|hundreds|another)$/i;
/** Whom these stand for is read from other sentences. */
export const loosePronoun = /^(?:it|they|them|their|its|who|which|that|those|these|this)$/i;

function isPassive({ trigger: { text: words, span } }: Action, text: string, [start]: Span): boolean {
  const before = text.slice(Math.max(start, span[0] - 30), span[0]);
  const verb = words.split(" ").at(-1) ?? "";
  if (/\b(?:is|are|was|were|be|been|being|get|gets|got)\b/i.test(words)) return true;
  if (/ing$/.test(verb)) return false;
  return (
    /\b(?:is|are|was|were|be|been|being|get|gets|got)(?: (?:not|also|then|still|being|\p{L}+ly))* $/iu.test(before) ||
    /^ ?by\b/.test(text.slice(span[1])) ||
    /\bby$/.test(words)
  );
}

/** Whether it is half of a longer phrase: "southern" + "Norland", "the Norlandish" + "army", "air" + "strikes". */
function isHalf({ span: [from, to], entity }: Mention, { text, trigger }: Around): boolean {
  const [words, behind] = [text.slice(from, to), text.slice(to)];
  if (/^\p{Ll}+$/u.test(words) && /^ \p{Lu}/u.test(behind)) return true;
  if (to < trigger[0] + 1 && trigger[0] <= to + 1) return false;
  if (/^[Tt]he \p{Lu}\p{L}*(?:ish|an|ese|i|ch)$/u.test(words)) return /^ \p{Ll}/u.test(behind);
  return entity === null && /^\p{L}\p{Ll}*(?!s)\p{Ll}$/u.test(words) && /^ \p{Ll}{3,}s\b/u.test(behind);
}

function isDoer({ span: [from, to] }: Mention, { text, trigger, isNoun: noun, isPassive: passive }: Around): boolean {
  if (noun && /^ (?:\p{L}+ ){0,2}between (?:the )?$/u.test(text.slice(trigger[1], from))) return true;
  if (from >= trigger[1]) {
    const between = text.slice(trigger[1] - 3, from);
    const isNear = between.length < farthest && !/[;:.]/.test(between);
    return byBefore.test(between) ? !otherClause.test(between) : /\bby\b/.test(between) && isNear;
  }
  if (passive) return false;
  const between = text.slice(to, trigger[0]);
  if (noun) return /^(?:['’]s?)?(?: [\p{L}\p{N}-]+){0,3} $/u.test(between) && !preposition.test(between);
  return to <= trigger[0];
}

/** In characters: "killed in the market on Monday by". */
const farthest = 60;
const byBefore = /\bby (?:(?:the|an?|its|their) )?(?:\p{L}+[ -]){0,2}$/u;
/** "Shot in a film that" + "shook a country" + "by". */
const otherClause = /\b(?:who|whom|whose|which|that)\b|[;:.]/i;
const preposition =
  /\b(?:of|in|on|for|to|from|after|before|by|with|at|over|about|and|or|but|as|that|who|is|are|was|were|has|have|had)\b/i;

function isOnOtherSide(
  { span: [from, to] }: Mention,
  { text, trigger, isNoun: noun, isPassive: passive }: Around,
): boolean {
  if (noun) return from >= trigger[0] || /^ $/.test(text.slice(to, trigger[0]));
  return passive ? to <= trigger[1] : from >= trigger[0];
}

/** Those of them that stand next to the act: the nearest, and those that are listed with it. */
function nextTo(mentions: readonly Mention[], { text, trigger }: Around): readonly Mention[] {
  const away = ({ span: [from, to] }: Mention): number =>
    from >= trigger[1] ? from - trigger[1] : Math.max(0, trigger[0] - to);
  const [nearest] = mentions.toSorted((a, b) => away(a) - away(b));
  if (nearest === undefined) return [];
  const listed = [nearest];
  for (const one of mentions.toSorted((a, b) => a.span[0] - b.span[0])) {
    if (listed.includes(one)) continue;
    if (listed.some((other) => isListed(text, one.span, other.span))) listed.push(one);
  }
  return mentions.filter((one) => listed.includes(one));
}

function isListed(text: string, a: Span, b: Span): boolean {
  const [first, second] = a[0] < b[0] ? [a, b] : [b, a];
  return (
    /^(?:,|,? (?:and|or|as well as))(?: (?:(?!that\b)\p{Ll}+ ){0,2}|)$/u.test(text.slice(first[1], second[0])) ||
    /^, and $/.test(text.slice(first[1], second[0]))
  );
}

function overlaps([from, to]: Span, other: Span | null): boolean {
  return other !== null && from < other[1] && other[0] < to;
}
