import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Stance } from "../../record/stance.js";
import type { Statement } from "../../record/statement.js";
import { anySpansOverlap, type Span, spansOverlap } from "../../text/span.js";
import { keyOf, statementOf } from "../line.js";
import { dayOf, type LinkInput } from "../link-input.js";
import { type Origins, originOfMention } from "../origins/trace-origins.js";
import type { Settled } from "../settled.js";
import { hasFiniteVerb, isOfSomebody, shortened, withSubject } from "./claim-sentence.js";
import { isClaim, sentenceOf, unverified } from "./claims-among.js";
import { negation } from "./compare-propositions.js";
import { calledUntrue, type DeniedWords, deniedBehind, deniedObject, denies } from "./denied-words.js";
import { isOneSide, namesOneOf } from "./one-side.js";
import { calledIn, nameOf, originsByLine } from "./statements-said.js";

/** Somebody on a side of a dispute, where the line that shows it is not his own statement. */
export interface Voice {
  /** The id of the origin that he is, or his name. */
  readonly origin: string;
  readonly name: string;
}

/** What somebody says is not so. */
export interface Denial {
  readonly article: string;
  readonly line: string;
  readonly story: string;
  /** Who denies it, across articles. */
  readonly by: string;
  /** All that whoever denies it is called in the article, parted by " · ". */
  readonly name: string;
  readonly origin: string | null;
  readonly voice: Voice | null;
  /** How much the denial itself tells of what it denies: as {@link DeniedWords} has it; `implicit` where it only says that something is not so. */
  readonly form: DeniedWords["form"] | "implicit";
  /** What is denied; of a denial that only points at a claim that claim. */
  readonly words: string;
  /** What is denied as a sentence; `null` where the words give none. */
  readonly sentence: string | null;
  /** Whose claim it is by the denial's own words. */
  readonly holder: Held | null;
  /** The statements of the same article that it points at; none where none is sure. */
  readonly answers: readonly string[];
  readonly act: "deny" | "blame";
  readonly spans: readonly Span[];
  readonly date: string | null;
}

/** Who holds what is denied, as the denial names them. */
export interface Held extends Voice {
  /** Across articles; `null` for reports and rumours, which are by nobody in particular. */
  readonly by: string | null;
  readonly spans: readonly Span[];
}

/** What the articles tell of as denied by somebody, in their order; what one denies in one sentence counts once. */
export function denialsIn(settled: Settled, origins: Origins): readonly Denial[] {
  const originOf = originsByLine(origins);
  return settled.articles.flatMap((input) => {
    const found = [...byStatements(input), ...byStances(input), ...mutualBlame(input)];
    return withoutHeadlines(merged(found), input).flatMap((one): readonly Denial[] => {
      const { line, by, told, act, spans } = one;
      const pointed = told.form === "pointing" ? pointedAt(one, found, input.record) : null;
      if (told.form === "pointing" && pointed === null && told.sentence === null) return [];
      const own = statementOf(input.record, line as Statement["id"])?.speaker ?? null;
      const isOwn = own !== null && own.entity === by.entity && isOneMention(own, by);
      const voice = isOwn ? null : originOfMention(by, input, settled);
      const answers = pointed === null ? [] : answersOf(pointed, one, input.record);
      const words = pointed === null ? told.words : wordsOf(pointed, input.record);
      const sentence = answers.length === 0 ? told.sentence : sentenceOfAny(answers, input.record);
      if (pointed !== null && sentence === null) return [];
      const denial = {
        ...{ article: input.id, line, story: settled.storyOf.get(input.id) ?? input.id, act, spans },
        ...{ by: keyOf(by, input.id, settled), name: calledIn(input.record, by), voice },
        ...{ origin: voice?.origin ?? originOf.get(`${input.id} ${line}`) ?? null, date: dayOf(input) },
        ...{ form: told.form, words, sentence, answers: answers.map(({ id }) => id) },
        ...{ holder: holderOf(one, input, settled) },
      };
      return [denial];
    });
  });
}

/** A denial as one article tells it. */
interface Found {
  readonly line: string;
  readonly by: Mention;
  readonly told: Omit<DeniedWords, "form"> & { readonly form: Denial["form"] };
  readonly act: Denial["act"];
  readonly answers: readonly string[];
  readonly spans: readonly Span[];
}

