import { claimSentence } from "../link/disputes/claim-sentence.js";
import type { Dispute } from "../link/disputes/find-disputes.js";
import type { Due } from "../link/due/due-lines.js";
import type { Event, TellingFacts } from "../link/events/group-events.js";
import { tellingsToShow, tellingToShow } from "../link/events/telling-to-show.js";
import { firstOfOutlets } from "../link/first-of-outlets.js";
import { institutionName, isWholeInstitution, keyedInstitution } from "../link/postures/institution-key.js";
import { type KnownHistory, type KnownState, mostOutlets, type StateTold } from "../link/postures/known-history.js";
import type { PostureState } from "../link/postures/posture-histories.js";
import { lineId } from "../store/line-id.js";
import type { ToldArticle, ToldWords } from "../store/queries/told-in-period.js";
import type { ShownLine } from "../store/shown-line.js";
import { oneLine } from "../text/one-line.js";
import { plainMoment, shortDay } from "./plain-dates.js";
import {
  lowered,
  notSaid,
  plainAct,
  plainEvent,
  plainSaying,
  plainState,
  plainStatus,
  undated,
} from "./plain-words.js";
import { quotedWords } from "./quoted-words.js";
import { isSaidThere, shownParties, wordOfAct } from "./readable-line.js";
import { type ReliabilityView, reliabilityView, sourcingFacts } from "./reliability-view.js";
import { type Tone, toneOfSaying, toneOfType } from "./tone.js";

/** One line of a brief, a timeline or an alert. */
export interface BriefLine {
  /** What it is about in the whole database: an event, history or dispute, or the line itself. `sitrep explain` opens it. */
  readonly id: string;
  /** The line that the words are from; where they are of a figure in an article's text, the id of the article. */
  readonly line: string;
  readonly tone: Tone;
  /** What it is, in a word or two: "assault", "warned", "ordered departure". */
  readonly mark: string;
  /** By name; `null` where nobody is named. */
  readonly who: string | null;
  readonly whom: string | null;
  readonly day: string | null;
  /** What the day is: `on` it happened or is due; `since`, `until` it holds; `by` it has to be done; `reported` on it, where nobody tells more. */
  readonly dated: "on" | "since" | "reported" | Due["as"];
  /** The rest of what has to be known, in plain words: "announced", "by Norland", "according to Leila Amrani". */
  readonly facts: readonly string[];
  readonly words: BriefWords | null;
  readonly told: BriefTold;
  /** Of an act or a state: on whose word it is told, and how far it can be believed. */
  readonly reliability?: ReliabilityView | null | undefined;
  /** Who stands where; empty for all that is no dispute. */
  readonly sides: readonly BriefSide[];
  /** The story that it is of, on a page that stands by story. */
  readonly story?: string | null | undefined;
}

export interface BriefWords {
  readonly text: string;
  /** True where the article gives all of it as somebody's own words. */
  readonly verbatim: boolean;
}

/** By how many. */
export interface BriefTold {
  readonly origins: number;
  readonly articles: number;
  /** The articles, the earliest first: one for each outlet, so many at most. */
  readonly in: readonly Pick<ToldArticle, "id" | "outlet" | "url" | "title">[];
}

export interface BriefSide {
  /** "asserts", "denies", or the number that the side gives. */
  readonly position: string;
  readonly voices: readonly BriefVoice[];
  readonly moreVoices: number;
  readonly told: BriefTold;
}

export interface BriefVoice {
  /** By name, or the outlet whose own account it is. */
  readonly who: string;
  readonly words: BriefWords;
  readonly line: string | null;
  readonly day: string | null;
}

