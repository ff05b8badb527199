import type { LineMark } from "../link/corrections/correct-record.js";
import type { Effects } from "../run/effects.js";
import { lineId, parseLineId } from "../store/line-id.js";
import { linesOfRecord } from "../store/lines-of-record.js";
import { correctionById, correctionsAbout } from "../store/queries/corrections.js";
import { disputeById, findDisputes } from "../store/queries/disputes.js";
import { whoIs } from "../store/queries/entities.js";
import { eventById, historyById, historyOfEvent } from "../store/queries/events.js";
import type { FoundLine } from "../store/queries/find-lines.js";
import { lineById } from "../store/queries/line-by-id.js";
import { originById } from "../store/queries/link-sources.js";
import { originOfLine } from "../store/queries/origins.js";
import { marksOfLines } from "../store/queries/review.js";
import { storedArticle } from "../store/queries/stored-article.js";
import { storyById } from "../store/queries/stories.js";
import type { Store } from "../store/store.js";
import { recordById, type StoredRecord } from "../store/stored-records.js";
import { type CorrectionView, correctionView } from "../view/correction-view.js";
import { lineView } from "../view/line-view.js";
import { originView } from "../view/origin-view.js";
import { type LinkedLine, storedLineView, toldView } from "../view/stored-line-view.js";
import type { NamedThing, StoredArticleView, StoredView } from "../view/stored-view.js";
import { toldEntity } from "./told-entity.js";
import { toldDisputes, toldEvents, toldHistories } from "./told-links.js";
import { eventsOf, linesWithOrigin } from "./told-origins.js";
import { toldStory } from "./told-story.js";

/** In a page that explains one thing so many of each kind of other things are shown. */
const most = 50;

/**
 * What the id names, `null` where the database has no such thing. An id that an input gave may look like any other, so links are asked first.
 *
 * @param lines so many lines of somebody are shown
 */
export async function toldById(
  store: Store,
  id: string,
  effects: Pick<Effects, "readFile">,
  lines = most,
): Promise<StoredView | null> {
  const named =
    (await linkById(store, id, lines, effects)) ?? (await articleById(store, id)) ?? (await storedLine(store, id));
  return named === null ? goneById(store, id) : { ...named, corrections: await correctionsOf(store, id) };
}

/** What people said of something that is not in the record since: a dispute that is none, somebody who is no person. */
async function goneById(store: Store, id: string): Promise<StoredView | null> {
  const last = (await correctionsAbout(store, id, new Set())).at(-1);
  return last === undefined ? null : { kind: "correction", correction: correctionView(last), corrections: [] };
}

/** What people corrected of it and has not been taken back: of a line also what was said of its event. */
async function correctionsOf(store: Store, id: string): Promise<readonly CorrectionView[]> {
  const parsed = parseLineId(id);
  const stored = parsed === null ? null : await recordById(store, parsed.version);
  const marks = stored?.marks.filter(({ line }) => line === parsed?.line) ?? [];
  const keys = [...marks, ...(await marksOfTellings(store, id))].map(({ correction }) => correction);
  return (await correctionsAbout(store, id, new Set(keys))).map(correctionView);
}

/** What was said of the lines that tell of an event or of a history's states. */
async function marksOfTellings(store: Store, id: string): Promise<readonly LineMark[]> {
  const event = id.startsWith("ev_") ? await eventById(store, id) : null;
  const history = id.startsWith("hi_") ? await historyById(store, id) : null;
  const tellings = [...(event?.tellings ?? []), ...(history?.states.flatMap((state) => state.tellings) ?? [])];
  const marks = await marksOfLines(store, tellings);
  return tellings.flatMap(({ article, line }) => marks.get(lineId(article, line)) ?? []);
}

