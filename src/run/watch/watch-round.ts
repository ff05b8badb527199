import type { LinkLexicons } from "../../link/link-lexicons.js";
import { type ItemInFeed, readItem } from "../../read/feed/read-item.js";
import { nothingKnown } from "../../read/known-facts.js";
import type { NoteReading, ReadingOrNote } from "../../read/reading.js";
import type { Web } from "../../read/web/open-web.js";
import type { Queue } from "../../store/engine/queue.js";
import {
  type DueItem,
  dueItems,
  dueSources,
  feedItemOf,
  itemWithSource,
  putOff,
  type SourceItem,
  versionElsewhere,
} from "../../store/following.js";
import type { WritableStore } from "../../store/store.js";
import { dayLength } from "../../text/days.js";
import { sha256 } from "../../text/hash.js";
import { type Addition, addReadings, arrivalOf } from "../add-inputs.js";
import type { Analyser } from "../analyse.js";
import { pack } from "../queue/work.js";
import { askSource, type SourceAsked } from "./ask-source.js";
import { inLanes } from "./in-lanes.js";
import type { Moment } from "./schedule.js";
import type { Tried } from "./settle-item.js";
import { settleTried, type WatchedItems } from "./settle-tried.js";

/** What a round tells, as it happens. `given`: an article was given out; `item`: what became of an item; `waiting` says that it will be tried again. */
export type WatchEvent =
  | { readonly kind: "source"; readonly asked: Exclude<SourceAsked, { kind: "stopped" }> }
  | { readonly kind: "article"; readonly addition: Exclude<Addition, NoteReading> }
  | { readonly kind: "given"; readonly input: string }
  | { readonly kind: "item"; readonly input: string; readonly reason: string; readonly next: string | null };

export interface Watching {
  readonly store: WritableStore;
  readonly analyser: Analyser;
  readonly lexicons: () => Promise<LinkLexicons>;
  readonly web: Web;
  /** Where articles are given out to be read elsewhere; `null` where they are read here. */
  readonly queue: Queue | null;
  /** Milliseconds between two questions to a source. */
  readonly every: number;
  /** Takes sources, too, that answered and are merely not due yet. */
  readonly early: boolean;
  readonly random: () => number;
  readonly stop: AbortSignal;
}

/** Hosts that are asked at once. */
const hostsAtOnce = 8;

/**
 * One round: asks the sources whose turn it is, and then reads the pages of the items whose turn it is. All that is seen is noted before it is worked
 * on, and an item is settled after its article is on the disk; so whatever ends the process, the next round goes on from there.
 */
export async function* watchRound(watching: Watching): AsyncGenerator<WatchEvent> {
  const feeds = new RecentFeeds();
  yield* askSources(watching, feeds);
  yield* readItems(watching, feeds);
}

/** The feeds that told of new items in this round, for the articles that are made of their text. */
class RecentFeeds {
  readonly #feeds = new Map<number, Pick<ItemInFeed, "retrieval" | "source">>();
  #size = 0;

