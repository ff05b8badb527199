import { type Arrival, noArrival } from "../arrival.js";
import type { DocumentFormat } from "../formats.js";
import type { KnownFacts } from "../known-facts.js";
import { type Reading, unreadable } from "../reading.js";
import { documentArticle } from "./document-article.js";
import type { DocumentReading } from "./document-text.js";
import { ZipError } from "./zip-parts.js";

/** The article of a document. The library of a format is loaded with the first document in it. */
export async function readDocument(
  bytes: Uint8Array,
  format: DocumentFormat,
  input: string,
  known: KnownFacts,
  arrival: Arrival = noArrival,
): Promise<Reading> {
  try {
    return await documentArticle(await readers[format](bytes), input, known, arrival);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return unreadable(input, `this ${names[format]} cannot be unpacked: ${error.message}`);
  }
}

const readers: Readonly<Record<DocumentFormat, (bytes: Uint8Array) => Promise<DocumentReading>>> = {
  pdf: async (bytes) => (await import("../pdf/read-pdf.js")).readPdf(bytes),
  docx: async (bytes) => (await import("./read-docx.js")).readDocx(bytes),
  opendocument: async (bytes) => (await import("./read-opendocument.js")).readOpenDocument(bytes),
  pptx: async (bytes) => (await import("./read-pptx.js")).readPptx(bytes),
  rtf: async (bytes) => (await import("./read-rtf.js")).readRtf(bytes),
};

const names: Readonly<Record<DocumentFormat, string>> = {
  ...{ pdf: "PDF", docx: "Word document", opendocument: "OpenDocument file", pptx: "PowerPoint presentation" },
  rtf: "rich-text document",
};
