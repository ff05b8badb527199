import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Statement } from "../../record/statement.js";
import { anySpansOverlap, spansOverlap } from "../../text/span.js";
import { isOfSomebody, shortened, withSubject } from "./claim-sentence.js";
import { asserting, isClaim, ofOthers, sentenceOf } from "./claims-among.js";
import type { DenialLexicon } from "./denial-lexicon.js";
import { isOneSide, namesOneOf } from "./one-side.js";
import { calledIn, nameOf } from "./statements-said.js";
import { endOf, isOneMention, isOutlet, startOf, type ToldDenial, wordsAt } from "./told-denial.js";
import { whoIsMeant } from "./who-is-meant.js";

/** Statements that a denial means, and what they claim. */
export interface Answered {
  readonly statements: readonly Statement[];
  readonly words: string;
  /** What they claim as a sentence that stands alone; `null` where none of them is one. */
  readonly sentence: string | null;
  /** Whose claim it is where no statement tells it: "Halden's version is that …"; `null` else. */
  readonly holder: string | null;
}

/** What a denial answers in its article; `null` where it answers nothing for sure. */
export function answeredBy(
  denial: ToldDenial,
  denials: readonly ToldDenial[],
  record: ArticleRecord,
  lexicon: DenialLexicon,
): Answered | null {
  const all = record.statements.filter((one) => mayBeMeant(one, denial, denials, record, lexicon));
  const before = fitting(all, denial, record);
  const { form } = denial.told;
  if (form === "implicit") return null;
  const version = form === "pointing" ? versionBefore(denial, record, lexicon) : null;
  if (version !== null) return version;
  const meant = form === "pointing" ? pointedAt(denial, before, record, lexicon) : likeIt(denial, before, record);
  if (meant === null) return null;
  const statements = allOf(meant, denial, record);
  const ordered = denial.act === "blame" ? statements : byWeight(statements, record);
  return { statements, words: wordsOf(meant, record), sentence: sentenceOfAny(ordered, record), holder: null };
}

/** Of the statements that a denial may mean those of whom it tells itself, those in its own sentence where it calls what stands before it a claim (", a claim that she denies"), and of "allegations" those that are made as such or tell of his side, where there are any. */
function fitting(all: readonly Statement[], { told, by, spans }: ToldDenial, record: ArticleRecord) {
  if (/, an? \p{Ll}+ (?:that |which )?$/u.test(record.article.text.slice(startOf(spans), by.span[0])))
    return all.filter(({ evidence }) => anySpansOverlap(evidence, spans));
  const meant = peopleBeside({ by, spans }, record);
  const named = all.filter(({ content }) => anySpansOverlap(content.spans, meant));
  if (named.length > 0) return named;
  const alleged = all.filter((one) => alleging.test(one.act) || tellsOfSide(one, by, record));
  return told.noun !== null && allegations.test(told.noun) && alleged.length > 0 ? alleged : all;
}

/** Where the article mentions the people of whom somebody tells as he denies something: "denied the reports, saying that Reva Holt was not there". */
function peopleBeside({ by, spans }: Pick<ToldDenial, "by" | "spans">, { entities, statements }: ArticleRecord) {
  const own = statements.filter(
    ({ speaker, evidence }) => speaker !== null && isOneMention(speaker, by) && anySpansOverlap(evidence, spans),
  );
  return entities
    .filter(({ id, kind, mentions }) => {
      const isTold = own.some(({ content }) => anySpansOverlap(mentions, content.spans));
      return kind === "person" && id !== by.entity && isTold;
    })
    .flatMap(({ mentions }) => mentions);
}

const allegations = /^(?:claim|allegation|accusation|charge)s?$/i;
const charges = /^(?:allegation|accusation|charge|insinuation)s?$/i;
const alleging = /^(?:claim|accuse)$/;

