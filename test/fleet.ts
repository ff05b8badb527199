import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { QueueState } from "../src/store/engine/queue.js";
import { comparableLinks, storedLinks } from "../src/store/links/link-unlinked.js";
import { openQueue } from "../src/store/queue.js";
import { openStoreForReading } from "../src/store/store.js";
import { storedRecords } from "../src/store/stored-records.js";
import { verifyStore } from "../src/store/verify.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A process of a record that is read with many. */
export interface Member {
  readonly words: readonly string[];
  readonly child: ChildProcess;
  readonly printed: () => string;
  readonly reported: () => string;
  /** Its exit status, `null` where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts the built program, or the program of the tests whose file is named first. */
export function startMember(words: readonly string[], place: string): Member {
  const own = words[0]?.endsWith(".mjs") === true ? words : ["bin/sitrep.js", ...words];
  const child = spawn(process.execPath, own, { cwd: root, env: { ...process.env, SITREP_DB: place } });
  let [printed, reported] = ["", ""];
  child.stdout.on("data", (part: Buffer) => {
    printed += part.toString("utf8");
  });
  child.stderr.on("data", (part: Buffer) => {
    reported += part.toString("utf8");
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { words, child, printed: () => printed, reported: () => reported, ended };
}

/** Asks processes to end, and gives their exit statuses. */
export function endAll(members: readonly Member[]): Promise<readonly (number | null)[]> {
  for (const { child } of members) child.kill("SIGTERM");
  return Promise.all(members.map(({ ended }) => ended));
}

/** Waits until nothing is left in the queue, and all of the record is linked and settled. */
export async function waitUntilDone(place: string, seconds = 120): Promise<QueueState> {
  const queue = await openQueue(place);
  try {
    for (let left = seconds * 5; ; left--) {
      const state = await queue.state();
      const { waiting, inWork, failed, results } = state;
      if (waiting + inWork + failed + results === 0 && (await isSettled(place))) return state;
      if (left === 0) throw new RangeError(`The queue is not empty after ${seconds} s: ${JSON.stringify(state)}`);
      await sleep(200);
    }
  } finally {
    await queue.close();
  }
}

async function isSettled(place: string): Promise<boolean> {
  const store = await openStoreForReading(place);
  const marked = await store.tables.selectFrom("unlinked").select("day").executeTakeFirst();
  await store.close();
  return marked === undefined;
}

/** A record as it can be compared with another of the same articles. */
export async function recordOf(place: string) {
  const store = await openStoreForReading(place);
  const faults: string[] = [];
  const { digest } = await verifyStore(store, { fault: (sentence) => faults.push(sentence), step: () => undefined });
  const texts: string[] = [];
  for await (const { record } of storedRecords(store)) texts.push(`${record.article.id} ${record.article.text}`);
  const days = await store.tables.selectFrom("linked").select("day").distinct().orderBy("day").execute();
  const links: string[] = [];
  for (const { day } of days) links.push(comparableLinks(await storedLinks(store, day)));
  await store.close();
  return { texts, digest, faults, links };
}
