import type { EntityId } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Stance } from "../../record/stance.js";
import type { Statement } from "../../record/statement.js";
import { type Span, spansOverlap } from "../../text/span.js";
import { dayOf, keyOf, statementOf } from "../line.js";
import type { OriginId } from "../link-id.js";
import type { LinkInput } from "../link-input.js";
import type { Origins } from "../origins/trace-origins.js";
import type { Settled } from "../settled.js";
import { negation } from "./compare-propositions.js";

/** Something that somebody holds to be so, or denies. */
export interface Proposition {
  readonly article: string;
  readonly line: string;
  readonly story: string;
  readonly stand: "claims" | "denies";
  /** Who holds or denies it, across articles; `null` where the article does so in its own voice. */
  readonly by: string | null;
  readonly origin: OriginId | null;
  /** The words for whom a denial is by; empty for claims. */
  readonly name: string;
  /** What is held or denied. */
  readonly words: string;
  /** Whether it is a denial by its own words ("denied", "untrue"), and not merely of something that did not happen. */
  readonly explicit: boolean;
  /** The lines of the same article that a denial answers, where the article tells. */
  readonly answers: readonly string[];
  readonly spans: readonly Span[];
  readonly date: string | null;
}

/** A statement, and whom it is by. */
export interface Said {
  readonly article: string;
  readonly line: string;
  readonly story: string;
  readonly act: string;
  readonly negated: boolean;
  /** What was said. */
  readonly content: string;
  readonly spans: readonly Span[];
  /** Whom it is by, across articles; `null` where nobody is named. */
  readonly speaker: string | null;
  readonly origin: OriginId | null;
  readonly date: string | null;
}

/** The statements of the articles, in their order. */
export function saidIn(settled: Settled, origins: Origins): readonly Said[] {
  const originOf = originsByLine(origins);
  return settled.articles.flatMap((input) =>
    input.record.statements
      .filter(({ id }) => !input.hidden?.has(id))
      .map(({ id, act, negated, content, evidence, speaker }) => ({
        article: input.id,
        line: id,
        story: settled.storyOf.get(input.id) ?? input.id,
        act,
        negated,
        content: content.text,
        spans: evidence,
        speaker: speaker === null ? null : keyOf(speaker, input.id, settled),
        origin: originOf.get(`${input.id} ${id}`) ?? null,
        date: dayOf(input),
      })),
  );
}

const asserting = /^(?:say|claim|accuse|confirm|warn|believe|condemn)$/;

/** What the statements assert, by whomever; those that are denials themselves are left out, unless a denial answers them. */
export function claimsOf(said: readonly Said[], denials: readonly Proposition[]): readonly Proposition[] {
  const denying = new Set(denials.map(({ article, line }) => `${article} ${line}`));
  const answered = new Set(denials.flatMap(({ article, answers }) => answers.map((line) => `${article} ${line}`)));
  return said
    .filter(({ article, line, act, negated, speaker }) => {
      if (speaker === null || negated) return false;
      const key = `${article} ${line}`;
      return answered.has(key) || (asserting.test(act) && !denying.has(key));
    })
    .map(({ article, line, story, speaker, origin, content, spans, date }) => ({
      ...{ article, line, story, stand: "claims" as const, by: speaker, origin, name: "", words: content },
      ...{ explicit: false, answers: [], spans, date },
    }));
}

/** What the articles tell of as denied by somebody, in their order; what one denies in one sentence counts once. */
export function denialsIn(settled: Settled, origins: Origins): readonly Proposition[] {
  const originOf = originsByLine(origins);
  return settled.articles.flatMap((input) => {
    const found = [...deniedStatements(input), ...disputingStances(input), ...counterClaims(input)];
    const kept: Denied[] = [];
    for (const denied of found) {
      const same = kept.findIndex((one) => isOneDenial(one, denied));
      const known = kept[same];
      if (known === undefined) kept.push(denied);
      else kept[same] = { ...known, answers: known.answers.length > 0 ? known.answers : denied.answers };
    }
    return withoutHeadlines(kept, input).map((denied): Proposition => {
      const before = answeredBefore(denied, input.record);
      const answers = [...new Set([...denied.answers, ...before])];
      return {
        article: input.id,
        line: denied.line,
        story: settled.storyOf.get(input.id) ?? input.id,
        stand: "denies",
        by: keyOf(denied.by, input.id, settled),
        origin: originOf.get(`${input.id} ${denied.line}`) ?? null,
        name: denied.by.text,
        words: saysWhat(denied) ? denied.words : answers.map((id) => contentOf(input.record, id)).join("; "),
        explicit: denied.explicit,
        answers,
        spans: denied.spans,
        date: dayOf(input),
      };
    });
  });
}