/** Statements by which their speaker denies something: by a verb, by calling it untrue, or by saying that it is not so. */
function byStatements({ record, hidden }: LinkInput): readonly Found[] {
  return record.statements.flatMap((statement): readonly Found[] => {
    const { id, negated, speaker, content, evidence } = statement;
    if (negated || speaker === null || hidden?.has(id) || unverified.test(wordsAt(record, evidence))) return [];
    const by = deniedBy(speaker, record, evidence);
    const verb = verbOf(statement);
    const told = denies(verb) ? deniedObject(verb, content.text, by) : byWords(statement, record);
    return told === null
      ? []
      : [{ line: id, by: asTold(speaker, record), told, act: "deny", answers: [], spans: evidence }];
  });
}

/** What is denied by what somebody says. What an outlet says of others it only passes on. */
function byWords({ speaker, content, act, evidence }: Statement, record: ArticleRecord): Found["told"] | null {
  if (speaker === null || isOutlet(speaker, record) || /^no\b/i.test(speaker.text) || !asserting.test(act)) return null;
  const told = calledUntrue(content.text, deniedBy(speaker, record, evidence));
  if (told !== null) return { ...told, isReport: told.isReport || ofReports.test(wordsAt(record, evidence)) };
  const words = saysNot(content.text);
  return words === null || /\?["”’']?$/.test(content.text)
    ? null
    : { form: "implicit", words, sentence: null, holder: null, isParty: false, isReport: false };
}

/** "said of the reports". */
const ofReports = /\b(?:of|about|on|to) the (?:reports?|rumou?rs?|stor(?:y|ies))\b/i;

/** What somebody knows or is asked he does not say. */
const asserting = /^(?:say|claim|deny|confirm|warn|accuse|condemn)$/;

function isOutlet({ entity }: Pick<Mention, "entity">, { entities }: ArticleRecord): boolean {
  return entities.find(({ id }) => id === entity)?.kind === "outlet";
}

/** Stances by which their holder disputes something in so many words. To call a thing hasty judges it; it says nothing of it that could be untrue. */
function byStances({ record, hidden }: LinkInput): readonly Found[] {
  return record.stances.flatMap((stance): readonly Found[] => {
    const { id, holder, target, evidence } = stance;
    if (stance.relation !== "disputes" || hidden?.has(id)) return [];
    if (unverified.test(wordsAt(record, evidence))) return [];
    const own = ownStatement(stance, record);
    const answered = statementOf(record, target.statement);
    // Who tells what another said and disputes it in one breath disputes no claim that stands apart from his own words.
    if (own?.negated || (own !== null && answered?.within === own.id)) return [];
    const by = deniedBy(holder, record, evidence);
    const told = (own === null ? null : saidUntrue(own, by)) ?? deniedBehind(behind(holder, evidence, record), by);
    if (own === null && isOutlet(holder, record)) return [];
    const answers = answered === null || answered.id === own?.id ? [] : [answered.id];
    // What the reader takes for one party's answer to what another says contradicts that, by whatever words.
    const isParty = (one: Mention | null): boolean => one !== null && one.entity !== null && !isOutlet(one, record);
    if (told === null && !(answers.length > 0 && isParty(holder) && isParty(answered?.speaker ?? null))) return [];
    const line = own?.id ?? id;
    return [{ line, by: asTold(holder, record), told: told ?? pointing(""), act: "deny", answers, spans: evidence }];
  });
}

/** A mention without the person whom the reader takes it for, where the words name somebody else: "the leader of the Vane Front" for a president. */
function asTold(mention: Mention, { entities }: ArticleRecord): Mention {
  const entity = entities.find(({ id }) => id === mention.entity);
  if (entity?.kind !== "person") return mention;
  const capitals = mention.text.replace(/^The /, "").match(/\p{Lu}[\p{L}'’.-]*/gu) ?? [];
  const known = [entity.name, ...entity.roles.map(({ title, of }) => `${title} ${of ?? ""}`)].join(" ").toLowerCase();
  const found = capitals.filter((word) => known.includes(word.toLowerCase().replace(/['’]s?$/, "")));
  return 2 * found.length < capitals.length ? { ...mention, entity: null } : mention;
}

function saidUntrue(own: Statement, by: ReturnType<typeof deniedBy>): DeniedWords | null {
  const verb = verbOf(own);
  return denies(verb) ? deniedObject(verb, own.content.text, by) : calledUntrue(own.content.text, by);
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

function isOneMention(a: Mention, b: Mention): boolean {
  return spansOverlap(a.span, b.span) || (a.entity !== null && a.entity === b.entity);
}

function pointing(words: string): Found["told"] {
  return { form: "pointing", words, sentence: null, holder: null, isParty: false, isReport: false };
}

/** "Each blamed the other": either denies what the other says of it alone before. */
function mutualBlame({ record, hidden }: LinkInput): readonly Found[] {
  return record.actions.flatMap(({ id, type, actors, evidence }) => {
    if (type !== "ACCUSE" || actors.length < 2 || hidden?.has(id) || !mutual.test(wordsAt(record, evidence))) return [];
    const line =
      record.statements.find((one) => one.act === "accuse" && anySpansOverlap(one.evidence, evidence))?.id ?? id;
    return actors.flatMap((by): readonly Found[] => {
      const before = record.statements.filter(
        (one) =>
          !anySpansOverlap(one.evidence, evidence) &&
          isBefore(one, evidence) &&
          actors.some((other) => other !== by && isSpeaker(one, other)) &&
          accused(one, actors, record) === by,
      );
      const answers = before.map((one) => one.id);
      return answers.length === 0 ? [] : [{ line, by, told: pointing(""), act: "blame", answers, spans: evidence }];
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

/** Words behind which something else is told than what is said to be so or not: "staff who are not essential". */
const aside =
  /(?!^that )\b(?:who|whom|whose|which|that|because|since|after|before|while|when|whether|if|unless|until|where|although|though|but)\b/i;

/** Of a vow, an order or a wish, which say nothing of what is so: "will not be allowed". */
const vowing =
  /\b(?:will|would|shall|should|must|may|might|can|could|let|to|do|please|ought to|['’]ll|['’]d|wo(?=n['’]t)|need|if|than|or|and|whether|though) *$/i;

/** Of what somebody does not want, know or say nobody can tell whether it is so. */
const attitude =
  /^(?:not|never|n['’]t) (?:\p{L}+ly )?(?:want|wish|like|need|intend|expect|know|think|believe|care|mind|comment|say|tell|give|aware|sure|clear|recall|remember|see|understand)\w*\b/iu;

/** "There is no sign that …", "this does not mean that there is …". */
const noSign =
  /^(?:that )?(?:.{0,60}?\b(?:has|had|have|is|are|was|were|sees?|saw|seen|found) )?(?:no|not any) (?:\p{L}+ ){0,2}?(?:signs?|evidence|indications?|information|intelligence|proof|reason to believe) (?:that|of) (.+)$|^(?:that )?.{3,80}? (?:does|do|did) not (?:necessarily )?(?:mean|reflect|indicate|suggest|show) (?:that )?(.+)$/iu;

/** What somebody says is not so, without the word that says it; `null` where he says of nothing that it is not so. */
function saysNot(said: string): string | null {
  const first = shortened(said);
  const found = noSign.exec(first);
  const meant = found?.[1] ?? found?.[2];
  if (meant !== undefined) return hasFiniteVerb(meant) || meant.split(" ").length > 2 ? meant : null;
  const at = first.search(negation);
  if (at < 0) return null;
  const before = first.slice(0, at);
  if (aside.test(before) || vowing.test(before) || attitude.test(first.slice(at))) return null;
  const words = `${before} ${first.slice(at).replace(negation, " ")}`.replace(/\s+/g, " ").trim();
  return hasFiniteVerb(words) ? words : null;
}

/** Findings of one denial as one: what tells most of what is denied, and all that it answers. */
function merged(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const one of found) {
    const at = kept.findIndex((other) => isOneDenial(one, other));
    const known = kept[at];
    if (known === undefined) kept.push(one);
    else {
      const [best, other] = tellsMore(one, known) ? [one, known] : [known, one];
      const told = {
        ...best.told,
        holder: best.told.holder ?? other.told.holder,
        isParty: best.told.isParty || (best.told.holder === null && other.told.isParty),
      };
      kept[at] = {
        ...best,
        told,
        line: known.line,
        by: known.by,
        answers: known.answers.length > 0 ? known.answers : one.answers,
      };
    }
  }
  return kept;
}

const forms = ["implicit", "pointing", "phrase", "clause"] as const;

function tellsMore(a: Found, b: Found): boolean {
  return forms.indexOf(a.told.form) > forms.indexOf(b.told.form);
}

function isOneDenial(a: Found, b: Found): boolean {
  return (a.line === b.line || anySpansOverlap(a.spans, b.spans)) && isOneVoice(a, b);
}

function isOneVoice(a: Found, b: Found): boolean {
  return a.by.text === b.by.text || isOneMention(a.by, b.by);
}

/** The denials without those in the headline that the text tells of too. */
function withoutHeadlines(denials: readonly Found[], { record }: LinkInput): readonly Found[] {
  const end = record.article.text.indexOf("\n");
  const inHeadline = ({ spans }: Found): boolean => spans.every((span) => span[1] <= end);
  return denials.filter(
    (one) =>
      !inHeadline(one) ||
      !denials.some((other) => !inHeadline(other) && other.told.form !== "implicit" && isOneVoice(one, other)),
  );
}

/** Who is meant in the words of a denial: whoever denies, by name, and of whom a pronoun stands for where the article tells. */
function deniedBy(by: Mention, record: ArticleRecord, evidence: readonly Span[]) {
  const denier = nameOf(calledIn(record, by));
  const whoIs = (clause: string): string | null => {
    const start = record.article.text.indexOf(clause, evidence[0]?.[0] ?? 0);
    const meant = start < 0 ? undefined : record.entities.find(({ mentions }) => mentions.some(([at]) => at === start));
    return meant === undefined || (isOfSomebody(clause) && !isSurely(meant, start, record)) ? null : meant.name;
  };
  return { denier, whoIs };
}

/** Whether a pronoun at a place surely stands for somebody: where it may be a person, no other is named since the sentence that last names him. */
function isSurely(
  { id, kind, mentions }: ArticleRecord["entities"][number],
  at: number,
  record: ArticleRecord,
): boolean {
  if (kind !== "person") return true;
  const { text } = record.article;
  const isName = ([from, to]: Span): boolean =>
    from < at && /\p{Lu}/u.test(text.slice(from, to).replace(/^(?:He|She|His|Her)\b/, ""));
  const last = mentions.filter(isName).at(-1);
  if (last === undefined) return false;
  const from = Math.max(text.lastIndexOf(". ", last[0]), text.lastIndexOf("\n", last[0]));
  return !record.entities.some(
    (other) => other.id !== id && other.kind === "person" && other.mentions.some((one) => isName(one) && one[0] > from),
  );
}

/** A mention may be longer than a name by so much: "the ", "its ". */
const articleLength = 4;

/** Whose claim it is by the words of the denial; of a party that the article names, whoever that is. */
function holderOf({ told, spans, by }: Found, input: LinkInput, settled: Settled): Held | null {
  const { holder, isParty } = told;
  if (holder === null) return null;
  const { text } = input.record.article;
  const [from, to] = [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0];
  const start = text.slice(from, to).replace(/\s/g, " ").indexOf(holder);
  const span: Span = start < 0 ? [from, to] : [from + start, from + start + holder.length];
  if (!isParty) return { origin: holder, name: holder, by: null, spans: [[from, to]] };
  const isHolder = (one: Span): boolean => spansOverlap(one, span) && one[1] - one[0] <= holder.length + articleLength;
  const entity = input.record.entities.find(({ mentions }) => mentions.some(isHolder))?.id ?? null;
  if (start < 0 || (entity !== null && entity === by.entity)) return null;
  const mention = { text: holder, span, entity };
  return { ...originOfMention(mention, input, settled), by: keyOf(mention, input.id, settled), spans: [[from, to]] };
}

/** So far before a denial the statement ends that it answers. */
const answeredWithin = 200;

/** So far before a denial the statement ends that tells of whoever denies. */
const toldWithin = 400;

/**
 * The statement that a denial without words of its own means ("denied this", "rejected the army's claim"): one of whom it names, the one that the reader saw it answer, one in the same sentence, the last before
 * it that tells of whoever denies; `null` where none is sure.
 */
function pointedAt(denial: Found, denials: readonly Found[], record: ArticleRecord): Statement | null {
  const before = record.statements.filter((one) => mayBeMeant(one, denial, denials, record));
  const away = (one: Statement): number => startOf(denial.spans) - (one.evidence.at(-1)?.[1] ?? 0);
  const answered = before.filter(({ id }) => denial.answers.includes(id));
  const tellsOf = before.filter((one) => away(one) <= toldWithin && namesParty(one, denial.by, record));
  const { holder, isParty } = denial.told;
  if (holder !== null && isParty) {
    const own = before.filter((one) => isOneSide(calledIn(record, one.speaker), holder));
    const only = own.length === 1 ? own.find((one) => away(one) <= toldWithin) : undefined;
    return (
      own.findLast((one) => answered.includes(one)) ?? own.findLast((one) => tellsOf.includes(one)) ?? only ?? null
    );
  }
  if (denial.act === "blame") return answered.at(-1) ?? null;
  const beside = before.findLast(({ evidence }) => anySpansOverlap(evidence, denial.spans));
  return (
    answered.findLast((one) => away(one) <= answeredWithin || tellsOf.includes(one)) ?? beside ?? tellsOf.at(-1) ?? null
  );
}

/** What a denial that points at a statement answers: of several claims ("the allegations") all that whoever says it says before. */
function answersOf(pointed: Statement, { told, spans }: Found, { statements }: ArticleRecord): readonly Statement[] {
  const { speaker } = pointed;
  if (told.isSeveral !== true || speaker === null) return [pointed];
  const own = statements.filter((one) => {
    const away = startOf(spans) - startOf(one.evidence);
    return one.speaker !== null && isOneMention(one.speaker, speaker) && away > 0 && away <= severalWithin;
  });
  return [pointed, ...own.filter((one) => one !== pointed)];
}

/** So far before a denial begin the claims that it denies together. */
const severalWithin = 600;

/** The first of some statements that is a sentence by itself. */
function sentenceOfAny(some: readonly Statement[], record: ArticleRecord): string | null {
  const sentences = some.flatMap((one) => sentenceOf({ words: wordsOf(one, record) }) ?? []);
  return sentences.find((one) => !isOfSomebody(one)) ?? null;
}

/** Whether somebody else says it before a denial, as something that is so. */
function mayBeMeant(
  one: Statement,
  { by, spans, line, told, answers }: Found,
  denials: readonly Found[],
  record: ArticleRecord,
): boolean {
  const { id, speaker, negated, content, evidence } = one;
  if (speaker === null || negated || id === line) return false;
  const isAfter = startOf(content.spans) > by.span[0];
  if (isAfter && (!answers.includes(id) || anySpansOverlap(evidence, spans))) return false;
  // Who tells of a denial holds nothing of what is denied.
  if (content.spans.some((span) => spansOverlap(span, by.span))) return false;
  if (told.isReport && !isOutlet(speaker, record) && !telling.test(speaker.text)) return false;
  if (denials.some((other) => other.line === id && other.told.form !== "implicit")) return false;
  return (
    !isOneMention(speaker, by) &&
    !isOneSide(calledIn(record, speaker), calledIn(record, by)) &&
    !isOneState(speaker, by, record) &&
    isClaim(content.text)
  );
}

/** Speakers that are texts. */
const telling =
  /\b(?:reports?|stor(?:y|ies)|articles?|posts?|websites?|sites?|newspapers?|papers?|media|rumou?rs?|tweets?)\b/i;

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

/** No more characters take the words between parts of what is said that tell who says it: ", he said, ". */
const mostBetween = 40;

/** What a statement says, with the name of its speaker where it has a pronoun for him, and the short sentence before it where it has "this" for that. */
function wordsOf({ content, speaker, evidence }: Statement, record: ArticleRecord): string {
  const { text } = record.article;
  const end = content.spans.findIndex(([, to], i) => {
    const between = text.slice(to, content.spans[i + 1]?.[0] ?? to);
    return /[;.]/.test(between) || between.length > mostBetween;
  });
  const words = wordsAt(record, end < 0 ? content.spans : content.spans.slice(0, end + 1));
  const [, before] = /(?:^|[.!?]\s|\n)([^.!?\n]{3,80})[.!?] $/.exec(text.slice(0, startOf(evidence))) ?? [];
  const full = before === undefined ? words : words.replace(bareThis, `this (“${before}”)`);
  return withSubject(full.replace(/^that /i, ""), nameOf(calledIn(record, speaker)));
}

/** "This" as the object of a verb, for what the sentence before tells. */
const bareThis = /(?<=\p{Ll}(?:ed|d) )this(?= (?:by|in|on|at|to|for|from|with)\b|[.,;]?$)/u;

function startOf(spans: readonly Span[]): number {
  return spans[0]?.[0] ?? 0;
}

function wordsAt({ article }: ArticleRecord, spans: readonly Span[]): string {
  return spans.map(([start, end]) => article.text.slice(start, end)).join(" ");
}
