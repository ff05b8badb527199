import type { FullyAnnotated } from "../../doc/document.js";
import { tokensOf } from "../../doc/find-ranges.js";
import type { TokenRange } from "../../doc/layers.js";
import { evidenceOf } from "../../record/evidence.js";
import { idCounter, type StatementId } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import type { Channel, Cue, Speaker, Statement } from "../../record/statement.js";
import type { Confidence } from "../claims/confidence.js";
import { type Words, wordsOf } from "../grammar/words.js";
import { mentionOfRange } from "../mentions.js";
import type { EntityTable } from "../naming/resolve-entities.js";
import type { CircumstanceWeights } from "../ranking.js";
import type { TellingClause } from "../telling-clause.js";
import type { ExtractedTime } from "../times/extract-times.js";
import { timeOfClause } from "../times/time-of-clause.js";
import { addCitedSources } from "./cited-sources.js";
import { contentOf, sentencesOf } from "./content.js";
import { actOf, type ReadCue, readCue } from "./cue.js";
import { holdsWord, withoutHedgeAsCue, withoutToldObject } from "./cue-and-content.js";
import { cuePhrase } from "./cue-phrase.js";
import { withoutDeedBeside } from "./deeds-beside.js";
import { beginning, contains, type Draft, overlaps } from "./draft.js";
import { type Hearers, hearersOf } from "./hearers.js";
import { hedgeOf } from "./hedge.js";
import { addLooseQuotations, withoutQuotedTails } from "./loose-quotations.js";
import { addInnerQuotations, addNestedSayings } from "./nested-sayings.js";
import { isSaying } from "./no-sayings.js";
import { addCuesBehindQuotations, shareQuotations } from "./shared-quotations.js";
import { completeSources } from "./sources.js";
import type { StatementLexicon } from "./statement-lexicon.js";
import { signsOfStatement } from "./statement-signs.js";
import { addTurns } from "./turns.js";

/** The attributions of a document with the sources and quotations that rules add, in reading order. */
export function draftStatements(document: FullyAnnotated, lexicon: StatementLexicon): Draft[] {
  const drafts = draftSteps(document, lexicon).at(-1)?.drafts ?? [];
  return drafts.toSorted((a, b) => beginning(a) - beginning(b) || (a.cue?.first ?? 0) - (b.cue?.first ?? 0));
}

/** What the drafts are after a step of the rules. */
export interface DraftStep {
  /** What the step does, in a few words. */
  readonly step: string;
  readonly drafts: readonly Draft[];
}

/** The drafts as they come from the encoder, and after each step of the rules. */
export function draftSteps(document: FullyAnnotated, lexicon: StatementLexicon): readonly DraftStep[] {
  const words = wordsOf(document);
  const steps: DraftStep[] = [];
  const after = (step: string, drafts: readonly Draft[]): readonly Draft[] => {
    steps.push({ step, drafts });
    return drafts;
  };
  const read = after(
    attributed,
    words.layers.attributions.attributions.map(({ cue, source, content, score }) => ({
      cue,
      score,
      source: source[0] ?? null,
      content: content.some((part) => saysSomething(part, words))
        ? content.filter((part) => holdsWord(part, words))
        : [],
    })),
  );
  const plain = after("tails of quotations apart", withoutQuotedTails(read, words));
  const hedged = after(
    "hedges apart from cues",
    plain.map((draft) => withoutHedgeAsCue(draft, words, lexicon)),
  );
  const sourced = after("sources from the sentence's grammar", completeSources(hedged, words));
  const complete = after(
    "objects of telling apart",
    sourced
      .filter((draft) => isSaying(draft, words, lexicon) && (draft.content.length > 0 || isRefusal(draft, words)))
      .map((draft) => withoutToldObject(draft, words)),
  );
  const alone = after(
    "deeds beside a saying apart",
    complete.map((draft) => withoutDeedBeside(draft, words)),
  );
  const once = after("one telling of each", withoutEchoes(withoutNeighbours(alone, words), words));
  const cued = after("cues behind quotations", addCuesBehindQuotations(once, words, lexicon));
  const shared = after("each quotation to one speaker", shareQuotations(cued, words, lexicon));
  const turned = after("turns of a transcript", addTurns(shared, words));
  const outer = after("loose quotations", addLooseQuotations(turned, words));
  const inner = after("quotations inside quotations", addInnerQuotations(outer, words, lexicon));
  const nested = after("sayings inside a content", addNestedSayings(inner, words, lexicon));
  after("sources that a report cites", addCitedSources(nested, words));
  return steps;
}

