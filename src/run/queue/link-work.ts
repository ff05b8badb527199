import type { LinkLexicons } from "../../link/link-lexicons.js";
import type { NoteReading } from "../../read/reading.js";
import type { HandedIn, Queue } from "../../store/engine/queue.js";
import { type LinkingOptions, linkUnlinked } from "../../store/links/link-unlinked.js";
import type { WritableStore } from "../../store/store.js";
import { StoreBusy, StoreError } from "../../store/store-error.js";
import { type Addition, addOutcomes, type ReadOutcome } from "../add-inputs.js";
import type { Effects } from "../effects.js";
import { settleTried, type WatchedItems } from "../watch/settle-tried.js";
import { lastResult } from "./read-work.js";
import { inputOf, pack, unpackDone, unpackWork, type Work } from "./work.js";

export interface Linking {
  readonly queue: Queue;
  /** Opens the record as its only writer. @throws {StoreBusy} where another process writes */
  readonly open: () => Promise<WritableStore>;
  readonly lexicons: () => Promise<LinkLexicons>;
  readonly effects: Pick<Effects, "pause" | "random" | "now">;
  readonly stop: AbortSignal;
}

/** What a linker tells, as it happens. */
export type LinkerEvent =
  /** Whether it links, or stands by while another does. */
  | { readonly kind: "turn"; readonly links: boolean }
  | { readonly kind: "article"; readonly addition: Exclude<Addition, NoteReading> }
  | { readonly kind: "linked"; readonly day: string; readonly seconds: number }
  /** All that was handed in is in the links: so many seconds after the first of it was. */
  | { readonly kind: "caught-up"; readonly lag: number }
  /** The reader of this work is gone. */
  | { readonly kind: "orphan"; readonly input: string; readonly isSetAside: boolean }
  /** Another process writes to the record. */
  | { readonly kind: "busy"; readonly isBusy: boolean }
  | { readonly kind: "lost"; readonly reason: string };

/**
 * Writes what readers hand in into the record, in the order in which it was given out, and links it; until it is asked to stop, which ends it behind the transaction
 * at hand. Of several linkers one does so, and the others take over from it. Between two rounds others may write.
 */
export async function linkWork(linking: Linking, tell: (event: LinkerEvent) => void): Promise<void> {
  const { queue, effects, stop } = linking;
  const turn = new Turn(linking, tell);
  let failures = 0;
  try {
    while (!stop.aborted) {
      try {
        const rest = (await queue.holdAlone("link")) ? await turn.round() : turn.standBy();
        failures = 0;
        await effects.pause(rest, stop);
      } catch (error) {
        if (!isOfDatabase(error)) throw error;
        tell({ kind: "lost", reason: error.message });
        failures += 1;
        await turn.letGo();
        await effects.pause(Math.min(idleRest * 2 ** failures, longestRest), stop);
      }
    }
  } finally {
    await turn.letGo();
  }
}

/** In milliseconds. */
const idleRest = 500;
const standByRest = 1_000;
const longestRest = 10_000;

/** In milliseconds: somebody who waits for a correction tries four times a second. */
const restForOthers = 300;

/** In milliseconds: so long others wait at least before they may write. */
const longestRound = 3_000;

/** Articles that are written in one transaction, about. */
const atOnce = 64;

/**
 * How the days of a round are linked. Whatever is added to the links of its day and not settled is settled once nothing is handed in any more, and till then what is
 * linked again for it would be time that results wait: an archive gives out days in any order, and each of its rounds touches many.
 */
const whileWorkComes: LinkingOptions = { settle: "in proportion", small: 100, forOne: 1 };

/** In milliseconds: what others added or corrected is settled some time after the last round. */
const settlingTurn = 60_000;

class Turn {
  readonly #linking: Linking;
  readonly #tell: (event: LinkerEvent) => void;
  #links: boolean | null = null;
  #store: WritableStore | null = null;
  #isWriter = false;
  #isBusy = false;
  /** When all days were settled last. */
  #settled = 0;

  constructor(linking: Linking, tell: (event: LinkerEvent) => void) {
    this.#linking = linking;
    this.#tell = tell;
  }

  standBy(): number {
    this.#note(false);
    return standByRest;
  }

