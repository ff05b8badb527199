import { sha256 } from "../../text/hash.js";
import type { FeedItem } from "./feed.js";

/**
 * The items, of which those that lead to one page and yet tell of different things say so and have addresses of their own: with `#item=` and what the feed
 * tells each apart by. Live pages and lists of notices are fed so. Items that tell the same twice are left as they are.
 */
export function markSharedPages(items: readonly FeedItem[]): readonly FeedItem[] {
  const told = new Map<string, Set<string>>();
  for (const item of items) {
    const page = pageOf(item);
    if (page !== null) told.set(page, (told.get(page) ?? new Set()).add(wordsOf(item)));
  }
  return items.map((item) => {
    const page = pageOf(item);
    if (page === null || (told.get(page)?.size ?? 0) < 2 || wordsOf(item) === "") return item;
    const mark =
      item.id === null || pageOf({ address: item.id }) === page ? sha256(wordsOf(item)).slice(0, 16) : item.id;
    return { ...item, address: `${page}#item=${encodeURIComponent(mark)}`, sharesPage: true };
  });
}

/** The page of an address, without the place on it. */
function pageOf({ address }: Pick<FeedItem, "address">): string | null {
  return address === null || !/^https?:/i.test(address) ? null : (address.split("#")[0] ?? null);
}

/** What an item tells. */
function wordsOf({ title, summary, content }: FeedItem): string {
  return `${title ?? ""} ${content ?? summary ?? ""}`.toLowerCase().replace(/\s+/g, " ").trim();
}
