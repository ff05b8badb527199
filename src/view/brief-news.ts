import type { Dispute } from "../link/disputes/find-disputes.js";
import type { Event, TellingFacts } from "../link/events/group-events.js";
import { tellingToShow } from "../link/events/telling-to-show.js";
import { weighAction } from "../link/events/weigh-action.js";
import { isKnown } from "../link/line.js";
import { compareText } from "../link/link-input.js";
import type { KnownHistory } from "../link/postures/known-history.js";
import { lineId } from "../store/line-id.js";
import type { ToldBeside, ToldInPeriod, ToldSetting } from "../store/queries/told-in-period.js";
import { dayLength } from "../text/days.js";
import { anySpansOverlap, type Span } from "../text/span.js";
import { type ToldThing, tellingsOf } from "./chosen-lines.js";
import { nearnessOf } from "./line-weights.js";

// docs/methods/ranking.md tells these rules to the reader of a brief.

/** Something that could stand on the page, and how much it weighs by itself. */
export interface NewsCandidate {
  readonly chosen: ToldThing;
  readonly weight: number;
  /** The words of 4 letters and more that say who did what, or what was said; empty where they are not at hand. */
  readonly words?: ReadonlySet<string>;
  /** Of an act: what of it tells that another line is of the same. */
  readonly deed?: Deed;
}

/** An act by its kind, who acts and those to whom it is done. */
export interface Deed {
  readonly what: string;
  readonly who: readonly string[];
  /** The words of 4 letters and more for those to whom it is done. */
  readonly whom: ReadonlySet<string>;
  /** Whether these are named, and not described alone. */
  readonly isNamed: boolean;
  /** Whether its sentence leaves open who acts. */
  readonly isOpen: boolean;
}

/** How much its sources make of it: each doubling of the independent voices counts one. */
export function weightOfVoices(origins: number): number {
  return Math.log2(1 + origins);
}

/** The weight of an act by the articles of the period: voices, what it does, whether it is told as a fact. */
export function weightOfAct(what: string, tellings: readonly TellingFacts[]): number {
  const { origins, severity, certainty } = weighAction(what, tellings);
  return weightOfVoices(origins) + 0.3 * severity + 0.5 * certainty - 1;
}

/** How much more it weighs the nearer to its beginning an article has it: each doubling of the way counts {@link nearness} less. */
export function weightOfPlace(chosen: ToldThing, setting: Pick<ToldSetting, "spans">): number {
  return nearness * nearnessOf(placesOf(chosen, setting).flatMap(({ spans }) => spans));
}

const nearness = 0.8;

/** What lines of a page have told already: the places that their words are from, and how many lines each article has. */
export interface PageSoFar {
  readonly spoken: Map<string, Span[]>;
  readonly lines: Map<string, number>;
  /** The words of each line. */
  readonly words: ReadonlySet<string>[];
  /** Where the sides of its disputes stand, and the stories that these are of. */
  readonly disputed: ReadonlyMap<string, readonly Span[]>;
  readonly disputes: ReadonlySet<string | null>;
  /** The acts that lines tell, with the story of each. */
  readonly deeds: { readonly deed: Deed; readonly story: string | null }[];
}

/**
 * So many candidates, one after the other the weightiest of those left. What stands in sentences that lines of the page are from already, and what only
 * articles tell that have lines already, loses weight for each of these: a page says once what one sentence says, and hears many reports. An act that a line tells in
 * other words stands on no page twice.
 *
 * @param least what weighs less stays away, though there is room
 */
export function chooseFairly(
  candidates: readonly NewsCandidate[],
  most: number,
  setting: ToldSetting,
  page: PageSoFar,
  least = Number.NEGATIVE_INFINITY,
): readonly NewsCandidate[] {
  const left = new Set(
    candidates.toSorted((a, b) => b.weight - a.weight || compareText(idOnPage(a.chosen), idOnPage(b.chosen))),
  );
  const chosen: NewsCandidate[] = [];
  while (chosen.length < most && left.size > 0) {
    let best: NewsCandidate | null = null;
    let found: NewsCandidate | null = null;
    for (const one of left) {
      if (isToldAgain(one, setting, page)) {
        left.delete(one);
        continue;
      }
      if (best !== null && one.weight + mostOfStory <= best.weight) break;
      const weight = one.weight + weightOnPage(one, setting, page);
      if (best === null || weight > best.weight) [best, found] = [{ ...one, weight }, one];
    }
    if (best === null || found === null || best.weight < least) break;
    left.delete(found);
    chosen.push(best);
    note(best, setting, page);
  }
  return chosen;
}

/**
 * Whether lines of the page say it: all of its sentences are theirs, though a state stands in any sentence for itself; or one tells an act of this kind in this story, by the
 * same or by somebody unknown, to the same or to nobody named.
 */