  /** One round; gives how long to rest behind it. */
  async round(): Promise<number> {
    const { queue, effects, stop } = this.#linking;
    this.#note(true);
    await this.#takeOrphans();
    const first = await queue.results(atOnce);
    const isDue = effects.now().getTime() - this.#settled > settlingTurn;
    if (first.length === 0 && !isDue) return idleRest;
    const store = await this.#write();
    if (store === null) return restForOthers;
    try {
      if (first.length === 0) return (await this.#settle(store)) ? idleRest : restForOthers;
      const begun = effects.now().getTime();
      const oldest = Math.max(...first.map(({ age }) => age));
      const until = begun + longestRound;
      for (let results = first; results.length > 0; results = await queue.results(atOnce)) {
        await this.#add(store, results);
        if (stop.aborted || effects.now().getTime() > until) break;
      }
      if (await this.#link(store, whileWorkComes, () => stop.aborted))
        this.#tell({ kind: "caught-up", lag: oldest + (effects.now().getTime() - begun) / 1_000 });
      this.#settled = 0;
      return restForOthers;
    } finally {
      await store.release();
      this.#isWriter = false;
    }
  }

  async letGo(): Promise<void> {
    const store = this.#store;
    this.#store = null;
    this.#isWriter = false;
    await store?.close().catch(() => undefined);
  }

  #note(links: boolean): void {
    if (this.#links !== links) this.#tell({ kind: "turn", links });
    this.#links = links;
  }

  /** Work whose readers are gone counts as failed: it may be what ended them. */
  async #takeOrphans(): Promise<void> {
    const { queue } = this.#linking;
    for (const taken of await queue.orphans()) {
      const reason = "the reader that worked on it came to an end";
      const then = await queue.fail(taken, reason, lastResult(unpackWork(taken.work), reason));
      if (then !== "gone") this.#tell({ kind: "orphan", input: taken.input, isSetAside: then === "set aside" });
    }
  }

  /** The record as its only writer; `null` while another process writes. */
  async #write(): Promise<WritableStore | null> {
    try {
      this.#store ??= await this.#opened();
      if (!this.#isWriter) await this.#store.reclaim();
      this.#isWriter = true;
      if (this.#isBusy) this.#tell({ kind: "busy", isBusy: false });
      this.#isBusy = false;
      return this.#store;
    } catch (error) {
      if (!(error instanceof StoreBusy)) throw error;
      if (!this.#isBusy) this.#tell({ kind: "busy", isBusy: true });
      this.#isBusy = true;
      return null;
    }
  }

  async #opened(): Promise<WritableStore> {
    const store = await this.#linking.open();
    this.#isWriter = true;
    return store;
  }

  /** Writes results. Whoever is killed before they are let go writes them again, which changes nothing: an article of one address and one text is added once. */
  async #add(store: WritableStore, results: readonly HandedIn[]): Promise<void> {
    const { queue, effects } = this.#linking;
    const moment = () => ({ now: store.now().getTime(), chance: effects.random() });
    const outcomes: ReadOutcome<WatchedItems | null>[] = results.flatMap(({ result }) => {
      const { outcomes: read, watched } = unpackDone(result);
      return read.map((outcome) => ({ reading: watched, outcome }));
    });
    const refused: { readonly work: Work; readonly reason: string }[] = [];
    for (const [at, { reading: watched, addition }] of (await addOutcomes(outcomes, store)).entries()) {
      const outcome = outcomes[at]?.outcome;
      if (addition.kind === "failed" && outcome?.kind === "analysed") {
        refused.push({ work: { kind: "article", arrival: outcome.arrival, watched: null }, reason: addition.reason });
      }
      if (addition.kind !== "note") this.#tell({ kind: "article", addition });
      if (watched !== null) for await (const _ of settleTried(store, watched, addition, moment));
    }
    await queue.written(
      results,
      refused.map(({ work, reason }) => ({ input: inputOf(work), work: pack(work), reason })),
    );
  }

  /** Settles days until work comes; whether all are. */
  async #settle(store: WritableStore): Promise<boolean> {
    const { queue, effects, stop } = this.#linking;
    const isWanted = async (): Promise<boolean> => stop.aborted || (await queue.results(1)).length > 0;
    const isDone = await this.#link(store, { settle: "all" }, isWanted);
    if (isDone) this.#settled = effects.now().getTime();
    return isDone;
  }

  async #link(
    store: WritableStore,
    options: LinkingOptions,
    isOver: () => boolean | Promise<boolean>,
  ): Promise<boolean> {
    const { lexicons, effects } = this.#linking;
    let begun = effects.now().getTime();
    for await (const day of linkUnlinked(store, lexicons, options)) {
      const now = effects.now().getTime();
      this.#tell({ kind: "linked", day, seconds: (now - begun) / 1_000 });
      begun = now;
      if (await isOver()) return false;
    }
    return true;
  }
}

/** Whether it is the database that something is wrong with, and not the program. */
function isOfDatabase(error: unknown): error is Error {
  return error instanceof StoreError || (error instanceof Error && "severity" in error);
}
