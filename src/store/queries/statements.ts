import type { Store } from "../store.js";
import { type FoundLines, findLines, type LineQuestion } from "./find-lines.js";

/** Who said what: the statements that answer the question. */
export function findStatements(store: Store, question: LineQuestion): Promise<FoundLines> {
  return findLines(store, ["statement"], question);
}
