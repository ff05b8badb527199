import { escapedMarkdown } from "../../text/escaped-markdown.js";
import { aboutLines, type CitedSheet, citedParts, type DocumentEntry, partsOf, type SheetPart } from "./sheet-parts.js";

/** A sheet as Markdown (CommonMark, tables as GitHub has them): each line with its citation under it. @param view its address in the desk */
export function sheetMarkdown(sheet: CitedSheet, view: string): string {
  const about = aboutLines(sheet);
  const parts = [
    `# ${escapedMarkdown(sheet.title)}`,
    ...(about.length === 0 ? [] : [about.map(escapedMarkdown).join(" · ")]),
    ...partsOf(sheet).flatMap(partLines),
    ...(sheet.rows.length === 0 ? ["*Nothing.*"] : []),
    `*${escapedMarkdown(`Sitrep · ${view}`)}*`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function partLines({ heading, part, content }: SheetPart): readonly string[] {
  const head = [
    ...(heading === null ? [] : [`## ${escapedMarkdown(heading)}`]),
    ...(part === null ? [] : [`### ${escapedMarkdown(part)}`]),
  ];
  if (content.kind === "entries") return [...head, ...content.entries.map(entryLines)];
  const row = (cells: readonly string[]): string => `| ${cells.map(escapedMarkdown).join(" | ")} |`;
  return [
    ...head,
    [row(content.columns), row(content.columns.map(() => "---")).replaceAll("\\", ""), ...content.rows.map(row)].join(
      "\n",
    ),
  ];
}

function entryLines({ lead, facts, citation, within = false }: DocumentEntry): string {
  const [item, inner] = within ? ["  - ", "    "] : ["- ", "  "];
  const told = [`${item}**${escapedMarkdown(lead)}**`, ...facts.map(escapedMarkdown)].join(" · ");
  if (citation === null) return told;
  const [words, address] = citedParts(citation);
  // An address in brackets is taken as it is, and so is an id between ticks: neither has to be escaped.
  const cited = `${escapedMarkdown(words)}${address === null ? "" : ` <${address}>`}`;
  const id = citation.id.includes("`") ? escapedMarkdown(citation.id) : `\`${citation.id}\``;
  return [told, `${inner}> ${cited}`, `${inner}${id}`].join("\n\n");
}
