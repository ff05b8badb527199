import type { LinkLexicons } from "../../link/link-lexicons.js";
import type { Queue } from "../../store/engine/queue.js";
import { nextTurn } from "../../store/following.js";
import { linkUnlinked } from "../../store/links/link-unlinked.js";
import type { WritableStore } from "../../store/store.js";
import { StoreBusy } from "../../store/store-error.js";
import type { Analyser } from "../analyse.js";
import type { Effects, WebPolicy } from "../effects.js";
import { lazyLinkLexicons } from "../link-lexicons.js";
import { type WatchEvent, watchRound } from "./watch-round.js";

export interface WatchRequest extends WebPolicy {
  /** Ends after one round, in which every source that answers has its turn. */
  readonly once: boolean;
  /** Milliseconds between two questions to a source. */
  readonly every: number;
  /** Where articles are given out to be read elsewhere; then others may write all the time. They are read here where it is left out. */
  readonly queue?: Queue | null;
}

/** What the rounds tell; `round-over` comes at the end of each. */
export type WatchingEvent = WatchEvent | { readonly kind: "round-over"; readonly next: string | null };

/**
 * Follows the sources that the database knows, round after round, until the process is asked to end; the article at hand is then finished. Between rounds
 * others may write. A round that fails because of the database ends it.
 */
export async function* watch(
  { once, every, allowPrivate, queue = null }: WatchRequest,
  store: WritableStore,
  analyser: Analyser,
  effects: Pick<Effects, "openWeb" | "pause" | "random" | "readFile" | "stopSignal">,
): AsyncGenerator<WatchingEvent> {
  const stop = effects.stopSignal();
  const web = await effects.openWeb({ allowPrivate });
  const lexicons = lazyLinkLexicons(effects);
  stop.addEventListener("abort", web.close, { once: true });
  if (queue !== null) await store.release();
  try {
    while (!stop.aborted) {
      let articles = 0;
      for await (const event of watchRound({
        ...{ store, analyser, lexicons, web, queue, every },
        ...{ early: once, random: effects.random, stop },
      })) {
        if (event.kind === "article") articles += 1;
        yield event;
      }
      if (articles === 0 && queue === null) await settleLinks(store, lexicons, stop);
      const next = await nextTurn(store);
      yield { kind: "round-over", next };
      if (once) return;
      const wait = next === null ? every : Date.parse(next) - store.now().getTime();
      const pause = Math.min(Math.max(wait, shortestPause), longestPause);
      if (queue !== null) {
        await effects.pause(pause, stop);
        continue;
      }
      await store.release();
      await effects.pause(pause, stop);
      await reclaimed(store, effects, stop);
    }
  } finally {
    web.close();
  }
}

/** Links what waits for a quiet hour, until somebody asks the process to end. */
async function settleLinks(
  store: WritableStore,
  lexicons: () => Promise<LinkLexicons>,
  stop: AbortSignal,
): Promise<void> {
  for await (const _ of linkUnlinked(store, lexicons)) if (stop.aborted) return;
}

/** Waits for whoever writes meanwhile, however long a rebuild takes. */
async function reclaimed(store: WritableStore, { pause }: Pick<Effects, "pause">, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      await store.reclaim();
      return;
    } catch (error) {
      if (!(error instanceof StoreBusy)) throw error;
      await pause(shortestPause, stop);
    }
  }
}

/** So that rounds do not run hot, and that a clock that was set back is noticed. */
const shortestPause = 1_000;
const longestPause = 60 * 60 * 1_000;
