import type { Correction, CorrectionDetail, LineAnchor } from "../link/corrections/correction.js";
import { oneLine } from "../text/one-line.js";
import { fieldLabel, plainCorrected } from "./field-words.js";
import { plainState } from "./plain-words.js";

/** What a correction says, without ids: `Rejected “the quay was shut”`. */
export function plainCorrection({ subject, detail }: Pick<Correction, "subject" | "detail">): string {
  switch (detail.kind) {
    case "hide":
      return `Rejected ${subject.startsWith("di_") ? "both sides of the dispute: " : ""}${quotedLines(detail.lines)}`;
    case "confirm":
      return `Confirmed ${quotedLines(detail.lines)}`;
    case "note":
      return `Noted of ${quotedLines(detail.lines)}: ${oneLine(detail.text)}`;
    case "tag":
      return `Tagged “${detail.text}”: ${quotedLines(detail.lines)}`;
    case "assign":
      return `Assigned to ${detail.text}: ${quotedLines(detail.lines)}`;
    case "note-dispute":
      return `Noted of the dispute over ${disputed(detail.dispute)}: ${oneLine(detail.text)}`;
    case "tag-dispute":
      return `Tagged “${detail.text}”: the dispute over ${disputed(detail.dispute)}`;
    case "assign-dispute":
      return `Assigned to ${detail.text}: the dispute over ${disputed(detail.dispute)}`;
    case "remove":
      return `Took out the article${detail.title === null ? "" : ` “${oneLine(detail.title)}”`}`;
    case "confirm-entity":
      return `Confirmed that ${detail.entity.name} is one person or body`;
    case "hide-entity":
      return `Said that ${detail.entity.name} is no person or body`;
    case "rename-entity":
      return `Renamed ${detail.entity.name} to ${detail.name}`;
    case "merge-entities":
      return `Said to be one: ${detail.groups.map(({ name }) => name).join(", ")}`;
    case "split-entity":
      return `Said to be somebody else: ${[...new Set(detail.members.map(({ name }) => name))].join(", ")} in ${counted(detail.members.length, "article")}`;
    case "merge-stories":
      return `Said ${counted(detail.groups.length, "story", "stories")} to be one`;
    case "split-story":
      return `Said ${counted(detail.articles.length, "article")} to be of another story`;
    case "merge-events":
      return `Said to be the same: ${quotedLines(detail.groups.flatMap(({ lines }) => lines.slice(0, 1)))}`;
    case "split-event":
      return `Said to be another: ${quotedLines(detail.lines)}`;
    case "confirm-dispute":
      return `Confirmed the dispute over ${disputed(detail.dispute)}`;
    case "hide-dispute":
      return `Said to be no dispute: ${disputed(detail.dispute)}`;
    case "merge-disputes":
      return `Said to be one dispute: ${detail.groups.map(disputed).join(", ")}`;
    case "grade":
      return `Graded ${detail.outlet} ${detail.grade}`;
    case "relabel": {
      const { line, fields } = detail;
      const said = fields.map(
        ({ field, written, value }) =>
          `${fieldLabel(line.kind, field).toLowerCase()}: ${plainCorrected(line.kind, field, written, value)}`,
      );
      return `Corrected ${quotedLines([line])}: ${said.join("; ")}`;
    }
    case "undo":
      return "Took a correction back";
  }
}

/** The id of what a correction is about; `null` where that is several things, or an outlet. */
export function aboutOf({ subject, detail }: Pick<Correction, "subject" | "detail">): string | null {
  if (detail.kind === "grade") return null;
  if ("to" in detail) return detail.to;
  if (detail.kind === "undo") return subject;
  return subject.split(" ")[0] ?? null;
}

function disputed({ about }: Extract<CorrectionDetail, { readonly kind: "hide-dispute" }>["dispute"]): string {
  const [aspect = "", value = "", ...more] = about.split(" ");
  return `“${more.length === 0 && value !== "" ? plainState(aspect, value) : oneLine(about)}”`;
}

/** The words of lines, each once, for copies tell the same; so many, and how many more. */
function quotedLines(lines: readonly Pick<LineAnchor, "words" | "kind" | "evidence">[]): string {
  const words = [
    ...new Set(lines.map((line) => `“${cut(oneLine(line.kind === "statement" ? line.words : line.evidence))}”`)),
  ];
  const more = words.length - mostQuoted;
  return `${words.slice(0, mostQuoted).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

const mostQuoted = 2;
const longest = 140;

function cut(words: string): string {
  return words.length <= longest ? words : `${words.slice(0, words.lastIndexOf(" ", longest))} …`;
}

function counted(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}
