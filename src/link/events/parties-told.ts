import type { Action } from "../../record/action.js";
import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Span } from "../../text/span.js";
import { isNoun } from "./act-words.js";
import { actorsTold } from "./told-by-words.js";

/** Who acts and to whom it is done, as far as the sentence of the act itself says it. */
export interface PartiesTold {
  readonly actors: readonly Mention[];
  readonly recipients: readonly Mention[];
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
  const actors = told.filter((mention) => isDoer(mention, around) && !loosePronoun.test(mention.text));
  if (actors.length === 0) return null;
  const speaker = record.statements.find(({ id }) => id === action.accordingTo)?.speaker?.span ?? null;
  const others = action.recipients.filter(
    (mention) =>
      within(mention) &&
      !loosePronoun.test(mention.text) &&
      !overlaps(mention.span, speaker) &&
      !actors.some(({ span }) => overlaps(mention.span, span)) &&
      isOnOtherSide(mention, around),
  );
  return { actors, recipients: nextTo(others, around) };
}

/** Whether its sentence tells an act only in passing: in a clause about somebody, about a time or a purpose, or as a noun that is known already ("after the raid"). */
export function isAside({ trigger, evidence }: Action, { article: { text } }: ArticleRecord): boolean {
  const start = evidence.find(([from, to]) => from <= trigger.span[0] && trigger.span[0] < to)?.[0] ?? trigger.span[0];
  const before = text.slice(start, trigger.span[0]);
  return (isNoun(trigger) && !verbal.test(before) ? knownNoun : subordinate).test(before);
}

/** Words that make of what follows something that is known: "after the", "in Norland's mass". */
export const knownNoun =
  /\b(?:after|before|since|following|during|over|of|for|about|behind|amid|despite|in|from|to|by|with|between) (?:(?:the|this|that|those|these|his|her|its|their|whose) |\p{Lu}[\p{L}.-]*['’]s? )(?:[\p{L}\p{N}-]+ ){0,3}$/u;
const subordinate =
  /\b(?:who|whom|whose|which|where|when|after|before|since|while|if|although|because|until|unless|whether|someone|anyone)\b[^,]*$|\bto (?:\p{L}+ly )?$/iu;

interface Around {
  readonly text: string;
  readonly trigger: Span;
  readonly isNoun: boolean;
  readonly isPassive: boolean;
}

/** "To attack", "was hit". */
export const verbal =
  /\b(?:to|is|are|was|were|be|been|has|have|had|will|would|may|might|can|could|must|should|not)(?: \p{L}+ly)? $/iu;

/** Whom these stand for is read from other sentences. */
const loosePronoun = /^(?:it|they|them|their|its|who|which|that|those|these|this)$/i;

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

function isDoer({ span: [from, to] }: Mention, { text, trigger, isNoun: noun, isPassive: passive }: Around): boolean {
  if (noun && /^ (?:\p{L}+ ){0,2}between (?:the )?$/u.test(text.slice(trigger[1], from))) return true;
  if (from >= trigger[1]) {
    const between = text.slice(trigger[1] - 3, from);
    return (
      /\bby (?:(?:the|an?|its|their) )?(?:\p{L}+[ -]){0,2}$/u.test(between) ||
      (/\bby\b/.test(between) && between.length < farthest && !/[;:.]/.test(between))
    );
  }
  if (passive) return false;
  const between = text.slice(to, trigger[0]);
  if (noun) return /^(?:['’]s?)?(?: [\p{L}\p{N}-]+){0,3} $/u.test(between) && !preposition.test(between);
  return to <= trigger[0];
}

/** In characters: "killed in the market on Monday by". */
const farthest = 60;
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
    /^(?:,|,? (?:and|or|as well as))(?: (?:\p{Ll}+ ){0,2}|)$/u.test(text.slice(first[1], second[0])) ||
    /^, and $/.test(text.slice(first[1], second[0]))
  );
}

function overlaps([from, to]: Span, other: Span | null): boolean {
  return other !== null && from < other[1] && other[0] < to;
}