  keep(asked: SourceAsked): void {
    if (asked.kind !== "answered" || asked.feed === null) return;
    const { retrieval, bytes } = asked.feed;
    if (this.#size + bytes.length > mostKept) return;
    this.#size += bytes.length;
    this.#feeds.set(asked.source.key, { retrieval, source: { sha256: retrieval.sha256, bytes } });
  }

  of({ source, content_sha256 }: SourceItem): Pick<ItemInFeed, "retrieval" | "source"> {
    const { retrieval, source: bytes } = this.#feeds.get(source) ?? { retrieval: null, source: null };
    return { retrieval, source: bytes ?? { sha256: content_sha256, bytes: null } };
  }
}

/** 64 MiB. */
const mostKept = 64 * 1024 * 1024;

async function* askSources(watching: Watching, feeds: RecentFeeds): AsyncGenerator<WatchEvent> {
  const { store, stop, web, every } = watching;
  const asked = new Set<number>();
  const moment = momentOf(watching);
  for (;;) {
    // A list may name feeds that are due at once.
    const due = await dueSources(store, { at: store.now().toISOString(), early: watching.early });
    const sources = due.filter(({ key }) => !asked.has(key));
    if (sources.length === 0 || stop.aborted) return;
    for (const { key } of sources) asked.add(key);
    const answers = inLanes(sources, {
      laneOf: ({ address }) => hostOf(address),
      most: hostsAtOnce,
      work: (source) => askSource(source, { store, web, every, moment }),
      stop,
    });
    for await (const answer of answers) {
      if (answer.kind === "stopped") return;
      feeds.keep(answer);
      yield { kind: "source", asked: answer };
    }
  }
}

/** The items of one address, of which the first is tried for all. */
interface Job {
  readonly first: DueItem;
  readonly items: readonly DueItem[];
}

/** A try on its way through the analysis. */
type TriedReading = ReadingOrNote & { readonly job: Job; readonly tried: Tried };

async function* readItems(watching: Watching, feeds: RecentFeeds): AsyncGenerator<WatchEvent> {
  const { store, stop } = watching;
  const moment = momentOf(watching);
  const jobs = jobsOf(await dueItems(store, store.now().toISOString()));
  const resting = new RestingHosts();
  const tried = inLanes(jobs, {
    laneOf: ({ first }) => hostOf(first.address ?? ""),
    most: hostsAtOnce,
    work: (job) => tryItem(job, watching, feeds, resting),
    stop,
  });
  for await (const { reading, addition } of read(tried, watching)) {
    if (addition.kind === "given") {
      yield { kind: "given", input: addition.input };
      continue;
    }
    if (addition.kind !== "note") yield { kind: "article", addition };
    for await (const { address, reason, next } of settleTried(store, watchedBy(reading, watching), addition, moment)) {
      yield { kind: "item", input: address ?? reading.input, reason, next };
    }
  }
}

/** What became of each try: its article is added here, or given out. */
function read(
  tried: AsyncIterable<TriedReading>,
  watching: Watching,
): AsyncIterable<{ readonly reading: TriedReading; readonly addition: Addition | Given }> {
  const { store, analyser, lexicons, queue } = watching;
  return queue === null ? addReadings(tried, store, analyser, lexicons) : giveOut(tried, queue, watching);
}

/** Given out: whoever links it settles its items. */
interface Given {
  readonly kind: "given";
  readonly input: string;
}

async function* giveOut(tried: AsyncIterable<TriedReading>, queue: Queue, watching: Watching) {
  const { store } = watching;
  for await (const reading of tried) {
    const { input } = reading;
    if (reading.kind === "note") yield { reading, addition: reading };
    else if (reading.kind === "unreadable") yield { reading, addition: { ...reading, kind: "failed" } as const };
    else {
      const watched = watchedBy(reading, watching);
      const work = pack({ kind: "article", arrival: arrivalOf(reading), watched });
      await queue.give([{ input, work }]);
      await putOff(store, watched.items, new Date(store.now().getTime() + longestInQueue).toISOString());
      yield { reading, addition: { kind: "given", input } as const };
    }
  }
}

/** In milliseconds: an item whose article has not come back by then is tried again. */
const longestInQueue = dayLength;

function watchedBy({ job, tried }: TriedReading, { every }: Watching): WatchedItems {
  return { items: job.items.map(({ key }) => key), tried, every };
}

function jobsOf(due: readonly DueItem[]): readonly Job[] {
  const byAddress = new Map<string, DueItem[]>();
  for (const item of due) {
    const name = item.address ?? `item ${item.key}`;
    const same = byAddress.get(name);
    if (same === undefined) byAddress.set(name, [item]);
    else same.push(item);
  }
  return [...byAddress.values()].flatMap((items) => {
    const [first] = items;
    return first === undefined ? [] : [{ first, items }];
  });
}

async function tryItem(
  job: Job,
  { store, web }: Watching,
  feeds: RecentFeeds,
  resting: RestingHosts,
): Promise<TriedReading> {
  const { item, source } = await itemWithSource(store, job.first.key);
  const input = item.address ?? `${source.address}, item ${item.id}`;
  const host = hostOf(item.address ?? "");
  const elsewhere = item.state === "waiting" ? await versionElsewhere(store, item) : null;
  if (elsewhere !== null) return passed(job, input, { kind: "elsewhere", version: elsewhere });
  const rest = resting.restOf(host);
  if (rest !== null) return passed(job, input, rest);
  const told = feedItemOf(item);
  const inFeed = { item: told, feed: source, ...feeds.of(item) };
  // An item that names no page is known again by its place in its feed, so that an edit is a new version of it.
  const id = item.address === null ? `art_${sha256(`${source.address}\n${item.id}`).slice(0, 16)}` : null;
  const known = { ...nothingKnown, id, outlet: source.outlet };
  const validators =
    item.version === null || (item.etag === null && item.last_modified === null)
      ? null
      : { etag: item.etag, lastModified: item.last_modified };
  const tried = await readItem(inFeed, web, input, known, validators);
  resting.note(host, tried);
  if (tried.kind === "page") {
    const { reading, ...what } = tried;
    return { ...reading, job, tried: what };
  }
  if (tried.kind !== "feed-text") return passed(job, input, tried);
  // The page as it was had once is worth more than what the feed holds of it now.
  if (item.state === "page" && tried.fault !== null) return passed(job, input, { kind: "nothing", fault: tried.fault });
  const { reading, ...what } = tried;
  return { ...reading, job, tried: what };
}

/** A try without an article goes the same way as the others, so that all are settled in one place. */
function passed(job: Job, input: string, tried: Tried): TriedReading {
  return { kind: "note", input, note: tried.kind, job, tried };
}

/** Hosts that are left alone for the rest of the round, because they do not answer. */
class RestingHosts {
  readonly #failures = new Map<string, number>();
  readonly #rests = new Map<string, Extract<Tried, { kind: "put-off" }>>();

  restOf(host: string): Extract<Tried, { kind: "put-off" }> | null {
    return this.#rests.get(host) ?? null;
  }

  note(host: string, tried: Tried): void {
    const fault = tried.kind === "nothing" || tried.kind === "feed-text" ? tried.fault : null;
    if (fault === null || !fault.ofHost) {
      this.#failures.delete(host);
      return;
    }
    const failures = (this.#failures.get(host) ?? 0) + 1;
    this.#failures.set(host, failures);
    if (failures < mostFailures && fault.retryAt === null) return;
    const reason = `put off, as ${host} did not give other pages: ${fault.reason}`;
    this.#rests.set(host, { kind: "put-off", reason, retryAt: fault.retryAt });
  }
}

/** In a row. */
const mostFailures = 3;

function momentOf({ store, random }: Watching): () => Moment {
  return () => ({ now: store.now().getTime(), chance: random() });
}

/** What is no address has a lane of its own. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : "";
}
