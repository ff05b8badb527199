import { ApiError, ask } from "./api.js";
import { doubt, live } from "./live.svelte.js";

/** An answer that is on its way, is there, or did not come. While a newer one is on its way the old one stays. */
export interface Loaded<Answer> {
  readonly value: Answer | null;
  readonly error: ApiError | null;
  readonly waiting: boolean;
  readonly again: () => void;
}

/** What was last answered, by address, so that going back shows it at once; so many at most. */
const known = new Map<string, unknown>();
const mostKnown = 60;

/**
 * The answer to the question that `address` gives, asked again when that changes and when the record does. To be called while a component is
 * made. An address of `null` asks nothing.
 */
export function loaded<Answer>(address: () => string | null): Loaded<Answer> {
  let value = $state.raw<Answer | null>(null);
  let error = $state.raw<ApiError | null>(null);
  let waiting = $state(true);
  let asked = $state(0);
  let shown: string | null = null;

  $effect.pre(() => {
    const to = address();
    // Read, so that either asks again.
    void [asked, live.changes];
    if (to === null) return;
    if (to !== shown) {
      shown = to;
      // The cache holds what this very address answered before.
      value = (known.get(to) as Answer | undefined) ?? null;
      error = null;
    }
    waiting = true;
    const stop = new AbortController();
    ask<Answer>(to, stop.signal).then(
      (answer) => {
        if (stop.signal.aborted) return;
        keep(to, answer);
        [value, error, waiting] = [answer, null, false];
      },
      (cause: unknown) => {
        if (stop.signal.aborted) return;
        if (cause instanceof ApiError && cause.status === 0) doubt();
        [error, waiting] = [cause instanceof ApiError ? cause : new ApiError(0, "internal", String(cause)), false];
      },
    );
    return () => stop.abort();
  });

  return {
    get value() {
      return value;
    },
    get error() {
      return error;
    },
    get waiting() {
      return waiting;
    },
    again: () => {
      asked += 1;
    },
  };
}

function keep(address: string, answer: unknown): void {
  known.delete(address);
  known.set(address, answer);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
}
