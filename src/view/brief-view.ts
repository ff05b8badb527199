import type { Dispute } from "../link/disputes/find-disputes.js";
import { voicesOf } from "../link/disputes/one-quarrel.js";
import type { DueOn } from "../link/due/due-things.js";
import type { Event, TellingFacts } from "../link/events/group-events.js";
import { tellingToShow } from "../link/events/telling-to-show.js";
import { isKnown } from "../link/line.js";
import { compareText } from "../link/link-input.js";
import { institutionName } from "../link/postures/institution-key.js";
import type { KnownHistory, KnownState } from "../link/postures/known-history.js";
import type { Period } from "../store/queries/line-filter.js";
import type { PeriodSize } from "../store/queries/period.js";
import type { Bounded, DatedStatement, ToldInPeriod, ToldSetting, ToldWords } from "../store/queries/told-in-period.js";
import type { ShownLine } from "../store/shown-line.js";
import { type BriefLine, type BriefVoice, isDatedRoughly, tellingInWords } from "./brief-line.js";
import {
  actsToldByStates,
  byStory,
  chooseFairly,
  idOnPage,
  isBackground,
  type NewsCandidate,
  type PageSoFar,
  spansOfDisputes,
  storyOf,
  tellingWords,
  weightOfAct,
  weightOfPlace,
  weightOfVoices,
} from "./brief-news.js";
import {
  compareDisputes,
  isCommitting,
  rankStatements,
  type StatementGroup,
  type StatementScale,
  sameStatements,
} from "./brief-ranking.js";
import { type Chosen, linesOfChosen, linesToChooseOf, type ToldThing, tellingsOf } from "./chosen-lines.js";
import { inDueOrder } from "./due-view.js";
import { weightOfConfidence } from "./line-weights.js";
import { plainDay } from "./plain-dates.js";
import { plainState } from "./plain-words.js";
import { isOpenAct, isOpenBehind, isUnreadable, lossOf } from "./readable-line.js";
import { sureLine } from "./sure-line.js";

/** One page on a period. */
export interface BriefView {
  readonly period: BriefPeriod;
  /** What it is narrowed down to, in plain words; empty for all. */
  readonly about: readonly string[];
  readonly size: PeriodSize;
  /** The stories of the lines, the most important first. */
  readonly stories: readonly BriefStory[];
  /** What is new, by story, the weightiest first; what stands here stands in no other section but, at length, among the disputes. */
  readonly changes: BriefSection;
  readonly postures: BriefSection;
  readonly actions: BriefSection;
  readonly statements: BriefSection;
  readonly disputes: BriefSection;
  /** What is due in the period or in the week after it, and what of it passed without a report. */
  readonly due: BriefSection;
}

/** A story of the page, and how many articles of the period are of it. */
export interface BriefStory {
  readonly id: string;
  readonly title: string | null;
  readonly articles: number;
}

/** The days from `since` on and before `until`. `chosen`: the last day that there are articles of, because nobody asked for another. */
export interface BriefPeriod extends Period {
  readonly chosen: "asked" | "last_day";
  /** Whose days they are, by its name in the IANA time zone database. */
  readonly zone: string;
}

/** The most important lines first, and how many more there are. */
export interface BriefSection {
  readonly lines: readonly BriefLine[];
  readonly more: number;
}

/** So many lines of each section are on the page. */
export interface BriefLimits {
  readonly changes: number;
  readonly postures: number;
  readonly actions: number;
  readonly statements: number;
  readonly disputes: number;
  readonly due: number;
}

/** What fits on a page that somebody reads from top to bottom. */
export const onePage: BriefLimits = { changes: 12, postures: 12, actions: 12, statements: 12, disputes: 6, due: 6 };

/** What is on the page, chosen before its words are read. */
export type BriefChoice = Readonly<Record<keyof BriefLimits, ChosenSection>>;

interface ChosenSection {
  readonly chosen: readonly Chosen[];
  readonly more: number;
}

/**
 * What of a period is on the page, as it was known when the period ended, and what only later articles tell of its days. Nothing is there twice: what is
 * news is among the changes, and the other sections have the rest.
 *
 * @param lines those that acts and states are shown with, as far as they are at hand
 */
