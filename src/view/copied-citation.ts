import type { CitationView } from "./citation-view.js";

/** A citation as it is copied: words, speaker, outlet, day and address, then the id by which the record has them. */
export function copiedCitation({ citation, id }: Pick<CitationView, "citation" | "id">): string {
  return `${citation} [${id}]`;
}
