import { decodeContent } from "../decode-content.js";
import { looksLikePage } from "../sniff-format.js";
import type { ArchivePosition, ArchiveRecord, RecordHead } from "./archive-record.js";
import { archiveRecords } from "./archive-records.js";
import { parseHttpResponse } from "./http-response.js";

/** A page out of an archive, a record that holds none with what it is instead, or a place where no record can be read. */
export type ArchiveEntry =
  | { readonly kind: "page"; readonly place: ArchivePosition; readonly page: ArchivedPage }
  | { readonly kind: "passed"; readonly place: ArchivePosition; readonly what: string }
  | { readonly kind: "broken"; readonly place: ArchivePosition; readonly reason: string };

export interface ArchivedPage {
  readonly address: string | null;
  /** When it was fetched, as an ISO 8601 date-time. */
  readonly fetched: string | null;
  /** The `Content-Type` with its parameters. */
  readonly contentType: string | null;
  /** Without chunks and content codings. */
  readonly bytes: Uint8Array;
  /** Whether it is the text of a page without its markup. */
  readonly isText: boolean;
}

/** 32 MiB, as for any page. */
const largestPage = 32 * 1024 * 1024;

/**
 * The pages of a WARC or ARC file, plain or `.gz`, as they come: HTML responses with status 200, pages kept as resources, and the texts that pages were converted to (WET). All that is
 * passed over is told too, in order, so that nothing is lost silently. Never rejects on what the bytes hold.
 */
export async function* readArchive(stream: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveEntry> {
  for await (const record of archiveRecords(stream)) {
    const { place } = record;
    if (record.kind === "broken") yield* salvage(record);
    else if (record.kind === "too-long") yield { kind: "passed", place, what: "too long to be a page" };
    else yield entryOf(place, record.head, record.content);
  }
}

/** A record with a wrong length still gives its page where the response itself says that all of it is there. */
function* salvage({ place, reason, salvage }: Extract<ArchiveRecord, { kind: "broken" }>): Generator<ArchiveEntry> {
  const entry = salvage === null ? null : entryOf(place, salvage.head, salvage.content);
  if (salvage === null || entry?.kind !== "page" || !isWhole(salvage.content)) {
    return yield { kind: "broken", place, reason };
  }
  yield { kind: "broken", place, reason: `${reason}; its page is whole, and is read` };
  yield entry;
}

function isWhole(content: Uint8Array): boolean {
  const response = parseHttpResponse(content);
  const length = response?.headers.get("content-length");
  return length !== undefined && /^\d+$/.test(length) && (response?.body.length ?? 0) >= Number(length);
}

function entryOf(place: ArchivePosition, head: RecordHead, content: Uint8Array): ArchiveEntry {
  const passed = (what: string): ArchiveEntry => ({ kind: "passed", place, what });
  if (head.type === "resource") return resourceEntry(place, head, content);
  if (head.type === "conversion") return conversionEntry(place, head, content);
  if (head.type !== "response") return passed(named(head.type));
  const response = parseHttpResponse(content);
  if (response === null) {
    const isHttp = /^https?:/i.test(head.address ?? "");
    return isHttp ? { kind: "broken", place, reason: "the record holds no HTTP response" } : passed("not HTTP");
  }
  if (response.status !== 200) return passed(`status ${response.status}`);
  const contentType = response.headers.get("content-type") ?? null;
  if (contentType !== null && !isPageType(contentType)) return passed(kindOf(contentType));
  const body = decodeContent(response.body, response.headers.get("content-encoding") ?? null, largestPage);
  if (body.kind === "refused") return { kind: "broken", place, reason: body.reason };
  if (contentType === null && !looksLikePage(body.bytes)) return passed("of no stated type");
  const { address, fetched } = head;
  return { kind: "page", place, page: { address, fetched, contentType, bytes: body.bytes, isText: false } };
}

function resourceEntry(place: ArchivePosition, head: RecordHead, content: Uint8Array): ArchiveEntry {
  const { address, fetched, contentType } = head;
  if (contentType === null || !isPageType(contentType)) return { kind: "passed", place, what: kindOf(contentType) };
  return { kind: "page", place, page: { address, fetched, contentType, bytes: content, isText: false } };
}

function conversionEntry(place: ArchivePosition, head: RecordHead, content: Uint8Array): ArchiveEntry {
  const { address, fetched, contentType } = head;
  if (!/^\s*text\/plain\b/i.test(contentType ?? "")) return { kind: "passed", place, what: kindOf(contentType) };
  return { kind: "page", place, page: { address, fetched, contentType, bytes: content, isText: true } };
}

function isPageType(contentType: string): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType);
}

/** The type without its parameters; only what types are made of, for it is printed. */
function kindOf(contentType: string | null): string {
  return contentType?.toLowerCase().match(/^\s*([a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,60})/)?.[1] ?? "of no stated type";
}

function named(type: string): string {
  return /^[a-z]{1,20}$/.test(type) ? type : "of an unknown kind";
}