export function chooseBrief(
  told: ToldInPeriod & { readonly due: readonly DueOn[] },
  { since, until }: Period,
  scale: StatementScale,
  lines: ReadonlyMap<string, ShownLine> = new Map(),
  limits: BriefLimits = onePage,
): BriefChoice {
  const { setting } = told;
  const ranked = rankStatements(sameStatements(told.statements.items), scale);
  const disputes = told.disputes.items.toSorted(compareDisputes);
  const days: BriefDays = { since, until, isNew: newIn(since, setting.before) };
  const states = statesOf(told, days).map((one) => ({
    ...one,
    weight:
      one.weight +
      weightOfConfidence(tellingsOf(one.chosen)) +
      weightOfStatesPlace(one.chosen, setting) -
      (isGuessed(one.chosen, lines) ? lossOfGuess : 0),
  }));
  const readable = actsOf(told, days).filter(({ chosen }) => {
    const line = lineToWeigh(chosen, lines);
    return line === undefined || !isUnreadable(line);
  });
  const acts = readable.map((one) => ({
    ...one,
    weight:
      one.weight +
      weightOfConfidence(tellingsOf(one.chosen)) -
      lossOfAct(one.chosen, lines) +
      weightOfPlace(one.chosen, setting),
    words: wordsOfAct(one.chosen, lines),
    ...deedOf(one.chosen, lines),
    isOpen: isOpenBehind(lineToWeigh(one.chosen, lines)),
  }));
  const enough = acts.filter(({ isOpen, isNews }) => isNews && !isOpen).length >= enoughActs;
  const plain = enough ? acts.filter(({ isOpen }) => !isOpen) : acts;
  const said = ranked.map(({ group, weight }): NewsCandidate & News => ({
    chosen: statementOfPage(group),
    weight: weight - (lines.get(group.shown.id)?.aside === true ? 1 : 0),
    words: tellingWords(group.shown.content),
    isNews: isCommitting(group.shown),
  }));
  const opened = disputes
    .filter((dispute) => openedIn(dispute, days))
    .map((dispute) => ({ chosen: newDispute(dispute), weight: weightOfDispute(dispute) }));
  const shownDisputes = disputes.slice(0, limits.disputes);
  const page: PageSoFar = {
    ...{ spoken: new Map(), lines: new Map(), words: [], deeds: [] },
    disputed: spansOfDisputes(shownDisputes),
    disputes: new Set(shownDisputes.map((dispute) => storyOf({ kind: "dispute", dispute }, setting))),
  };
  const news = [...states, ...plain, ...said].filter((one) => one.isNews);
  const changes = chooseFairly([...news, ...opened], limits.changes, setting, page);
  const shown = new Set(changes.map(({ chosen }) => idOnPage(chosen)));
  const rest = (all: readonly NewsCandidate[]) => all.filter(({ chosen }) => !shown.has(idOnPage(chosen)));
  const others = (all: readonly NewsCandidate[], most: number, unread = 0, least?: number): ChosenSection => {
    const lines = chooseFairly(all, most, setting, page, least).map(({ chosen }) => ofStory(chosen, setting));
    return { chosen: lines, more: all.length - lines.length + unread };
  };
  const unread = ({ items, total }: Bounded<unknown>): number => total - items.length;
  return {
    changes: {
      chosen: byStory(changes, setting).map(({ chosen }) => ofStory(chosen, setting)),
      more: news.length + opened.length - changes.length,
    },
    postures: others(rest(states.filter(({ isLater }) => !isLater)), limits.postures, 0, leastShown),
    actions: others(rest(plain.filter(({ isLater }) => !isLater)), limits.actions, unread(told.actions), leastShown),
    statements: others(rest(said), limits.statements, unread(told.statements)),
    disputes: section(
      disputes.map((dispute) => ofStory({ kind: "dispute", dispute }, setting)),
      limits.disputes,
      unread(told.disputes),
    ),
    due: section(openDue(told.due), limits.due),
  };
}

/** The page with what was chosen for it. */
export function briefView(
  choice: BriefChoice,
  sources: ToldWords,
  page: Pick<BriefView, "period" | "about" | "size" | "stories">,
): BriefView {
  const lines = ({ chosen, more }: ChosenSection): BriefSection => ({
    lines: linesOfChosen(chosen, sources).map((line) => sureLine(line, sources.lines)),
    more,
  });
  const [changes, disputes] = [lines(choice.changes), lines(choice.disputes)];
  const again = disputesAgain(disputes.lines);
  const once = ({ lines: all, more }: BriefSection): BriefSection => ({
    lines: all.filter(({ id }) => !again.has(id)),
    more: more + all.filter(({ id }) => again.has(id)).length,
  });
  return {
    ...page,
    changes: once(changes),
    postures: lines(choice.postures),
    actions: lines(choice.actions),
    statements: lines(choice.statements),
    disputes: once(disputes),
    due: { lines: linesOfChosen(choice.due.chosen, sources), more: choice.due.more },
  };
}

