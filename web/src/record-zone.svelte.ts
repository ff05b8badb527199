import { addressOf, ask, type Status } from "./api.js";
import { keep, kept } from "./settings.svelte.js";

let zone = $state(kept("zone") ?? "UTC");
let mayAdd = $state(true);

/** The zone that the days of the record are days of, as it was last told: all days and times of day on the pages are those. */
export const recordZone = {
  get name(): string {
    return zone;
  },
};

/** What whoever sits here may do. */
export const rights = {
  /** Whether they may write: add to the record, and correct it. Until the server says otherwise they may, and it refuses. */
  get mayAdd(): boolean {
    return mayAdd;
  },
};

/** Asks the server for both. Where that cannot be reached, the pages say so themselves. */
export async function askZone(): Promise<void> {
  try {
    const status = await ask<Status>(addressOf("/status"));
    zone = status.zone;
    mayAdd = status.mayCorrect;
    keep("zone", zone);
  } catch {
    return;
  }
}
