import { addressOf } from "./api.js";
import { keep, kept } from "./settings.svelte.js";

/** What is counted beside the menu, and what `/api/unread` calls it. */
export const unreadKinds = ["stories", "postures", "disputes", "review"] as const;
export type UnreadKind = (typeof unreadKinds)[number];

/** How much is new to this reader, and when an article last came in. */
export type Unread = { readonly lastAdded: string | null } & Readonly<Record<UnreadKind, number | null>>;

/** Up to when the reader has seen all of each kind: the moment when an article had last come in. */
type Seen = Readonly<Partial<Record<UnreadKind, string>>>;

let seen = $state.raw<Seen>(read());

/** The question that says what is new. */
export function unreadAddress(): string {
  return addressOf("/unread", seen);
}

/** The page that lists a kind. */
export function pageOfKind(kind: UnreadKind): string {
  return `/${kind}`;
}

/** The page with what is new of a kind alone; `null` where the reader has not looked at it before. */
export function hrefOfUnread(kind: UnreadKind): string | null {
  const since = seen[kind];
  if (since === undefined) return null;
  const query = new URLSearchParams({ added_after: since, ...(kind === "review" ? { kind: "event,state" } : {}) });
  return `${pageOfKind(kind)}?${query}`;
}

/** Of a kind that nobody looked at in this browser, what was there before is not new; of the kind whose page is open, all is seen. */
export function noteSeen(lastAdded: string, path: string): void {
  const now = unreadKinds.filter((kind) => seen[kind] === undefined || pageOfKind(kind) === path);
  const changed = now.filter((kind) => seen[kind] !== lastAdded);
  if (changed.length === 0) return;
  seen = { ...seen, ...Object.fromEntries(changed.map((kind) => [kind, lastAdded])) };
  keep("seen", JSON.stringify(seen));
}

function read(): Seen {
  try {
    // What `noteSeen` wrote; whatever else lies there is as good as nothing.
    const found = JSON.parse(kept("seen") ?? "{}") as Readonly<Record<string, unknown>>;
    const moments = unreadKinds.flatMap((kind) => {
      const moment = found[kind];
      return typeof moment === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(moment) ? [[kind, moment] as const] : [];
    });
    return Object.fromEntries(moments);
  } catch {
    return {};
  }
}