/** The disputes that say once more what one before them says: in the same story the same speak, and those who deny it deny all that they say ("these claims"). */
function disputesAgain(disputes: readonly BriefLine[]): ReadonlySet<string> {
  const voicesOn = ({ sides }: BriefLine, position: string): readonly BriefVoice[] =>
    sides.filter((side) => (side.position === "denies") === (position === "denies")).flatMap(({ voices }) => voices);
  const again = disputes.filter((one, at) =>
    disputes.slice(0, at).some((first) => {
      if (one.story !== first.story) return false;
      const isBySame = sharesVoice(voicesOn(one, "asserts"), voicesOn(first, "asserts"));
      const [denied, before] = [voicesOn(one, "denies"), voicesOn(first, "denies")];
      return isBySame && (sharesVoice(denied, before) || denied.some(({ words }) => allClaims.test(words.text)));
    }),
  );
  return new Set(again.map(({ id }) => id));
}

function sharesVoice(some: readonly BriefVoice[], others: readonly BriefVoice[]): boolean {
  return some.some(({ who }) => others.some((other) => other.who === who));
}

const allClaims =
  /\b(?:(?:any|all|none) of the|these|those|the|his|her|their|such) (?:claims?|allegations?|accusations?|charges|reports?|rumou?rs)\b/i;

/** The stories of what was chosen, in the order of the page: those of what changed, by weight, then those of the rest. */
export function storiesOfChoice({ changes, disputes, postures, actions, statements }: BriefChoice): readonly string[] {
  const chosen = [changes, disputes, postures, actions, statements].flatMap((some) => some.chosen);
  return [...new Set(chosen.flatMap(({ news }) => news?.story ?? []))];
}

function section(all: readonly Chosen[], most: number, unread = 0): ChosenSection {
  return { chosen: all.slice(0, most), more: Math.max(0, all.length - most) + unread };
}

export function eventOfPage(event: Event<TellingFacts>): ToldThing {
  return { kind: "event", event };
}

/** What is still due, the next first, and what passed without a report; the rest is among states and actions. */
export function openDue(due: readonly DueOn[]): readonly Extract<Chosen, { readonly kind: "due" }>[] {
  return inDueOrder(due.filter(isOpen)).map((one) => ({ kind: "due", due: one }));
}

function isOpen({ outcome: { state }, thing: { follow } }: DueOn): boolean {
  return state === "due" || (state === "passed" && follow.length > 0);
}

export function statementOfPage(group: StatementGroup<DatedStatement>): ToldThing {
  return { kind: "statement", group };
}

interface News {
  readonly isNews: boolean;
  /** Whether only later articles tell it. */
  readonly isLater?: boolean;
}

/** With so many acts whose sentences say who acts, a page does without the others. */
const enoughActs = 12;

/** That only words and no institution tell whose state it is. */
const lossOfWords = 4.5;
/** An act or a state that weighs less is one that a reader would not sign: it is told in passing, by words alone and by one article. */
const leastShown = -2.6;
/** What only later articles tell was not known on the day. */
const laterLoss = 1;

/** The days of a page, and what is new on it. */
interface BriefDays extends Period {
  /** Whether it is told by an article of the period or of a later day. */
  readonly isNew: (told: Pick<TellingFacts, "day" | "article">) => boolean;
}

/** @param before the articles of the period's days that are not of the period */
function newIn(since: string | null, before: ReadonlySet<string>): BriefDays["isNew"] {
  return ({ day, article }) => day !== null && (since === null || day >= since) && !before.has(article);
}

/** The states that hold and those announced. What was superseded, denied or only spoken of is left out. */
function statesOf(told: ToldInPeriod, { since, until, isNew }: BriefDays): readonly (NewsCandidate & News)[] {
  const known = told.histories.filter(isSomebodys).flatMap((history) =>
    statesNow(history).map((state): NewsCandidate & News => {
      const isNews = isNewState(state, isNew);
      const isOld = isBackground(state.tellings, since);
      const voices = weightOfVoices(new Set(state.tellings.filter(isNew).map(({ origin }) => origin)).size);
      return {
        chosen: { kind: "state", history, state, news: { facts: isNews && !isOld ? newsOf(history, state) : [] } },
        weight:
          voices +
          (isNews && !isOld ? 2.5 : 1) -
          (holds(state) ? 0 : 0.5) -
          (institutionName(history.subject) === null ? lossOfWords : 0),
        isNews,
      };
    }),
  );
  const later = told.later.histories.filter(isSomebodys).flatMap((history) =>
    history.states
      .filter((state) => holds(state) && isToldLater(state.tellings, since, until))
      .map((state): NewsCandidate & News => ({
        chosen: { kind: "state", history, state, news: { facts: [laterFact(state.tellings)] } },
        weight: weightOfVoices(state.told.origins) + 2.5 - laterLoss,
        isNews: true,
        isLater: true,
      })),
  );
  return [...known, ...later];
}

