import type { ShownLine } from "../store/shown-line.js";
import type { BriefLine } from "./brief-line.js";
import { asReported } from "./plain-words.js";
import { shownParties } from "./readable-line.js";

/**
 * The line of an act with the parties that its own sentence names, and of a state that one article tells with whose it is as far as its sentence says so. Where the sentence leaves open who acts, the line
 * says nothing of its own and has the words alone.
 */
export function sureLine(line: BriefLine, lines: ReadonlyMap<string, ShownLine>): BriefLine {
  const view = lines.get(line.line ?? "");
  if (view === undefined || line.id.startsWith("di_")) return line;
  if (view.kind === "posture") return view.elsewhere && line.told.articles === 1 ? { ...line, who: view.who } : line;
  if (view.kind !== "action") return line;
  return view.parties === null
    ? { ...line, who: null, whom: null, mark: asReported }
    : { ...line, ...shownParties(view.parties) };
}
