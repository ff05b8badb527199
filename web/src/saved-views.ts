import { ApiError, addressOf, inPath, send } from "./api.js";
import { lookBefore } from "./last-look.js";
import { changed } from "./live.svelte.js";
import { notify } from "./notices.svelte.js";
import { listedPages } from "./page-list.js";
import { kept } from "./settings.svelte.js";

/** A page with its filters, under a name; all who use the record have it. */
export interface SavedView {
  readonly name: string;
  /** Path and query. */
  readonly address: string;
  readonly by: string;
  readonly at: string;
}

/** The question that gives the views. */
export const viewsAddress = addressOf("/views", { limit: 500 });

/** Stands in a saved address for the moment at which whoever opens it last looked. */
const ownLook = "look";

/** Whether a page is a list, which a view can be of. */
export function canBeSaved(path: string): boolean {
  return path === "/search" || listedPages.some(({ href }) => href === path);
}

/** The address of a page as it is saved: what was new to me is to be what is new to whoever opens it. */
export function addressToSave(path: string, query: URLSearchParams, now = new Date()): string {
  const saved = new URLSearchParams(query);
  const look = lookBefore(query.get("watch") ?? "", now)?.lastAdded ?? null;
  if (look !== null && query.get("added_after") === look) saved.set("added_after", ownLook);
  return saved.size === 0 ? path : `${path}?${saved}`;
}

/** The address of a saved view for this reader, now. */
export function hrefOfView({ address }: Pick<SavedView, "address">, now = new Date()): string {
  const [path = "/", written = ""] = address.split("?");
  const query = new URLSearchParams(written);
  if (query.get("added_after") === ownLook) {
    const look = lookBefore(query.get("watch") ?? "", now)?.lastAdded ?? null;
    if (look === null) query.delete("added_after");
    else query.set("added_after", look);
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

/** What a view is of, in a few words: "Timeline · who: Sulk · since: 24h". */
export function wordsOfView({ address }: Pick<SavedView, "address">): string {
  const [path = "/", written = ""] = address.split("?");
  const page = path === "/search" ? "Search" : (listedPages.find(({ href }) => href === path)?.name ?? path);
  const filters = [...new URLSearchParams(written)]
    .filter(([name]) => !unsaid.has(name))
    .map(([name, value]) => (value === ownLook ? "since your last look" : `${filterWords[name] ?? name}: ${value}`));
  return [page, ...filters].join(" · ");
}

/** What of an address says where one looks on the page, and not at what. */
const unsaid: ReadonlySet<string> = new Set(["seen", "at", "line", "edge"]);

const filterWords: Readonly<Record<string, string>> = {
  q: "words",
  until: "before",
  added_after: "added after",
  as_of: "as of",
};

/** Saves the page, and says so. @throws {ApiError} where that is refused */
export async function saveView(name: string, address: string): Promise<void> {
  await send("POST", addressOf("/views"), { name, address, ...signed() });
  changed();
}

/** Gives a view another name. @throws {ApiError} where that is refused */
export async function renameView(name: string, to: string): Promise<void> {
  await send("POST", addressOf(`/views/${inPath(name)}`), { name: to, ...signed() });
  changed();
}

/** Deletes a view, and offers to take that back. @throws {ApiError} where that is refused */
export async function deleteView({ name, address }: SavedView): Promise<void> {
  await send("DELETE", addressOf(`/views/${inPath(name)}`));
  changed();
  notify(`The view “${name}” is deleted.`, async () => {
    try {
      await saveView(name, address);
    } catch (cause) {
      notify(cause instanceof ApiError ? cause.message : String(cause));
    }
  });
}

function signed(): { readonly by?: string } {
  const by = kept("by")?.trim() ?? "";
  return by === "" ? {} : { by };
}