/** An action or posture told by however many; `null` where the words of none are at hand. */
export function eventLine(event: Event<TellingFacts>, sources: ToldWords): BriefLine | null {
  const [telling, view] = tellingInWords(event.tellings, sources);
  if (telling === null || view === undefined) return null;
  const [statuses, reliability] = [statusOf(event), reliabilityView(event.tellings, sources.denied)];
  return {
    id: event.id,
    line: view.id,
    tone: event.kind === "posture" ? "posture" : toneOfType(view.type),
    mark: event.kind === "posture" ? plainState(view.type, view.word ?? "") : doneAs(view),
    ...(event.kind === "posture" ? ownerOf(event, view) : shownParties(view)),
    ...dayShown(event, telling, view),
    facts: [
      ...(isToldVaguely(telling, view) ? [`in ${plainMoment(view.when ?? "")}`] : undatedFacts(telling)),
      ...statuses,
      ...sourcingFacts(reliability, statuses),
      ...(view.where === null || isSaidOf(view, view.where) || !isSaidThere(view, view.where) ? [] : [view.where]),
      // Of whom or what a sentence only reminds, its speaker says nothing.
      ...(telling.by === "text" && event.kind === "action" ? [] : according(view)),
    ],
    words: sentence(view),
    told: toldByVoices(event.tellings, reliability.vouching || event.origins.length, sources),
    reliability,
    sides: [],
  };
}

/** The telling to show, with its line: of those that tell it as surely the first whose sentence says who acts, and not in passing, or whose state it is. */
export function tellingInWords(
  tellings: readonly TellingFacts[],
  { lines }: Pick<ToldWords, "lines">,
): readonly [TellingFacts | null, ShownLine | undefined] {
  const viewOf = ({ article, line }: TellingFacts): ShownLine | undefined => lines.get(lineId(article, line));
  const all = tellingsToShow(tellings);
  const isClear = (view: ShownLine | undefined): boolean =>
    view !== undefined && (view.kind === "posture" ? !view.elsewhere : view.parties !== null);
  const clear = all.filter((one) => isClear(viewOf(one)));
  const plain = clear.filter((one) => viewOf(one)?.aside === false);
  const [best] = plain.length > 0 ? plain : clear.length > 0 ? clear : all;
  return best === undefined ? [null, undefined] : [best, viewOf(best)];
}

function ownerOf({ who }: Event<TellingFacts>, view: ShownLine): Pick<BriefLine, "who" | "whom"> {
  return { who: institutionName(who[0] ?? "") ?? view.who, whom: view.whom };
}

function dayShown(
  { kind }: Event<TellingFacts>,
  telling: TellingFacts,
  view: ShownLine,
): Pick<BriefLine, "day" | "dated"> {
  if (isToldVaguely(telling, view)) return { day: null, dated: "on" };
  const isTold = telling.dated === "told";
  return { day: telling.date, dated: !isTold ? "reported" : kind === "posture" ? "since" : "on" };
}

function isMonthOrYear(when: string | null): boolean {
  return when !== null && /^\d{4}(?:-\d\d)?$/.test(when);
}

/** Whether the article tells no more of the day of an act than its month or year. */
export function isDatedRoughly({ kind, when }: ShownLine): boolean {
  return kind === "action" && isMonthOrYear(when);
}

/** A state that an institution is in; `null` where the words of no telling are at hand. */
export function stateLine(
  { id, subject }: Pick<KnownHistory, "id" | "subject">,
  state: KnownState,
  sources: ToldWords,
): BriefLine | null {
  const [telling, view] = tellingInWords(state.tellings, sources);
  if (telling === null || view === undefined) return null;
  const { told } = state;
  const { reliability } = told;
  const standing = state.standing === "in_force" ? [] : [standings[state.standing]];
  return {
    id,
    line: view.id,
    tone: "posture",
    mark: plainState(view.type, state.value),
    who: stateOwner(subject, view),
    whom: null,
    ...(isVagueSince(state, telling, view) ? { day: null, dated: "since" } : sinceWhen(state, telling)),
    facts: [
      ...(isVagueSince(state, telling, view) ? [`since ${plainMoment(view.when ?? "")}`] : undatedFacts(telling)),
      ...setBy(subject, view),
      ...standing,
      ...sourcingFacts(reliability, standing),
      ...according(view),
    ],
    words: sentence(view),
    told: stateToldBy(told, reliability.vouching || told.origins, sources),
    reliability,
    sides: [],
  };
}

