import { ApiError, addressOf, send } from "./api.js";
import { type Job, live } from "./live.svelte.js";

/** Something that is read into the record: what came of asking for it, and how far it is. */
export interface ReadingIn {
  /** Asks for it; the path is that of a command, the body what it is told. */
  readonly start: (path: string, body?: unknown) => Promise<void>;
  readonly job: Job | null;
  readonly busy: boolean;
  /** Why it was refused, `null` where it was not. */
  readonly refused: string | null;
}

/** Reads things into the record, one after the other. */
export function readingIn(): ReadingIn {
  let refused = $state<string | null>(null);
  let started = $state.raw<Job | null>(null);
  const job = $derived(live.job !== null && live.job.id === started?.id ? live.job : started);
  const busy = $derived(job !== null && (job.state === "waiting" || job.state === "running"));
  return {
    start: async (path, body) => {
      refused = null;
      try {
        started = await send<Job>("POST", addressOf(path), body);
      } catch (cause) {
        refused = cause instanceof ApiError ? cause.message : String(cause);
      }
    },
    get job() {
      return job;
    },
    get busy() {
      return busy;
    },
    get refused() {
      return refused;
    },
  };
}
