import { parseLineId } from "../store/line-id.js";
import type { Span } from "../text/span.js";
import type { BriefLine } from "../view/brief-line.js";
import type { DisputeView } from "../view/dispute-view.js";
import type { DueLine } from "../view/due-view.js";
import type { EntityView } from "../view/entity-view.js";
import type { EventView } from "../view/event-view.js";
import type { HistoryView } from "../view/history-view.js";
import type { LineView } from "../view/line-view.js";
import { plainDay, shortDays } from "../view/plain-dates.js";
import { plainAct, plainAspect, plainStanding, plainState, plainStatus } from "../view/plain-words.js";
import type { QuoteView } from "../view/quote-view.js";
import { reliabilityWords } from "../view/reliability-view.js";
import type { StorySummaryView } from "../view/story-view.js";
import type { Item } from "./answer.js";

/** An item before its words are asked for; what is `null` is said by the first of these. */
export interface AnswerDraft extends Pick<Item, "id" | "facts" | "moreQuotes"> {
  readonly kind: Item["kind"] | null;
  readonly section?: string;
  readonly what: string | null;
  readonly sure: string | null;
  readonly sides?: Item["sides"];
  readonly states?: Item["states"];
  readonly quotes: readonly Reference[];
}

/** Words that are to be quoted, as `/api/citations` takes them; and what they are. */
export interface Reference {
  readonly of: string;
  readonly as: string | null;
}

/** So many quotes of one thing are shown. */
const mostQuotes = 6;

export function lineDraft({ id, corrections }: Pick<LineView, "id" | "corrections">): AnswerDraft {
  const facts = corrections.map(({ kind, by, why }) => `${kind} by ${by}${why === null ? "" : `: ${why}`}`);
  return { id, kind: null, what: null, facts, sure: null, quotes: [{ of: id, as: null }], moreQuotes: 0 };
}

/** `null` where it rests on no line: a dispute over figures, which is asked for by its id. */
export function briefDraft(line: BriefLine): AnswerDraft | null {
  const { id, who, whom, mark, day, dated, facts, told, reliability } = line;
  if (parseLineId(line.line) === null) return null;
  return {
    ...{ id, kind: kindOf(id) },
    what: `${who ?? "somebody unnamed"}${whom === null ? "" : ` → ${whom}`}: ${mark}`,
    facts: [
      ...(day === null ? [] : [`${datedWords[dated]} ${plainDay(day)}`]),
      ...facts,
      `told by ${told.origins} independent origin${told.origins === 1 ? "" : "s"} in ${told.articles} article${told.articles === 1 ? "" : "s"}`,
    ],
    sure: reliability == null ? null : reliabilityWords(reliability),
    quotes: [{ of: line.line, as: null }],
    moreQuotes: Math.max(0, told.articles - 1),
  };
}

const datedWords: Readonly<Record<BriefLine["dated"], string>> = {
  on: "on",
  since: "since",
  reported: "reported",
  by: "by",
  until: "until",
};

export function dueDraft(line: DueLine): AnswerDraft | null {
  const draft = briefDraft(line);
  if (draft === null) return null;
  const { state, announced, outcome } = line;
  const came = outcome === null ? [] : [`what came of it, ${plainDay(outcome.day)}: ${outcome.line}`];
  const facts = [dueWords[state], ...draft.facts, `first told ${plainDay(announced)}`, ...came];
  const after = outcome === null ? [] : [{ of: outcome.line, as: "what came of it" }];
  return { ...draft, facts, quotes: [...draft.quotes.map((one) => ({ ...one, as: "told before" })), ...after] };
}

const dueWords: Readonly<Record<DueLine["state"], string>> = {
  due: "due",
  passed: "its day passed, and no article tells what came of it",
  done: "done",
  called_off: "called off",
};

export function eventDraft({
  id,
  kind,
  what,
  who,
  first,
  last,
  statuses,
  reliability,
  ...rest
}: EventView): AnswerDraft {
  const [aspect = "", value = ""] = what.split(" ");
  const days =
    first === null
      ? []
      : [first === last || last === null ? plainDay(first) : `${plainDay(first)} to ${plainDay(last)}`];
  return {
    ...{ id, kind: "event" },
    what: `${who.map(({ name }) => name).join(" → ") || "somebody unnamed"}: ${kind === "posture" ? plainState(aspect, value) : plainAct(what)}`,
    facts: [...days, ...statuses.flatMap((status) => plainStatus(status) ?? []), inArticles(rest.articles)],
    sure: reliabilityWords(reliability),
    quotes: referencesTo(
      rest.tellings.map((telling) => ({ quote: telling, as: plainStatus(telling.status) ?? "told as a fact" })),
    ),
    moreQuotes: rest.moreTellings + Math.max(0, rest.tellings.length - mostQuotes),
  };
}

/** So many of a history's states are shown, the last. */
const mostStates = 8;

export function historyDraft({ id, subject, aspect, states }: HistoryView): AnswerDraft {
  const shown = states.slice(-mostStates);
  const now = states.findLast(({ until, standing }) => until === null && standing !== "denied") ?? states.at(-1);
  const told = shown.toReversed().flatMap((state) =>
    state.tellings.map((quote) => ({
      quote,
      as: `${plainState(aspect, state.value)}: ${plainStanding(state.standing)}`,
    })),
  );
  const all = states.reduce((sum, { tellings, moreTellings }) => sum + tellings.length + moreTellings, 0);
  const quotes = referencesTo(told);
  return {
    ...{ id, kind: "history" },
    what: `${subject.name}: ${now === undefined ? plainAspect(aspect) : plainState(aspect, now.value)}`,
    facts: now === undefined ? [] : stateFacts(now, aspect),
    sure: now === undefined ? null : reliabilityWords(now.reliability),
    states: shown.map(({ value, standing, from, until, reliability }) => ({
      ...{ state: plainState(aspect, value), standing, from, until, reliability },
    })),
    ...{ quotes, moreQuotes: Math.max(0, all - quotes.length) },
  };
}

