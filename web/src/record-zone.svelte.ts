import { addressOf, ask, type Status } from "./api.js";
import { keep, kept } from "./settings.svelte.js";

let zone = $state(kept("zone") ?? "UTC");

/** The zone that the days of the record are days of, as it was last told: all days and times of day on the pages are those. */
export const recordZone = {
  get name(): string {
    return zone;
  },
};

/** Asks the server for it. Where that cannot be reached, the pages say so themselves. */
export async function askZone(): Promise<void> {
  try {
    const status = await ask<Status>(addressOf("/status"));
    zone = status.zone;
    keep("zone", zone);
  } catch {
    return;
  }
}
