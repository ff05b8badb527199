import type { CitationView } from "../../src/view/citation-view.js";
import { copiedCitation } from "../../src/view/copied-citation.js";
import { ApiError, addressOf, ask } from "./api.js";
import { notify } from "./notices.svelte.js";

/** Copies the words of a line with where they are from, as it may be quoted, and says so. @param id of the line, or of words of an article as citations are asked for */
export async function copyWithCitation(id: string): Promise<void> {
  try {
    const { items } = await ask<{ readonly items: readonly CitationView[] }>(addressOf("/citations", { of: id }));
    const [citation] = items;
    if (citation === undefined) return notify("The record does not have this line any more.");
    await copyText(copiedCitation(citation));
    notify("Copied with its citation.");
  } catch (cause) {
    notify(cause instanceof ApiError ? cause.message : "The browser does not let this page copy.");
  }
}

/** Puts text on the clipboard; a page that came over the bare network may do so in the old way alone. @throws where the browser does not let it */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("readonly", "");
  field.style.position = "fixed";
  document.body.append(field);
  const focused = document.activeElement;
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  if (!done) throw new Error("Found no way to copy.");
}