/** The name of the first step: what the encoder tags. */
const attributed = "an attribution that the encoder tags";

/** The drafts without the quotations of another paragraph that have a cue of their own there. */
function withoutNeighbours(drafts: readonly Draft[], { layers }: Words): Draft[] {
  const paragraphAt = (token: number) =>
    layers.sentences.sentences[layers.sentences.sentenceOf[token] ?? -1]?.paragraph;
  return drafts.map((draft) => {
    const { cue } = draft;
    if (cue === null) return draft;
    const claimed = (part: TokenRange) =>
      paragraphAt(part.first) !== paragraphAt(cue.first) &&
      drafts.some(
        (other) =>
          other !== draft &&
          other.cue !== null &&
          paragraphAt(other.cue.first) === paragraphAt(part.first) &&
          other.content.some((own) => overlaps(own, part)),
      );
    return { ...draft, content: draft.content.filter((part) => !claimed(part)) };
  });
}

/**
 * The drafts without those that tell another one over: of two cues of one speaker for the same content the one that governs the other ("could not resist adding that …").
 */
function withoutEchoes(drafts: readonly Draft[], words: Words): Draft[] {
  return drafts.filter((draft) => {
    const { cue } = draft;
    if (cue === null) return true;
    const rivals = drafts.filter((other) => other !== draft && other.cue !== null && sameContent(draft, other));
    return !rivals.some((other) => other.cue && governs(words.top(cue), words.top(other.cue), words));
  });
}

function sameContent(a: Draft, b: Draft): boolean {
  const last = a.content.at(-1);
  const other = b.content.at(-1);
  return last !== undefined && other !== undefined && overlaps(last, other) && last.end === other.end;
}

/** Whether the word behind hangs on the word before as its complement or adverbial clause. */
function governs(before: number, behind: number, words: Words): boolean {
  return words.head(behind) === before && /^(?:xcomp|advcl)/.test(words.deprel(behind));
}

/** Who is who in the article, the times that it names, and what tells which of them is whose. */
interface KnownAround {
  readonly table: EntityTable;
  readonly times: readonly ExtractedTime[];
  readonly weights: CircumstanceWeights;
  readonly confidence: Confidence;
}

/** The statements of a document, in reading order, each with its words. */
export function extractStatements(
  document: FullyAnnotated,
  drafts: readonly Draft[],
  known: KnownAround,
  lexicon: StatementLexicon,
): Statement[] {
  const { table } = known;
  const words = wordsOf(document);
  const nextId = idCounter("st");
  const told = drafts.map((draft) => ({
    draft,
    statement: statementOf(draft, nextId(), words, known, lexicon),
  }));
  const outer = told.map(({ draft }) => innermostAround(draft, told));
  const chainOf = (index: number): string[] => {
    const around = outer[index] ?? null;
    const statement = told[index]?.statement;
    const own = statement ? tellers(statement, table) : [];
    return [...(around === null ? [] : chainOf(around)), ...own];
  };
  return told.flatMap(({ statement }, index) => {
    if (statement === null) return [];
    const around = outer[index] ?? null;
    const within = around === null ? null : (told[around]?.statement?.id ?? null);
    return [{ ...statement, within, chain: chainOf(index) }];
  });
}

function statementOf(
  draft: Draft,
  id: StatementId,
  words: Words,
  { table, times, weights, confidence }: KnownAround,
  lexicon: StatementLexicon,
): Statement | null {
  const marked = [draft.cue, draft.source, ...draft.content].flatMap((range) => range ?? []);
  const evidence = evidenceOf(sentencesOf(marked, words));
  if (evidence === null) return null;
  const cue = draft.cue === null ? null : readCue(draft.cue, words, lexicon, draft.content);
  const said = contentOf(draft, words);
  const content = draft.verbatim ? { ...said, form: "direct" as const } : said;
  const kept = [...draft.content, ...(draft.source ? [draft.source] : [])];
  const hearers: Hearers =
    cue === null ? { addressee: null, channel: null } : hearersOf(cue, kept, words, lexicon, table);
  const speaker = draft.source && speakerOf(draft.source, words, table);
  const told = {
    speaker,
    cue: cue && draft.cue && cueOf(cue, cuePhrase(draft.cue, cue.range, kept, words), words),
    act:
      cue === null && content.text.endsWith("?")
        ? "ask"
        : actOf(cue, draft.content, content.quoted.length > 0, words, lexicon),
    content,
  } satisfies Partial<Statement>;
  const kind = table.entities.find((one) => one.id === speaker?.entity)?.kind ?? null;
  return {
    id,
    ...told,
    addressee: hearers.addressee && mentionOfRange(hearers.addressee, words, table),
    channel: channelOf(hearers.channel, words, table),
    hedge: cue && draft.cue ? hedgeOf(draft.cue, cue.head, words, lexicon) : null,
    negated: cue?.negated ?? false,
    time: cue && timeOfClause(clauseOfSaying(cue.head, kept), times, words, weights.time),
    place: null,
    within: null,
    chain: [],
    evidence,
    confidence: confidence(signsOfStatement(told, kind, draft.score ?? null)),
  };
}