/** A denial as one article tells it. */
interface Denied {
  readonly line: string;
  readonly by: Mention;
  readonly words: string;
  readonly explicit: boolean;
  readonly answers: readonly string[];
  readonly spans: readonly Span[];
}

function deniedStatements({ record, hidden }: LinkInput): readonly Denied[] {
  return record.statements.flatMap(({ id, act, negated, speaker, content, evidence }) =>
    act !== "deny" || negated || speaker === null || hidden?.has(id)
      ? []
      : [{ line: id, by: speaker, words: content.text, explicit: true, answers: [], spans: evidence }],
  );
}

function disputingStances({ record, hidden }: LinkInput): readonly Denied[] {
  return record.stances.flatMap((stance) => {
    if (stance.relation !== "disputes" || hidden?.has(stance.id)) return [];
    const own = ownStatement(stance, record);
    const target = statementOf(record, stance.target.statement);
    // To call something hasty or not to be borne judges it; it says nothing of it that could be untrue.
    const isJudgement =
      own?.act !== "deny" && target === null && !saysNot(own?.content.text ?? wordsAt(record, stance.evidence));
    // Who tells what another said and judges it in one breath disputes no claim that stands apart from his own words.
    const isOwnTelling = own !== null && target?.within === own.id;
    if (own?.negated || isJudgement || isOwnTelling) return [];
    const spans = stance.evidence;
    const words =
      own === null
        ? withoutNegation(wordsAt(record, spans), stance.holder)
        : own.act === "deny"
          ? own.content.text
          : withoutNegation(own.content.text);
    return [
      {
        line: own?.id ?? stance.id,
        by: stance.holder,
        words,
        explicit: own?.act === "deny" || target !== null || denying.test(wordsAt(record, spans)),
        answers: target === null || target.id === own?.id ? [] : [target.id],
        spans,
      },
    ];
  });
}

/** The statement in which the holder of a stance takes it. */
function ownStatement({ holder, accordingTo, evidence }: Stance, record: ArticleRecord): Statement | null {
  const isHolder = ({ speaker }: Statement): boolean =>
    speaker !== null &&
    (spansOverlap(speaker.span, holder.span) || (speaker.entity !== null && speaker.entity === holder.entity));
  const told = statementOf(record, accordingTo);
  if (told !== null && isHolder(told)) return told;
  const near = record.statements.filter((one) => isHolder(one) && overlap(one.evidence, evidence));
  return near.find(({ act }) => act === "deny") ?? near[0] ?? null;
}

const hostile = /^(?:ASSAULT|COERCE|ACCUSE)$/;

/** What one side says the other did, of whom that says the same of it: "the army blames the rebels; they say that the army fired". */
function counterClaims({ record, hidden }: LinkInput): readonly Denied[] {
  const charges = record.actions.flatMap(({ id, type, actors, accordingTo }) => {
    const told = statementOf(record, accordingTo);
    if (told === null || told.speaker === null || !hostile.test(type) || hidden?.has(id)) return [];
    return [{ told, by: told.speaker, against: actors.flatMap(({ entity }) => entity ?? []) }];
  });
  return charges.flatMap(({ told, by, against }, at) => {
    const answered = charges
      .slice(0, at)
      .filter((one) => one.told.id !== told.id && against.some((entity) => speaksFor(one.by, entity, record)))
      .filter((one) => one.against.some((entity) => speaksFor(by, entity, record)));
    if (answered.length === 0) return [];
    const answers = [...new Set(answered.map((one) => one.told.id))];
    return [{ line: told.id, by, words: told.content.text, explicit: true, answers, spans: told.evidence }];
  });
}

/** Whether a speaker is that entity, or its words name it: "the spokesman of the guards". */
function speaksFor(speaker: Mention, entity: EntityId, record: ArticleRecord): boolean {
  const mentions = record.entities.find(({ id }) => id === entity)?.mentions ?? [];
  return speaker.entity === entity || mentions.some((span) => spansOverlap(span, speaker.span));
}

/** The denials without those in the headline that the text tells of too. */
function withoutHeadlines(denials: readonly Denied[], { record }: LinkInput): readonly Denied[] {
  const end = record.article.text.indexOf("\n");
  const inHeadline = ({ spans }: Denied): boolean => spans.every((span) => span[1] <= end);
  return denials.filter(
    (one) => !inHeadline(one) || !denials.some((other) => !inHeadline(other) && isOneVoice(one, other)),
  );
}

