import type { Store } from "../store.js";
import { type FoundLines, findLines, type LineQuestion } from "./find-lines.js";

/** Who did what to whom: the actions that answer the question. */
export function findActions(store: Store, question: LineQuestion): Promise<FoundLines> {
  return findLines(store, ["action"], question);
}