/** The clause of a cue, whose source and content have times of their own. */
function clauseOfSaying(head: number, kept: readonly TokenRange[]): TellingClause {
  return {
    anchors: [head],
    isOther: () => false,
    admits: (range) => !kept.some((one) => contains(one, range)),
  };
}

function cueOf({ range, lemma }: ReadCue, phrase: TokenRange, words: Words): Cue {
  return {
    text: words.slice(range),
    span: words.span(range),
    lemma,
    phrase: { text: words.slice(phrase), span: words.span(phrase) },
  };
}

function speakerOf(range: TokenRange, words: Words, table: EntityTable): Speaker {
  return { text: words.slice(range), span: words.span(range), ...table.resolve(range) };
}

function channelOf(channel: Hearers["channel"], words: Words, table: EntityTable): Channel | null {
  return channel && { ...mentionOfRange(channel.range, words, table), kind: channel.kind };
}

/** Who tells in a statement, for the chain: the outlet that was told, then the speaker. */
function tellers({ channel, speaker }: Statement, table: EntityTable): string[] {
  const outlet = channel?.kind === "outlet" ? [nameOf(channel, table)] : [];
  return speaker ? [...outlet, tellerName(speaker, table)] : outlet;
}

/** Somebody whom the reader cannot identify is told of in the article's words: "a senior Iraqi military source". */
function tellerName(speaker: Speaker, table: EntityTable): string {
  if (speaker.naming === "named" || speaker.naming === "pronoun") return nameOf(speaker, table);
  return speaker.text.replace(
    /^(?:An?|The|One|Two|Three|Four|Five|Six|Several|Some|Many|His|Her|Its|Their)\b/,
    (word) => word.toLowerCase(),
  );
}

function nameOf({ text, entity }: Mention, table: EntityTable): string {
  return table.entities.find(({ id }) => id === entity)?.name ?? text;
}

/** The index of the draft that tells of this one: as the draft says, or else the smallest other one whose content holds this one's cue, or its content where it has no cue. */
function innermostAround(
  draft: Draft,
  all: readonly { readonly draft: Draft; readonly statement: Statement | null }[],
): number | null {
  if (draft.toldBy) return all.findIndex(({ draft: other }) => other === draft.toldBy);
  const own = draft.cue ?? draft.content[0];
  if (!own) return null;
  let best: number | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  all.forEach(({ draft: other, statement }, index) => {
    if (other === draft || statement === null) return;
    const holder = other.content.find((part) => contains(part, own) && !(other.cue && contains(own, other.cue)));
    if (!holder || holder.end - holder.first >= smallest) return;
    // Of two that each hold the other's cue neither tells the other.
    if (draft.content.some((part) => other.cue && contains(part, other.cue))) return;
    smallest = holder.end - holder.first;
    best = index;
  });
  return best;
}

/** Whether there is more in it than a word that only leads to others: "which" of "which the bank detailed", "calmly", a comma. */
function saysSomething(range: TokenRange, words: Words): boolean {
  return tokensOf(range).some(
    (token) =>
      !/^(?:PUNCT|AUX|ADV|ADP|PART|DET|CCONJ|SCONJ|X|SYM)$/.test(words.upos(token)) &&
      !/^(?:who|whom|whose|which|what|why)$/.test(words.lower(token)),
  );
}

function isRefusal({ cue, source }: Draft, words: Words): boolean {
  const refuses = (token: number) => /^(?:decline|refuse|comment|silent)$/.test(words.lemma(token));
  return cue !== null && source !== null && tokensOf(cue).some(refuses);
}
