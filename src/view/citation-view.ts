import { type LineFacts, lineFacts } from "../record/line-facts.js";
import type { ArticleRecord } from "../record/record.js";
import type { LineKind } from "../store/lines-of-record.js";
import type { LineInDispute } from "../store/queries/disputes-of-line.js";
import type { FoundLine } from "../store/queries/find-lines.js";
import type { FoundOrigin } from "../store/queries/origins.js";
import { oneLine } from "../text/one-line.js";
import type { Span } from "../text/span.js";
import type { ShownWords } from "./analysis-view.js";
import { type MarkView, marksOfLine } from "./correction-view.js";
import { type ArticleView, lineView } from "./line-view.js";
import { plainDay, plainMoment } from "./plain-dates.js";
import { plainAct, plainSaying, plainState, plainStatus } from "./plain-words.js";
import { articleView } from "./quote-view.js";
import { type ReliabilityView, reliabilityWords } from "./reliability-view.js";

/** Words of an article as one may cite them: verbatim, with where they stand, whose they are and how sure the record is of what they tell. */
export interface CitationView {
  /** Of the line; of words that are in no line as they were asked for. */
  readonly id: string;
  /** `words` for such as are in no line, as a figure may be. */
  readonly kind: LineKind | "words";
  readonly article: ArticleView;
  /** The sentences, exactly as the article has them. */
  readonly words: readonly ShownWords[];
  /** Of a statement the part of them that was said. */
  readonly said: readonly ShownWords[];
  /** Of that what the article gives in quotation marks as the speaker's own words. */
  readonly own: readonly ShownWords[];
  /** Who says so: the speaker, or the outlet in its own voice. `null` where nobody is named. */
  readonly by: string | null;
  readonly voice: "speaker" | "unnamed" | "outlet";
  /** Who told whom, the outlet first. */
  readonly through: readonly string[];
  /** What the record reads in them: its own words, and no quotation. */
  readonly reading: string;
  readonly sure: SureView;
  readonly corrections: readonly MarkView[];
  /** The citation to copy. */
  readonly citation: string;
}

/** How sure the record is. */
export interface SureView {
  /** In a sentence or two. */
  readonly summary: string;
  /** Of an act or a state. */
  readonly reliability: ReliabilityView | null;
  /** Ids of the disputes that it is an end of. */
  readonly disputes: readonly string[];
}

/** What links say of a line that is cited; `null` and empty for one of an older version. */
export interface CitedLinks {
  readonly origin: FoundOrigin | null;
  readonly reliability: ReliabilityView | null;
  readonly disputes: readonly LineInDispute[];
}

/** A line as one may cite it. */
export function citationView(found: FoundLine, { origin, reliability, disputes }: CitedLinks): CitationView {
  const { record, marks } = found.stored;
  const { id, kind, article } = lineView(found);
  const facts = lineFacts(record, kind, found.id);
  const { evidence, said, own } = wordsOf(record, kind, found.id);
  const words = wordsAt(record.article.text, evidence);
  const spoken = wordsAt(record.article.text, said);
  const corrections = marksOfLine(marks, found.id);
  // Who is not named goes by the article's words for them: "a person familiar with the planning".
  const unnamed = origin?.kind === "unnamed" ? (origin.steps.at(-1) ?? null) : null;
  const by = unnamed ?? byWhom(facts, kind, article);
  const voice = origin === null ? voiceOf(facts, kind) : voices[origin.kind];
  const ownWords = wordsAt(record.article.text, own);
  return {
    ...{ id, kind, article, words, said: spoken, own: ownWords, by, voice: voice ?? "outlet" },
    through: origin?.steps ?? [article.outlet ?? "an unnamed outlet", ...facts.accordingTo],
    reading: readingOf(facts, kind),
    sure: {
      summary: sureWords({ facts, kind, by, reliability, disputes, corrections }),
      reliability,
      disputes: disputes.map(({ dispute }) => dispute),
    },
    corrections,
    citation: citationText({ ...{ article, words, said: spoken, own: ownWords, by }, negated: isDenied(facts) }),
  };
}

/** Words of an article that are in no line. */
export function citationOfWords(
  id: string,
  { article }: ArticleRecord,
  spans: readonly Span[],
  about: { readonly reading: string; readonly summary: string },
): CitationView {
  const shown = articleView(article);
  const words = wordsAt(article.text, spans);
  return {
    ...{ id, kind: "words", article: shown, words, said: [], own: [], by: shown.outlet, voice: "outlet" },
    through: [shown.outlet ?? "an unnamed outlet"],
    reading: about.reading,
    sure: { summary: about.summary, reliability: null, disputes: [] },
    corrections: [],
    citation: citationText({ article: shown, words, said: [], own: [], by: shown.outlet, negated: false }),
  };
}

/** What a citation is written of. */
type Cited = Pick<CitationView, "article" | "words" | "said" | "own" | "by"> & { readonly negated: boolean };

/**
 * "“The quay is safe” — Irena Sulk, via Vell Courier, 4 May 2031, https://…": what somebody said in their own words, by their name. All else is quoted as the
 * sentence of the outlet, which reports it.
 */
