import { type DocumentReading, noFacts, unpaged } from "./document-text.js";
import { parseRtf } from "./parse-rtf.js";

/** 64 MiB: pictures stand in the text of a rich-text file. */
const largestRtf = 64 * 1024 * 1024;

/** The text of a rich-text document. */
export async function readRtf(bytes: Uint8Array): Promise<DocumentReading> {
  if (bytes.length > largestRtf)
    return {
      kind: "unreadable",
      reason: `this rich-text document has ${bytes.length} bytes; up to ${largestRtf} are read`,
    };
  const { paragraphs, title, author, created } = parseRtf(bytes);
  if (paragraphs.length === 0) return { kind: "unreadable", reason: "this rich-text document has no text" };
  return {
    kind: "text",
    paragraphs: unpaged(paragraphs),
    title: null,
    facts: { ...noFacts, title, author, created },
    head: [],
    messages: [],
  };
}
