import type { FullyAnnotated } from "../../doc/document.js";
import { firstFrom, tokensOf } from "../../doc/find-ranges.js";
import type { Claim, PartyRange, TokenRange } from "../../doc/layers.js";
import type { Factuality } from "../../record/factuality.js";
import type { PlaceId, TimeId } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import type { Statement } from "../../record/statement.js";
import { isAsked } from "../grammar/clause.js";
import { nounPhrase } from "../grammar/noun-phrase.js";
import type { Words } from "../grammar/words.js";
import { partyMention } from "../mentions.js";
import { wholeNames } from "../naming/names/whole-names.js";
import type { EntityTable } from "../naming/resolve-entities.js";
import type { PlaceTable } from "../places/extract-places.js";
import type { Provenance } from "../provenance.js";
import type { CircumstanceWeights } from "../ranking.js";
import { admittedBy, type TellingClause } from "../telling-clause.js";
import type { ExtractedTime } from "../times/extract-times.js";
import { statusIn, toldIn } from "../told-in.js";
import type { Confidence } from "./confidence.js";
import { partyKey } from "./named-parties.js";
import type { ReadParty } from "./party-features.js";
import type { Munitions } from "./senders.js";
import { isBesideDenial, phraseOver, unreal } from "./unreal.js";
import type { ClaimVerdict, UnrealWords } from "./unreal-words.js";
import { withWholeTriggers } from "./whole-triggers.js";

/** What an article tells besides its claims that each of them may lead to. */
export interface ClaimContext {
  readonly document: FullyAnnotated;
  readonly words: Words;
  readonly statements: readonly Statement[];
  readonly table: EntityTable;
  readonly times: readonly ExtractedTime[];
  readonly places: PlaceTable;
  readonly weights: CircumstanceWeights;
  readonly confidence: Confidence;
  readonly unreal: UnrealWords;
  readonly munitions: Munitions;
}

/** What every claim has, whatever its kind. */
export interface ReadClaim {
  readonly claim: Claim;
  /** The token that governs the trigger. */
  readonly head: number;
  /** The statement that it is told in, `null` where the article says it in its own voice. */
  readonly statement: Statement | null;
  readonly clause: TellingClause;
  readonly status: Factuality;
}

/** The claims of one kind with what each stands in, in reading order. */
export function readClaims(kind: Claim["kind"], context: ClaimContext): readonly ReadClaim[] {
  const { words, statements, document } = context;
  const claims = withWholeTriggers(
    document.layers.claims.claims.filter((claim) => claim.kind === kind),
    words,
  );
  const heads = new Set(claims.map(({ trigger }) => words.top(trigger)));
  return claims.flatMap((claim): readonly ReadClaim[] => {
    const verdict = verdictOn(claim, claims, context);
    if (verdict === "untold") return [];
    const span = words.span(claim.trigger);
    const head = words.top(claim.trigger);
    const statement = toldIn(span, statements);
    const clause: TellingClause = {
      anchors: [head],
      isOther: (token) => token !== head && heads.has(token),
      admits: admittedBy(span, statements, words),
    };
    const before = wordsTo(words.sentence(head).first, claim.trigger.first, document, words);
    const read = claim.status as Factuality;
    const status =
      verdict ?? askedStatus(claim, head, words) ?? (isBesideDenial(before) ? read : statusIn(statement, read));
    return [{ claim, head, statement, clause, status }];
  });
}

/** What the words around a claim make of it, `null` where they leave it as it is read. */
function verdictOn(
  claim: Claim,
  claims: readonly Claim[],
  { words, unreal: table }: ClaimContext,
): ClaimVerdict | null {
  const { trigger, label, status } = claim;
  // Advice against all but needless travel is advice all the same.
  if (label.startsWith("travel_advice/")) return null;
  const phrase = unreal(claim, !hindering.test(label), words, table);
  // What the reader itself takes for undone, it may know better in which way.
  const isOpen = !/^(?:conditional|denied|not_done)$/.test(status);
  if (phrase !== null) return isOpen || !/^(?:not_done|possible)$/.test(phrase.verdict) ? phrase.verdict : null;
  const over = isOpen ? phraseOver(claim, words, table) : null;
  if (over?.verdict === "announced") return "announced";
  if (over?.verdict !== "not_done") return null;
  const sentence = words.sentence(trigger.first);
  const tellsSame = (other: Claim) =>
    other !== claim && kindOf(other) === kindOf(claim) && words.sentence(other.trigger.first) === sentence;
  return !hindering.test(label) && claims.some(tellsSame) ? "untold" : null;
}