export function citationText({ article, words, said, own, by, negated }: Cited): string {
  const outlet = article.outlet ?? "an unnamed outlet";
  const isOwn = !negated && own.length > 0 && lengthOf(own) >= lengthOf(said) * mostlyOwn && by !== null;
  const reported = by === null || by === article.outlet ? outlet : `${outlet}, reporting ${by}`;
  const source = [
    isOwn ? `${by}, via ${outlet}` : reported,
    ...(article.published === null ? [] : [plainDay(article.published)]),
    // What is no address of the web leads nowhere, or where nobody should follow.
    article.url !== null && /^https?:\/\//i.test(article.url) ? article.url : article.id,
  ];
  return `“${joined(isOwn ? own : words)}” — ${source.join(", ")}`;
}

/** Of what was said so much has to stand in quotation marks for it to be the speaker's own words; the rest are commas and the cue's place. */
const mostlyOwn = 0.9;

function joined(words: readonly ShownWords[]): string {
  return words
    .map(({ text }) => oneLine(text).replace(/,$/, ""))
    .join(" … ")
    .replaceAll("“", "‘")
    .replaceAll("”", "’");
}

function lengthOf(words: readonly ShownWords[]): number {
  return words.reduce((sum, { text }) => sum + text.length, 0);
}

function wordsAt(text: string, spans: readonly Span[]): readonly ShownWords[] {
  return spans.map((span) => ({ text: text.slice(...span), span }));
}

function wordsOf(record: ArticleRecord, kind: LineKind, id: string) {
  const statement = kind === "statement" ? record.statements.find((one) => one.id === id) : undefined;
  const { actions, postures, stances } = record;
  const line = statement ?? [...actions, ...postures, ...stances].find((one) => one.id === id);
  return {
    evidence: line?.evidence ?? [],
    said: statement?.content.spans ?? [],
    own: statement?.content.quoted ?? [],
  };
}

const voices: Readonly<Record<string, CitationView["voice"]>> = {
  speaker: "speaker",
  unnamed: "unnamed",
  text: "outlet",
};

function voiceOf({ who, accordingTo }: LineFacts, kind: LineKind): CitationView["voice"] {
  if (kind === "statement") return who === null ? "unnamed" : "speaker";
  return accordingTo.length === 0 ? "outlet" : "speaker";
}

function byWhom({ who, accordingTo }: LineFacts, kind: LineKind, { outlet }: ArticleView): string | null {
  return kind === "statement" ? who : (accordingTo[0] ?? outlet);
}

function readingOf(facts: LineFacts, kind: LineKind): string {
  const { who, whom, type, word, when, where, status } = facts;
  const told = kind === "statement" || status === null ? null : plainStatus(status);
  const rest = [
    ...(told === null ? [] : [told]),
    ...(when === null ? [] : [`time: ${plainMoment(when)}`]),
    ...(where === null ? [] : [`place: ${where}`]),
  ];
  // Who sets a state does nothing to it, and what sets itself is named once.
  const by = kind === "posture" && whom !== null && whom !== who ? [`by ${whom}`] : [];
  const to = kind === "posture" || whom === null ? "" : ` → ${whom}`;
  return [`${who ?? "somebody unnamed"}${to}: ${whatOf(kind, type, word, status)}`, ...by, ...rest].join("; ");
}

function whatOf(kind: LineKind, type: string, word: string | null, status: string | null): string {
  if (kind === "statement") return `${status === "negated" ? "did not say: " : ""}${word ?? plainSaying(type)}`;
  if (kind === "posture") return plainState(type, word ?? "");
  if (kind === "stance") return type.replaceAll("_", " ");
  return `${plainAct(type)}${word === null ? "" : ` (“${word}”)`}`;
}

function isDenied({ type, status }: LineFacts): boolean {
  return type === "deny" || status === "negated";
}

interface SureOf {
  readonly facts: LineFacts;
  readonly kind: LineKind;
  readonly by: string | null;
  readonly reliability: ReliabilityView | null;
  readonly disputes: readonly LineInDispute[];
  readonly corrections: readonly MarkView[];
}

function sureWords({ facts, kind, by, reliability, disputes, corrections }: SureOf): string {
  const who = by ?? "somebody unnamed";
  const marks = corrections.filter((one) => one.kind === "confirm" || one.kind === "hide");
  return [
    kind === "statement"
      ? `Reported as said by ${who}: the record does not say whether it is so.`
      : kind === "stance"
        ? `Reported by ${who}.`
        : reliability === null
          ? "Told in this article; nothing else is linked to it."
          : reliabilityWords(reliability),
    ...(facts.hedge === null ? [] : [`The article hedges it: “${facts.hedge}”.`]),
    ...disputes.map(
      ({ dispute, position }) =>
        `Contested (${dispute}): ${position === "denies" ? "this denies what others say" : position === "asserts" ? "others deny it" : "others give another figure"}.`,
    ),
    ...marks.map(({ kind: mark, by: name }) => `${mark === "confirm" ? "Confirmed" : "Rejected"} by ${name}.`),
  ].join(" ");
}