function isToldVaguely({ dated }: TellingFacts, view: ShownLine): boolean {
  return dated === "told" && isDatedRoughly(view);
}

function isVagueSince({ from }: KnownState, { dated, date }: TellingFacts, { when }: ShownLine): boolean {
  return dated === "told" && date === from && isMonthOrYear(when);
}

/** A day that the words shown tell comes before that of the article that told it first. */
function sinceWhen(state: KnownState, shown: TellingFacts): Pick<BriefLine, "day" | "dated"> {
  if (state.dated !== "told" && shown.dated === "told") return { day: shown.date, dated: "since" };
  return { day: state.from, dated: state.dated === "told" ? "since" : "reported" };
}

/** A statement, and the others that tell the same; `null` where its words are not at hand. */
export function statementLine(
  { id, same, origins }: { readonly id: string; readonly same: readonly string[]; readonly origins: number },
  sources: ToldWords,
): BriefLine | null {
  const view = sources.lines.get(id);
  if (view === undefined) return null;
  return {
    id: view.id,
    line: view.id,
    tone: toneOfSaying(view.type),
    mark: sayingOf(view),
    who: view.who === null ? null : view.role === null ? view.who : `${view.who} (${view.role})`,
    whom: view.accordingTo.includes(view.whom ?? "") ? null : view.whom,
    day: view.published === null ? null : view.day,
    dated: "reported",
    facts: [
      ...(view.published === null ? [undated] : []),
      ...(view.hedge === null ? [] : [`hedged “${view.hedge}”`]),
      ...(view.when === null ? [] : [plainMoment(view.when)]),
      ...(view.accordingTo.length === 0 ? [] : [`via ${view.accordingTo.join(" → ")}`]),
    ],
    words: saidWords(view),
    told: toldBy(
      same.map((one) => ({ article: one })),
      origins,
      sources,
    ),
    sides: [],
  };
}

/** A dispute by its sides, each with its voices. */
export function disputeLine({ id, kind, about, sides }: Dispute, sources: ToldWords): BriefLine {
  const shown = sides.map(({ position, ends, origins }): BriefSide => {
    const voices = ends.flatMap((end) => voiceOf(end, position, sources) ?? []);
    const inOrder = voices.filter((one, at) => !voices.slice(0, at).some(({ who }) => isSameName(who, one.who)));
    return {
      position,
      voices: inOrder.slice(0, mostVoices),
      moreVoices: Math.max(0, inOrder.length - mostVoices),
      told: toldBy(ends, origins.length, sources),
    };
  });
  const days = sides.flatMap(({ ends }) => ends.flatMap((end) => dayOfEnd(end, sources) ?? [])).sort();
  const all = sides.flatMap(({ ends }) => ends);
  return {
    id,
    // A claim that a denial alone tells of stands in no line of its own.
    line: shown.flatMap(({ voices }) => voices.flatMap(({ line }) => line ?? []))[0] ?? all[0]?.article ?? id,
    tone: "denial",
    mark: kind === "figure" ? "figures differ" : "disputed",
    who: null,
    whom: null,
    day: days[0] ?? null,
    dated: "reported",
    facts:
      days.length === 0
        ? [undated]
        : days[0] === days.at(-1)
          ? []
          : [`last told ${shortDay(days.at(-1) ?? "", days[0]?.slice(0, 4))}`],
    words: {
      text: cutToFit(kind === "event" ? subjectOf(about, shown) : kind === "statement" ? claimSentence(about) : about),
      verbatim: false,
    },
    told: toldBy(all, new Set(sides.flatMap(({ origins }) => origins)).size, sources),
    sides: shown,
  };
}

function undatedFacts({ dated, date }: TellingFacts): readonly string[] {
  return dated === "unknown" || date === null ? [undated] : [];
}

