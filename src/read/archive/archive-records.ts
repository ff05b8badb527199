import { arcHeadEnd, arcStart, parseArcHead } from "./arc-head.js";
import { ArchiveBytes, type ArchivePiece } from "./archive-bytes.js";
import type { ArchivePosition, ArchiveRecord, RecordHead } from "./archive-record.js";
import { gunzipMembers } from "./gunzip-members.js";
import { parseWarcHead, warcHeadEnd, warcStart } from "./warc-head.js";

/** How the two formats differ. */
interface Format {
  readonly start: RegExp;
  readonly headEnd: (bytes: Buffer) => number | null;
  readonly parse: (head: Buffer) => RecordHead | string;
}

const warc: Format = { start: warcStart, headEnd: warcHeadEnd, parse: parseWarcHead };
const arc: Format = { start: arcStart, headEnd: arcHeadEnd, parse: parseArcHead };

/** 4 KiB usually and 64 KiB at most, and for content 32 MiB, as for pages: what is longer is no page of news. */
const usualHead = 4 * 1024;
const longestHead = 64 * 1024;
const longestContent = 32 * 1024 * 1024;

/**
 * The records of a WARC or ARC file, plain or compressed with gzip, in order. What is broken gives its place and the reason, and reading
 * goes on at the next record that can be made out. Holds one record at a time.
 */
export async function* archiveRecords(stream: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveRecord> {
  const { compressed, pieces } = await unpack(stream);
  const bytes = new ArchiveBytes(pieces, { compressed });
  const format = /^\s*WARC\//.test((await bytes.peek(64)).subarray(0, 64).toString("latin1")) ? warc : arc;
  try {
    for (let record = 1; ; record += 1) {
      await skipBlankLines(bytes);
      const place = { record, offset: bytes.place };
      if ((await bytes.peek(1)).length > 0) {
        yield* readRecord(bytes, format, place);
        continue;
      }
      const gap = bytes.crossGap();
      if (gap === null) return;
      yield { kind: "broken", place: { record, offset: gap.offset }, reason: gap.reason, salvage: null };
    }
  } finally {
    await bytes.close();
  }
}

async function* readRecord(bytes: ArchiveBytes, format: Format, place: ArchivePosition): AsyncGenerator<ArchiveRecord> {
  const broken = (reason: string): ArchiveRecord => ({ kind: "broken", place, reason, salvage: null });
  const head = await readHead(bytes, format);
  if (typeof head === "string") {
    const gap = (await bytes.peek(longestHead)).length < longestHead ? bytes.crossGap() : null;
    await seekRecord(bytes, format);
    return yield broken(gap?.reason ?? head);
  }
  if (head.length > longestContent) {
    const passed = await bytes.skip(head.length);
    if (passed < head.length) return yield broken(bytes.crossGap()?.reason ?? cutOff);
    return yield { kind: "too-long", place, head };
  }
  const held = await bytes.peek(head.length + trailer);
  const behind = held.subarray(head.length, head.length + trailer).toString("latin1");
  if (held.length >= head.length && isRecordEnd(behind, format)) {
    return yield { kind: "record", place, head, content: bytes.take(head.length) };
  }
  const gap = held.length < head.length ? bytes.crossGap() : null;
  const reason = held.length < head.length ? cutOff : "the record's length is wrong";
  // Where the bytes simply end, the length may be wrong, and whole records may stand behind a short one.
  const content = await seekRecord(bytes, format);
  if (gap !== null) yield broken(gap.reason);
  else yield { kind: "broken", place, reason, salvage: { head, content } };
}

const cutOff = "the record is cut off";

/** What is looked at behind a record: two line ends and the first letters of the next. */
const trailer = 16;

/** A record is followed by line ends, or by nothing. ARC's crawlers differ in how many they write, and some write none. */
function isRecordEnd(behind: string, { start }: Format): boolean {
  return behind === "" || /^\r?\n/.test(behind) || (start === warc.start && behind.startsWith("WARC/"));
}

async function readHead(bytes: ArchiveBytes, { headEnd, parse }: Format): Promise<RecordHead | string> {
  let end = headEnd((await bytes.peek(usualHead)).subarray(0, usualHead));
  end ??= headEnd((await bytes.peek(longestHead)).subarray(0, longestHead));
  if (end === null) return "no record begins here";
  const head = parse((await bytes.peek(end)).subarray(0, end));
  if (typeof head !== "string") bytes.take(end);
  return head;
}

/**
 * Goes on to where the next record seems to begin, past the line at hand; to the gap or the end where there is none before. Gives back what it
 * passed, as far as that may be looked at again.
 */
async function seekRecord(bytes: ArchiveBytes, { start }: Format): Promise<Buffer> {
  const lineEnd = (await bytes.peek(longestStart)).subarray(0, longestStart).indexOf("\n");
  const passed = [bytes.take(lineEnd < 0 ? 1 : lineEnd + 1)];
  let size = 0;
  for (;;) {
    const held = await bytes.peek(scanned);
    const at = start.exec(held.subarray(0, scanned).toString("latin1"))?.index;
    const count = at ?? (held.length < scanned ? held.length : scanned - longestStart);
    const part = bytes.take(count);
    size += part.length;
    if (size <= longestContent) passed.push(part);
    if (at !== undefined || held.length < scanned) return Buffer.concat(passed);
  }
}

const scanned = 256 * 1024;
const longestStart = 16 * 1024;

async function skipBlankLines(bytes: ArchiveBytes): Promise<void> {
  for (;;) {
    const held = await bytes.peek(8);
    let blank = 0;
    while (held[blank] === 0x0d || held[blank] === 0x0a) blank += 1;
    bytes.take(blank);
    if (blank === 0 || blank < held.length) return;
  }
}

async function unpack(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ readonly compressed: boolean; readonly pieces: AsyncIterable<ArchivePiece> }> {
  const source = stream[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < 2) {
    const { done, value } = await source.next();
    if (done === true) break;
    first.push(value);
    size += value.length;
  }
  const whole = rejoin(Buffer.concat(first), source);
  const [a, b] = Buffer.concat(first);
  const compressed = a === 0x1f && b === 0x8b;
  return { compressed, pieces: compressed ? gunzipMembers(whole) : plainPieces(whole) };
}

async function* rejoin(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first;
    for (;;) {
      const { done, value } = await rest.next();
      if (done === true) return;
      yield value;
    }
  } finally {
    await rest.return?.();
  }
}

async function* plainPieces(stream: AsyncIterable<Uint8Array>): AsyncGenerator<ArchivePiece> {
  let offset = 0;
  for await (const bytes of stream) {
    yield { kind: "bytes", offset, bytes };
    offset += bytes.length;
  }
}
