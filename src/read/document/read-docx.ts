import { zipSync } from "fflate";
import mammoth from "mammoth";
import { walkXml } from "../markup-depth.js";
import { paragraphsOfHtml } from "../page/paragraphs-of-html.js";
import { type DocumentReading, unpaged } from "./document-text.js";
import { packageFacts } from "./package-facts.js";
import { type ZipParts, zipParts } from "./zip-parts.js";

/** The text of a Word document: headings, lists and the cells of tables are paragraphs of their own, notes stand at the end. */
export async function readDocx(bytes: Uint8Array): Promise<DocumentReading> {
  const parts = zipParts(bytes);
  const plain = withoutNoteMarks((await htmlOf(parts)) ?? "");
  const [heading] = /<h1>[\s\S]*?<\/h1>/.exec(plain) ?? [];
  const paragraphs = paragraphsOfHtml(plain);
  const found = paragraphs.length > 0 ? paragraphs : bareParagraphs(parts.text("word/document.xml") ?? "");
  if (found.length === 0) return { kind: "unreadable", reason: "this Word document has no readable text" };
  return {
    kind: "text",
    paragraphs: unpaged(found),
    title: heading === undefined ? null : paragraphsOfHtml(heading).join(" ") || null,
    facts: packageFacts(parts.text("docProps/core.xml"), ["dc:date"]),
    head: [],
    messages: [],
  };
}

/** The paragraphs of a document that is broken: what stands in its runs of text. */
function bareParagraphs(xml: string): readonly string[] {
  const paragraphs = [""];
  let inText = false;
  walkXml(xml, {
    onopentag: (name) => {
      if (name === "w:p") paragraphs.push("");
      inText = name === "w:t";
    },
    ontext: (text) => {
      if (inText) paragraphs.push(`${paragraphs.pop()}${text}`);
    },
    onclosetag: () => {
      inText = false;
    },
  });
  return paragraphs.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => text !== "");
}

/** The XML of the document is packed again without its pictures: so mammoth unpacks no more than is allowed, and nothing that a name leads elsewhere. */
async function htmlOf(parts: ZipParts): Promise<string | null> {
  const names = parts.names.filter((name) =>
    /^(?:\[Content_Types\]\.xml|(?:[\w-]+\/)*[\w.-]+\.(?:xml|rels))$/.test(name),
  );
  const kept = names.filter((name) => !/^(?:customXml|docProps)\/|\/(?:theme|charts|diagrams|embeddings)\//.test(name));
  const files = Object.fromEntries(kept.map((name) => [name, parts.bytes(name) ?? new Uint8Array()]));
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(files, { level: 0 })) },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
        styleMap: ["p[style-name='Title'] => h1:fresh"],
      },
    );
    return value;
  } catch {
    return null;
  }
}

/** Numbers of notes behind words, and the arrows that lead back from the notes. */
function withoutNoteMarks(html: string): string {
  return html
    .replace(/<sup><a href="#[^"]*" id="[^"]*">\[\d+\]<\/a><\/sup>/g, "")
    .replace(/<a href="#[^"]*">↑<\/a>/g, "");
}
