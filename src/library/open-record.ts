import { answerTo } from "../api/answering/answer-to.js";
import { openRecordReader, type RecordReader } from "../api/answering/record-reader.js";
import { articlesResource } from "../api/articles.js";
import { briefResource } from "../api/brief.js";
import { disputesResource } from "../api/disputes.js";
import { dueResource } from "../api/due.js";
import { entitiesResource } from "../api/entities.js";
import { eventsResource } from "../api/events.js";
import { linesResource } from "../api/lines.js";
import { posturesResource } from "../api/postures.js";
import type { Resource } from "../api/resource.js";
import { searchResource } from "../api/search.js";
import { storiesResource } from "../api/stories.js";
import { thingResource } from "../api/thing.js";
import { timelineResource } from "../api/timeline.js";
import { addInputs } from "../run/add-inputs.js";
import { lazyAnalyser } from "../run/analyse.js";
import { filesReadOnce } from "../run/files-read-once.js";
import { ownTables } from "../run/own-tables.js";
import { processEffects } from "../run/process-effects.js";
import type { LineKind } from "../store/lines-of-record.js";
import type { FoundArticle } from "../store/queries/search.js";
import { openStoreForWriting } from "../store/store.js";
import type { BriefView } from "../view/brief-view.js";
import type { DisputeView } from "../view/dispute-view.js";
import type { DueView } from "../view/due-view.js";
import type { NamedEntityView } from "../view/entity-view.js";
import type { EventView } from "../view/event-view.js";
import type { FoundLineView } from "../view/found-view.js";
import type { HistoryView } from "../view/history-view.js";
import type { ArticleView, LineView } from "../view/line-view.js";
import type { StoredView } from "../view/stored-view.js";
import type { StorySummaryView } from "../view/story-view.js";
import type { TimelineView } from "../view/timeline-view.js";
import { knownOfArticle, type ReadAllOptions } from "./reader.js";
import { plainly } from "./sitrep-error.js";

/** What narrows a question down; days are as `2031-03-04`. */
export interface Question {
  /** From this day on. */
  readonly since?: string;
  /** Before this day. */
  readonly until?: string;
  /** Only what names one of these countries, by code or name. */
  readonly country?: string | readonly string[];
  /** Only what names one of these people or bodies. */
  readonly who?: string | readonly string[];
  /** Only articles of a story, by its id. */
  readonly story?: string;
  /** The record as it was at this day or date-time. */
  readonly as_of?: string;
}

/** A question with a list for an answer. */
export interface ListQuestion extends Question {
  /** So many items at most: 50 where it is left out, 500 at most. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

/** A page of a list. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  /** The cursor of the next page, `null` on the last. */
  readonly next: string | null;
}

/** What became of one input: kept as new, known already, kept without an analysis, or not kept. */
export interface AddedInput {
  readonly input: string;
  readonly kind: "added" | "known" | "unanalysed" | "failed" | "note";
  /** The id of the article that is kept. */
  readonly article: string | null;
  /** Why it is not kept or not analysed, or what was passed over. */
  readonly reason: string | null;
}

/**
 * The record of many articles in a database, and what can be asked of it: the same questions with the same answers as the interface over HTTP and the desk.
 * Every question may throw a {@link SitrepError}: `bad_question`, `not_found`, `no_record`.
 */