function isToldAgain(
  { chosen, deed, words }: NewsCandidate,
  setting: ToldSetting,
  { deeds, ...page }: PageSoFar,
): boolean {
  if (chosen.kind === "event" || chosen.kind === "statement") {
    if (isSpoken(placesOf(chosen, setting), page)) return true;
    if (chosen.kind === "event" && isContested(chosen.event) && page.disputes.has(storyOf(chosen, setting)))
      return true;
    if (deed?.isOpen && words !== undefined && page.words.some((one) => readAlike(one, words))) return true;
  }
  if (deed === undefined) return false;
  const story = storyOf(chosen, setting);
  return deeds.some(({ deed: told, story: other }) => {
    if (told.what !== deed.what || other !== story) return false;
    // Whoever acts in a line that has its words alone may be those of the other.
    if (deed.isOpen) return true;
    const isToSame = [...deed.whom].some((word) => told.whom.has(word));
    const isBySame = deed.who.some((one) => told.who.includes(one));
    // "A gunman" may be whom another line names.
    const isOpen = deed.whom.size === 0 || told.whom.size === 0 || deed.isNamed !== told.isNamed;
    if (isBySame) return isToSame || isOpen;
    const isToNobody = deed.whom.size === 0 && told.whom.size === 0;
    return (isToSame || isToNobody) && !(deed.who.every(isKnown) && told.who.every(isKnown));
  });
}

/** Whether some tell it and others deny it. */
function isContested({ tellings }: Event<TellingFacts>): boolean {
  return tellings.some(({ status }) => status === "denied" || status === "not_done");
}

function isSpoken(places: readonly Place[], { spoken, disputed }: Pick<PageSoFar, "spoken" | "disputed">): boolean {
  const isIn = (told: ReadonlyMap<string, readonly Span[]>, { article, spans }: Place): boolean =>
    anySpansOverlap(spans, told.get(article) ?? []);
  return places.length > 0 && places.every((place) => isIn(spoken, place) || isIn(disputed, place));
}

/** Where the sides of disputes stand, by article. */
export function spansOfDisputes(disputes: readonly Dispute[]): ReadonlyMap<string, readonly Span[]> {
  const found = new Map<string, Span[]>();
  for (const { article, spans } of disputes.flatMap(({ sides }) => sides.flatMap(({ ends }) => ends)))
    found.set(article, [...(found.get(article) ?? []), ...spans]);
  return found;
}

function note({ chosen, words, deed }: NewsCandidate, setting: ToldSetting, page: PageSoFar): void {
  const { spoken, lines, words: told, deeds } = page;
  if (words !== undefined) told.push(words);
  if (deed !== undefined) deeds.push({ deed, story: storyOf(chosen, setting) });
  const places = placesOf(chosen, setting);
  for (const { article, spans } of places) spoken.set(article, [...(spoken.get(article) ?? []), ...spans]);
  for (const article of new Set(places.map((place) => place.article)))
    lines.set(article, (lines.get(article) ?? 0) + 1);
}

/** A story of so many articles or more adds no more weight. */
const mostOfStory = 2;
/** That a line of the page has the same sentence, or the same words of who did what. */
const sameSentence = 2;
/** That an article has a line already. */
const sameArticle = 0.4;

function weightOnPage({ chosen, words }: NewsCandidate, setting: ToldSetting, page: PageSoFar): number {
  const { spoken, lines } = page;
  const places = placesOf(chosen, setting);
  if (places.length === 0) return 0;
  const isSaid = words !== undefined && page.words.some((one) => readAlike(one, words));
  const told = isSaid
    ? places.length
    : places.filter(({ article, spans }) => anySpansOverlap(spans, spoken.get(article) ?? [])).length;
  const least = Math.min(...places.map(({ article }) => lines.get(article) ?? 0));
  const size = setting.sizes.get(storyOf(chosen, setting) ?? "") ?? 1;
  const story = Math.min(mostOfStory, Math.log2(size) / 2);
  return story - (sameSentence * told) / places.length - sameArticle * least;
}

/** The words of a line that tell it from others. */
export function tellingWords(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, stem)));
}

/** Words that begin alike are forms of one word. */
const stem = 5;

/** Whether the one with fewer words, of three or more, shares most of them with the other. */
function readAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const least = Math.min(a.size, b.size);
  return least >= 3 && [...a].filter((word) => b.has(word)).length >= 0.6 * least;
}

interface Place {
  readonly article: string;
  readonly spans: readonly Span[];
}

/** What was found of a thing in a setting: whatever stands on a page is asked for again with every line that joins it. */
const placesFound = new WeakMap<ToldSetting["spans"], WeakMap<ToldThing, readonly Place[]>>();

/** Where articles of the period tell it. */
export function placesOf(chosen: ToldThing, setting: Pick<ToldSetting, "spans">): readonly Place[] {
  const known = placesFound.get(setting.spans) ?? new WeakMap<ToldThing, readonly Place[]>();
  placesFound.set(setting.spans, known);
  const places = known.get(chosen) ?? findPlaces(chosen, setting);
  known.set(chosen, places);
  return places;
}

