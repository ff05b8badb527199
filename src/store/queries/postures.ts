import type { Store } from "../store.js";
import { type FoundLines, findLines, type LineQuestion } from "./find-lines.js";

/** Which institution was put in which state: the postures that answer the question, each as its article tells it. */
export function findPostures(store: Store, question: LineQuestion): Promise<FoundLines> {
  return findLines(store, ["posture"], question);
}
