import type { Entity } from "../../record/entity.js";
import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Stance } from "../../record/stance.js";
import type { Statement } from "../../record/statement.js";
import { anySpansOverlap, type Span, spansOverlap } from "../../text/span.js";
import { keyOf, statementOf } from "../line.js";
import { dayOf, type LinkInput } from "../link-input.js";
import { type Origins, originOfMention } from "../origins/trace-origins.js";
import { isUnmannedSource } from "../origins/unmanned-source.js";
import type { Settled } from "../settled.js";
import { type Answered, answeredBy, firstWordsOf } from "./answered-claims.js";
import { theName } from "./claim-sentence.js";
import { unverified } from "./claims-among.js";
import type { DenialLexicon } from "./denial-lexicon.js";
import {
  calledUntrue,
  type DeniedBy,
  type DeniedWords,
  deniedBehind,
  deniedObject,
  denies,
  pointing,
} from "./denied-words.js";
import { isOneSide } from "./one-side.js";
import type { Position } from "./position.js";
import { saysNot } from "./said-not.js";
import { calledIn, nameOf, originsByLine } from "./statements-said.js";
import { endOf, isOneMention, isOutlet, startOf, type ToldDenial, wordsAt } from "./told-denial.js";
import { whoIsMeant } from "./who-is-meant.js";

/** Somebody on a side of a dispute, where the line that shows it is not his own statement. */
export interface Voice {
  /** The id of the origin that he is, or his name. */
  readonly origin: string;
  readonly name: string;
}

/** What somebody says is not so. */
export interface Denial extends Position {
  readonly voice: Voice | null;
  /** How much the denial itself tells of what it denies: as {@link DeniedWords} has it; `implicit` where it only says that something is not so. */
  readonly form: ToldDenial["told"]["form"];
  /** What is denied as a sentence; `null` where the words give none. */
  readonly sentence: string | null;
  /** Whose claim it is by the denial's own words. */
  readonly holder: Held | null;
  /** The statements of the same article that it answers; none where none is sure. */
  readonly answers: readonly string[];
  /** Whether he blames another for the harm that he is said to have done. */
  readonly isBlame: boolean;
  /** Whether it is told of as long past, so that it answers nothing that is said now. */
  readonly isPast: boolean;
}

/** Who holds what is denied, as the denial names them. */
export interface Held extends Voice {
  /** Across articles; `null` for reports and rumours, which are by nobody in particular. */
  readonly by: string | null;
  readonly spans: readonly Span[];
}

/** What the articles tell of as denied by somebody, in their order; what one denies in one sentence counts once. */
export function denialsIn(settled: Settled, origins: Origins, lexicon: DenialLexicon): readonly Denial[] {
  const originOf = originsByLine(origins);
  return settled.articles.flatMap((input) => {
    const { id, record } = input;
    const told = [
      ...byStatements(input, lexicon),
      ...byStances(input, lexicon),
      ...insisted(input),
      ...blamed(input),
      ...mutualBlame(input),
    ];
    return withoutHeadlines(merged(told.filter(isBySomebody)), record).flatMap((one): readonly Denial[] => {
      const answered = answeredBy(one, told, record, lexicon);
      const denied = deniedBy(one, answered);
      if (denied === null) return [];
      const { line, by, spans } = one;
      const own = statementOf(record, line as Statement["id"])?.speaker ?? null;
      const isOwn = own !== null && own.entity === by.entity && isOneMention(own, by);
      const voice = isOwn ? null : originOfMention(by, input, settled);
      const denial = {
        ...{ article: id, line, story: settled.storyOf.get(id) ?? id, spans, date: dayOf(input) },
        ...{ by: keyOf(by, id, settled), name: calledIn(record, by), voice },
        ...{ origin: voice?.origin ?? originOf.get(`${id} ${line}`) ?? null, form: one.told.form, ...denied },
        holder: holderOf(one, answered?.holder ?? null, input, settled),
        isBlame: one.act === "blame",
        isPast: longPast.test(wordsAt(record, spans)),
      };
      return [denial];
    });
  });
}

