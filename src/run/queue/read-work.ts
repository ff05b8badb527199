import { readArchiveInput, readMany } from "../../read/read-many.js";
import type { ReadingOrNote } from "../../read/reading.js";
import type { Failure, Queue, Result, TakenWork } from "../../store/engine/queue.js";
import type { Store } from "../../store/store.js";
import { StoreError } from "../../store/store-error.js";
import { analysedOf, arrivalOf, type Outcome } from "../add-inputs.js";
import type { Analyser } from "../analyse.js";
import type { Effects } from "../effects.js";
import { mapInOrder } from "../map-in-order.js";
import { fieldSource } from "../open-inputs.js";
import { type Done, inputOf, pack, unpackWork, type Work } from "./work.js";

export interface Reading {
  readonly queue: Queue;
  /** The record, to see what it has already. */
  readonly store: Pick<Store, "tables">;
  readonly analyser: Analyser;
  readonly effects: Pick<Effects, "readFile" | "streamFile" | "pause" | "now">;
  readonly stop: AbortSignal;
}

/** What a reader tells, as it happens. */
export type ReaderEvent =
  /** `articles` were read and handed in; `known` were in the record already. */
  | {
      readonly kind: "read";
      readonly input: string;
      readonly articles: number;
      readonly known: number;
      readonly seconds: number;
    }
  | { readonly kind: "unreadable"; readonly input: string; readonly reason: string }
  | { readonly kind: "failed"; readonly input: string; readonly reason: string; readonly outcome: Failure }
  /** Whether it rests because results pile up. */
  | { readonly kind: "full"; readonly isFull: boolean }
  /** The database did not answer. */
  | { readonly kind: "lost"; readonly reason: string };

/** A reader gave up on work that hangs: the process has to end, since its threads cannot be ended one by one. */
export class WorkHangs extends Error {
  override readonly name = "WorkHangs";
}

/**
 * Takes work, reads it and hands in what came of it, until it is asked to stop; what is then in work goes back. Work that failed before is done with nothing beside
 * it. Where the database is lost, it goes on once that is back.
 *
 * @throws {WorkHangs} where a piece of work takes longer than any can
 */
export async function readWork(reading: Reading, tell: (event: ReaderEvent) => void): Promise<void> {
  const { queue, analyser, effects, stop } = reading;
  const running = new Map<TakenWork, { readonly done: Promise<void>; readonly since: number }>();
  const doing = (): readonly Promise<void>[] => [...running.values()].map(({ done }) => done);
  const start = (work: TakenWork): Promise<void> => {
    const done = workOn(work, reading, tell).finally(() => running.delete(work));
    running.set(work, { done, since: effects.now().getTime() });
    return done;
  };
  const rest = (milliseconds: number): Promise<void> => effects.pause(milliseconds, stop);
  let full = false;
  let failures = 0;
  while (!stop.aborted) {
    checkHanging(running, effects.now().getTime());
    try {
      // Half of the places free, so that work is taken by several pieces at once.
      if (running.size > analyser.parallel) {
        await Promise.race([...doing(), rest(shortRest)]);
        continue;
      }
      const isFull = await queue.isFull();
      if (isFull !== full) tell({ kind: "full", isFull });
      full = isFull;
      const alone = full ? [] : await queue.take("alone", 1);
      for (const work of alone) {
        await Promise.all(doing());
        await Promise.race([start(work), stopped(stop)]);
      }
      const taken = full || alone.length > 0 ? [] : await queue.take("read", ahead * analyser.parallel - running.size);
      for (const work of taken) void start(work);
      failures = 0;
      if (alone.length + taken.length === 0) await Promise.race([rest(idleRest), ...doing()]);
    } catch (error) {
      if (!isOfDatabase(error)) throw error;
      tell({ kind: "lost", reason: reasonOf(error) });
      failures += 1;
      await rest(Math.min(idleRest * 2 ** failures, longestRest));
    }
  }
  await Promise.race([Promise.all(doing()), effects.pause(lastMoments, new AbortController().signal)]);
  if (running.size > 0) await queue.giveBack([...running.keys()]);
}

/** Pieces of work in hand for each that can be worked on at once. */
const ahead = 2;

/** In milliseconds. */
const shortRest = 1_000;
const idleRest = 500;
const longestRest = 10_000;

/** In milliseconds: so long a reader that is asked to stop goes on with what is in work. */
const lastMoments = 3_000;

/** In milliseconds: ten times as long as the longest article takes, and longer than any stretch. */
const longestWork = 10 * 60 * 1_000;

function checkHanging(running: ReadonlyMap<TakenWork, { readonly since: number }>, now: number): void {
  for (const [{ input }, { since }] of running) {
    if (now - since > longestWork)
      throw new WorkHangs(`${input} took more than ten minutes. It is tried again by whoever is next.`);
  }
}