/** The day on which an article says so; `null` where nobody knows when it was published. */
function dayOfEnd({ article, day }: Dispute["sides"][number]["ends"][number], { articles }: ToldWords): string | null {
  return articles.get(article)?.published === null ? null : day;
}

/** An event's own type says little ("ASSAULT"); what is told of it says what it is. */
function subjectOf(about: string, [first]: readonly BriefSide[]): string {
  return first?.voices[0]?.words.text ?? plainEvent(about);
}

/** Whether two names differ in nothing but initials and middle names, "Lena Ostrow" and "Lena K. Ostrow". */
function isSameName(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => name.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
  if (one === undefined || other === undefined || a === b) return a === b;
  return one.length > 1 && other.length > 1 && one[0] === other[0] && one.at(-1) === other.at(-1);
}

function voiceOf(
  end: Dispute["sides"][number]["ends"][number],
  position: string,
  sources: ToldWords,
): readonly [BriefVoice] | null {
  const { article, line, spans, voice } = end;
  const date = end.date === end.day ? dayOfEnd(end, sources) : end.date;
  const outlet = sources.articles.get(article)?.outlet ?? "an unnamed outlet";
  if (line === null) {
    const text = sources.texts.get(article);
    if (text === undefined) return null;
    return [
      {
        who: voice?.name ?? outlet,
        words: { text: cutToFit(quotedWords(text, spans)), verbatim: false },
        line: null,
        day: date,
      },
    ];
  }
  const view = sources.lines.get(lineId(article, line));
  if (view === undefined) return null;
  const who = view.kind === "statement" ? view.who : view.accordingTo[0];
  const words = position === "denies" ? deniedWords(view) : saidWords(view);
  return [{ who: voice?.name ?? who ?? outlet, words, line: view.id, day: date }];
}

/** With the article's word for how it is denied, without which the words of a denial read as the claim: "denied that the port is shut". */
function deniedWords(view: ShownLine): BriefWords {
  const said = saidWords(view);
  if (view.kind !== "statement" || said.verbatim || view.word === null) return said;
  return { ...said, text: cutToFit(`${sayingOf(view)} ${said.text}`) };
}

/** What is to be known of how sure it is, in plain words. */
export function statusOf({ tellings }: Pick<Event<TellingFacts>, "tellings">): readonly string[] {
  const statuses = new Set(tellings.map(({ status }) => status));
  const [only] = statuses;
  const denied = statuses.has("denied") || statuses.has("not_done");
  if (statuses.size > 1 && denied) return ["contested"];
  const shown = tellingToShow(tellings)?.status ?? only;
  const words = shown === undefined ? null : plainStatus(shown);
  return words === null ? [] : [words];
}

/** Whether the parties of a line name the place already. */
function isSaidOf({ who, whom }: ShownLine, where: string): boolean {
  return `${who} ${whom}`.toLowerCase().includes(where.toLowerCase());
}

/**
 * Whose state it is. A country has many forces, of which only those are named that the words name, with their country where the words leave it out; and what is done to
 * flights and crossings is told by its words, where these tell of no airspace or border.
 */
function stateOwner(subject: string, view: ShownLine): string | null {
  const institution = keyedInstitution(subject);
  const name = institutionName(subject);
  if (institution === null || view.who === null) return name ?? view.who;
  const { kind, of, in: host } = institution;
  if (kind === "airspace" || kind === "border")
    return isOfKind(kind, view.who) || view.who.includes(of) ? name : view.who;
  if (kind !== "force") return name;
  if (!isWholeInstitution(subject) || /\band\b/.test(view.who)) return view.who;
  if (wholeForce.test(view.who)) return name;
  const isPlaced = host === null || / in /.test(view.who) || view.who.includes(host);
  return `${of} · ${view.who}${isPlaced ? "" : ` in ${host}`}`;
}

