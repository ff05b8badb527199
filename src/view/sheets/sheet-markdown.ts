import { escapedMarkdown } from "../../text/escaped-markdown.js";
import { aboutLines, type CitedSheet, type DocumentEntry, partsOf, type SheetPart } from "./sheet-parts.js";

/** A sheet as Markdown (CommonMark, tables as GitHub has them): each line with its citation under it. @param view its address in the desk */
export function sheetMarkdown(sheet: CitedSheet, view: string): string {
  const about = aboutLines(sheet);
  const parts = [
    `# ${escapedMarkdown(sheet.title)}`,
    ...(about.length === 0 ? [] : [about.map(escapedMarkdown).join(" · ")]),
    ...partsOf(sheet).flatMap(partLines),
    ...(sheet.rows.length === 0 ? ["*Nothing.*"] : []),
    `*Sitrep, view ${escapedMarkdown(view)}*`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function partLines({ heading, content }: SheetPart): readonly string[] {
  const head = heading === null ? [] : [`## ${escapedMarkdown(heading)}`];
  if (content.kind === "entries") return [...head, ...content.entries.map(entryLines)];
  const row = (cells: readonly string[]): string => `| ${cells.map(escapedMarkdown).join(" | ")} |`;
  return [
    ...head,
    [row(content.columns), row(content.columns.map(() => "---")).replaceAll("\\", ""), ...content.rows.map(row)].join(
      "\n",
    ),
  ];
}

function entryLines({ lead, facts, citation }: DocumentEntry): string {
  const told = [`**${escapedMarkdown(lead)}**`, ...facts.map(escapedMarkdown)].join(" · ");
  if (citation === null) return `- ${told}`;
  return `- ${told}\n\n  > ${escapedMarkdown(citation.citation)}\n\n  ${escapedMarkdown(citation.id)}`;
}
