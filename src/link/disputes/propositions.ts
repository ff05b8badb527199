import type { EntityId } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Stance } from "../../record/stance.js";
import type { Statement } from "../../record/statement.js";
import { anySpansOverlap, type Span, spansOverlap } from "../../text/span.js";
import { keyOf, statementOf } from "../line.js";
import type { OriginId } from "../link-id.js";
import { dayOf, type LinkInput } from "../link-input.js";
import type { Origins } from "../origins/trace-origins.js";
import type { Settled } from "../settled.js";
import { negation } from "./compare-propositions.js";
import { isOneSide } from "./one-side.js";

/** Something that somebody holds to be so, or denies. */
export interface Proposition {
  readonly article: string;
  /** `null` for a claim that only a denial tells of. */
  readonly line: string | null;
  readonly story: string;
  readonly stand: "claims" | "denies";
  /** Who holds or denies it, across articles; `null` where the article does so in its own voice. */
  readonly by: string | null;
  readonly origin: string | null;
  /** All that whoever holds or denies it is called in its article, parted by " · ". */
  readonly name: string;
  /** What is held or denied. */
  readonly words: string;
  /** Whether it is a denial by its own words ("denied", "untrue"), and not merely of something that did not happen. */
  readonly explicit: boolean;
  /** A claim by its speech act; a denial by how it is told. */
  readonly act: string;
  /** The lines of the same article that a denial answers, where the article tells. */
  readonly answers: readonly string[];
  /** The words by which a denial itself tells whose claim it denies: "the inspectors' report". */
  readonly relayed: Relayed | null;
  readonly spans: readonly Span[];
  readonly date: string | null;
}

/** A claim that an article tells of in the denial alone. */
export interface Relayed {
  readonly by: string;
  readonly name: string;
  readonly words: string;
  readonly spans: readonly Span[];
  /** Whose text tells of it. */
  readonly origin: string;
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
  /** All that the speaker is called in the article, parted by " · ". */
  readonly name: string;
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
        name: calledIn(input.record, speaker),
        origin: originOf.get(`${input.id} ${id}`) ?? null,
        date: dayOf(input),
      })),
  );
}

/** What is asked or supposed is held by nobody. */
const asking = /^(?:how|why|whether|if|who)\b|^[^.?!]*\?/i;

const asserting = /^(?:say|claim|accuse|confirm|warn|believe|condemn)$/;

/** What the statements assert, by whomever; those that are denials themselves are left out, and what says too little to be denied. */
export function claimsOf(said: readonly Said[], denials: readonly Proposition[]): readonly Proposition[] {
  const denying = new Set(denials.flatMap(({ article, line, explicit }) => (explicit ? [`${article} ${line}`] : [])));
  const answered = new Set(denials.flatMap(({ article, answers }) => answers.map((line) => `${article} ${line}`)));
  return said
    .filter(({ article, line, act, negated, speaker, content }) => {
      const key = `${article} ${line}`;
      if (speaker === null || negated || denying.has(key) || !tellsOf(content)) return false;
      if (unverified.test(content) || asking.test(content)) return false;
      return answered.has(key) || (asserting.test(act) && !calledUntrue.test(content));
    })
    .map(({ article, line, story, act, speaker, name, origin, content, spans, date }) => ({
      ...{ article, line, story, stand: "claims" as const, by: speaker, origin, name, words: content },
      ...{ act, explicit: false, answers: [], relayed: null, spans, date },
    }));
}

