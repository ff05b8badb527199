import { getDocumentProxy } from "unpdf";
import type { Message } from "../../text/message.js";
import type { DocumentFacts, DocumentReading } from "../document/document-text.js";
import { hasBomb } from "./check-streams.js";
import { joinLines, type PdfBlock, type PdfParagraph } from "./join-lines.js";
import { type PdfItem, pagePieces } from "./page-pieces.js";
import { blocksInOrder, mainSize, type PdfLine, segmentsOf } from "./reading-order.js";
import { type PageLines, runningLines } from "./running-lines.js";
import { countingStrays } from "./stray-faults.js";

/** 64 MiB: maps and pictures make files big, not words. */
const largestPdf = 64 * 1024 * 1024;

const mostPages = 2_000;

/** So many stretches of text are on no page that a person reads. */
const mostItems = 40_000;

/** What is read of one file: ten times a thick book. Pages may show one long text again and again. */
const mostSegments = 500_000;
const mostLetters = 20_000_000;

/** Five minutes: files may be made so that every page takes long; 500 pages of text take three seconds. */
const longestReading = 300_000;

/** A file whose pages fail one after the other is broken as a whole. */
const mostFailures = 50;

/** The text of a PDF, a page at a time, in reading order and without running heads and page numbers. */
export async function readPdf(bytes: Uint8Array): Promise<DocumentReading> {
  if (bytes.length > largestPdf) return refused(`this PDF has ${bytes.length} bytes; up to ${largestPdf} are read`);
  if (await hasBomb(bytes)) return refused("a part of this PDF unpacks to far more than any text has; it is not read");
  const { result, strays } = await countingStrays(() => readAll(bytes));
  // Without the pages that went astray a broken file looks like a scan.
  return result.kind === "unreadable" && strays > 0 ? refused(brokenPages) : result;
}

async function readAll(bytes: Uint8Array): Promise<DocumentReading> {
  const opened = await open(bytes);
  if (typeof opened === "string") return refused(opened);
  try {
    return await textOf(opened);
  } finally {
    await opened.destroy();
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** The document, or why it cannot be opened. pdf.js takes the bytes that it is given for its own. */
async function open(bytes: Uint8Array): Promise<Pdf | string> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      useSystemFonts: false,
      disableFontFace: true,
      verbosity: 0,
    });
  } catch (error) {
    return error instanceof Error && error.name === "PasswordException"
      ? "this PDF is encrypted; save it without its password"
      : "this PDF is broken or cut off: its pages cannot be found";
  }
}

async function textOf(pdf: Pdf): Promise<DocumentReading> {
  const { pages, missing, read } = await linesOf(pdf);
  const withText = pages.filter(({ segments }) => segments.length > 0);
  const empty = pages.filter(({ segments }) => segments.length === 0).map(({ number }) => number);
  if (withText.length === 0) return refused(missing.length > 0 ? brokenPages : scanned(pages.length));
  const lettersLost = withText.every(({ segments }) => isUnreadable(segments));
  if (lettersLost)
    return refused("the fonts of this PDF do not say which letters they draw; save it from its source again");
  const paragraphs = paragraphsOf(withText);
  return {
    kind: "text",
    paragraphs,
    title: largestLine(paragraphs),
    facts: await factsOf(pdf),
    head: headLines(withText[0]),
    messages: messagesOn(missing, empty, { read, all: pdf.numPages }),
  };
}

const brokenPages = "this PDF is broken: none of its pages can be read";

function scanned(pages: number): string {
  return `this PDF holds pictures and no text (${pages === 1 ? "1 page" : `${pages} pages`}); it is a scan that text recognition (OCR) has to read first`;
}

interface ReadPages {
  readonly pages: readonly PageLines[];
  /** The numbers of those that are broken. */
  readonly missing: readonly number[];
  /** How many were tried. */
  readonly read: number;
}

/** The lines of each page, one page after the other, as long as the file keeps to its limits. */
async function linesOf(pdf: Pdf): Promise<ReadPages> {
  const count = Math.min(pdf.numPages, mostPages);
  const pages: PageLines[] = [];
  const missing: number[] = [];
  const began = performance.now();
  let [segments, letters, number] = [0, 0, 0];
  while (number < count && segments <= mostSegments && letters <= mostLetters) {
    if (missing.length >= mostFailures + pages.length || performance.now() - began > longestReading) break;
    number += 1;
    const page = await linesOfPage(pdf, number);
    if (page === null) missing.push(number);
    else pages.push(page);
    segments += page?.segments.length ?? 0;
    letters += page?.segments.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
  }
  return { pages, missing, read: number };
}