function findPlaces(chosen: ToldThing, { spans }: Pick<ToldSetting, "spans">): readonly Place[] {
  switch (chosen.kind) {
    case "dispute":
      return chosen.dispute.sides.flatMap(({ ends }) => ends);
    case "statement":
      return chosen.group.told;
    default:
      return tellingsOf(chosen).flatMap(({ article, line }) => {
        const found = spans.get(lineId(article, line));
        return found === undefined ? [] : [{ article, spans: found }];
      });
  }
}

/** The story that the most of its tellings are of, of several the one told first. */
export function storyOf(chosen: ToldThing, { stories, spans }: Pick<ToldSetting, "stories" | "spans">): string | null {
  if (chosen.kind === "statement") return chosen.group.shown.story;
  const counts = new Map<string, number>();
  for (const { article } of placesOf(chosen, { spans })) {
    const story = stories.get(article);
    if (story !== undefined) counts.set(story, (counts.get(story) ?? 0) + 1);
  }
  return (
    [...counts].reduce<[string, number] | null>(
      (best, one) => (best === null || one[1] > best[1] ? one : best),
      null,
    )?.[0] ?? null
  );
}

/** The lines of one story together, the weightiest story first, in each the weightiest line first. */
export function byStory(candidates: readonly NewsCandidate[], setting: ToldSetting): readonly NewsCandidate[] {
  const stories = new Map<string, NewsCandidate[]>();
  for (const one of candidates) {
    const story = storyOf(one.chosen, setting) ?? idOnPage(one.chosen);
    stories.set(story, [...(stories.get(story) ?? []), one]);
  }
  const weightOf = (all: readonly NewsCandidate[]): number =>
    all.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
  return [...stories.values()]
    .toSorted((a, b) => weightOf(b) - weightOf(a))
    .flatMap((all) => all.toSorted((a, b) => b.weight - a.weight));
}

/** An id that tells it from all others on the page. */
export function idOnPage(chosen: ToldThing): string {
  switch (chosen.kind) {
    case "event":
      return chosen.event.id;
    case "state":
      return `${chosen.history.id} ${chosen.state.value} ${chosen.state.from}`;
    case "dispute":
      return chosen.dispute.id;
    case "statement":
      return chosen.group.shown.id;
  }
}

/** Whether what is told happened so long before that it is no news but what the articles remind of. */
export function isBackground(tellings: readonly TellingFacts[], since: string | null): boolean {
  const shown = tellingToShow(tellings);
  if (since === null || shown?.dated !== "told" || shown.date === null) return false;
  return Date.parse(since) - Date.parse(shown.date.slice(0, 10)) > recentDays * dayLength;
}

const recentDays = 7;

/** The types of the acts that the states of an aspect come about by. */
const actsOfStates: Readonly<Record<KnownHistory["aspect"], readonly string[]>> = {
  staffing: ["RETREAT", "REQUEST", "SANCTION", "COOPERATE"],
  operations: ["RETREAT", "SANCTION", "REJECT", "COOPERATE"],
  consular: ["RETREAT", "SANCTION", "REJECT", "COOPERATE"],
  travel_advice: ["REQUEST", "RETREAT", "THREATEN"],
  relations: ["RETREAT", "SANCTION", "COERCE", "REJECT", "REQUEST", "COOPERATE"],
  airspace: ["RETREAT", "SANCTION", "COERCE", "REJECT", "COOPERATE"],
  border: ["RETREAT", "SANCTION", "COERCE", "REJECT", "COOPERATE"],
  alert: ["MOBILIZE", "THREATEN", "RETREAT"],
  forces: ["MOBILIZE", "RETREAT", "SUPPORT"],
};

/** The acts that half of their tellings or more give in a sentence that tells a state which such acts bring about: the state's line says it. */
export function actsToldByStates(
  { items }: Pick<ToldInPeriod["actions"], "items">,
  told: readonly ToldBeside[],
  { spans }: Pick<ToldSetting, "spans">,
): ReadonlySet<string> {
  const states = new Map<string, { readonly types: readonly string[]; readonly spans: readonly Span[] }[]>();
  for (const { aspect, tellings } of told) {
    for (const { article, line } of tellings) {
      const found = spans.get(lineId(article, line));
      if (found === undefined) continue;
      states.set(article, [...(states.get(article) ?? []), { types: actsOfStates[aspect], spans: found }]);
    }
  }
  const isTold = (event: Event<TellingFacts>): boolean =>
    isMostly(placesOf({ kind: "event", event }, { spans }), ({ article, spans: own }) =>
      (states.get(article) ?? []).some(
        (state) => state.types.includes(event.what) && anySpansOverlap(own, state.spans),
      ),
    );
  return new Set(items.filter(isTold).map(({ id }) => id));
}

function isMostly<Item>(items: readonly Item[], test: (item: Item) => boolean): boolean {
  return items.length > 0 && items.filter(test).length * 2 >= items.length;
}
