import { ApiError, addressOf, ask, inPath, send, sendFile } from "./api.js";
import { type Job, live, onJob } from "./live.svelte.js";

/** Something that is read into the record: what came of asking for it, and how far it is. */
export interface ReadingIn {
  readonly key: number;
  readonly what: string;
  /** `sending`: on its way to the server, or waiting for its turn to be. */
  readonly state: "sending" | "reading" | "done" | "failed";
  readonly job: Job | null;
  /** Why it was refused, or failed as a whole. */
  readonly reason: string | null;
}

/** What may be said of a text or a file that is handed over. */
export interface HandedFacts {
  readonly title?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly published?: string;
}

let count = 0;
let items = $state.raw<readonly ReadingIn[]>([]);
let queue: Promise<void> = Promise.resolve();

/** What is read in, or was since the page was opened; the latest first. */
export const readings = {
  get items(): readonly ReadingIn[] {
    return items;
  },
  get busy(): boolean {
    return items.some(({ state }) => state === "sending" || state === "reading");
  },
};

/** Forgets what is at its end. */
export function clearReadings(): void {
  items = items.filter(({ state }) => state === "sending" || state === "reading");
}

/** Reads a page, a feed or an official source in. */
export function readAddress(address: string, outlet = ""): Promise<void> {
  return start(address, () => send<Job>("POST", addressOf("/sources"), { address, ...given({ outlet }) }));
}

/** Reads a text in. */
export function readText(text: string, facts: HandedFacts): Promise<void> {
  const what = facts.title || `“${text.trim().slice(0, 60)} …”`;
  return start(what, () => send<Job>("POST", addressOf("/texts"), { text, ...given(facts) }));
}

/** Reads the example crisis in. */
export function readExamples(): Promise<void> {
  return start("The example crisis", () => send<Job>("POST", addressOf("/examples")));
}

/** Reads files in, one after the other: a server takes no hundred at once. */
export function readFiles(files: readonly File[], facts: HandedFacts = {}): void {
  for (const file of files.slice(0, mostFiles)) {
    const key = note(file.name);
    queue = queue.then(() => settle(key, () => patiently(() => sendOne(file, facts))));
  }
  if (files.length > mostFiles) {
    const key = note(`${files.length - mostFiles} more files`);
    change(key, {
      state: "failed",
      reason: `So many at once are read by \`sitrep add FOLDER\`; ${mostFiles} were taken.`,
    });
  }
}

const mostFiles = 500;
/** In bytes, as the server has it. */
const largestFile = 32 * 1024 * 1024;

function sendOne(file: File, facts: HandedFacts): Promise<Job> {
  if (file.size === 0) throw new ApiError(400, "bad_request", "This file is empty.");
  if (file.size > largestFile) {
    throw new ApiError(413, "too_large", "It has more than 32 MB; `sitrep add` reads larger files.");
  }
  return sendFile<Job>(addressOf("/files", { name: file.name, ...given(facts) }), file);
}

async function start(what: string, ask: () => Promise<Job>): Promise<void> {
  await settle(note(what), ask);
}

function note(what: string): number {
  count += 1;
  items = [{ key: count, what, state: "sending", job: null, reason: null }, ...items];
  return count;
}

async function settle(key: number, ask: () => Promise<Job>): Promise<void> {
  try {
    told(key, await ask());
  } catch (cause) {
    change(key, { state: "failed", reason: cause instanceof ApiError ? cause.message : String(cause) });
  }
}

/** The same, tried again where the server has too much at once; it says for how long in no way that a browser shows. */
async function patiently(ask: () => Promise<Job>): Promise<Job> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (cause) {
      const waits = cause instanceof ApiError && (cause.status === 429 || cause.status === 503);
      if (!waits || tries === mostTries) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    }
  }
}

const mostTries = 200;

function told(key: number, job: Job): void {
  const state = job.state === "done" || job.state === "failed" ? job.state : "reading";
  // An event of it may have come before the answer that names it.
  const known = items.find((one) => one.key === key)?.job ?? early.get(job.id) ?? job;
  const latest = known.id === job.id && isLater(known, job) ? known : job;
  change(key, { job: latest, state: latest === job ? state : stateOf(latest), reason: null });
}

const early = new Map<string, Job>();

function stateOf({ state }: Job): ReadingIn["state"] {
  return state === "done" || state === "failed" ? state : "reading";
}

function isLater(one: Job, other: Job): boolean {
  return one.done > other.done || (stateOf(one) !== "reading" && stateOf(other) === "reading");
}

function change(key: number, to: Partial<ReadingIn>): void {
  items = items.map((one) => (one.key === key ? { ...one, ...to } : one));
}

onJob((job) => {
  const own = items.find((one) => one.job?.id === job.id);
  if (own !== undefined)
    change(own.key, { job, state: stateOf(job), reason: job.state === "failed" ? job.message : null });
  else {
    early.set(job.id, job);
    const [oldest] = early.keys();
    if (early.size > 50 && oldest !== undefined) early.delete(oldest);
  }
});

/** Asks for the jobs whose events were missed, once the server is back. To be called while a component is made. */
export function followReadings(): void {
  $effect(() => {
    if (live.returns === 0) return;
    for (const { key, job, state } of items) if (state === "reading" && job !== null) void askFor(key, job);
  });
}

async function askFor(key: number, { id }: Job): Promise<void> {
  try {
    told(key, await ask<Job>(addressOf(`/jobs/${inPath(id)}`)));
  } catch (cause) {
    if (!(cause instanceof ApiError) || cause.status !== 404) return;
    change(key, { state: "failed", reason: "The server was started anew; what had been added by then is kept." });
  }
}

function given(facts: HandedFacts): HandedFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value.trim() !== ""));
}
