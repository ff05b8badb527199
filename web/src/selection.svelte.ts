import { notify } from "./notices.svelte.js";

const kept = "sitrep.selection";

/** As many as one view may have. */
const most = 100;

let ids = $state.raw<readonly string[]>(readKept());

/** The lines that the reader has selected, on whatever page, in the order in which that was done; this tab keeps them. */
export const selection = {
  get ids(): readonly string[] {
    return ids;
  },
};

/** Selects a line, or no longer. */
export function toggleSelected(id: string): void {
  if (ids.includes(id)) set(ids.filter((one) => one !== id));
  else if (ids.length < most) set([...ids, id]);
  else notify(`${most} lines can be selected at most.`);
}

/** Selects these and no others. */
export function setSelected(chosen: readonly string[]): void {
  set([...new Set(chosen)].slice(0, most));
}

/** The page with these lines. */
export function hrefOfSelection(chosen: readonly string[] = ids): string {
  return `/selection?${new URLSearchParams(chosen.map((id): [string, string] => ["line", id]))}`;
}

function set(next: readonly string[]): void {
  ids = next;
  try {
    sessionStorage.setItem(kept, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing keeps them as long as the page is open.
  }
}

function readKept(): readonly string[] {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(kept) ?? "[]");
    return Array.isArray(read) ? read.filter((one): one is string => typeof one === "string").slice(0, most) : [];
  } catch {
    return [];
  }
}