/** The claim that the sentence before a denial calls one and that nobody is told to say: "Halden's version is that the ship sank". */
function versionBefore({ spans }: ToldDenial, record: ArticleRecord, { held }: DenialLexicon): Answered | null {
  const { text } = record.article;
  const [sentence = ""] = /[^.!?\n]+[.!?]["”’']? $/.exec(text.slice(0, startOf(spans))) ?? [];
  const { owner, clause } = held.exec(sentence)?.groups ?? {};
  if (owner === undefined || clause === undefined) return null;
  const words = shortened(clause);
  return { statements: [], words, sentence: withSubject(words, owner), holder: owner };
}

/** So far before a denial the statement ends that it answers. */
const answeredWithin = 200;

/** So far before a denial the statement ends that tells of whoever denies. */
const toldWithin = 400;

/** So far before it ends what the article is about, where a denial means it by another word than "the story". */
const mainWithin = 1200;

/**
 * The statement that a denial without words of its own means: one of whom it names; of what is shown one that tells of it; of "the story" what the article is about; else one in the same sentence, one that the reader saw it answer, the last
 * that tells of whoever denies, or the one right before; `null` where none is sure.
 */
function pointedAt(
  denial: ToldDenial,
  before: readonly Statement[],
  record: ArticleRecord,
  { shown, report }: DenialLexicon,
): Statement | null {
  const { told: denied, spans, act } = denial;
  const away = (one: Statement): number => startOf(spans) - endOf(one.evidence);
  const behind = (one: Statement): number => startOf(one.evidence) - endOf(spans);
  const answered = before.filter(({ id }) => denial.answers.includes(id));
  const tellsOf = before.filter((one) => away(one) <= toldWithin && namesParty(one, denial.by, record));
  const { holder, isParty, noun } = denied;
  if (holder !== null && isParty) {
    const own = before.filter((one) => isCalled(holder, calledIn(record, one.speaker)));
    const only = own.length === 1 ? own.find((one) => Math.max(away(one), behind(one)) <= toldWithin) : undefined;
    return (
      own.findLast((one) => answered.includes(one)) ?? own.findLast((one) => tellsOf.includes(one)) ?? only ?? null
    );
  }
  if (act === "blame") return answered.at(-1) ?? null;
  if (noun !== null && shown.test(`the ${noun}`))
    return before.find(({ content }) => content.text.toLowerCase().includes(noun.toLowerCase())) ?? null;
  const beside = before.findLast(({ evidence }) => anySpansOverlap(evidence, spans));
  const near = answered.findLast((one) => away(one) <= answeredWithin || tellsOf.includes(one));
  const last = lastBefore(denial, before, record);
  if (noun === null) return beside ?? near ?? tellsOf.at(-1) ?? last ?? null;
  const sure = answered.findLast((one) => tellsOf.includes(one)) ?? beside;
  if (sure !== undefined) return sure;
  // What somebody is accused of is told of him or his side, else it is put as a claim.
  const main = mainOf(before, record);
  const isNear = main !== undefined && away(main) <= mainWithin;
  if (charges.test(noun)) {
    const close = before.filter((one) => away(one) <= toldWithin);
    const ofSide = close.findLast((one) => tellsOfSide(one, denial.by, record));
    const alleged = ofSide ?? close.findLast(({ act }) => alleging.test(act));
    return near ?? alleged ?? (isNear ? main : null) ?? null;
  }
  if (report.test(noun)) return main ?? null;
  return near ?? tellsOf.at(-1) ?? (isNear ? main : null) ?? last;
}

/** The statement that has most in common with the headline and the first words of the article: what "the story" is about; none where none has anything. */
function mainOf(some: readonly Statement[], record: ArticleRecord): Statement | undefined {
  const sentences = some.filter((one) => sentenceOf({ words: wordsOf(one, record) }) !== null);
  const lead = stemsIn(record.article.text.slice(0, leadLength));
  return byWeight(sentences, record).find(
    ({ content }) => [...stemsIn(content.text)].filter((stem) => lead.has(stem)).length > 1,
  );
}

/** Statements in the order of how much they have in common with the first words of the article. */
function byWeight(some: readonly Statement[], record: ArticleRecord): readonly Statement[] {
  return some.toSorted((a, b) => weightOf(b, record) - weightOf(a, record));
}

function weightOf({ content }: Statement, { article }: ArticleRecord): number {
  const lead = stemsIn(article.text.slice(0, leadLength));
  const stems = [...stemsIn(content.text)];
  return stems.length === 0 ? 0 : stems.filter((stem) => lead.has(stem)).length / Math.sqrt(stems.length);
}

/** So many characters of a text tell what it is about. */
const leadLength = 400;

/** Whether somebody is the one whom words name, by a name or by what he is: "one of its own admirals" of a Rear-Admiral. */
function isCalled(words: string, called: string): boolean {
  if (isOneSide(called, words)) return true;
  const [, noun = ""] =
    /^(?:one of |an? |its |his |her |their |own )+(?:\p{Ll}+ )*?(\p{Ll}{4,}?)s?$/u.exec(words) ?? [];
  const titles = called.split(" · ").map((one) => one.toLowerCase().replace(/ (?:to|of|for) .*$/, ""));
  return noun !== "" && titles.some((title) => title.match(/\p{L}+/gu)?.includes(noun) === true);
}

/** The statement right before a denial, where somebody else makes it as a claim. */
function lastBefore(
  { spans, by, line, told: denied }: ToldDenial,
  before: readonly Statement[],
  record: ArticleRecord,
): Statement | null {
  const told = record.statements.filter(
    ({ evidence, speaker, within }) =>
      within === null && endOf(evidence) <= startOf(spans) && (speaker === null || !isOneMention(speaker, by)),
  );
  const last = told.at(-1);
  // "No such demand was made" denies nothing that is itself said not to be so.
  if (denied.words === "such" && last !== undefined && saidNot.test(last.content.text)) return null;
  const isBeside = ({ id, evidence, content }: Statement): boolean =>
    id !== line && anySpansOverlap(evidence, spans) && endOf(content.spans) <= by.span[0];
  // What else is told before it in the same sentence is rather meant, though it is not known by whom it is.
  if (record.statements.some(isBeside)) return null;
  return last !== undefined && before.includes(last) && startOf(spans) - endOf(last.evidence) <= answeredWithin
    ? last
    : null;
}

const saidNot = /\b(?:not|never)\b|n['’]t\b/i;

/** The statement that a denial with words of its own answers: what the reader saw it answer, where both have words in common; of a deed the last that tells of whoever denies. */
function likeIt(denial: ToldDenial, before: readonly Statement[], record: ArticleRecord): Statement | null {
  const { told, by, spans, answers } = denial;
  const stems = [...commonStemsIn(told.words)];
  // A noun alone ("a military attaché") tells what it is of by all its words.
  const least = stems.length * (told.form === "phrase" ? mostOfPhrase : mostOfClause);
  const isLike = ({ content }: Statement): boolean => {
    const own = commonStemsIn(content.text);
    return stems.filter((stem) => own.has(stem)).length >= Math.max(1, least);
  };
  const answered = before.findLast((one) => answers.includes(one.id) && isLike(one));
  if (answered !== undefined || told.form !== "deed") return answered ?? null;
  // "That attack" is one that was told of before.
  const [, deed = null] = /\b(?:that|this) (\p{Ll}{4,})$/u.exec(told.words) ?? [];
  const near = before.filter(
    (one) =>
      startOf(spans) - endOf(one.evidence) <= toldWithin &&
      (deed === null ? namesParty(one, by, record) : one.content.text.toLowerCase().includes(deed)),
  );
  return near.at(-1) ?? null;
}

const mostOfPhrase = 0.7;
const mostOfClause = 0.25;

/** The words of a text that are long enough to tell something, each by its first letters. */
function stemsIn(text: string): ReadonlySet<string> {
  return new Set((text.match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6).toLowerCase()));
}

/** Those that are no names. */
function commonStemsIn(text: string): ReadonlySet<string> {
  return stemsIn((text.match(/(?<!\p{L})\p{Ll}{4,}/gu) ?? []).join(" "));
}

/** A statement that a denial means, and of several claims ("the allegations") all that whoever makes it says before the denial. */
function allOf(
  meant: Statement,
  { told, spans, act, answers }: ToldDenial,
  { statements }: ArticleRecord,
): readonly Statement[] {
  if (act === "blame") return statements.filter(({ id }) => answers.includes(id));
  const { speaker } = meant;
  if (told.form !== "pointing" || told.noun === null || !severals.test(told.noun) || speaker === null) return [meant];
  const own = statements.filter((one) => {
    const away = startOf(spans) - startOf(one.evidence);
    return one.speaker !== null && isOneMention(one.speaker, speaker) && away > 0 && away <= severalWithin;
  });
  return own.includes(meant) ? own : [meant, ...own];
}

const severals = /^(?:claims|allegations|accusations|charges|assertions|statements|reports|rumou?rs)$/i;

/** So far before a denial begin the claims that it denies together. */
const severalWithin = 600;

/** Of a sentence that says what is not so, or tells of somebody whom it does not name. */
const isVague = /\b(?:not|no|never|it|he|she|they)\b|n['’]t\b/i;

/** What some statements claim, by the first that is a sentence by itself. */
function sentenceOfAny(some: readonly Statement[], record: ArticleRecord): string | null {
  const sentences = some
    .flatMap((one) => sentenceOf({ words: wordsOf(one, record) }) ?? [])
    .filter((one) => !isOfSomebody(one));
  // Of several claims one that says that something is not so is rather a reserve than what is denied.
  return sentences.find((one) => !isVague.test(one)) ?? (some.length === 1 ? (sentences[0] ?? null) : null);
}

/** Whether somebody else says it before a denial, as something that is so. */
function mayBeMeant(
  one: Statement,
  { by, spans, line, told, answers }: ToldDenial,
  denials: readonly ToldDenial[],
  record: ArticleRecord,
  { report, verdict }: DenialLexicon,
): boolean {
  const { id, speaker, negated, content, evidence, act } = one;
  if (speaker === null || negated || id === line || !asserting.test(act) || isOfOthers(content.text, verdict))
    return false;
  // Whom somebody contradicts is told of behind it: "seemed to contradict Keita, who said that …".
  const isNamed = told.holder !== null && told.isParty && isCalled(told.holder, calledIn(record, speaker));
  const isAfter = startOf(content.spans) > by.span[0];
  if (isAfter && !isNamed && (!answers.includes(id) || anySpansOverlap(evidence, spans))) return false;
  // Who tells of a denial holds nothing of what is denied.
  if (content.spans.some((span) => spansOverlap(span, by.span))) return false;
  if (told.noun !== null && report.test(told.noun) && !isOutlet(speaker, record) && !isTelling(one, record))
    return false;
  if (denials.some((other) => other.line === id && other.told.form !== "implicit")) return false;
  return (
    !isOneMention(speaker, by) &&
    !isOneSide(calledIn(record, speaker), calledIn(record, by)) &&
    !isOneState(speaker, by, record) &&
    isClaim(content.text)
  );
}

/** Whether somebody tells what others say, or that it is untrue. */
function isOfOthers(content: string, verdict: RegExp): boolean {
  return verdict.test(content) || ofOthers.test(content);
}

/** Whether it is a text that says it: "the post says", "withdrew its story which said". */
function isTelling({ speaker, content, evidence, cue }: Statement, record: ArticleRecord): boolean {
  const before = wordsAt(record, [[startOf(evidence), startOf(content.spans)]]);
  const isReport = telling.test(speaker?.text ?? "") || /^report/i.test(cue?.phrase.text ?? "");
  return isReport || (speaker?.entity === null && storyWhich.test(before));
}

/** Speakers that are texts. */
const telling =
  /\b(?:reports?|stor(?:y|ies)|articles?|posts?|websites?|sites?|newspapers?|papers?|media|rumou?rs?|tweets?)\b/i;

const storyWhich = /\b(?:report|story|article|post)\b[^,;.]{0,60} (?:which|that) \p{L}+ $/iu;

/** Whether both speak for one state: its army and one of its officials. */
function isOneState(a: Mention, b: Mention, { entities }: ArticleRecord): boolean {
  const [one, other] = [a, b].map((mention) => {
    const entity = entities.find(({ id }) => id === mention.entity);
    const isOfState =
      entity?.kind === "government" ||
      entity?.kind === "military" ||
      /\b(?:officials?|government|military|ministry)\b/i.test(mention.text);
    return isOfState ? (entity?.country ?? null) : null;
  });
  return one !== null && one === other;
}

/** Whether what is said tells of a party by any of its names. */
function namesParty({ content }: Statement, party: Mention, record: ArticleRecord): boolean {
  const mentions = record.entities.find(({ id }) => id === party.entity)?.mentions ?? [];
  return anySpansOverlap(mentions, content.spans) || namesOneOf(content.text, calledIn(record, party));
}

/** Whether what is said tells of a party or of whom it speaks for: of Russia where its embassy denies. */
function tellsOfSide(one: Statement, party: Mention, record: ArticleRecord): boolean {
  const called = calledIn(record, party);
  return (
    namesParty(one, party, record) ||
    record.entities.some(
      ({ name, mentions }) => anySpansOverlap(mentions, one.content.spans) && isOneSide(called, name),
    )
  );
}

/** No more characters take the words between parts of what is said that tell who says it: ", he said, ". */
const mostBetween = 40;

/** The first sentence of what a statement says, by the article's own words. */
export function firstWordsOf({ content: { spans } }: Statement, record: ArticleRecord): string {
  const { text } = record.article;
  const end = spans.findIndex(([, to], i) => {
    const between = text.slice(to, spans[i + 1]?.[0] ?? to);
    return /[;.]/.test(between) || between.length > mostBetween;
  });
  return wordsAt(record, end < 0 ? spans : spans.slice(0, end + 1));
}

/** What a statement says, with the name of whom the pronoun at its head stands for, else of its speaker, and the short sentence before it where it has "this" for that. */
function wordsOf(statement: Statement, record: ArticleRecord): string {
  const { text } = record.article;
  const words = firstWordsOf(statement, record);
  const [, before] = /(?:^|[.!?]\s|\n)([^.!?\n]{3,80})[.!?] $/.exec(text.slice(0, startOf(statement.evidence))) ?? [];
  const full = before === undefined ? words : words.replace(bareThis, `this (“${before}”)`);
  const clause = accusedOf(statement, full, record) ?? full.replace(/^that /i, "");
  const meant = whoIsMeant(clause, startOf(statement.content.spans) + full.length - clause.length, record);
  return withSubject(clause, meant ?? nameOf(calledIn(record, statement.speaker)));
}

/** What somebody is accused of as a sentence: "accused the Vane Front of shelling the port" as "the Vane Front was shelling the port"; `null` of all else. */
function accusedOf({ act, evidence, content }: Statement, words: string, { article }: ArticleRecord): string | null {
  if (act !== "accuse" || !/^\p{Ll}+ing\b/u.test(words)) return null;
  const before = article.text.slice(startOf(evidence), startOf(content.spans));
  const [, whom] = /\baccus(?:es?|ed|ing) ((?:the )?\p{Lu}[^,;.]{1,60}?) of $/u.exec(before) ?? [];
  if (whom === undefined) return null;
  const done = words.replace(/^having /, "");
  return `${whom} ${done === words ? (/(?:s|and .+)$/.test(whom) ? "were" : "was") : "had"} ${done}`;
}

/** "This" as the object of a verb, for what the sentence before tells. */
const bareThis = /(?<=\p{Ll}(?:ed|d) )this(?= (?:by|in|on|at|to|for|from|with)\b|[.,;]?$)/u;
