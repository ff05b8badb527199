import { walkXml } from "../markup-depth.js";
import type { DocumentParagraph, DocumentReading } from "./document-text.js";
import { packageFacts } from "./package-facts.js";
import { zipParts } from "./zip-parts.js";

/** The text of an OpenDocument text or presentation; the slides of a presentation are its pages. Notes stand before the paragraph that they belong to. */
export async function readOpenDocument(bytes: Uint8Array): Promise<DocumentReading> {
  const parts = zipParts(bytes);
  if (/encryption-data/.test(parts.text("META-INF/manifest.xml") ?? "")) {
    return { kind: "unreadable", reason: "this OpenDocument file is encrypted; save it without its password" };
  }
  const content = parts.text("content.xml");
  if (content === null) return { kind: "unreadable", reason: "this OpenDocument file is broken: it has no content" };
  if (/<office:spreadsheet[\s>]/.test(content)) {
    return { kind: "unreadable", reason: "this is an OpenDocument table; save it as CSV" };
  }
  return {
    kind: "text",
    ...paragraphsOf(content),
    facts: packageFacts(parts.text("meta.xml"), ["dc:date"]),
    head: [],
    messages: [],
  };
}

const passedOver = new Set([
  "office:annotation",
  "text:tracked-changes",
  "presentation:notes",
  "text:note-citation",
  "svg:title",
  "svg:desc",
  "text:table-of-content",
]);

interface Found {
  readonly paragraphs: readonly DocumentParagraph[];
  readonly title: string | null;
}

function paragraphsOf(xml: string): Found {
  const paragraphs: DocumentParagraph[] = [];
  const parents = new Map<string, string>();
  const open: { text: string; readonly isTitle: boolean }[] = [];
  let title: string | null = null;
  let page = 0;
  let passed = 0;
  const add = (text: string): void => {
    const last = open.at(-1);
    if (last !== undefined && passed === 0) last.text += text;
  };
  walkXml(xml, {
    onopentag: (name, given) => {
      if (passed > 0 || passedOver.has(name)) {
        passed += 1;
        return;
      }
      if (name === "draw:page") page += 1;
      else if (name === "style:style") parents.set(given["style:name"] ?? "", given["style:parent-style-name"] ?? "");
      else if (name === "text:p" || name === "text:h") open.push({ text: "", isTitle: isTitle(name, given, parents) });
      else if (name === "text:s") add(" ");
      else if (name === "text:tab") add("\t");
      else if (name === "text:line-break") add("\n");
    },
    ontext: (text) => add(text.replace(/[\t\n\r ]+/g, " ")),
    onclosetag: (name) => {
      if (passed > 0) {
        passed -= 1;
        return;
      }
      if (name !== "text:p" && name !== "text:h") return;
      const closed = open.pop();
      const text = tidy(closed?.text ?? "");
      if (text === "") return;
      paragraphs.push({ text, pages: page === 0 ? [] : [[0, page]] });
      if (closed?.isTitle === true) title ??= text;
    },
  });
  return { paragraphs, title };
}

function tidy(text: string): string {
  return text
    .replace(/[ \u00a0]+/g, " ")
    .replace(/ ?([\t\n]) ?/g, "$1")
    .trim();
}

function isTitle(name: string, given: Readonly<Record<string, string>>, parents: ReadonlyMap<string, string>): boolean {
  if (name === "text:h") return (given["text:outline-level"] ?? "1") === "1";
  const style = given["text:style-name"] ?? "";
  return style === "Title" || parents.get(style) === "Title";
}