async function linkById(
  store: Store,
  id: string,
  lines: number,
  effects: Pick<Effects, "readFile">,
): Promise<NamedThing | null> {
  const [prefix] = id.split("_");
  switch (prefix) {
    case "sy": {
      const story = await toldStory(store, id, most);
      return story && { kind: "story", story };
    }
    case "ev": {
      const [event] = await toldEvents(store, await asList(eventById(store, id)), most);
      if (event === undefined) return null;
      const disputes = await toldDisputes(store, await findDisputes(store, { event: id, limit: most }));
      return { kind: "event", event, disputes };
    }
    case "di": {
      const [dispute] = await toldDisputes(store, await asList(disputeById(store, id)), most);
      return dispute === undefined ? null : { kind: "dispute", dispute };
    }
    case "hi": {
      const [history] = await toldHistories(store, await asList(historyById(store, id)), most);
      return history === undefined ? null : { kind: "history", history };
    }
    case "or": {
      const origin = await originById(store, id);
      if (origin === null) return null;
      return {
        kind: "origin",
        origin: originView(origin),
        who: origin.who,
        same: await linesWithOrigin(store, id, most),
      };
    }
    case "wh": {
      const entity = await toldEntity(store, id, lines, effects);
      return entity && { kind: "entity", entity };
    }
    case "co": {
      const found = await correctionById(store, id);
      return found === null ? null : { kind: "correction", correction: correctionView(found) };
    }
    default:
      return null;
  }
}

async function articleById(store: Store, id: string): Promise<NamedThing | null> {
  const article = await toldArticle(store, id, most);
  return article && { kind: "article", article };
}

/** The article whose version has that id and so many of its lines, `null` where there is none. */
export async function toldArticle(store: Store, id: string, most: number): Promise<StoredArticleView | null> {
  const article = await storedArticle(store, id);
  if (article === null) return null;
  const stored = await recordById(store, id);
  const lines = stored === null ? [] : linesOf(stored);
  return {
    ...article,
    within: await placeInStory(store, article.story, id),
    lines: lines.slice(0, most).map(lineView),
    moreLines: Math.max(0, lines.length - most),
  };
}

async function placeInStory(store: Store, story: string | null, id: string): Promise<StoredArticleView["within"]> {
  const found = story === null ? null : await storyById(store, story);
  const article = found?.articles.find((one) => one.id === id);
  return article === undefined ? null : { likeness: article.likeness, reason: article.reason, copy: article.copy };
}

function linesOf(stored: StoredRecord): readonly FoundLine[] {
  return linesOfRecord(stored.record).map(({ id, kind }) => ({ stored, id, kind }));
}

async function storedLine(store: Store, id: string): Promise<NamedThing | null> {
  const parsed = parseLineId(id);
  if (parsed === null) return null;
  const [article, stored] = [await storedArticle(store, parsed.version), await recordById(store, parsed.version)];
  if (article === null || stored === null) return null;
  // What was hidden is out of every list, and is still there for whoever asks for it by its id.
  const links = await linksOf(store, stored, parsed.line);
  const line = storedLineView({ record: stored.whole }, parsed.line, article, links);
  return line && { kind: "line", line };
}

async function linksOf(store: Store, stored: StoredRecord, line: string): Promise<LinkedLine> {
  const id = lineId(stored.record.article.id, line);
  const [found, origin] = [await lineById(store, id), await originOfLine(store, id)];
  const told = found === null ? [] : await eventsOf(store, found, origin?.event ?? null);
  const events = await toldEvents(store, told);
  const event = events.find((one) => one.id === origin?.event) ?? null;
  const stances = linesOf(stored).filter(({ id: own }) =>
    stored.record.stances.some((stance) => stance.id === own && stance.target.statement === line),
  );
  return {
    told: origin === null ? null : toldView(origin),
    event,
    tells: events.filter((one) => one !== event),
    who: await whoIs(store, stored.key, line),
    history: event === null ? null : await historyOfEvent(store, event.id),
    disputes: await toldDisputes(store, await findDisputes(store, { lines: [id], limit: most })),
    stances: stances.map(lineView),
  };
}

async function asList<Item>(found: Promise<Item | null>): Promise<readonly Item[]> {
  const item = await found;
  return item === null ? [] : [item];
}
