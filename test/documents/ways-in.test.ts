import { expect, test } from "vitest";
import { nothingKnown } from "../../src/read/known-facts.js";
import { readFetched, readMany } from "../../src/read/read-many.js";
import type { ReadingOrNote } from "../../src/read/reading.js";
import { openInputs } from "../../src/run/open-inputs.js";
import { allOf } from "../all-of.js";
import { recordedEffects } from "../recorded-effects.js";
import { docxFiles } from "./office-files.js";
import { pdfFiles } from "./pdf-files.js";

const bytesOf = (write: (() => Uint8Array) | undefined): Buffer => Buffer.from(write?.() ?? new Uint8Array());
const pdf = bytesOf(pdfFiles["release.pdf"]);
const locked = bytesOf(pdfFiles["encrypted.pdf"]);
const docx = bytesOf(docxFiles["note.docx"]);
const title = "Northern pier stays shut after the ferry’s wreck";

function told(readings: readonly ReadingOrNote[]): readonly string[] {
  return readings.map((one) => {
    if (one.kind === "article") return `${one.input}: ${one.article.title}`;
    return `${one.input}: ${one.kind === "note" ? one.note : one.reason}`;
  });
}

function attached(name: string, bytes: Buffer): string {
  return `--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString("base64").replace(/.{76}/g, "$&\r\n")}\r\n`;
}

test("documents that a mail brings are read, and what cannot be read is named", async () => {
  const mail = `From: Port Office <port@lorrimer.example>\r\nSubject: Papers\r\nDate: Mon, 3 Mar 2031 06:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe papers that were asked for.\r\n${attached("release.pdf", pdf)}${attached("note.docx", docx)}${attached("locked.pdf", locked)}${attached("photo.jpg", Buffer.from("\xff\xd8\xff\xe0", "latin1"))}--b--\r\n`;
  const readings = await allOf(
    readMany(Buffer.from(mail, "latin1"), "papers.eml", nothingKnown, async () => new Map()),
  );
  expect(told(readings)).toEqual([
    "papers.eml: not read: the attachment photo.jpg",
    "papers.eml: Papers",
    `papers.eml, attachment release.pdf: ${title}`,
    "papers.eml, attachment note.docx: Quay shut",
    "papers.eml, attachment locked.pdf: this PDF is encrypted; save it without its password",
  ]);
});

test("a folder's documents are read, less what Word keeps beside an open one", async () => {
  const files = { "in/a.pdf": pdf, "in/b.docx": docx, "in/~$b.docx": "Ada Lenz", "in/c.xlsx": "PK" };
  const { effects } = recordedEffects({ files });
  expect(told(await allOf(openInputs(["in"], nothingKnown, effects)))).toEqual([
    `in/a.pdf: ${title}`,
    "in/b.docx: Quay shut",
  ]);
});

test("a PDF behind an address has that address, and the date of the feed where it tells none itself", async () => {
  const address = "https://port.example/statement.pdf";
  const retrieval = {
    requested: address,
    address,
    fetched: null,
    status: 200,
    headers: {},
    contentType: "application/pdf",
    sha256: "",
  };
  const item = {
    id: address,
    address,
    title: "Columns",
    published: "2031-03-09",
    updated: null,
    summary: null,
    content: null,
    authors: [],
  };
  const read = async (bytes: Buffer) => {
    const reading = await readFetched(bytes, address, nothingKnown, { retrieval, item });
    return reading.kind === "article" ? reading.article : null;
  };
  expect(await read(bytesOf(pdfFiles["list.pdf"]))).toMatchObject({
    url: address,
    published: "2031-03-09",
    publishedFrom: "feed",
  });
  expect(await read(pdf)).toMatchObject({ url: address, published: "2031-03-03", publishedFrom: "dateline" });
});

test("the bytes that were read are left as they were", async () => {
  const before = Buffer.from(pdf);
  await allOf(readMany(pdf, "release.pdf", nothingKnown, async () => new Map()));
  expect(pdf.equals(before)).toBe(true);
});
