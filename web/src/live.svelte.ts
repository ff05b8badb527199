/** Work that the server does in the background, as it tells of it. */
export interface Job {
  readonly id: string;
  readonly state: string;
  readonly done: number;
  readonly total: number | null;
  readonly message: string | null;
}

let changes = $state(0);
let news = $state(0);
let connected = $state(true);
let job = $state.raw<Job | null>(null);

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
  get job(): Job | null {
    return job;
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

/** Listens to the server. @returns what ends it */
export function followChanges(): () => void {
  const source = new EventSource("/api/changes");
  let wait: number | undefined;
  // Articles come in by the dozen: the pages ask once for all that came within a moment.
  const soon = (): void => {
    wait ??= window.setTimeout(() => {
      wait = undefined;
      changes += 1;
    }, 120);
  };
  source.addEventListener("added", (event) => {
    news += articlesIn(event.data);
    soon();
  });
  source.addEventListener("corrected", soon);
  source.addEventListener("changed", soon);
  source.addEventListener("job", (event) => {
    job = parsed<Job>(event.data);
    if (job?.state === "done") soon();
  });
  source.addEventListener("open", () => {
    // Whatever was said while nobody listened is not said again.
    if (!connected) soon();
    connected = true;
  });
  source.addEventListener("error", () => {
    connected = false;
  });
  return () => {
    window.clearTimeout(wait);
    source.close();
  };
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
