import { posix } from "node:path";
import type { Arrival } from "../arrival.js";
import type { KnownFacts } from "../known-facts.js";
import { walkXml } from "../markup-depth.js";
import { paragraphsOfHtml } from "../page/paragraphs-of-html.js";
import { bodyOfHtml } from "../page/read-page.js";
import { type ReadingOrNote, unreadable } from "../reading.js";
import { documentArticle } from "./document-article.js";
import { type DocumentFacts, unpaged } from "./document-text.js";
import { packageFacts } from "./package-facts.js";
import { ZipError, type ZipParts, zipParts } from "./zip-parts.js";

const mostChapters = 2_000;

/** A chapter with fewer words is a cover, a title page or a table of contents. */
const fewestWords = 20;

/** The articles of an EPUB, one a chapter, as in the editions of newspapers; a chapter that goes on in a part without a heading is one. */
export async function* readEpub(
  bytes: Uint8Array,
  input: string,
  known: KnownFacts,
  arrival: Arrival,
): AsyncGenerator<ReadingOrNote> {
  const book = openBook(bytes);
  if (typeof book === "string") return yield unreadable(input, book);
  const { facts, chapters } = book;
  const alone = chapters.length === 1;
  for (const [index, { heading, paragraphs }] of chapters.entries()) {
    const found = {
      ...{ kind: "text" as const, paragraphs: unpaged(paragraphs), head: [], messages: [] },
      title: heading ?? (alone ? facts.title : null),
      facts: { ...facts, title: null },
    };
    const name = alone ? input : `${input}, chapter ${index + 1}`;
    yield await documentArticle(found, name, alone ? known : { ...known, id: null, title: null }, arrival);
  }
}

interface Book {
  readonly facts: DocumentFacts;
  readonly chapters: readonly Chapter[];
}

/** The chapters with text, or why there are none. */
function openBook(bytes: Uint8Array): Book | string {
  try {
    const parts = zipParts(bytes);
    const packagePath = pathOfPackage(parts);
    const xml = packagePath === null ? null : parts.text(packagePath);
    if (packagePath === null || xml === null) return "this EPUB is broken: it does not say what is in it";
    const locked = lockedParts(parts.text("META-INF/encryption.xml"));
    const files = chaptersOf(xml, packagePath).slice(0, mostChapters);
    if (files.some((file) => locked.has(file))) return "this EPUB is encrypted (DRM); it cannot be read";
    const all = joinParts(files.flatMap((file) => chapterIn(parts.text(file))));
    const chapters = all.filter(({ paragraphs }) => countWords(paragraphs) >= fewestWords);
    return chapters.length === 0 ? "this EPUB has no chapter with text" : { facts: packageFacts(xml), chapters };
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return `this EPUB cannot be unpacked: ${error.message}`;
  }
}

function pathOfPackage(parts: ZipParts): string | null {
  let path: string | null = null;
  eachTag(parts.text("META-INF/container.xml") ?? "", (name, given) => {
    if (name === "rootfile") path ??= given["full-path"] ?? null;
  });
  return path;
}

/** The files of the book's spine, in its order, without the table of contents. */
function chaptersOf(xml: string, packagePath: string): readonly string[] {
  const files = new Map<string, string>();
  const spine: string[] = [];
  eachTag(xml, (name, given) => {
    const plain = name.replace(/^opf:/, "");
    if (plain === "item" && /html/.test(given["media-type"] ?? "") && !/\bnav\b/.test(given.properties ?? ""))
      files.set(given.id ?? "", resolved(given.href ?? "", packagePath));
    if (plain === "itemref" && given.linear !== "no") spine.push(given.idref ?? "");
  });
  return [...new Set(spine)].flatMap((id) => files.get(id) ?? []);
}

function resolved(href: string, packagePath: string): string {
  let path = href;
  try {
    path = decodeURIComponent(href);
  } catch {
    // A stray percent sign is one.
  }
  return posix.join(posix.dirname(packagePath), path);
}

/** Books may hide their fonts alone; that keeps nobody from their text. */
function lockedParts(xml: string | null): ReadonlySet<string> {
  const found = new Set<string>();
  eachTag(xml ?? "", (name, given) => {
    if (/CipherReference$/.test(name)) found.add(given.URI ?? "");
  });
  return found;
}

function eachTag(xml: string, visit: (name: string, given: Readonly<Record<string, string>>) => void): void {
  walkXml(xml, { onopentag: visit });
}

interface Chapter {
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
}

function chapterIn(xhtml: string | null): readonly Chapter[] {
  if (xhtml === null) return [];
  // Elements that XHTML closes at once stay open in HTML, and a title that does would swallow the page.
  const html = xhtml.replace(
    /<(title|script|style|a|div|span|p|i|b|em|strong|td|th|h[1-6])\b([^<>]*)\/>/gi,
    "<$1$2></$1>",
  );
  const [heading] = /<h([1-3])\b[^>]*>[\s\S]*?<\/h\1>/i.exec(html) ?? [];
  const words = heading === undefined ? "" : paragraphsOfHtml(heading).join(" ");
  return [{ heading: words === "" ? null : words, paragraphs: bodyOfHtml(html) }];
}

/** Converters part long chapters; what has no heading of its own goes on with the one before. */
function joinParts(chapters: readonly Chapter[]): readonly Chapter[] {
  const joined: Chapter[] = [];
  for (const chapter of chapters) {
    const last = joined.at(-1);
    if (chapter.heading === null && last !== undefined && last.heading !== null) {
      joined[joined.length - 1] = { ...last, paragraphs: [...last.paragraphs, ...chapter.paragraphs] };
    } else joined.push(chapter);
  }
  return joined;
}

function countWords(paragraphs: readonly string[]): number {
  return paragraphs.join(" ").match(/\p{L}+/gu)?.length ?? 0;
}
