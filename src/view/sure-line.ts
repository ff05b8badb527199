import type { ShownLine } from "../store/shown-line.js";
import type { BriefLine } from "./brief-line.js";
import { asReported, lowered } from "./plain-words.js";
import { isOpenAct, shownParties } from "./readable-line.js";

/**
 * The line of an act with the parties that its own sentence names, and of a state that one article tells with whose it is as far as its sentence says so. Where the sentence leaves open who acts, the line
 * says nothing of its own and has the words alone.
 */
export function sureLine(line: BriefLine, lines: ReadonlyMap<string, ShownLine>): BriefLine {
  const view = lines.get(line.line);
  if (view === undefined || line.id.startsWith("di_")) return line;
  if (view.kind === "posture") return view.elsewhere && line.told.articles === 1 ? { ...line, who: view.who } : line;
  if (view.kind === "statement") return view.parties === null ? line : { ...line, who: view.parties.who };
  if (view.kind !== "action") return line;
  if (view.parties === null || isOpenAct(view)) return { ...line, who: null, whom: null, mark: asReported };
  return { ...line, ...shownParties(view.parties), mark: lowered(view.parties.doing ?? line.mark) };
}
