import type { Event, Telling, TellingFacts } from "../link/events/group-events.js";
import { tellingToShow } from "../link/events/telling-to-show.js";
import { groupedBy } from "../link/grouped-by.js";
import { isKnown } from "../link/line.js";
import { compareNumbers, compareText, instantOf } from "../link/link-input.js";
import { institutionName } from "../link/postures/institution-key.js";
import type { KnownHistory, KnownState } from "../link/postures/known-history.js";
import { isWordOrTwo } from "../record/line-facts.js";
import { lineId } from "../store/line-id.js";
import type { Lanes } from "../store/queries/lanes.js";
import type { Party } from "../store/queries/parties.js";
import { oneLine } from "../text/one-line.js";
import { asWritten } from "./as-written.js";
import { type BriefLine, cutToFit, standings, stateToldBy, statusOf, toldBy } from "./brief-line.js";
import { sameStatements } from "./brief-ranking.js";
import type { DrawnView } from "./drawn-view.js";
import { plainAct, plainState } from "./plain-words.js";
import { quotedWords } from "./quoted-words.js";
import { reliabilityView, sourcingFacts } from "./reliability-view.js";
import { toneOfSaying, toneOfType } from "./tone.js";

/** What happened, what was said and what came to hold, by party, on one axis of time. */
export interface LanesView {
  readonly drawn: DrawnView;
  /** The parties most told of, the first the most. */
  readonly lanes: readonly LaneView[];
  /** All others together. */
  readonly others: Omit<LaneView, "party">;
  /** What the days drawn tell besides, and is not drawn. */
  readonly more: {
    readonly actions: number;
    readonly statements: number;
    readonly postures: number;
    /** Marks of the others, of which only those of the most origins are drawn. */
    readonly marks: number;
  };
}

export interface LaneView {
  readonly party: Party;
  /** Independent origins of all of its marks. */
  readonly origins: number;
  /** In order of time. */
  readonly marks: readonly LaneMark[];
}

/** An action, a statement or a state, with where it stands on the axis. */
export interface LaneMark extends BriefLine {
  readonly kind: "action" | "statement" | "posture";
  /** A day or a moment; a moment without its zone is told in the place's own time. */
  readonly from: string;
  /** The end of the time that is told, or of the state; `null` where it is a point, or a state that goes on. */
  readonly to: string | null;
}

/** So many parties have a lane of their own. */
const mostLanes = 8;

/** The others are one lane, which has to stay one. */
const mostOthers = 160;

export function lanesView(told: Lanes, drawn: DrawnView): LanesView {
  const marks = [
    ...told.actions.items.flatMap((event) => actionMark(event, told)),
    ...told.histories.items.flatMap((history) => history.states.flatMap((state) => stateMark(history, state, told))),
    ...statementMarks(told),
  ].filter(({ mark }) => isWithin(mark, drawn));
  const byParty = groupedBy(
    marks.filter(({ party }) => told.parties.has(party)),
    ({ party }) => party,
  );
  const ranked = [...byParty].flatMap(([id, own]) => {
    const party = told.parties.get(id);
    return party === undefined ? [] : [{ party, origins: originsOf(own), marks: inOrder(own) }];
  });
  ranked.sort(
    (a, b) => b.origins - a.origins || b.marks.length - a.marks.length || compareText(a.party.id, b.party.id),
  );
  const lanes = ranked.slice(0, mostLanes);
  const laned = new Set(lanes.map(({ party }) => party.id));
  const rest = marks.filter(({ party }) => !laned.has(party));
  const others = rest.toSorted((a, b) => b.mark.told.origins - a.mark.told.origins).slice(0, mostOthers);
  return {
    drawn,
    lanes,
    others: { origins: originsOf(rest), marks: inOrder(others) },
    more: {
      actions: told.actions.total - told.actions.items.length,
      statements: told.statements.total - told.statements.items.length + undated(told),
      postures: told.histories.total - told.histories.items.length,
      marks: rest.length - others.length,
    },
  };
}

/** A mark, whose lane it is in, and by whom it is told. */
interface Placed {
  readonly party: string;
  readonly origins: readonly string[];
  readonly mark: LaneMark;
}

function originsOf(placed: readonly Placed[]): number {
  return new Set(placed.flatMap(({ origins }) => origins)).size;
}

function inOrder(placed: readonly Placed[]): readonly LaneMark[] {
  const day = (mark: LaneMark): string => mark.day ?? mark.from;
  const time = ({ from }: LaneMark): number => instantOf(from) ?? Number.NEGATIVE_INFINITY;
  return placed
    .map(({ mark }) => mark)
    .sort((a, b) => compareText(day(a), day(b)) || compareNumbers(time(a), time(b)) || compareText(a.id, b.id));
}

/** A state that began before the days drawn, and has not ended by then, is drawn from their first on. */
function isWithin({ kind, day, from, to }: LaneMark, { since, until }: DrawnView): boolean {
  if (since === null || until === null) return false;
  const begins = day ?? from;
  const ends = kind === "posture" ? (to ?? until) : begins;
  return begins < until && ends >= since;
}

