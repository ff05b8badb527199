import { setInterval } from "node:timers";
import type { StoreState } from "../store/engine/engine.js";
import { findCorrectionsAfter, lastCorrection } from "../store/queries/corrections.js";
import { addedAfterVersion } from "../store/queries/find-articles.js";
import { lastVersion } from "../store/queries/last-version.js";
import type { Store } from "../store/store.js";
import { type CorrectionView, correctionView } from "../view/correction-view.js";
import type { ArticleView } from "../view/line-view.js";

/** Something new. `changed`: what the record says of its articles is other than before, as when they have been linked. */
export type Change =
  | { readonly event: "added"; readonly data: { readonly articles: readonly ArticleView[]; readonly lines: number } }
  | { readonly event: "corrected"; readonly data: { readonly corrections: readonly CorrectionView[] } }
  | { readonly event: "changed"; readonly data: Readonly<Record<string, never>> };

/** How far somebody has been told. */
export interface ChangeMark {
  /** The key of the last version, and of the last correction. */
  readonly version: number;
  readonly correction: number;
}

/** Whoever is told of changes: each with the place behind it. */
export type Listener = (change: Change, place: ChangeMark) => void;

/** Notices what any process writes to a database. */
export interface Changes {
  /** Tells of all that comes from now on, or came after a place; what comes back ends it. */
  readonly listen: (listener: Listener, from: ChangeMark | null) => Promise<() => void>;
  readonly close: () => void;
}

/** In milliseconds. Asking costs some millionths of a second. */
const usualPause = 200;

/** In milliseconds: linking writes day after day, and nobody has to ask again for each. */
const pauseBetweenChanged = 1_000;

/** So many articles are named in one event; the count of lines is of all. */
const mostNamed = 100;

/** Looks at the database several times a second as long as anybody listens. @param report told what went wrong */
export function openChanges(
  store: Store,
  { pause = usualPause, report }: { readonly pause?: number; readonly report: (text: string) => void },
): Changes {
  const listeners = new Set<Listener>();
  let timer: NodeJS.Timeout | null = null;
  let looking = false;
  let state: StoreState | null = null;
  let place: ChangeMark = { version: 0, correction: 0 };
  let owed = false;
  let lastChanged = 0;

  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change, place);
  };
  const look = async (): Promise<void> => {
    const now = await store.state();
    if (now !== state) {
      state = now;
      const { changes, place: next } = await changesAfter(store, place);
      place = next;
      for (const change of changes) tell(change);
      owed ||= changes.length === 0;
    }
    if (owed && Date.now() - lastChanged >= pauseBetweenChanged) {
      owed = false;
      lastChanged = Date.now();
      tell({ event: "changed", data: {} });
    }
  };
  const tick = (): void => {
    // A look that takes long is not overtaken by the next.
    if (looking) return;
    looking = true;
    look()
      .catch((error: unknown) => report(`sitrep: changes could not be looked for: ${String(error)}\n`))
      .finally(() => {
        looking = false;
      });
  };
  const stop = (): void => {
    if (timer !== null) clearInterval(timer);
    timer = null;
  };
  return {
    listen: async (listener, from) => {
      if (timer === null) {
        place = await placeNow(store);
        state = await store.state();
        timer ??= setInterval(tick, pause);
      }
      if (from !== null && (from.version < place.version || from.correction < place.correction)) {
        const missed = await changesAfter(store, from);
        for (const change of missed.changes) listener(change, missed.place);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    close: () => {
      listeners.clear();
      stop();
    },
  };
}

async function placeNow(store: Store): Promise<ChangeMark> {
  return { version: await lastVersion(store), correction: await lastCorrection(store) };
}

/** What came in after a place, and the place behind it. */
async function changesAfter(
  store: Store,
  { version, correction }: ChangeMark,
): Promise<{ readonly changes: readonly Change[]; readonly place: ChangeMark }> {
  const added = await addedAfterVersion(store, version, mostNamed);
  const corrections = await findCorrectionsAfter(store, correction);
  return {
    changes: [
      ...(added.last > version
        ? [{ event: "added", data: { articles: added.articles, lines: added.lines } } as const]
        : []),
      ...(corrections.length > 0
        ? [{ event: "corrected", data: { corrections: corrections.map(correctionView) } } as const]
        : []),
    ],
    place: {
      version: Math.max(version, added.last),
      correction: corrections.at(-1)?.correction.key ?? correction,
    },
  };
}