function isOfKind(kind: "airspace" | "border", words: string): boolean {
  return (
    kind === "airspace"
      ? /\b(?:air ?space|skies|sky|airports?|air traffic)\b/i
      : /\b(?:borders?|crossings?|frontier|passage)\b/i
  ).test(words);
}

/** Words for all the forces that a country has somewhere. */
const wholeForce =
  /^(?:(?:all|its|their|the|our|remaining|[\p{Lu}.]\S*) )*(?:forces|troops|army|military|soldiers|armed forces)$/iu;

/** Who set a state, where it is not whose state it is: of what a country does with its own missions and staff only the host's part is told. */
function setBy(subject: string, { who, whom, accordingTo }: ShownLine): readonly string[] {
  if (whom === null || whom === who || accordingTo.includes(whom)) return [];
  const institution = keyedInstitution(subject);
  const isAnyones = institution?.kind === "airspace" || institution?.kind === "border";
  return institution === null ||
    institution.in === whom ||
    (isAnyones && institution.of !== whom && /^\p{Lu}/u.test(whom))
    ? [`by ${whom}`]
    : [];
}

function doneAs(view: ShownLine): string {
  return lowered(wordOfAct(view) ?? plainAct(view.type));
}

export function according({ accordingTo }: ShownLine): readonly string[] {
  return accordingTo.length === 0 ? [] : [`according to ${accordingTo.join(" → ")}`];
}

function saidWords(line: ShownLine): BriefWords {
  return line.own === null ? sentence(line) : { text: cutToFit(line.own.replace(/,$/, "")), verbatim: true };
}

export function sentence({ words }: ShownLine): BriefWords {
  return { text: cutToFit(words), verbatim: false };
}

function sayingOf({ word, type, status }: ShownLine): string {
  const saying = lowered(word ?? plainSaying(type));
  return status === "negated" ? notSaid(saying) : saying;
}

/** By how many origins and articles, and the first of these by their outlets. */
export function toldBy(
  tellings: readonly { readonly article: string }[],
  origins: number,
  { articles }: { readonly articles: ReadonlyMap<string, BriefTold["in"][number]> },
): BriefTold {
  const ids = new Set(tellings.map(({ article }) => article));
  const found = [...ids].flatMap((id) => articles.get(id) ?? []);
  return {
    origins,
    articles: ids.size,
    in: firstOfOutlets(found, ({ outlet, id }) => outlet ?? id)
      .slice(0, mostOutlets)
      .map(({ id, outlet, url, title }) => ({ id, outlet, url, title })),
  };
}

/** The same of an act, of which a text vouches once at most. */
function toldByVoices(tellings: readonly TellingFacts[], origins: number, sources: ToldWords): BriefTold {
  const told = toldBy(tellings, origins, sources);
  return { ...told, origins: Math.min(told.origins, told.articles) };
}

/** The same of a state, of which a text vouches once at most, and of whose articles only the first are at hand. */
export function stateToldBy(
  { articles, in: first }: StateTold,
  origins: number,
  sources: Parameters<typeof toldBy>[2],
): BriefTold {
  const shown = first.map((article) => ({ article }));
  return { ...toldBy(shown, Math.min(origins, articles), sources), articles };
}

/** The text, cut at the end of a word where it is long. */
export function cutToFit(text: string, most = longest): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).replace(/[\s,;:–—-]+$/, "")} …`;
}

/** The first sentence of a text, cut to the length of a headline; `null` where it has no words. */
export function firstSentence(text: string): string | null {
  const [first = ""] = text.trim().split(/(?<=[.!?]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\d])|\n/u);
  return first === "" ? null : cutToFit(oneLine(first), headlineLength);
}

/** In characters. */
const headlineLength = 110;

/** In characters: three lines of a page. */
const longest = 320;
const mostVoices = 4;

/** What is to be said of a state that is not simply in force. */
export const standings: Readonly<Record<Exclude<PostureState["standing"], "in_force">, string>> = {
  disputed: "contested: others deny it",
  denied: "denied",
  announced: "announced, not yet in force",
  possible: "only spoken of",
};