const denying =
  /\b(?:false(?:ly)?|untrue|fake|hoax|baseless|no truth|not true|not so|not the case|den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|disput\w*|contradict\w*|refut\w*|rebut\w*|debunk\w*)\b/i;

function saysNot(words: string): boolean {
  return words.search(negation) >= 0 || denying.test(words);
}

/** What a sentence says that denies something, without what makes it a denial and without who denies it. */
function withoutNegation(words: string, holder?: Mention): string {
  const rest = holder === undefined ? words : words.replace(holder.text, " ");
  return rest.replace(negation, " ").replace(/\s+/g, " ").trim();
}

function isOneDenial(a: Denied, b: Denied): boolean {
  return a.line === b.line || (isOneVoice(a, b) && overlap(a.spans, b.spans));
}

function isOneVoice(a: Denied, b: Denied): boolean {
  return a.by.text === b.by.text || (a.by.entity !== null && a.by.entity === b.by.entity);
}

/** Words by which a denial points at what was said before, and tells nothing of it. */
const pointing =
  /\b(?:it|this|that|these|those|so|such|the|an?|its|his|her|their|any|all|everything|anything|each|both|of|by|in|on|as|not|was|were|is|are|said|says|told|claims?|claimed|allegations?|alleged|accusations?|reports?|reported|charges?|assertions?|suggestions?|rumou?rs?|stor(?:y|ies)|news|statements?|denie[sd]|deny|denying|reject(?:s|ed)?|dismisse[sd]|disputed?s?|rebuff(?:s|ed)|refute[sd]?|false|untrue|wrong|baseless|true|case|firmly|flatly|strongly|categorically)\b|['’]s\b/giu;

/** Whether a denial's own words tell what is denied: "denied this", "the claims", "the army's report" mean what was said before. */
function saysWhat({ words, by }: Denied): boolean {
  const rest = words.replace(by.text, " ").replace(pointing, " ");
  return [...rest.matchAll(/(?<!\p{L})\p{Ll}{3,}/gu)].length >= 2 || [...rest.matchAll(/\p{L}{3,}/gu)].length >= 4;
}

/** Characters before a denial within which what it means by "this" was said. */
const reach = 700;

/** The statements that "denied this" and "the claims" point at: what somebody else said last before, or who is named. */
function answeredBefore(denied: Denied, record: ArticleRecord): readonly string[] {
  if (saysWhat(denied)) return [];
  const start = denied.spans[0]?.[0] ?? 0;
  const others = record.statements.filter(
    ({ id, speaker, negated, act, evidence }) =>
      id !== denied.line &&
      act !== "deny" &&
      !negated &&
      speaker !== null &&
      speaker.text !== denied.by.text &&
      (speaker.entity === null || speaker.entity !== denied.by.entity) &&
      (evidence[0]?.[0] ?? 0) <= start &&
      start - (evidence[0]?.[0] ?? 0) <= reach,
  );
  const named = others.filter(({ speaker }) => speaker !== null && namedIn(denied.words, speaker.entity, record));
  const claimant = record.entities.some(
    ({ id }) => id !== denied.by.entity && namedIn(denied.words.replace(denied.by.text, " "), id, record),
  );
  const before = named.length > 0 || claimant ? named : others;
  const last = before.at(-1);
  if (last === undefined) return [];
  const bySame = ({ speaker }: Statement): boolean =>
    speaker?.text === last.speaker?.text || (speaker?.entity !== null && speaker?.entity === last.speaker?.entity);
  return /\b(?:claims|allegations|accusations|reports|charges|rumou?rs)\b/i.test(denied.words)
    ? before.filter(bySame).map(({ id }) => id)
    : [last.id];
}

function namedIn(words: string, entity: EntityId | null, record: ArticleRecord): boolean {
  const mentions = record.entities.find(({ id }) => id === entity)?.mentions ?? [];
  return mentions.some(([start, end]) => {
    const name = record.article.text.slice(start, end).replace(/^(?:the|its|their) /i, "");
    return /^\p{Lu}/u.test(name) && words.includes(name);
  });
}

function contentOf(record: ArticleRecord, id: string): string {
  return record.statements.find((one) => one.id === id)?.content.text ?? "";
}

function wordsAt({ article }: ArticleRecord, spans: readonly Span[]): string {
  return spans.map(([start, end]) => article.text.slice(start, end)).join(" ");
}

function overlap(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((one) => b.some((other) => spansOverlap(one, other)));
}

function originsByLine({ traces }: Origins): ReadonlyMap<string, OriginId> {
  return new Map(traces.map(({ article, line, origin }) => [`${article} ${line}`, origin]));
}