/** "Has the ministry closed the border?" does not tell that it has; `null` where nothing is asked. */
function askedStatus({ status }: Claim, head: number, words: Words): Factuality | null {
  return /^(?:happened|ongoing)$/.test(status) && isAsked(head, words) ? "possible" : null;
}

/** The type of an act, or the aspect of a state. */
const kindOf = ({ label }: Claim) => label.split("/")[0];

/** Who keeps somebody from a deed does one of these. */
const hindering = /^(?:REJECT|COERCE|PROTEST|REQUEST|ACCUSE)$/;

/** The text from a token up to another. */
function wordsTo(first: number, end: number, { text, layers }: FullyAnnotated, words: Words): string {
  return first >= end ? "" : text.slice(words.span({ first, end })[0], layers.tokens.start[end]);
}

/** Whom the words of a role stand for; a pronoun that stands for nobody known is whoever says it. */
export function partyOf(
  range: TokenRange,
  statement: Statement | null,
  { words, table, document }: ClaimContext,
): Mention | null {
  const whole = wholeNames(withCounted(trimmed(range, words), words), document);
  return whole && partyMention(whole, statement, words, table);
}

/** A bare number with what it counts: "killed [eleven] dockers", "seized [four] of the crew". */
function withCounted(range: TokenRange, words: Words): TokenRange {
  if (range.first >= range.end || tokensOf(range).some((token) => words.upos(token) !== "NUM")) return range;
  const top = words.top(range);
  const noun = words.deprel(top) === "nummod" ? words.head(top) : top;
  const phrase = nounPhrase(noun, words);
  return phrase.first <= range.first && range.end <= phrase.end ? phrase : range;
}

/** Those whom all stretches of a role stand for, each once, the surest first. */
export function maybeParties(
  ranges: readonly PartyRange[],
  statement: Statement | null,
  context: ClaimContext,
): readonly ReadParty[] {
  const parties = ranges.flatMap(({ doubt, ...range }) => {
    const mention = partyOf(range, statement, context);
    return mention === null ? [] : [{ mention, doubt }];
  });
  const isOne = ({ mention: one }: ReadParty, { mention: other }: ReadParty) =>
    partyKey(one) === partyKey(other) || (one.span[0] === other.span[0] && one.span[1] === other.span[1]);
  return parties.filter((one, at) => parties.findIndex((other) => isOne(one, other)) === at);
}

const addresses = /^(?:mr|mrs|ms|miss|mx|sir|madam|dame|lord|lady)\.?$/;

/** Without the marks and prepositions at its ends; nothing where no word in it can stand for anybody ("the"). */
function trimmed({ first, end }: TokenRange, words: Words): TokenRange {
  let [from, to] = [first, end];
  const outside = (token: number) => /^(?:PUNCT|ADP|CCONJ|SYM)$/.test(words.upos(token));
  while (from < to && outside(from)) from++;
  while (from < to && outside(to - 1) && words.text(to - 1) !== ".") to--;
  // "Ms" is nobody without the name behind it.
  if (to - from === 1 && addresses.test(words.lower(from))) {
    const named = words.upos(to) === "PROPN" && /^\p{Lu}/u.test(words.text(to));
    return { first: from, end: named ? to + 1 : from };
  }
  const holdsMore = tokensOf({ first: from, end: to }).some(
    (token) => !/^(?:DET|ADV|PART|AUX|SCONJ)$/.test(words.upos(token)),
  );
  return { first: from, end: holdsMore ? to : from };
}

/** The time expression in the words that the reader takes for the claim's time; `null` where there is none. */
export function timeOfRole({ time }: Claim, times: readonly ExtractedTime[]): TimeId | null {
  const found = time.flatMap((range) => {
    const first = times[firstFrom(times.length, (at) => (times[at]?.end ?? 0) > range.first)];
    return first !== undefined && first.first < range.end ? [first] : [];
  });
  return found.sort((a, b) => a.first - b.first)[0]?.time.id ?? null;
}

/** The place named in the words that the reader takes for where it happened; `null` where there is none. */
export function placeOfRole({ place }: Claim, places: PlaceTable): PlaceId | null {
  return place.flatMap(tokensOf).flatMap((token) => places.at(token)?.id ?? [])[0] ?? null;
}

const tellsOf = { action: "an act", posture: "a state", stance: "a stance" } as const;

/** That a claim was learnt: nothing but how sure the reader is can be said of it. */
export function learnt({ kind, label, score }: Claim): Provenance {
  const notes = [`${label}, with a probability of ${score.toFixed(2)} that the words tell of ${tellsOf[kind]} at all`];
  return { rule: `words that the reader has learnt to take for ${tellsOf[kind]}`, row: null, trigger: null, notes };
}