async function linesOfPage(pdf: Pdf, number: number): Promise<PageLines | null> {
  try {
    const page = await pdf.getPage(number);
    const items: PdfItem[] = [];
    const reader = page.streamTextContent({ includeMarkedContent: false }).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (const item of value.items) items.push(item);
      if (items.length > mostItems) break;
    }
    if (items.length > mostItems) await reader.cancel(new Error("This page has more text than any page that is read."));
    const { pieces, top, bottom } = pagePieces(items, page.view);
    page.cleanup();
    return { number, segments: segmentsOf(pieces), top, bottom };
  } catch {
    return null;
  }
}

/** Letters of no alphabet: a font gave the numbers of its shapes alone. */
function isUnreadable(segments: readonly PdfLine[]): boolean {
  const text = segments.map((segment) => segment.text).join("");
  const lost = text.match(/[\ue000-\uf8ff\ufffd\x80-\x9f]/g)?.length ?? 0;
  return lost > text.length * 0.4;
}

function paragraphsOf(pages: readonly PageLines[]): readonly PdfParagraph[] {
  const running = runningLines(pages);
  const blocks = pages.flatMap(({ number, segments }) =>
    blocksInOrder(segments.filter((segment) => !running.has(segment))).map(
      (lines): PdfBlock => ({ page: number, lines }),
    ),
  );
  return joinLines(blocks);
}

/** A title is set larger than the text, by this much at least. */
const smallestTitle = 1.15;
const longestTitle = 250;

/** The paragraph on the first page that is set the largest, `null` where none is larger than the text. */
function largestLine(paragraphs: readonly PdfParagraph[]): string | null {
  if (paragraphs.length === 0) return null;
  const usual = mainSize(paragraphs);
  const first = paragraphs[0]?.pages[0]?.[1];
  const candidates = paragraphs.filter(
    ({ text, size, pages }) =>
      pages[0]?.[1] === first && size >= usual * smallestTitle && text.length <= longestTitle && /\p{L}{4}/u.test(text),
  );
  const largest = Math.max(...candidates.map(({ size }) => size));
  return candidates.find(({ size }) => size > largest * 0.97)?.text ?? null;
}

function headLines(page: PageLines | undefined): readonly string[] {
  return [...(page?.segments ?? [])].slice(0, 10).map(({ text }) => text);
}

async function factsOf(pdf: Pdf): Promise<DocumentFacts> {
  // The library has no type for what a file says of itself, and a file may say anything.
  const info = await pdf.getMetadata().then(
    (metadata: { readonly info: object }) => metadata.info as Readonly<Record<string, unknown>>,
    () => ({}) as Readonly<Record<string, unknown>>,
  );
  const told = (name: string): string | null => {
    const value = info[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
  };
  return {
    title: told("Title"),
    author: told("Author"),
    outlet: null,
    created: isoDate(told("CreationDate")),
    language: told("Language"),
  };
}

/** `D:20310304102200+01'00'` as ISO 8601. */
function isoDate(written: string | null): string | null {
  const found = /^(?:D:)?(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(?:(Z)|([+-])(\d{2})'?(\d{2})?)?/.exec(
    written ?? "",
  );
  if (found === null) return null;
  const [, year, month, day, hour, minute, second, utc, sign, zoneHour, zoneMinute] = found;
  if (hour === undefined) return `${year}-${month}-${day}`;
  const zone = utc ?? (sign === undefined ? "" : `${sign}${zoneHour}:${zoneMinute ?? "00"}`);
  return `${year}-${month}-${day}T${hour}:${minute}:${second ?? "00"}${zone}`;
}

function messagesOn(
  broken: readonly number[],
  empty: readonly number[],
  { read, all }: { readonly read: number; readonly all: number },
): readonly Message[] {
  const missing = [
    broken.length === 0 ? null : `${listed(broken)} (broken)`,
    empty.length === 0 ? null : `${listed(empty)} (no words: a picture or blank)`,
    all <= read ? null : `${read + 1} to ${all} (more than is read of one file)`,
  ].filter((part) => part !== null);
  if (missing.length === 0) return [];
  const reason = `Of the ${all} pages of this PDF these are not in the text: ${missing.join("; ")}.`;
  return [{ code: "pages-missing", severity: "warning", span: null, reason }];
}

function listed(numbers: readonly number[]): string {
  return `${numbers.slice(0, 20).join(", ")}${numbers.length > 20 ? " and others" : ""}`;
}

function refused(reason: string): DocumentReading {
  return { kind: "unreadable", reason };
}