/** What the articles tell of as denied by somebody, in their order; what one denies in one sentence counts once. */
export function denialsIn(settled: Settled, origins: Origins): readonly Proposition[] {
  const originOf = originsByLine(origins);
  return settled.articles.flatMap((input) => {
    const found = [
      ...deniedStatements(input),
      ...disputingStances(input),
      ...counterClaims(input),
      ...mutualBlame(input),
    ];
    const kept: Denied[] = [];
    for (const denied of found) {
      const same = kept.findIndex((one) => isOneDenial(one, denied));
      const known = kept[same];
      if (known === undefined) kept.push(denied);
      else
        kept[same] = {
          ...known,
          answers: known.answers.length > 0 ? known.answers : denied.answers,
          relayed: known.relayed ?? denied.relayed ?? null,
        };
    }
    return withoutHeadlines(kept, input).map(
      (denied): Proposition => ({
        article: input.id,
        line: denied.line,
        story: settled.storyOf.get(input.id) ?? input.id,
        stand: "denies",
        by: keyOf(denied.by, input.id, settled),
        origin: originOf.get(`${input.id} ${denied.line}`) ?? null,
        name: calledIn(input.record, denied.by),
        words: denied.words,
        act: denied.act,
        explicit: denied.explicit,
        answers: denied.answers,
        relayed: relayedIn(denied, input, settled),
        spans: denied.spans,
        date: dayOf(input),
      }),
    );
  });
}

/** A denial as one article tells it. */
interface Denied {
  readonly line: string;
  readonly by: Mention;
  readonly words: string;
  readonly act: "deny" | "say" | "dispute" | "counter" | "blame";
  readonly explicit: boolean;
  readonly answers: readonly string[];
  /** Whose claim it denies, by the words that name it. */
  readonly relayed?: Mention | null;
  readonly spans: readonly Span[];
}

/** Statements that say that something is not so, by whatever words. */
function deniedStatements({ record, hidden }: LinkInput): readonly Denied[] {
  return record.statements.flatMap((statement): readonly Denied[] => {
    const { id, act, negated, speaker, content, cue, evidence } = statement;
    if (negated || speaker === null || hidden?.has(id) || unverified.test(wordsAt(record, evidence))) return [];
    const explicit = act === "deny" || denying.test(cue?.phrase.text ?? "") || untrue.test(content.text);
    if (!explicit && content.text.search(negation) < 0) return [];
    const words = explicit ? content.text.replace(denying, " ") : withoutNegation(content.text);
    return [
      { line: id, by: speaker, words, act: act === "deny" ? "deny" : "say", explicit, answers: [], spans: evidence },
    ];
  });
}