const longPast =
  /^["“]?(?:at (?:the|that) time|back then|previously|(?:earlier )?in (?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)|(?:earlier )?last (?:year|month|week|spring|summer|autumn|fall|winter)|earlier this (?:year|month)|(?:\p{L}+ ){1,3}(?:years?|months?|weeks?) (?:ago|earlier))\b/iu;

/** Whether a denial is by somebody whom the article names: "it contradicts the studies" and "his claim contradicts hers" are by nobody. */
function isBySomebody({ by }: ToldDenial): boolean {
  return (
    by.entity !== null ||
    !/^(?:it|he|she|they|we|I|this|that|which|who)$|\b(?:claims?|statements?|reports?|remarks?|findings?|words)$/i.test(
      by.text,
    )
  );
}

/** What a denial says is not so, by its own words or those of what it answers; `null` where it tells of nothing. */
function deniedBy(
  { told }: ToldDenial,
  answered: Answered | null,
): Pick<Denial, "words" | "sentence" | "answers"> | null {
  const answers = answered?.statements.map(({ id }) => id) ?? [];
  if (told.form !== "pointing") return { words: told.words, sentence: told.sentence, answers };
  if (answered !== null) {
    const sentence = told.sentence ?? answered.sentence;
    return sentence === null ? null : { words: answered.words, sentence, answers };
  }
  return told.sentence === null ? null : { words: told.words, sentence: told.sentence, answers };
}

/** Statements by which their speaker denies something: by a verb, by calling it untrue, or by saying that it is not so. */
function byStatements({ record, hidden }: LinkInput, lexicon: DenialLexicon): readonly ToldDenial[] {
  return record.statements.flatMap((statement): readonly ToldDenial[] => {
    const { id, negated, speaker, evidence } = statement;
    if (negated || speaker === null || hidden?.has(id) || unverified.test(wordsAt(record, evidence))) return [];
    const told = byVerb(statement, record, lexicon) ?? byWords(statement, record, lexicon);
    const by = asTold(speaker, record);
    return told === null
      ? []
      : [
          {
            line: id,
            by: subjectOf(told, by, evidence, record) ?? by,
            told,
            act: "deny",
            answers: [],
            spans: evidence,
          },
        ];
  });
}

/** What is denied by the verb with which somebody says something. What he says behind it in his own words ("denied: “No dam broke”") is no object of it. */
function byVerb(statement: Statement, record: ArticleRecord, lexicon: DenialLexicon): DeniedWords | null {
  const { speaker, content, evidence } = statement;
  const verb = verbOf(statement);
  if (speaker === null || !denies(verb, lexicon) || saysNo.test(content.text)) return null;
  return deniedObject(verb, content.text, readerOf(speaker, record, evidence, lexicon));
}

const saysNo = /^["“'‘ ]*(?:no|nobody|none|never|there (?:is|was|are|were) no)\b/i;

/** What is denied by what somebody says. What an outlet says of others it only passes on. */
function byWords(statement: Statement, record: ArticleRecord, lexicon: DenialLexicon): ToldDenial["told"] | null {
  const { speaker, content, act, evidence } = statement;
  if (speaker === null || isOutlet(speaker, record) || /^no\b/i.test(speaker.text) || !asserting.test(act)) return null;
  const told = calledUntrue(content.text, readerOf(speaker, record, evidence, lexicon));
  if (told !== null) {
    const [, reports] = ofReports.exec(wordsAt(record, evidence)) ?? [];
    return { ...told, noun: told.noun ?? reports ?? null };
  }
  const words = severals.test(speaker.text) ? null : saysNot(firstWordsOf(statement, record));
  if (words === null || /\?["”’']?$/.test(content.text)) return null;
  if (noSuch.test(content.text)) return pointing("such");
  return suchOne.test(words) ? pointing("") : { ...pointing(words), form: "implicit" };
}

/** Nobody can tell whom these are, and so what they answer. */
const severals = /^(?:some|many|most|several|others|people|reports)\b/i;

/** "had no record of such a report", which means what was said right before; "had no right to make such a demand" does not. */
const suchOne = /\b(?:of|is|was|were|there had been) such (?:an? )?\p{Ll}+$/u;

/** "No such promise was given", "we have taken no such decision", which mean what was said right before. */
const noSuch = /\bno such (?:an? )?\p{Ll}+/iu;

/** "said of the reports". */
const ofReports = /\b(?:of|about|on|to) the (reports?|rumou?rs?|stor(?:y|ies))\b/i;

/** What somebody knows or is asked he does not say. */
const asserting = /^(?:say|claim|deny|confirm|warn|accuse|condemn)$/;

/** Stances by which their holder disputes something in so many words. To call a thing hasty judges it; it says nothing of it that could be untrue. */
function byStances({ record, hidden }: LinkInput, lexicon: DenialLexicon): readonly ToldDenial[] {
  return record.stances.flatMap((stance): readonly ToldDenial[] => {
    const { id, holder, target, evidence, relation } = stance;
    if (hidden?.has(id) || unverified.test(wordsAt(record, evidence))) return [];
    const own = ownStatement(stance, record);
    const answered = statementOf(record, target.statement);
    // Who tells what another said and disputes it in one breath disputes no claim that stands apart from his own words.
    if (own?.negated || (own !== null && answered?.within === own.id)) return [];
    const by = readerOf(holder, record, evidence, lexicon);
    const told =
      (own === null ? null : saidUntrue(own, record, by)) ?? deniedBehind(behind(holder, evidence, record), by);
    if (told === null || (own === null && isOutlet(holder, record))) return [];
    // What is taken for a rebuke or a doubt may say of what somebody said that it is untrue, and of nothing else.
    if (relation !== "disputes" && told.form !== "pointing") return [];
    const answers = answered === null || answered.id === own?.id ? [] : [answered.id];
    return [{ line: own?.id ?? id, by: asTold(holder, record), told, act: "deny", answers, spans: evidence }];
  });
}

/** A mention without the person whom the reader takes it for, where the words name somebody else: "the leader of the Vane Front" for a president. */
function asTold(mention: Mention, { entities }: ArticleRecord): Mention {
  const entity = entities.find(({ id }) => id === mention.entity);
  if (entity?.kind !== "person") return mention;
  const capitals = mention.text.replace(/^The /, "").match(/\p{Lu}[\p{L}'’.-]*/gu) ?? [];
  const known = [entity.name, ...entity.roles.map(({ title, of }) => `${title} ${of ?? ""}`)].join(" ").toLowerCase();
  const found = capitals.filter((word) => known.includes(word.toLowerCase().replace(/['’]s?$/, "")));
  const [office] = capitals.length === 0 ? (officeNoun.exec(mention.text) ?? []) : [];
  if (office !== undefined && !known.includes(office)) return { ...mention, entity: null };
  return 2 * found.length < capitals.length ? { ...mention, entity: null } : mention;
}

/** "The foreign minister", of whom a general is none. */
const officeNoun = /\b(?:minister|president|ambassador|chancellor|governor|mayor|secretary)$/;

/**
 * Of whom a denial by a noun alone is that calls a claim in its own sentence untrue: whoever that claim tells of first, and nobody else of the same kind whom it mentions ("the
 * reports that Halden will close Vell Courier are false, the company said").
 */
function subjectOf(
  { sentence }: Pick<DeniedWords, "sentence">,
  by: Mention,
  evidence: readonly Span[],
  record: ArticleRecord,
): Mention | null {
  if (sentence === null || !/^the \p{Ll}+$/iu.test(by.text)) return null;
  const { entities, article } = record;
  const at = article.text.indexOf(sentence, startOf(evidence));
  if (at < 0 || at > by.span[0]) return null;
  const known = entities.find(({ id }) => id === by.entity);
  const isTold = known?.mentions.some(([from]) => at < from && from < by.span[0]) === true;
  const subject = entities.find(({ mentions }) => mentions.some(([from]) => from === at));
  return isTold && subject !== undefined && subject.kind === known?.kind ? { ...by, entity: subject.id } : null;
}

function saidUntrue(own: Statement, record: ArticleRecord, by: DeniedBy): DeniedWords | null {
  return byVerb(own, record, by.lexicon) ?? calledUntrue(own.content.text, by);
}

/** The words by which somebody says something; of a denial without any that it is one. */
function verbOf({ cue, act }: Statement): string {
  return cue?.phrase.text ?? (act === "deny" ? "denied" : "");
}

/** What stands behind somebody's name in these sentences. */
function behind({ span }: Mention, evidence: readonly Span[], { article }: ArticleRecord): string {
  const end = evidence.find((one) => spansOverlap(one, span))?.[1] ?? span[1];
  return article.text.slice(span[1], end);
}

/** The statement in which the holder of a stance takes it. */
function ownStatement({ holder, accordingTo, evidence }: Stance, record: ArticleRecord): Statement | null {
  const isHolder = ({ speaker }: Statement): boolean => speaker !== null && isOneMention(speaker, holder);
  const told = statementOf(record, accordingTo);
  if (told !== null && isHolder(told)) return told;
  const near = record.statements.filter((one) => isHolder(one) && anySpansOverlap(one.evidence, evidence));
  return near.find(({ act }) => act === "deny") ?? near[0] ?? null;
}

/**
 * What somebody insists on against what another is told to say in the same sentence: "the ships will stay, an official said, although a diplomat insisted that they would go", "the
 * daily reported that he had died, whereas the agency said that he had survived".
 */
function insisted({ record, hidden }: LinkInput): readonly ToldDenial[] {
  const { text } = record.article;
  return record.statements.flatMap(({ id, speaker, cue, negated, evidence }): readonly ToldDenial[] => {
    if (speaker === null || negated || hidden?.has(id)) return [];
    const before = text.slice(startOf(evidence), speaker.span[0]);
    const insists =
      /^(?:insist|maintain)/i.test(cue?.phrase.text ?? "") && /\b(?:although|though|but|while) $/.test(before);
    if (!insists && !/\bwhereas $/.test(before)) return [];
    const others = record.statements.filter(
      (one) => one.speaker !== null && one.speaker.span[1] < speaker.span[0] && anySpansOverlap(one.evidence, evidence),
    );
    const answers = others.map((one) => one.id);
    return answers.length === 0
      ? []
      : [{ line: id, by: asTold(speaker, record), told: pointing(""), act: "deny", answers, spans: evidence }];
  });
}

/** Who blames another for the harm that he is told to speak of right before: "the army said that a convoy was shot at. The rebels blamed the army". */
function blamed({ record, hidden }: LinkInput): readonly ToldDenial[] {
  return record.statements.flatMap((statement): readonly ToldDenial[] => {
    const { id, act, speaker, negated, evidence } = statement;
    if (act !== "accuse" || speaker === null || negated || hidden?.has(id)) return [];
    // Who accuses the other of something else ("the attorney accused the police of slander") answers nothing.
    if (!/\bblam(?:e[sd]?|ing)\b/i.test(record.article.text.slice(speaker.span[0], endOf(evidence)))) return [];
    const before = record.statements.filter((one) => {
      const away = startOf(evidence) - endOf(one.evidence);
      return away >= 0 && away <= blamedWithin && one.speaker !== null && tellsOfHarm(one, record);
    });
    const answered = before.find((one) => one.speaker !== null && blames(statement, one.speaker, record));
    if (answered === undefined) return [];
    // What the other says of whoever blames him in turn; that there was harm nobody denies.
    const own = record.statements.findLast(
      (one) =>
        isOneSpeaker(one, answered) &&
        startOf(one.evidence) <= startOf(answered.evidence) &&
        tellsOf(one, speaker, record),
    );
    const told = { line: id, by: asTold(speaker, record), told: pointing(""), act: "blame", spans: evidence } as const;
    return own === undefined ? [] : [{ ...told, answers: [own.id, answered.id] }];
  });
}

/** Whether what is said tells of somebody by name, or of such a body as words without a name mean: "The paramilitaries" of an armed group. */
function tellsOf(statement: Statement, whom: Mention, record: ArticleRecord): boolean {
  if (speaksOf(statement, whom, record)) return true;
  const [, noun = ""] = /^(?:the )?(\p{Ll}{4,}(?: forces)?)$/iu.exec(whom.text) ?? [];
  if (noun === "") return false;
  const { content, speaker } = statement;
  return (
    content.text.toLowerCase().includes(noun.toLowerCase()) ||
    record.entities.some(
      ({ id, kind, mentions }) =>
        id !== speaker?.entity && bodiesOfKind[kind]?.test(noun) === true && anySpansOverlap(mentions, content.spans),
    )
  );
}

function isOneSpeaker(a: Statement, b: Statement): boolean {
  return a.speaker !== null && b.speaker !== null && isOneMention(a.speaker, b.speaker);
}

/** Whether a statement accuses somebody, by name or by what he is alone: "the army" of a country's armed forces. */
function blames(statement: Statement, whom: Mention, record: ArticleRecord): boolean {
  const kind = record.entities.find(({ id }) => id === whom.entity)?.kind;
  const [, noun = ""] = /^the (\p{Ll}+(?: forces)?)$/u.exec(statement.content.text) ?? [];
  return speaksOf(statement, whom, record) || (kind !== undefined && bodiesOfKind[kind]?.test(noun) === true);
}

const bodiesOfKind: Readonly<Partial<Record<Entity["kind"], RegExp>>> = {
  military: /^(?:army|military|armed forces|troops)$/,
  armed_group: /^(?:rebels?|group|militia|militants|paramilitaries|insurgents|fighters)$/,
  government: /^(?:government|authorities|state)$/,
};

/** So far before it stands what somebody answers by blaming whoever says it. */
const blamedWithin = 100;

/** Whether somebody is told to have harmed somebody else in a statement. */
function tellsOfHarm({ id, act, negated }: Statement, { actions }: ArticleRecord): boolean {
  if (negated) return false;
  return act === "accuse" || actions.some((one) => one.accordingTo === id && harmful.has(one.type));
}

const harmful: ReadonlySet<string> = new Set(["ASSAULT", "COERCE"]);

/** "Each blamed the other": either denies what anybody else says of it alone before. */
function mutualBlame({ record, hidden }: LinkInput): readonly ToldDenial[] {
  return record.actions.flatMap(({ id, type, actors, evidence }) => {
    if (type !== "ACCUSE" || actors.length < 2 || hidden?.has(id) || !mutual.test(wordsAt(record, evidence))) return [];
    const line =
      record.statements.find((one) => one.act === "accuse" && anySpansOverlap(one.evidence, evidence))?.id ?? id;
    return actors.flatMap((by): readonly ToldDenial[] => {
      const before = record.statements.filter(
        (one) =>
          !anySpansOverlap(one.evidence, evidence) &&
          startOf(one.evidence) < startOf(evidence) &&
          !isSpeaker(one, by) &&
          accused(one, actors, record) === by,
      );
      const answers = before.map((one) => one.id);
      const [, harm = null] = /\bfor ([^.;,]+)/i.exec(wordsAt(record, evidence).split(mutual).at(-1) ?? "") ?? [];
      const sentence = harm === null ? null : `${theName(nameOf(calledIn(record, by)))} had caused ${harm}`;
      const told = { ...pointing(""), sentence };
      return answers.length === 0 ? [] : [{ line, by, told, act: "blame", answers, spans: evidence }];
    });
  });
}

const mutual =
  /\b(?:blam|accus)\p{L}+ (?:\p{L}+ ){0,2}?(?:each other|one another|the other)\b|\b(?:trad|exchang)(?:e[sd]?|ing) (?:accusations|blame)\b/iu;

/** The one of some whom a statement of somebody else speaks of; `null` where it speaks of several or of none. */
function accused(statement: Statement, parties: readonly Mention[], record: ArticleRecord): Mention | null {
  const named = parties.filter((one) => speaksOf(statement, one, record));
  const [only] = named;
  return named.length === 1 && only !== undefined && !isSpeaker(statement, only) ? only : null;
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

/** Findings of one denial as one: what tells most of what is denied, and all that it answers. */
function merged(found: readonly ToldDenial[]): readonly ToldDenial[] {
  const kept: ToldDenial[] = [];
  for (const one of found) {
    const at = kept.findIndex((other) => isOneDenial(one, other));
    const known = kept[at];
    if (known === undefined) kept.push(one);
    else {
      const [best, other] = tellsMore(one, known) ? [one, known] : [known, one];
      const told = {
        ...best.told,
        noun: best.told.noun ?? other.told.noun,
        holder: best.told.holder ?? other.told.holder,
        isParty: best.told.isParty || (best.told.holder === null && other.told.isParty),
      };
      kept[at] = {
        ...best,
        told,
        line: known.line,
        by: known.by.entity === null ? one.by : known.by,
        answers: known.answers.length > 0 ? known.answers : one.answers,
      };
    }
  }
  return kept;
}

const forms = ["implicit", "pointing", "phrase", "deed", "clause"] as const;

function tellsMore(a: ToldDenial, b: ToldDenial): boolean {
  return forms.indexOf(a.told.form) > forms.indexOf(b.told.form);
}

function isOneDenial(a: ToldDenial, b: ToldDenial): boolean {
  return (a.line === b.line || anySpansOverlap(a.spans, b.spans)) && isOneVoice(a, b);
}

function isOneVoice(a: ToldDenial, b: ToldDenial): boolean {
  return a.by.text === b.by.text || isOneMention(a.by, b.by);
}

/** The denials without those in the headline that the text tells of too. */
function withoutHeadlines(denials: readonly ToldDenial[], { article }: ArticleRecord): readonly ToldDenial[] {
  const end = article.text.indexOf("\n");
  const inHeadline = ({ spans }: ToldDenial): boolean => spans.every((span) => span[1] <= end);
  return denials.filter(
    (one) =>
      !inHeadline(one) ||
      !denials.some((other) => !inHeadline(other) && other.told.form !== "implicit" && isOneVoice(one, other)),
  );
}

/** By what the words of a denial are read: whoever denies, by name, and of whom a pronoun stands for where the article tells. */
function readerOf(by: Mention, record: ArticleRecord, evidence: readonly Span[], lexicon: DenialLexicon): DeniedBy {
  const whoIs = (clause: string): string | null => {
    const start = record.article.text.indexOf(clause, startOf(evidence));
    return start < 0 ? null : whoIsMeant(clause, start, record);
  };
  const roles = record.entities.find(({ id }) => id === by.entity)?.roles ?? [];
  const country = roles.find(({ of }) => of !== null && /^\p{Lu}\S*$/u.test(of))?.of ?? countryOf(by, record);
  return { lexicon, country, denier: bodyOfSpokesman(by.text) ?? nameOf(calledIn(record, by)), whoIs };
}

/** The country of a ministry or an office, by the name that the article has for it. */
function countryOf({ entity }: Mention, { entities }: ArticleRecord): string | null {
  const body = entities.find(({ id }) => id === entity);
  if (body?.kind !== "government" || body.country === null) return null;
  const country = entities.find(
    ({ kind, name, country: one }) =>
      kind === "government" &&
      one === body.country &&
      body.name !== name &&
      !/ (?:\p{L}+ )*(?:Ministry|Office|Department|Embassy|Authority|Council)$/u.test(name) &&
      !name.includes("’"),
  );
  return country?.name ?? null;
}

/** For whom somebody speaks by what he is called: "a spokesman for the Vane Front", "Halden's spokeswoman". */
function bodyOfSpokesman(called: string): string | null {
  const [, of, owner] =
    /\bspokes\p{L}+ (?:for|of) (?:the )?(\p{Lu}.+)$|^(?:the )?(\p{Lu}.+?)(?:['’]s?)? (?:\p{Ll}+ ){0,2}spokes\p{L}+\b/iu.exec(
      called,
    ) ?? [];
  return of ?? owner ?? null;
}

/** A mention may be longer than a name by so much: "the ", "its ". */
const articleLength = 4;

/** Whose claim it is by the words of the denial, else by those that it answers; of a party that the article names, whoever that is. */
function holderOf(
  { told, spans, by }: ToldDenial,
  answered: string | null,
  input: LinkInput,
  settled: Settled,
): Held | null {
  const holder = told.holder ?? answered;
  if (holder === null) return null;
  const { text } = input.record.article;
  const to = endOf(spans);
  const start = text.slice(0, to).replace(/\s/g, " ").lastIndexOf(holder);
  if (told.holder !== null && !told.isParty)
    return isUnmannedSource(holder) && told.form !== "clause"
      ? null
      : { origin: holder, name: holder, by: null, spans: [[startOf(spans), to]] };
  if (start < 0) return null;
  const span: Span = [start, start + holder.length];
  // "Norland" in "Norland's foreign minister" and in "a group in Norland" is somebody else.
  const isHolder = (one: Span): boolean =>
    spansOverlap(one, span) &&
    one[1] - one[0] <= holder.length + articleLength &&
    one[1] >= span[1] &&
    !/\b(?:of|in|from|for|at) (?:the )?$/.test(text.slice(span[0], Math.max(span[0], one[0])));
  const entity = input.record.entities.find(({ mentions }) => mentions.some(isHolder))?.id ?? null;
  if (entity !== null && entity === by.entity) return null;
  const mention = { text: holder, span, entity };
  const from = Math.min(start, startOf(spans));
  return { ...originOfMention(mention, input, settled), by: keyOf(mention, input.id, settled), spans: [[from, to]] };
}
