/** Work that the server does in the background, as it tells of it. */
export interface Job {
  readonly id: string;
  readonly what: string;
  readonly state: string;
  readonly done: number;
  readonly total: number | null;
  readonly added: number;
  readonly newVersions: number;
  readonly known: number;
  readonly failed: number;
  /** Why articles could not be read in. */
  readonly reasons: readonly string[];
  /** The ids of what was added or known already. */
  readonly articles: readonly string[];
  readonly message: string | null;
}

let changes = $state(0);
let news = $state(0);
let connected = $state(true);
let returns = $state(0);
const listeners = new Set<(job: Job) => void>();

/** What the server said since the page was opened. */
export const live = {
  /** Goes up with every change of the record: what shows it asks again. */
  get changes(): number {
    return changes;
  },
  /** Articles that came in since the reader last said that they know. */
  get news(): number {
    return news;
  },
  get connected(): boolean {
    return connected;
  },
  /** How often the server has come back. */
  get returns(): number {
    return returns;
  },
};

/** The reader has seen that there is something new. */
export function acknowledge(): void {
  news = 0;
}

/** The record changed here, so that nobody has to wait for the server to say it. */
export function changed(): void {
  changes += 1;
}

/** Hears how jobs come on. @returns what ends it */
export function onJob(listener: (job: Job) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** In milliseconds, between tries to reach a server that has gone. */
const betweenTries = 2_000;

let source: EventSource | null = null;
let next: number | undefined;
let soonest: number | undefined;

/** Listens to the server. @returns what ends it */
export function followChanges(): () => void {
  listen();
  return () => {
    window.clearTimeout(soonest);
    window.clearTimeout(next);
    source?.close();
    source = null;
  };
}

/** Something could not be had of the server: whether it has gone is for the stream to say, which is opened anew. */
export function doubt(): void {
  if (source === null || !connected) return;
  connected = false;
  listen();
}

function listen(): void {
  source?.close();
  const stream = new EventSource("/api/changes");
  source = stream;
  stream.addEventListener("added", (event) => {
    news += articlesIn(event.data);
    soon();
  });
  stream.addEventListener("corrected", soon);
  stream.addEventListener("changed", soon);
  stream.addEventListener("job", (event) => {
    const job = parsed<Job>(event.data);
    if (job === null) return;
    for (const listener of listeners) listener(job);
    if (job.state === "done") soon();
  });
  stream.addEventListener("open", () => {
    if (connected) return;
    connected = true;
    returns += 1;
    // Whatever was said while nobody listened is not said again.
    soon();
  });
  stream.addEventListener("error", () => {
    if (source !== stream) return;
    connected = false;
    // A browser gives up for good where it was answered with an error, as by what stands before a server that is down.
    if (stream.readyState === EventSource.CLOSED) next = window.setTimeout(listen, betweenTries);
  });
}

/** Articles come in by the dozen: the pages ask once for all that came within a moment. */
function soon(): void {
  soonest ??= window.setTimeout(() => {
    soonest = undefined;
    changes += 1;
  }, 120);
}

function articlesIn(data: string): number {
  return parsed<{ readonly articles?: readonly unknown[] }>(data)?.articles?.length ?? 1;
}

function parsed<Data>(data: string): Data | null {
  try {
    // The server's own words, by the contract of the stream.
    return JSON.parse(data) as Data;
  } catch {
    return null;
  }
}
