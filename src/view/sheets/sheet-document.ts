import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { aboutLines, type CitedSheet, citedParts, type DocumentEntry, partsOf, type SheetPart } from "./sheet-parts.js";

/** A sheet as a Word document: headings as such, so that Word lists them, and each line with its citation. @param view its address in the desk */
export async function sheetDocument(sheet: CitedSheet, view: string, creator: string): Promise<Uint8Array> {
  const about = aboutLines(sheet);
  const document = new Document({
    creator,
    title: inXml(sheet.title),
    styles: { default: { document: { run: { font: "Calibri", size: 22 } } } },
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [text(sheet.title)] }),
          ...(about.length === 0
            ? []
            : [new Paragraph({ spacing: { after: 240 }, children: [text(about.join(" · "), { color: soft })] })]),
          ...partsOf(sheet).flatMap(partBlocks),
          ...(sheet.rows.length === 0 ? [new Paragraph({ children: [text("Nothing.")] })] : []),
        ],
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  text(`Sitrep · ${view} · `, { color: soft, size: 16 }),
                  new TextRun({ children: [PageNumber.CURRENT], color: soft, size: 16 }),
                ],
              }),
            ],
          }),
        },
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const soft = "555555";
/** How far what is quoted stands in, and what belongs to something else. */
const indent = 360;

function partBlocks({ heading, part, content }: SheetPart): readonly (Paragraph | Table)[] {
  const head = [
    ...(heading === null ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [text(heading)] })]),
    ...(part === null ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [text(part)] })]),
  ];
  if (content.kind === "entries") return [...head, ...content.entries.flatMap(entryParagraphs)];
  return [...head, tableOf(content.columns, content.rows)];
}

function entryParagraphs({ lead, facts, citation, hasMore, within = false }: DocumentEntry): readonly Paragraph[] {
  const left = within ? indent : 0;
  const told = new Paragraph({
    indent: { left },
    spacing: { before: within ? 80 : 160 },
    keepNext: citation !== null || hasMore,
    children: [text(lead, { bold: true }), ...(facts.length === 0 ? [] : [text(` · ${facts.join(" · ")}`)])],
  });
  if (citation === null) return [told];
  const quoted = { indent: { left: left + indent }, keepLines: true };
  const [words, address] = citedParts(citation);
  return [
    told,
    new Paragraph({
      ...quoted,
      keepNext: true,
      children: [text(words), ...(address === null ? [] : [linkTo(address)])],
    }),
    new Paragraph({ ...quoted, children: [text(citation.id, { color: soft, size: 18 })] }),
  ];
}

function linkTo(address: string): ExternalHyperlink {
  const shown = new TextRun({ text: inXml(address), style: "Hyperlink" });
  return new ExternalHyperlink({ link: new URL(address).href, children: [shown] });
}

function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  const border = { style: BorderStyle.SINGLE, size: 4, color: "BBBBBB" };
  const borders = { top: border, bottom: border, left: border, right: border };
  const cell = (words: string, bold: boolean): TableCell =>
    new TableCell({ borders, children: [new Paragraph({ children: [text(words, { bold, size: 18 })] })] });
  const row = (words: readonly string[], tableHeader: boolean): TableRow =>
    new TableRow({ tableHeader, cantSplit: true, children: words.map((one) => cell(one, tableHeader)) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(columns, true), ...rows.map((one) => row(one, false))],
  });
}

function text(
  words: string,
  how: { readonly bold?: boolean; readonly color?: string; readonly size?: number } = {},
): TextRun {
  return new TextRun({ text: inXml(words), ...how });
}

/** What XML has no sign for is left out, and half a pair of surrogates is U+FFFD. */
function inXml(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, "");
}