export interface CrisisRecord {
  readonly path: string;
  /** Reads articles from files, folders and addresses, keeps them and links them; what became of each, in their order. Throws `busy` where another process writes. */
  readonly add: (inputs: readonly string[], options?: ReadAllOptions) => AsyncGenerator<AddedInput>;
  /** One page on a period: without one, the last day with articles. */
  readonly brief: (question?: Question & { readonly reviewed?: boolean }) => Promise<BriefView>;
  readonly timeline: (question?: Question) => Promise<TimelineView>;
  /** What is announced, demanded or conditional, with a day. */
  readonly due: (question?: Question & { readonly on?: string }) => Promise<DueView>;
  /** The dated states of each institution. */
  readonly postures: (
    question?: ListQuestion & { readonly by?: string; readonly about?: string },
  ) => Promise<Listed<HistoryView>>;
  readonly disputes: (question?: ListQuestion) => Promise<Listed<DisputeView>>;
  /** Acts and states, each with all its tellings. */
  readonly events: (question?: ListQuestion & { readonly kind?: "action" | "posture" }) => Promise<Listed<EventView>>;
  readonly stories: (question?: ListQuestion) => Promise<Listed<StorySummaryView>>;
  /** People and bodies, by a name or words of one. */
  readonly entities: (
    question?: Pick<ListQuestion, "limit" | "cursor" | "as_of"> & { readonly q?: string },
  ) => Promise<Listed<NamedEntityView>>;
  /** Lines of articles: statements, actions, postures and stances. */
  readonly lines: (
    question?: ListQuestion & {
      readonly kind?: LineKind | readonly LineKind[];
      readonly by?: string;
      readonly about?: string;
    },
  ) => Promise<Listed<LineView>>;
  readonly articles: (question?: ListQuestion) => Promise<Listed<ArticleView>>;
  /** Articles and lines with these words. */
  readonly search: (
    words: string,
    question?: ListQuestion,
  ) => Promise<{
    readonly articles: readonly FoundArticle[];
    readonly lines: readonly FoundLineView[];
    readonly next: string | null;
  }>;
  /** Whatever an id names. */
  readonly thing: (id: string) => Promise<StoredView>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the record in the database at `path`. Where there is none and `create` is set, an empty one is made.
 *
 * @throws {SitrepError} `no_record` where there is none, or none that this version can use
 */
export async function openRecord(
  path: string,
  { create = false }: { readonly create?: boolean } = {},
): Promise<CrisisRecord> {
  const effects = processEffects();
  const reader = await plainly(async () => {
    if (create) (await openStoreForWriting(path, { now: effects.now })).close();
    return await openRecordReader(path);
  });
  const files = filesReadOnce();
  const answer = <Answer>(resource: Resource, asked: AskedOf): Promise<Answer> =>
    answerOf(resource, asked, reader, files);
  const ask =
    <Answer, Asked extends object>(resource: Resource) =>
    (asked?: Asked): Promise<Answer> =>
      answer<Answer>(resource, { query: asked ?? {} });
  return {
    path,
    add: (inputs, options) => addTo(path, inputs, options ?? {}),
    brief: ask(briefResource),
    timeline: ask(timelineResource),
    due: ask(dueResource),
    postures: ask(posturesResource),
    disputes: ask(disputesResource),
    events: ask(eventsResource),
    stories: ask(storiesResource),
    entities: ask(entitiesResource),
    lines: ask(linesResource),
    articles: ask(articlesResource),
    search: (q, question) => answer(searchResource, { query: { ...question, q } }),
    thing: (id) => answer(thingResource, { params: { id } }),
    close: reader.close,
  };
}

interface AskedOf {
  readonly params?: object;
  readonly query?: object;
}

/** The answer of a resource of the interface, whose schemas want what an address can hold. */
function answerOf<Answer>(
  resource: Resource,
  { params = {}, query = {} }: AskedOf,
  reader: RecordReader,
  files: ReturnType<typeof filesReadOnce>,
): Promise<Answer> {
  const written = Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      if (value === undefined) return [];
      return [[name, Array.isArray(value) ? value : String(value)] as const];
    }),
  );
  const request = { url: resource.path, params, query: written, mayCorrect: false };
  return plainly(async () => JSON.parse(await answerTo(resource, request, reader, files)) as Answer);
}

async function* addTo(path: string, inputs: readonly string[], options: ReadAllOptions): AsyncGenerator<AddedInput> {
  const effects = processEffects();
  const store = await plainly(() => openStoreForWriting(path, { now: effects.now, tables: ownTables() }));
  const analyser = lazyAnalyser({ many: inputs.length > 1 }, effects);
  const request = { inputs, known: knownOfArticle(options), allowPrivate: options.allowPrivate === true };
  try {
    const additions = addInputs(request, store, analyser, effects);
    for (;;) {
      const next = await plainly(() => additions.next());
      if (next.done === true) return;
      const { value } = next;
      yield {
        input: value.input,
        kind: value.kind,
        article: "article" in value ? value.article.id : null,
        reason: "reason" in value ? value.reason : "note" in value ? value.note : null,
      };
    }
  } finally {
    await analyser.close();
    await store.close();
  }
}