/** Whether anything tells whose state it is: "marines" could be anybody's. */
function isSomebodys({ subject, entity }: KnownHistory): boolean {
  return institutionName(subject) !== null || entity !== null || isKnown(subject) || subject.includes(" ");
}

function statesNow({ states }: KnownHistory): readonly KnownState[] {
  const last = states.findLast(holds);
  const coming = states.findLast(({ standing }) => standing === "announced");
  return [...(last === undefined ? [] : [last]), ...(coming && isLater(coming, last) ? [coming] : [])];
}

/** Whether all that is told as a fact of it, or announced, is of the period, though it may hold for long. */
function isNewState(state: KnownState, isNew: BriefDays["isNew"]): boolean {
  const told = holds(state) ? state.tellings.filter(isFact) : state.tellings;
  return told.every(isNew);
}

/** What a new state took the place of; what was told of the same day was no news before it. */
function newsOf({ aspect, states }: KnownHistory, state: KnownState): readonly string[] {
  const before = states.slice(0, states.indexOf(state)).findLast((one) => holds(one) && one.from !== state.from);
  return before === undefined ? ["new"] : [`new, before: ${plainState(aspect, before.value)}`];
}

/** The acts, each once: those first told in the period are news, and those that it confirmed; those that a state's line tells are left out. */
function actsOf(told: ToldInPeriod, { since, until, isNew }: BriefDays): readonly (NewsCandidate & News)[] {
  const { actions, confirmed, later, histories, setting } = told;
  const all = { items: [...actions.items, ...later.actions.items] };
  const states = [...histories, ...later.histories].flatMap((history) =>
    history.states.map(({ tellings }) => ({ aspect: history.aspect, tellings })),
  );
  const double = actsToldByStates(all, states, setting);
  const second = new Set(confirmed.items.flatMap((event) => (isSecondNew(event, setting) ? [event.id] : [])));
  const items = [...actions.items, ...confirmed.items.filter(({ id }) => !actions.items.some((one) => one.id === id))];
  const known = items
    .filter(({ id }) => !double.has(id))
    .map((event): NewsCandidate & News => {
      const isOld = isBackground(event.tellings, since);
      const isFirst = event.tellings.every(isNew) && !isOld;
      const facts = [...(second.has(event.id) ? ["now told by a second source"] : [])];
      return {
        chosen: { kind: "event", event, news: { facts } },
        weight: weightOfAct(event.what, event.tellings.filter(isNew)) - (isOld ? 2 : isFirst ? 0 : 1),
        isNews: isFirst || second.has(event.id),
      };
    });
  const after = later.actions.items
    .filter(({ id, tellings }) => !double.has(id) && isToldLater(tellings, since, until))
    .map((event): NewsCandidate & News => ({
      chosen: { kind: "event", event, news: { facts: [laterFact(event.tellings)] } },
      weight: weightOfAct(event.what, event.tellings) - laterLoss,
      isNews: true,
      isLater: true,
    }));
  return [...known, ...after];
}

/** Whether no second source told it before the period, on one of its own days. */
function isSecondNew({ tellings }: Event<TellingFacts>, { before }: ToldSetting): boolean {
  return new Set(tellings.flatMap(({ article, origin }) => (before.has(article) ? [origin] : []))).size < 2;
}

/** The line that an act or a state is shown with, where it is at hand. */
function lineToWeigh(chosen: ToldThing, lines: ReadonlyMap<string, ShownLine>): ShownLine | undefined {
  const [, line] = tellingInWords(tellingsOf(chosen), { lines });
  return line;
}

function wordsOfAct(chosen: ToldThing, lines: ReadonlyMap<string, ShownLine>): ReadonlySet<string> {
  const line = lineToWeigh(chosen, lines);
  if (line === undefined) return new Set();
  const { who, word, whom, words } = line;
  if (isOpenAct(line)) return tellingWords(words);
  return tellingWords(`${who ?? ""} ${word ?? ""} ${whom ?? ""}`);
}

function deedOf(chosen: ToldThing, lines: ReadonlyMap<string, ShownLine>): Pick<NewsCandidate, "deed"> {
  const line = lineToWeigh(chosen, lines);
  if (chosen.kind !== "event" || line === undefined) return {};
  const { what, who } = chosen.event;
  const whom = line.parties?.whom ?? line.whom ?? "";
  const isNamed = !described.test(whom) && /^\p{Lu}/u.test(whom);
  return { deed: { what, who, whom: tellingWords(whom), isNamed, isOpen: isOpenAct(line) } };
}