function stopped(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => stop.addEventListener("abort", () => resolve(), { once: true }));
}

/** Does one piece of work. Never rejects. */
async function workOn(taken: TakenWork, reading: Reading, tell: (event: ReaderEvent) => void): Promise<void> {
  const { queue, effects } = reading;
  const { input } = taken;
  const begun = effects.now().getTime();
  try {
    const work = unpackWork(taken.work);
    if (work.kind === "stretch" && taken.from === "alone") return await takeApart(taken, work, reading);
    const { outcomes, failure } = await outcomesOf(work, reading, tell);
    const watched = work.kind === "article" ? work.watched : null;
    if (failure !== null) {
      const outcome = await queue.fail(taken, failure, lastResult(work, failure));
      tell({ kind: "failed", input, reason: failure, outcome });
      return;
    }
    const articles = outcomes.filter(({ kind }) => kind === "analysed").length;
    const seconds = (effects.now().getTime() - begun) / 1_000;
    const told = articles + (watched === null ? 0 : 1);
    const isOurs = await queue.handIn(taken, told > 0 ? { result: pack({ outcomes, watched }), articles: told } : null);
    if (isOurs) tell({ kind: "read", input, articles, known: outcomes.length - articles, seconds });
  } catch (error) {
    if (isOfDatabase(error)) {
      tell({ kind: "lost", reason: reasonOf(error) });
      await queue.giveBack([taken]).catch(() => undefined);
      return;
    }
    const reason = reasonOf(error);
    const outcome = await queue.fail(taken, reason, null).catch(() => "gone" as const);
    tell({ kind: "failed", input, reason, outcome });
  }
}

/** What is handed in for work that is set aside: those who watch for it hear of it. */
export function lastResult(work: Work, reason: string): Result | null {
  if (work.kind !== "article" || work.watched === null) return null;
  const outcomes = [{ kind: "failed" as const, input: inputOf(work), reason }];
  return { result: pack({ outcomes, watched: work.watched }), articles: 1 };
}

/** What was read, in its order; and why one of its articles could not be analysed, or none be made out. */
async function outcomesOf(
  work: Work,
  { store, analyser, effects }: Reading,
  tell: (event: ReaderEvent) => void,
): Promise<{ readonly outcomes: Done["outcomes"]; readonly failure: string | null }> {
  const outcomes: Outcome[] = [];
  let failure: string | null = null;
  const analysed = async (arrival: Parameters<typeof analysedOf>[0]): Promise<Outcome | Error> => {
    try {
      return await analysedOf(arrival, store, analyser);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  };
  const keep = (outcome: Outcome | Error): void => {
    if (outcome instanceof Error) throw outcome;
    if (outcome.kind === "failed") tell({ kind: "unreadable", input: outcome.input, reason: outcome.reason });
    else if (outcome.kind === "analysed" && outcome.analysis.kind === "failed") failure ??= outcome.analysis.reason;
    else if (outcome.kind !== "note") outcomes.push(outcome);
  };
  if (work.kind === "article") keep(await analysed(work.arrival));
  else {
    const read = mapInOrder(readingsOf(work, effects), ahead * analyser.parallel, async (one) => {
      if (one.kind === "note") return one;
      return one.kind === "unreadable" ? { ...one, kind: "failed" as const } : analysed(arrivalOf(one));
    });
    for await (const outcome of read) keep(outcome);
  }
  return { outcomes, failure };
}

function readingsOf(
  work: Exclude<Work, { readonly kind: "article" }>,
  effects: Reading["effects"],
): AsyncIterable<ReadingOrNote> {
  if (work.kind === "page") return readMany(work.bytes, work.input, work.known, fieldSource(effects, new Map()));
  return readArchiveInput(effects.streamFile(work.path, work.stretch), work.path, work.known, work.before);
}

/** A stretch that failed goes on as its articles, so that one of them keeps no other out. */
async function takeApart(
  taken: TakenWork,
  work: Extract<Work, { readonly kind: "stretch" }>,
  { queue, effects }: Reading,
): Promise<void> {
  const parts: Work[] = [];
  for await (const one of readingsOf(work, effects)) {
    if (one.kind === "article") parts.push({ kind: "article", arrival: arrivalOf(one), watched: null });
  }
  await queue.takeApart(
    taken,
    parts.map((part) => ({ input: inputOf(part), work: pack(part) })),
  );
}

/** Whether it is the database, and not the work, that something is wrong with. */
function isOfDatabase(error: unknown): boolean {
  return error instanceof StoreError || (error instanceof Error && "severity" in error);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