function actionMark(event: Event, told: Lanes): readonly Placed[] {
  const { id, what, who, origins, tellings } = event;
  const telling = tellingToShow(tellings);
  const party = who.find(isKnown) ?? who[0];
  const extent = telling && extentOf(telling, told);
  if (telling === null || extent === null || party === undefined) return [];
  const line = lineId(telling.article, telling.line);
  const whom = told.facts.get(line)?.whom ?? [];
  const mark: LaneMark = {
    ...{ id, line, kind: "action", tone: toneOfType(what), mark: plainAct(what) },
    ...{ who: namesOf(who, telling, told), whom: namesOf(whom, telling, told), sides: [] },
    ...{ dated: telling.dated === "told" ? "on" : "reported", ...extent },
    facts: [...statusOf(event), ...sourcingFacts(reliabilityView(tellings), statusOf(event))],
    words: wordsOf(telling, told),
    told: toldBy(tellings, origins.length, told),
  };
  return [{ party, origins, mark }];
}

function stateMark({ id, subject, entity, aspect }: KnownHistory, state: KnownState, told: Lanes): readonly Placed[] {
  const { value, standing, from, until: to } = state;
  const telling = tellingToShow(state.tellings);
  if (telling === null || from === null) return [];
  const held = standing === "in_force" ? [] : [standings[standing]];
  const mark: LaneMark = {
    ...{ id, line: lineId(telling.article, telling.line), kind: "posture", tone: "posture" },
    ...{
      mark: plainState(aspect, value),
      who: institutionName(subject) ?? namesOf([subject], telling, told),
      whom: null,
      sides: [],
    },
    ...{ day: from, dated: state.dated === "told" ? "since" : "reported", from, to },
    facts: [...held, ...sourcingFacts(state.told.reliability, held)],
    words: wordsOf(telling, told),
    told: stateToldBy(state.told, state.told.origins, told),
  };
  return [{ party: entity ?? subject, origins: state.tellings.map(({ origin }) => origin), mark }];
}

/** How many statements are in articles of no known day. */
function undated({ statements, articles }: Lanes): number {
  return statements.items.filter(({ article }) => articles.get(article)?.published == null).length;
}

function statementMarks(told: Lanes): readonly Placed[] {
  const byId = new Map(told.statements.items.map((one) => [one.id, one]));
  return sameStatements(told.statements.items).flatMap(({ shown, told: same, origins }) => {
    const found = byId.get(shown.id);
    const party = shown.speaker;
    if (found === undefined || party === null) return [];
    const { published = null, text = "" } = told.articles.get(shown.article) ?? {};
    // The day on which an article was added says nothing of when it was said.
    if (published === null) return [];
    const { evidence = [] } = told.facts.get(shown.id) ?? {};
    // The sentence is known of a line that tells an act or a state.
    const sentence = isWordOrTwo(shown.content) ? quotedWords(text, evidence) : "";
    const chain = found.steps.slice(1, -1);
    const mark: LaneMark = {
      ...{ id: shown.id, line: shown.id, kind: "statement", tone: toneOfSaying(shown.act) },
      ...{ mark: `${shown.negated ? "did not " : ""}${shown.act}`, who: nameOf(party, null, told), whom: null },
      ...{ day: found.day, dated: "reported", from: published, to: null, sides: [] },
      facts: chain.length === 0 ? [] : [`via ${chain.join(" → ")}`],
      words: { text: cutToFit(sentence === "" ? oneLine(shown.content) : sentence), verbatim: false },
      told: toldBy(same, origins, told),
    };
    return [{ party, origins: same.map(({ origin }) => origin), mark }];
  });
}

/** When an action was: the time that is told, else the moment of the article; `null` where nobody knows. */
function extentOf({ article, line, date, dated }: Telling, told: Lanes): Pick<LaneMark, "day" | "from" | "to"> | null {
  const time = told.facts.get(lineId(article, line))?.time ?? null;
  // What the article tells is told by its own clocks.
  if (dated === "told" && time !== null && time.from !== null) {
    return { day: time.from.slice(0, 10), from: time.from, to: time.to };
  }
  const { published = null, day = null } = told.articles.get(article) ?? {};
  if (dated === "published" && published !== null) return { day, from: published, to: null };
  return date === null ? null : { day: date, from: date, to: null };
}

function wordsOf({ article, line }: TellingFacts, { articles, facts }: Lanes): BriefLine["words"] {
  const text = articles.get(article)?.text ?? "";
  const { evidence = [] } = facts.get(lineId(article, line)) ?? {};
  return { text: cutToFit(quotedWords(text, evidence)), verbatim: false };
}

function namesOf(keys: readonly string[], telling: TellingFacts, told: Lanes): string | null {
  const names = new Set(keys.map((key) => nameOf(key, telling, told)));
  return names.size === 0 ? null : [...names].join(", ");
}

/** The fullest name; of somebody unknown the words, as the article that tells of them has them. */
function nameOf(key: string, telling: TellingFacts | null, { parties, articles }: Lanes): string {
  const known = parties.get(key)?.name;
  if (known !== undefined) return known;
  return asWritten(key, articles.get(telling?.article ?? "")?.text ?? "");
}