function stateFacts(
  { standing, from, dated, until, supersededBy }: HistoryView["states"][number],
  aspect: HistoryView["aspect"],
): readonly string[] {
  const since = from === null ? [] : [`${dated === "told" ? "since" : "reported"} ${plainDay(from)}`];
  const ended =
    until === null
      ? []
      : [`until ${plainDay(until)}${supersededBy === null ? "" : `, then ${plainState(aspect, supersededBy)}`}`];
  return [plainStanding(standing), ...since, ...ended];
}

export function disputeDraft({ id, kind, headline, sides, first, last }: DisputeView): AnswerDraft {
  const { claim, heldBy, deniedBy, since, ownVoice } = headline;
  const ends = sides.map(({ position, ends }) => ends.map((quote) => ({ quote, as: position })));
  const quotes = referencesTo(interleaved(ends));
  const all = sides.reduce((sum, side) => sum + side.ends.length + side.moreEnds, 0);
  return {
    ...{ id, kind: "dispute" },
    what: kind === "figure" ? `Figures differ: ${claim}` : `Disputed: ${claim}`,
    facts: [
      ...(heldBy.length === 0 ? [] : [`held by ${heldBy.join(", ")}`]),
      ...(deniedBy.length === 0 ? [] : [`denied by ${deniedBy.join(", ")}`]),
      ...(since === null ? [] : [`disputed since ${plainDay(since)}`]),
      ...(first === null || last === null ? [] : [`told ${plainDay(first)} to ${plainDay(last)}`]),
      ...ownVoice.map(({ outlet, position }) => `${outlet} ${position} in its own voice`),
    ].slice(0, 10),
    sure: "Contested: no side of it may be told as a fact. Name who says which.",
    sides: sides.slice(0, 6).map(({ position, voices }) => ({
      position,
      voices: voices.named.map(({ name }) => name),
      origins: voices.count,
    })),
    ...{ quotes, moreQuotes: Math.max(0, all - quotes.length) },
  };
}

/** @param named where an article names them, for those of whom no line tells */
export function entityDraft(entity: EntityView, named: readonly Reference[] = []): AnswerDraft {
  const { name, kind, country, otherNames, roles, articles, lines } = entity;
  return {
    ...{ id: entity.id, kind: "entity" },
    what: `${name} (${[kind.replaceAll("_", " "), ...(country === null ? [] : [country])].join(", ")})`,
    facts: [
      ...roles
        .slice(0, 4)
        .map(({ title, of, former }) => `${former ? "former " : ""}${title}${of === null ? "" : ` of ${of}`}`),
      ...(otherNames.length === 0 ? [] : [`also ${otherNames.slice(0, 8).join(", ")}`]),
      inArticles(articles),
    ],
    sure: "Who it is follows from names and roles in the articles; `explain` says why they are held to be one.",
    quotes: lines.length === 0 ? named : lines.slice(0, 2).map(({ id }) => ({ of: id, as: "among the latest lines" })),
    moreQuotes: Math.max(0, lines.length - 2),
  };
}

export function storyDraft(story: StorySummaryView, lines: readonly Pick<LineView, "id">[]): AnswerDraft {
  const { id, title, first, last, articles, outlets, texts } = story;
  return {
    ...{ id, kind: "story" },
    what: title ?? "a story without a title",
    facts: [
      shortDays(first, last),
      `${inArticles(articles)} of ${outlets} outlet${outlets === 1 ? "" : "s"}, ${texts} of them no copies of others`,
    ],
    sure: "A story is what articles report together; how sure each line is stands with the line.",
    quotes: lines.map((line) => ({ of: line.id, as: "among its latest lines" })),
    moreQuotes: 0,
  };
}

/** A stretch of an article. */
export function passageDraft(article: string, span: Span, facts: readonly string[] = []): AnswerDraft {
  const of = wordsReference(article, [span]);
  return {
    id: of,
    kind: "passage",
    what: null,
    facts,
    sure: null,
    quotes: [{ of, as: "the article's text" }],
    moreQuotes: 0,
  };
}

/** Words of a version as `/api/citations` takes them. */
export function wordsReference(version: string, spans: readonly Span[]): string {
  return `${version}#${spans.map(([start, end]) => `${start}-${end}`).join(",")}`;
}

function referencesTo(
  quotes: readonly { readonly quote: Pick<QuoteView, "id" | "article" | "spans">; readonly as: string }[],
): readonly Reference[] {
  const found = quotes.map(({ quote: { id, article, spans }, as }) => ({
    of: id === article.id ? wordsReference(id, spans) : id,
    as,
  }));
  return [...new Map(found.map((one) => [`${one.of} ${one.as}`, one])).values()].slice(0, mostQuotes);
}

/** One of each in turn, so that what is cut off is not all of one side. */
function interleaved<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

function kindOf(id: string): Item["kind"] | null {
  if (parseLineId(id) !== null) return null;
  return id.startsWith("hi_") ? "history" : id.startsWith("di_") ? "dispute" : "event";
}

function inArticles(count: number): string {
  return `${count} article${count === 1 ? "" : "s"}`;
}
