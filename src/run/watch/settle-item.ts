import type { PageFault } from "../../read/feed/read-item.js";
import type { Validators } from "../../read/web/fetch-outcome.js";
import type { ItemChange, SourceItem } from "../../store/following.js";
import { type Moment, nextAfterFault, nextAfterPage, nextAfterRest } from "./schedule.js";

/** What a try came to: what the item gave (as `ItemReading` has it), that its host was left alone, or that another source's item gave the same page. */
export type Tried =
  | { readonly kind: "page"; readonly validators: Validators | null }
  | { readonly kind: "feed-text"; readonly fault: PageFault | null }
  | { readonly kind: "unchanged"; readonly validators: Validators }
  | { readonly kind: "nothing"; readonly fault: PageFault }
  | { readonly kind: "put-off"; readonly reason: string; readonly retryAt: string | null }
  | { readonly kind: "elsewhere"; readonly version: number };

/** What came of putting the article into the database: its version there, or why there is none; `null` where there was no article to put. */
export type Kept = { readonly version: number } | { readonly refused: string } | null;

/** What a try changes about an item. Pure; `moment` is that of the try. */
export function settleItem(item: SourceItem, tried: Tried, kept: Kept, moment: Moment): ItemChange {
  const validators =
    item.etag === null && item.last_modified === null ? null : { etag: item.etag, lastModified: item.last_modified };
  const { state, version, tries, checks } = item;
  const before = { state, version, tries, checks, reason: null, next: null, validators };
  const inVain = (fault: PageFault): ItemChange => faulted({ ...before, tries: tries + 1 }, fault, moment);
  if (kept !== null && "refused" in kept) return inVain({ ...refusedFault, reason: kept.refused });
  switch (tried.kind) {
    case "put-off":
      return { ...before, reason: tried.reason, next: nextAfterRest(tried.retryAt, moment) };
    case "elsewhere":
      return { ...before, state: "page", version: tried.version, tries: 0 };
    case "unchanged":
      return { ...before, tries: 0, checks: checks + 1, next: nextAfterPage(checks + 1, moment) };
    case "nothing":
      return inVain(tried.fault);
    default: {
      if (kept === null) return inVain(refusedFault);
      if (tried.kind === "page") {
        const next = nextAfterPage(checks + 1, moment);
        const { validators: told } = tried;
        return {
          state: "page",
          version: kept.version,
          tries: 0,
          checks: checks + 1,
          reason: null,
          next,
          validators: told,
        };
      }
      const told = { ...before, state: "feed-text", version: kept.version } as const;
      return tried.fault === null ? { ...told, tries: 0 } : faulted({ ...told, tries: tries + 1 }, tried.fault, moment);
    }
  }
}

const refusedFault: PageFault = { reason: "it gave no article", passing: false, ofHost: false, retryAt: null };

function faulted(change: ItemChange, fault: PageFault, moment: Moment): ItemChange {
  const { reason } = fault;
  const next = nextAfterFault(fault, change.tries, moment);
  if (next !== null || change.version !== null) return { ...change, reason, next };
  return { ...change, reason, state: "given-up", next };
}
