import type { FeedItem } from "../../read/feed/feed.js";
import { isPageOrText } from "../../read/read-many.js";
import { countedSources, sourceContent } from "../../read/source-content.js";
import type { FetchOutcome } from "../../read/web/fetch-outcome.js";
import type { Web } from "../../read/web/open-web.js";
import {
  followSource,
  noteAnswer,
  noteFailure,
  noteTurnOfPage,
  noteUnchanged,
  type Source,
} from "../../store/following.js";
import type { WritableStore } from "../../store/store.js";
import { sha256 } from "../../text/hash.js";
import { type Moment, nextAfterAnswer, nextAfterFailure, nextAfterList } from "./schedule.js";

/** What came of asking a source. `answered`: so many of its items are new or edited, and `notes` say what was odd. */
export type SourceAsked =
  | {
      readonly kind: "answered";
      readonly source: Source;
      readonly fresh: number;
      readonly notes: readonly string[];
      /** The feed that told of new items. */
      readonly feed: Fetched | null;
    }
  | { readonly kind: "failed"; readonly source: Source; readonly reason: string }
  /** The program was asked to end. */
  | { readonly kind: "stopped" };

type Fetched = Extract<FetchOutcome, { kind: "fetched" }>;

export interface AskingContext {
  readonly store: WritableStore;
  readonly web: Pick<Web, "fetch">;
  /** Milliseconds between two questions to a source that answers. */
  readonly every: number;
  readonly moment: () => Moment;
}

/** Asks a source what is new, and notes all of it before anything else happens. */
export async function askSource(source: Source, context: AskingContext): Promise<SourceAsked> {
  if (source.kind === "page") return pageTurn(source, context);
  const { store, web, every, moment } = context;
  const address = source.moved_to ?? source.address;
  const validators =
    source.kind === null || (source.etag === null && source.last_modified === null)
      ? null
      : { etag: source.etag, lastModified: source.last_modified };
  const outcome = await web.fetch({ address, validators });
  if (outcome.kind === "unchanged") {
    const next = source.kind === "feed-list" ? nextAfterList(every, moment()) : nextAfterAnswer(every, moment());
    await noteUnchanged(store, source, next);
    return { kind: "answered", source, fresh: 0, notes: [], feed: null };
  }
  if (outcome.kind === "fetched") return takeAnswer(source, outcome, context);
  if (outcome.fault === "stopped") return { kind: "stopped" };
  return failed(source, outcome.reason, outcome.retryAt, context);
}

async function takeAnswer(source: Source, outcome: Fetched, context: AskingContext): Promise<SourceAsked> {
  const { store, every, moment } = context;
  const content = sourceContent(outcome.bytes, outcome.retrieval);
  const { validators, movedTo } = outcome;
  switch (content.kind) {
    case "feed": {
      const { title, language, faults } = content.feed;
      const items = withIds(content.feed.items);
      const next = nextAfterAnswer(every, moment());
      const told = { kind: "feed", title, language, validators, movedTo, items, next } as const;
      const { fresh, gapSince } = await noteAnswer(store, source, told);
      const gap =
        gapSince === null ? [] : [`it holds nothing that was there at ${gapSince}: items may have been missed`];
      return { kind: "answered", source, fresh, notes: [...faults, ...gap], feed: fresh > 0 ? outcome : null };
    }
    case "feed-list": {
      let fresh = 0;
      for (const { address } of content.feeds) {
        const feed = { address, outlet: source.outlet, foundIn: source.key, kind: null };
        if ((await followSource(store, feed)) === "followed") fresh += 1;
      }
      const next = nextAfterList(every, moment());
      const told = { title: null, language: null, validators, movedTo, items: [], next };
      await noteAnswer(store, source, { kind: "feed-list", ...told });
      const { of, faults } = content;
      const named = `${countedSources(fresh, of)} that ${fresh === 1 ? "is" : "are"}`;
      const notes = fresh === 0 ? [] : [`it names ${named} followed from now on`];
      return { kind: "answered", source, fresh: 0, notes: [...faults, ...notes], feed: null };
    }
    case "unreadable":
      return failed(source, content.reason, null, context);
    default:
      // What was a feed yesterday and is a page today is a server's error page more often than a page to follow.
      if (source.kind !== null) return failed(source, "this is no feed", null, context);
      if (!isPageOrText(outcome.bytes, source.address, outcome.retrieval)) {
        return failed(source, "this is neither a feed nor a page", null, context);
      }
      return pageTurn(source, context);
  }
}

/** The page itself is read with those of the items, and only then is anything known of its health. */
async function pageTurn(source: Source, { store, every, moment }: AskingContext): Promise<SourceAsked> {
  await noteTurnOfPage(store, source, pageItem(source.address), nextAfterAnswer(every, moment()));
  return { kind: "answered", source, fresh: 0, notes: [], feed: null };
}

function pageItem(address: string): FeedItem {
  const untold = { title: null, published: null, updated: null, summary: null, content: null };
  return { id: address, address, ...untold, authors: [] };
}

async function failed(
  source: Source,
  reason: string,
  retryAt: string | null,
  { store, every, moment }: AskingContext,
): Promise<SourceAsked> {
  await noteFailure(store, source, { reason, next: nextAfterFailure(every, source.failures + 1, retryAt, moment()) });
  return { kind: "failed", source, reason };
}

/**
 * What tells each item apart: its id in the feed, which is mostly its address. Where several items of a feed share an id, each is told apart by all
 * that it says, so that none stands for another.
 */
function withIds(items: readonly FeedItem[]): readonly { readonly id: string; readonly item: FeedItem }[] {
  const counts = new Map<string, number>();
  for (const { id } of items) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return items.map((item) => {
    if (item.id !== null && counts.get(item.id) === 1) return { id: item.id, item };
    const { address, title, content, summary } = item;
    const told = address ?? JSON.stringify([title, content ?? summary]);
    return { id: `${item.id ?? ""} ${address ?? sha256(told)}`.trim(), item };
  });
}