const described = /^(?:an?|the|this|that|one|two|three|his|her|its|their|some|several|many)\b/i;

/** What articles tell far behind of a state is what they look back on: it counts twice. */
function weightOfStatesPlace(chosen: ToldThing, setting: ToldSetting): number {
  const weight = weightOfPlace(chosen, setting);
  return weight < 0 ? 2 * weight : weight;
}

/** That the words for a state do not say whose it is. */
const lossOfGuess = 3;

/** Whether the words of the one article that tells of a state do not say whose it is, or name a few people, who are no forces of a country. */
/** "Three marines", "a soldier". */
const fewPeople =
  /^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d) (?:\p{L}+ )?(?:marines?|soldiers?|men|man|troops?|officers?|guards?|fighters?)$/iu;

function isGuessed(chosen: ToldThing, lines: ReadonlyMap<string, ShownLine>): boolean {
  const isAlone = chosen.kind === "state" && new Set(chosen.state.tellings.map(({ article }) => article)).size === 1;
  const line = lineToWeigh(chosen, lines);
  return (isAlone && line?.elsewhere === true) || (line?.type === "forces" && fewPeople.test(line.who ?? ""));
}

/** That no more of its day is told than a year or a month: articles look back on it. */
const lossOfVague = 2;

function lossOfAct(chosen: ToldThing, lines: ReadonlyMap<string, ShownLine>): number {
  const line = lineToWeigh(chosen, lines);
  return line === undefined ? 0 : lossOf(line) + (isDatedRoughly(line) ? lossOfVague : 0);
}

/** The lines that the acts and states are shown with, by their ids. */
export function linesToWeigh({ actions, confirmed, later, histories, statements }: ToldInPeriod): readonly string[] {
  const acts = [actions, confirmed, later.actions].flatMap(({ items }) => items.map(eventOfPage));
  const states = histories
    .filter(isSomebodys)
    .flatMap((history) => statesNow(history).map((state): ToldThing => ({ kind: "state", history, state })));
  return [...[...acts, ...states].flatMap(linesToChooseOf), ...statements.items.map(({ id }) => id)];
}

/** Whether it is of a day of the period and all that tell it are of later days. */
function isToldLater(tellings: readonly TellingFacts[], since: string | null, until: string | null): boolean {
  if (since === null || until === null) return false;
  const shown = tellingToShow(tellings.filter(isFact));
  const isOfPeriod = shown?.dated === "told" && shown.date !== null && shown.date >= since && shown.date < until;
  return isOfPeriod && tellings.every(({ day }) => day !== null && day >= until);
}

function laterFact(tellings: readonly TellingFacts[]): string {
  const [first] = tellings.flatMap(({ day }) => day ?? []).toSorted();
  return `told later, first on ${plainDay(first ?? "")}`;
}

/** One article alone is the surer misread: both sides hang on how it is read. */
function weightOfDispute(dispute: Dispute): number {
  const articles = new Set(dispute.sides.flatMap(({ ends }) => ends.map(({ article }) => article)));
  return weightOfVoices(voicesOf(dispute)) + (articles.size > 1 ? 1 : -0.5);
}

function newDispute(dispute: Dispute): ToldThing {
  return { kind: "dispute", dispute, news: { facts: ["new"], sides: [] } };
}

function ofStory(chosen: ToldThing, setting: ToldSetting): ToldThing {
  return { ...chosen, news: { ...chosen.news, story: storyOf(chosen, setting) } };
}

function holds({ standing }: Pick<KnownState, "standing">): boolean {
  return standing === "in_force" || standing === "disputed";
}

/** Whether a telling says that it is so; that it will be was said before. */
function isFact({ status }: TellingFacts): boolean {
  return status === "happened" || status === "ongoing";
}

function isLater(coming: KnownState, last: KnownState | undefined): boolean {
  return last === undefined || (coming.value !== last.value && compareText(coming.from ?? "", last.from ?? "") >= 0);
}

/** Whether a second side first stood against the first in the period: one side at most was there before. */
function openedIn({ sides }: Dispute, { isNew }: BriefDays): boolean {
  const dated = sides.map(({ ends }) => ends.filter(({ day }) => day !== null)).filter((ends) => ends.length > 0);
  return dated.length > 1 && dated.filter((ends) => !ends.every(isNew)).length < 2;
}
