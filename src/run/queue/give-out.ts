import type { ArchivePosition } from "../../read/archive/archive-record.js";
import { archiveRecords } from "../../read/archive/archive-records.js";
import type { KnownFacts } from "../../read/known-facts.js";
import type { NoteReading, UnreadableReading } from "../../read/reading.js";
import { sniffFormat } from "../../read/sniff-format.js";
import type { Queue } from "../../store/engine/queue.js";
import { type AddRequest, arrivalOf } from "../add-inputs.js";
import type { Effects } from "../effects.js";
import { type OpenedFile, openInputs } from "../open-inputs.js";
import { inputOf, pack, type Work } from "./work.js";

/** What became of an input: it is given out, or why it is not. */
export type GivenOut =
  | { readonly kind: "given"; readonly input: string; readonly work: Work["kind"] }
  | UnreadableReading
  | NoteReading;

/**
 * Gives the articles of the inputs out, to be read elsewhere; each is told once it is in the queue. What is slow to read is read by whoever takes it: pages and
 * documents in files, and stretches of web archives, which all readers have to find under the same path. Addresses are asked here, so that one process keeps
 * to what each host allows.
 */
export async function* giveOutInputs(request: AddRequest, queue: Queue, effects: Effects): AsyncGenerator<GivenOut> {
  const policy = { ...request, followLinks: true };
  const parts = openInputs<Work>(request.inputs, request.known, effects, policy, (file) => partsOf(file, effects));
  let batch: Work[] = [];
  let size = 0;
  for await (const part of parts) {
    if (part.kind === "unreadable" || part.kind === "note") {
      yield part;
      continue;
    }
    const work: Work =
      part.kind === "article" && "article" in part
        ? { kind: "article", arrival: arrivalOf(part), watched: null }
        : part;
    batch.push(work);
    size += sizeOf(work);
    if (batch.length < atOnce && size < mostBytes) continue;
    yield* give(batch, queue);
    [batch, size] = [[], 0];
  }
  yield* give(batch, queue);
}

/** Pieces of work that are given out in one transaction at most, and about how many bytes of them. */
const atOnce = 64;
const mostBytes = 4 * 1024 * 1024;

async function* give(batch: readonly Work[], queue: Queue): AsyncGenerator<GivenOut> {
  if (batch.length === 0) return;
  await queue.give(batch.map((work) => ({ input: inputOf(work), work: pack(work) })));
  for (const work of batch) yield { kind: "given", input: inputOf(work), work: work.kind };
}

function sizeOf(work: Work): number {
  if (work.kind === "page") return work.bytes.length;
  return work.kind === "article" ? work.arrival.article.text.length + (work.arrival.fetched?.bytes.length ?? 0) : 0;
}

/** What is given out of a file in its place; `null` where the articles in it are. */
function partsOf({ path, known, bytes }: OpenedFile, effects: Effects): AsyncIterable<Work> | null {
  if (bytes === null) return stretchesOf(path, known, effects);
  return slow.has(sniffFormat(bytes, path).kind) ? one({ kind: "page", input: path, known, bytes }) : null;
}

/** What takes longer to read than to send. */
const slow: ReadonlySet<string> = new Set(["page", "document", "mhtml"]);

async function* one(work: Work): AsyncGenerator<Work> {
  yield work;
}

/** An archive in stretches that begin with a whole record. */
async function* stretchesOf(path: string, known: KnownFacts, effects: Effects): AsyncGenerator<Work> {
  let before: ArchivePosition = { record: 0, offset: 0 };
  let records = 0;
  let last = 0;
  const size = { bytes: 0 };
  const stretch = (end: number): Work => {
    const { offset } = before;
    return { kind: "stretch", path, stretch: { offset, length: end - offset }, before, known };
  };
  for await (const { kind, place } of archiveRecords(counted(effects.streamFile(path), size))) {
    // Records that share a member of a compressed file cannot be read apart.
    if (records >= inStretch && kind === "record" && place.offset > last) {
      yield stretch(place.offset);
      before = { record: place.record - 1, offset: place.offset };
      records = 0;
    }
    last = place.offset;
    records += 1;
  }
  yield stretch(size.bytes);
}

/** Records: about so many seconds of reading as a page takes tenths. */
const inStretch = 100;

async function* counted(stream: AsyncIterable<Uint8Array>, size: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const bytes of stream) {
    size.bytes += bytes.length;
    yield bytes;
  }
}
