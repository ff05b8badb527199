import { setTimeout as pause } from "node:timers/promises";

/**
 * Memory that a thread which asks a database shares with whoever ends it. SQLite is native code, and a thread that is ended while it runs a statement takes the process
 * down; so the thread says when one runs, and begins none once it has to end.
 */
export type ThreadEnd = Int32Array<SharedArrayBuffer>;

const mustEnd = 0;
const runs = 1;

/** For a thread that is about to start. */
export function newThreadEnd(): ThreadEnd {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** Thrown in place of a statement on a thread that has to end. */
class ThreadEnding extends Error {
  override readonly name = "ThreadEnding";
  constructor() {
    super("The server is ending.");
  }
}

let own: ThreadEnd | null = null;

/** Makes this thread one that can be ended while it asks. */
export function endableBy(end: ThreadEnd): void {
  own = end;
}

/** Does a piece of work in native code. @throws {ThreadEnding} where the thread has to end, without having begun */
export function untilEnd<Result>(work: () => Result): Result {
  if (own === null) return work();
  Atomics.store(own, runs, 1);
  try {
    // The other side sets the one and then reads the other, so that one of both sees it.
    if (Atomics.load(own, mustEnd) === 1) throw new ThreadEnding();
    return work();
  } finally {
    Atomics.store(own, runs, 0);
  }
}

/** Tells a thread to end, and comes back when no statement runs on it. */
export async function endStatements(end: ThreadEnd): Promise<void> {
  Atomics.store(end, mustEnd, 1);
  while (Atomics.load(end, runs) === 1) await pause(moment);
}

/** In milliseconds. */
const moment = 5;
