import {
  type ItemChange,
  itemWithSource,
  noteFailure,
  noteItemTried,
  noteUnchanged,
  type Source,
} from "../../store/following.js";
import type { WritableStore } from "../../store/store.js";
import type { Addition } from "../add-inputs.js";
import { type Moment, nextAfterFailure } from "./schedule.js";
import { type Kept, settleItem, type Tried } from "./settle-item.js";

/** The items of one address that were tried at once, and what that came to. */
export interface WatchedItems {
  /** Their keys. */
  readonly items: readonly number[];
  readonly tried: Tried;
  /** Milliseconds between two questions to their sources. */
  readonly every: number;
}

/** An item that is not settled: why, and when it is tried again. */
export interface OpenItem {
  readonly address: string | null;
  readonly reason: string;
  readonly next: string | null;
}

/** Notes in the items what came of their try, and of putting their article into the database; gives those that stay open. */
export async function* settleTried(
  store: WritableStore,
  { items, tried, every }: WatchedItems,
  addition: Addition,
  moment: () => Moment,
): AsyncGenerator<OpenItem> {
  const kept = keptOf(addition);
  for (const key of items) {
    const { item, source } = await itemWithSource(store, key);
    const settled = settleItem(item, tried, kept, moment());
    const change = source.kind === "page" ? await notePage(store, every, source, settled, moment()) : settled;
    await noteItemTried(store, item, change);
    if (change.reason !== null) yield { address: item.address, reason: change.reason, next: change.next };
  }
}

function keptOf(addition: Addition): Kept {
  if (addition.kind === "note") return null;
  return addition.kind === "failed" ? { refused: addition.reason } : { version: addition.version.key };
}

/** A page that is itself a source is as well as its last try, and is tried again when the source has its turn. */
async function notePage(
  store: WritableStore,
  every: number,
  source: Source,
  change: ItemChange,
  moment: Moment,
): Promise<ItemChange> {
  if (change.reason === null) {
    await noteUnchanged(store, source, source.next);
    return { ...change, next: null };
  }
  const next = nextAfterFailure(every, source.failures + 1, null, moment);
  await noteFailure(store, source, { reason: change.reason, next });
  return { ...change, state: change.version === null ? "waiting" : change.state, next };
}