function disputingStances({ record, hidden }: LinkInput): readonly Denied[] {
  return record.stances.flatMap((stance) => {
    if (stance.relation !== "disputes" || hidden?.has(stance.id)) return [];
    if (unverified.test(wordsAt(record, stance.evidence))) return [];
    const own = ownStatement(stance, record);
    const target = statementOf(record, stance.target.statement);
    const explicit = denying.test(wordsAt(record, stance.evidence));
    // To call something hasty or not to be borne judges it; it says nothing of it that could be untrue.
    const isJudgement = !explicit && (own === null || (target === null && own.content.text.search(negation) < 0));
    // Who tells what another said and judges it in one breath disputes no claim that stands apart from his own words.
    const isOwnTelling = own !== null && target?.within === own.id;
    if (own?.negated || isJudgement || isOwnTelling) return [];
    const spans = stance.evidence;
    const words =
      own === null
        ? withoutNegation(wordsAt(record, spans), stance.holder)
        : own.act === "deny"
          ? own.content.text.replace(denying, " ")
          : withoutNegation(own.content.text);
    return [
      {
        line: own?.id ?? stance.id,
        by: stance.holder,
        words,
        act: "dispute",
        explicit,
        answers: target === null || target.id === own?.id ? [] : [target.id],
        relayed: explicit ? stance.target.mention : null,
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
  const near = record.statements.filter((one) => isHolder(one) && anySpansOverlap(one.evidence, evidence));
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
    return [
      { line: told.id, by, words: told.content.text, act: "counter", explicit: true, answers, spans: told.evidence },
    ];
  });
}

/** "Each blamed the other": either denies what others say of it alone before. */
function mutualBlame({ record, hidden }: LinkInput): readonly Denied[] {
  return record.actions.flatMap(({ id, type, actors, evidence }) => {
    if (type !== "ACCUSE" || actors.length < 2 || hidden?.has(id) || !mutual.test(wordsAt(record, evidence))) return [];
    const line =
      record.statements.find((one) => one.act === "accuse" && anySpansOverlap(one.evidence, evidence))?.id ?? id;
    return actors.flatMap((by) => {
      const before = record.statements.filter(
        (one) =>
          !anySpansOverlap(one.evidence, evidence) && isBefore(one, evidence) && accused(one, actors, record) === by,
      );
      const answers = before.map((one) => one.id);
      return answers.length === 0
        ? []
        : [{ line, by, words: "this", act: "blame", explicit: true, answers, spans: evidence }];
    });
  });
}

const mutual = /\b(?:each other|one another|the other|(?:trad|exchang)(?:e[sd]?|ing) (?:accusations|blame))\b/i;

/** The one of some whom a statement of somebody else speaks of; `null` where it speaks of several or of none. */
function accused(statement: Statement, parties: readonly Mention[], record: ArticleRecord): Mention | null {
  const named = parties.filter((one) => speaksOf(statement, one, record));
  const [only] = named;
  return named.length === 1 && only !== undefined && !isSpeaker(statement, only) ? only : null;
}

function isBefore({ evidence }: Statement, spans: readonly Span[]): boolean {
  return (evidence[0]?.[0] ?? 0) < (spans[0]?.[0] ?? 0);
}

function isSpeaker({ speaker }: Statement, { text, entity }: Pick<Mention, "text" | "entity">): boolean {
  return speaker !== null && (speaker.text === text || (entity !== null && speaker.entity === entity));
}

/** Whether what is said names somebody, or whom he speaks for. */
function speaksOf({ act, speaker, content, evidence }: Statement, whom: Mention, record: ArticleRecord): boolean {
  const called = calledIn(record, whom);
  // Whom somebody accuses stands beside what he is accused of.
  const spans = act === "accuse" ? evidence : content.spans;
  return record.entities.some(
    ({ id, name, mentions }) => id !== speaker?.entity && anySpansOverlap(mentions, spans) && isOneSide(called, name),
  );
}

const telling =
  /\b(?:reports?|claims?|allegations?|accusations?|stor(?:y|ies)|assertions?|suggestions?|charges?|findings?)\b/i;

/** The claim that a denial names by whose it is: "the inspectors' report on the reactor". */
function relayedIn({ by, relayed, spans }: Denied, { id, record }: LinkInput, settled: Settled): Relayed | null {
  if (relayed === undefined || relayed === null || relayed.entity === null || relayed.entity === by.entity) return null;
  if (!telling.test(relayed.text)) return null;
  const [start] = relayed.span;
  const end = spans.find((span) => spansOverlap(span, relayed.span))?.[1] ?? relayed.span[1];
  const words = record.article.text.slice(start, end).replace(/[.!?]+$/, "");
  const name = calledIn(record, relayed);
  return { by: keyOf(relayed, id, settled), name, words, spans: [[start, end]], origin: settled.textOf.get(id) ?? id };
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
    (one) =>
      !inHeadline(one) || !denials.some((other) => !inHeadline(other) && other.explicit && isOneVoice(one, other)),
  );
}

const denying =
  /\b(?:false(?:ly)?|untrue|incorrect|inaccurate|wrong|mistaken|unfounded|nonsense|fabricat\w+|fake|hoax|lies?|lying|liars?|invent(?:ed|ions?)|fiction\w*|fantas\w+|myths?|absurd|rubbish|baseless|contrary to|no truth|not true|not so|not the case|den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|disput\w*|contradict\w*|refut\w*|rebut\w*|debunk\w*|shot down|pushed back)\b/i;

/** Words within what somebody says by which it is a denial. Others of those above tell there what somebody did: "the clerk was dismissed", "it lies between two hills". */
const untrue =
  /\b(?:false(?:ly)?|untrue|incorrect|inaccurate|mistaken|unfounded|nonsense|fabricat\w+|fake|hoax|lying|liars?|a lie|lies(?! (?:a|at|ahead|behind|between|beyond|close|in|just|near|north|on|off|south|under|with|within)\b)|invent(?:ed|ions?)|fiction\w*|fantas\w+|myths?|absurd|rubbish|baseless|contrary to|no truth|not true|not so|not the case|debunk\w*|(?:is|are|was|were|be|been|got \p{L}+|simply|plainly|entirely|totally|completely) wrong|(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es|ed)?|contradict(?:s|ed)?|refut(?:es|ed)?|rebut(?:s|ted)?) (?:this|that|it|(?:[\p{L}'’]+ ){0,5}(?:claims?|reports?|statements?|accusations?|allegations?|versions?|accounts?|stor(?:y|ies)|suggestions?|rumou?rs?)))\b/iu;

/** Words of somebody who neither holds nor denies a thing. */
const unverified =
  /\b(?:could not|can ?not|couldn['’]t|can['’]t|unable to|not been able to|yet to|not (?:be|been)) (?:\p{L}+ )?(?:verif|confirm|substantiat|authenticat)\w*|\bunclear\b/iu;

/** Words that make a statement a denial, whatever its act. */
const calledUntrue = /\b(?:false|untrue|unfounded|baseless|inaccurate|hoax|fake|debunk\w*|no truth|not true)\b/i;

/** What a sentence says that denies something, without what makes it a denial and without who denies it. */
function withoutNegation(words: string, holder?: Mention): string {
  const rest = holder === undefined ? words : words.replace(holder.text, " ");
  return rest.replace(negation, " ").replace(denying, " ").replace(/\s+/g, " ").trim();
}

function isOneDenial(a: Denied, b: Denied): boolean {
  return a.line === b.line || (isOneVoice(a, b) && anySpansOverlap(a.spans, b.spans));
}

function isOneVoice(a: Denied, b: Denied): boolean {
  return a.by.text === b.by.text || (a.by.entity !== null && a.by.entity === b.by.entity);
}

/** Words by which a denial points at what was said before, and tells nothing of it. */
const pointing =
  /\b(?:it|this|that|these|those|so|such|the|an?|its|his|her|their|any|all|everything|anything|each|both|of|by|in|on|as|not|was|were|is|are|said|says|told|claims?|claimed|allegations?|alleged|accusations?|reports?|reported|charges?|assertions?|suggestions?|rumou?rs?|stor(?:y|ies)|news|statements?|denie[sd]|deny|denying|reject(?:s|ed)?|dismisse[sd]|disputed?s?|rebuff(?:s|ed)|refute[sd]?|false|untrue|wrong|baseless|true|case|unfounded|incorrect|inaccurate|accurate|nonsense|hoax|fake|version|events?|figures?|information|sense|make|makes|makes? much|does|do|have|been|has|had|think|wildly|completely|totally|absolutely|categorically|viral|now|shot|down|pushed|back|thoroughly|firmly|flatly|strongly|categorically)\b|['’]s\b/giu;

/** The words that tell what is so or not, without those that point at what was said. */
export function ownWords(words: string): readonly string[] {
  return words.replace(pointing, " ").match(/(?<!\p{L})\p{L}{3,}/gu) ?? [];
}

/** Whether words tell of something that can be so or not: "denied this", "the claims", "the army's report" mean what was said before. */
function tellsOf(words: string): boolean {
  const rest = ownWords(words);
  return rest.length >= 3 && rest.some((word) => /^\p{Ll}/u.test(word));
}

/** All that somebody is called in an article. */
function calledIn({ entities }: ArticleRecord, mention: Pick<Mention, "text" | "entity"> | null): string {
  const entity = mention === null ? undefined : entities.find(({ id }) => id === mention.entity);
  const names = [mention?.text, entity?.name, ...(entity?.roles.map(({ title }) => title) ?? [])];
  return [...new Set(names.filter((one) => one !== undefined))].join(" · ");
}

function wordsAt({ article }: ArticleRecord, spans: readonly Span[]): string {
  return spans.map(([start, end]) => article.text.slice(start, end)).join(" ");
}

function originsByLine({ traces }: Origins): ReadonlyMap<string, OriginId> {
  return new Map(traces.map(({ article, line, origin }) => [`${article} ${line}`, origin]));
}
