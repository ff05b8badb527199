import type { DocumentFormat, RefusedKey } from "../formats.js";
import { latin1 } from "./head-of-bytes.js";

/** What bytes that are no text are in: a document, a book, web archives in a ZIP file, or what is refused. */
export type BinaryFormat = DocumentFormat | "epub" | "wacz" | RefusedKey;

/** Which of the formats that are no text the bytes are in, `null` where they begin as none of them does. */
export function sniffBinary(bytes: Uint8Array): BinaryFormat | null {
  const head = latin1(bytes.subarray(0, 1_024));
  // PDF readers let other bytes stand before the mark, and programs put them there.
  if (/^(?:[^\n]{0,80}\n)?%PDF-\d/.test(head)) return "pdf";
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return packedKind(bytes);
  if (head.startsWith("\xd0\xcf\x11\xe0")) return isLocked(bytes) ? "locked" : "office";
  return signatures.find(([mark]) => mark.test(head))?.[1] ?? null;
}

const signatures: readonly (readonly [RegExp, BinaryFormat])[] = [
  [/^\{\\rtf/, "rtf"],
  [/^!BDN/, "outlook"],
  [/^%!PS/, "postscript"],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|\0\0\x01\0)/s, "image"],
  [/^(?:ID3|\xff[\xfb\xf3\xf2]|OggS|fLaC|RIFF.{4}(?:WAVE|AVI )|.{4}ftyp|\x1aE\xdf\xa3)/s, "sound"],
  [/^(?:7z\xbc\xaf|Rar!|BZh[1-9]1AY|\xfd7zXZ|\x28\xb5\x2f\xfd)/, "packed"],
  [/^.{257}ustar/s, "packed"],
  [/^(?:SQLite format 3\0|PAR1)/, "database"],
];

/** Office packs an encrypted document into a file of the old format, under this name. */
function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from("EncryptedPackage", "utf16le"),
  );
}

/** A ZIP file by the names in it: the first ones, and those of its directory at the end. */
function packedKind(bytes: Uint8Array): BinaryFormat {
  const names = latin1(bytes.subarray(0, 4_096)) + latin1(bytes.subarray(Math.max(4_096, bytes.length - 65_536)));
  return zipKinds.find(([mark]) => mark.test(names))?.[1] ?? "zip";
}

const zipKinds: readonly (readonly [RegExp, BinaryFormat])[] = [
  [/mimetypeapplication\/epub\+zip/, "epub"],
  [/mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/, "open-table"],
  [/mimetypeapplication\/vnd\.oasis\.opendocument/, "opendocument"],
  [/\bword\/[\w/]+\.xml/, "docx"],
  [/\bxl\/\w+\.(?:xml|bin)/, "excel"],
  [/\bppt\/[\w/]+\.xml/, "pptx"],
  [/datapackage\.json|archive\/[\w.-]+\.warc/, "wacz"],
];
