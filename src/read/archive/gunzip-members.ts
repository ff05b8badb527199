import { crc32, createInflateRaw, type InflateRaw, inflateRawSync } from "node:zlib";
import type { ArchivePiece } from "./archive-bytes.js";

/**
 * The bytes packed in a stream of gzip members, one behind the other as archives have them. A member that is broken ends in a gap, and
 * reading goes on at the next that can be made out. A member that unpacks to more than a thousandfold of itself beyond the first
 * megabytes is a bomb, and is given up likewise.
 */
export async function* gunzipMembers(stream: AsyncIterable<Uint8Array>): AsyncGenerator<ArchivePiece> {
  const source = new PackedBytes(stream);
  let searching = false;
  try {
    for (;;) {
      await source.fill(headLength);
      if (source.held.length === 0) return;
      const start = source.offset;
      const head = await headOf(source);
      if (head === null) {
        if (!searching) yield { kind: "gap", offset: start, reason: "the bytes here are not compressed with gzip" };
        searching = true;
        // What begins as a member does and is none would be found again and again.
        source.take(1);
        source.keepNothing();
        if (!(await source.seekMember())) return;
        continue;
      }
      let given = false;
      let fault: string | null = null;
      for await (const part of inflateMember(source, head)) {
        if (typeof part === "string") fault = part;
        else {
          given = true;
          searching = false;
          yield { kind: "bytes", offset: start, bytes: part };
        }
      }
      if (fault === null) {
        searching = false;
        source.keepNothing();
        continue;
      }
      if (given || !searching) yield { kind: "gap", offset: start, reason: fault };
      searching = true;
      source.rewind();
      if (!(await source.seekMember())) return;
    }
  } finally {
    await source.close();
  }
}

/** RFC 1952: ten bytes, then what the flags name. */
const headLength = 10;

/** Of a member's head, the file name and the comment are the only parts without a bound of their own. */
const longestHead = 64 * 1024;

/** How long the head of the member at hand is; `null` where there is none. */
async function headOf(source: PackedBytes): Promise<number | null> {
  const { held } = source;
  if (held.length < headLength || held[0] !== 0x1f || held[1] !== 0x8b || held[2] !== 8) return null;
  const flags = held[3] ?? 0;
  if (flags > 0x1f) return null;
  if (flags === 0) return headLength;
  await source.fill(longestHead);
  const bytes = source.held;
  let at = headLength;
  if ((flags & 0x04) !== 0) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const flag of [0x08, 0x10]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end < 0) return null;
    at = end + 1;
  }
  if ((flags & 0x02) !== 0) at += 2;
  return at <= bytes.length ? at : null;
}

/** No deflated data unpack to more than 1,032 times their size; pages come to between three and thirty times. */
const largestRatio = 200;
const freeOutput = 16 * 1024 * 1024;

/** Fed to the decompressor at once, so that what one step gives stays below 64 MiB. */
const step = 64 * 1024;

const cutOff = "the compressed data end in the middle";

/** The bytes of the member at hand as they come, and, where it is broken, what is wrong with it as the last. */
async function* inflateMember(source: PackedBytes, head: number): AsyncGenerator<Uint8Array | string> {
  source.take(head);
  await source.fill(shortMember);
  const whole = inflateShort(source.held.subarray(0, shortMember));
  let sum = 0;
  let output = 0;
  for await (const part of whole === null ? inflateLong(source) : [whole.bytes]) {
    if (typeof part === "string") return yield part;
    sum = crc32(part, sum);
    output += part.length;
    yield part;
  }
  if (whole !== null) source.take(whole.consumed);
  await source.fill(8);
  if (source.held.length < 8) return yield cutOff;
  const tail = source.take(8);
  if (tail.readUInt32LE(0) !== sum || tail.readUInt32LE(4) !== output % 2 ** 32) yield "the checksum is wrong";
}

/** In packed and unpacked bytes: nearly every record of a web archive, each a member of its own. */
const shortMember = 256 * 1024;
const shortOutput = 4 * 1024 * 1024;

/** The member's bytes, where it ends within the packed ones: in one step, for the stream costs a hundred times a short record's time. */
function inflateShort(packed: Buffer): { readonly bytes: Uint8Array; readonly consumed: number } | null {
  try {
    // Node's types do not know what `info` changes: the answer is then the bytes and the engine that made them.
    const answer: unknown = inflateRawSync(packed, { info: true, maxOutputLength: shortOutput, chunkSize: step });
    const { buffer, engine } = answer as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    return { bytes: buffer, consumed: engine.bytesWritten };
  } catch {
    return null;
  }
}

async function* inflateLong(source: PackedBytes): AsyncGenerator<Uint8Array | string> {
  const inflating = new Inflating();
  let output = 0;
  let input = 0;
  try {
    for (;;) {
      await source.fill(1);
      const packed = source.held.subarray(0, step);
      const { state, bytes, consumed } = packed.length === 0 ? await inflating.finish() : await inflating.write(packed);
      source.take(consumed);
      input += consumed;
      for (const part of bytes) {
        output += part.length;
        yield part;
      }
      if (state === "ended") return;
      if (packed.length === 0) return yield cutOff;
      if (state !== "more") return yield `the compressed data are broken (${state})`;
      if (output > freeOutput && output > input * largestRatio) {
        return yield `the compressed data unpack to more than ${largestRatio} times their size`;
      }
    }
  } finally {
    inflating.close();
  }
}

interface InflateStep {
  /** `more`: there may be more; `ended`: the data said that they end; else what is wrong. */
  readonly state: string;
  readonly bytes: readonly Uint8Array[];
  readonly consumed: number;
}

/** Node's own decompressor, a step at a time, which tells where the data end. */
class Inflating {
  readonly #inflate: InflateRaw = createInflateRaw({ chunkSize: step });
  readonly #settled: Promise<string>;
  #output: Uint8Array[] = [];
  #consumed = 0;

  constructor() {
    this.#inflate.on("data", (bytes: Buffer) => this.#output.push(bytes));
    this.#settled = new Promise((resolve) => {
      this.#inflate.once("end", () => resolve("ended"));
      this.#inflate.once("error", (error: Error) => resolve(error.message));
    });
  }

  async write(packed: Uint8Array): Promise<InflateStep> {
    const taken = new Promise<string>((resolve) => this.#inflate.write(packed, () => resolve("more")));
    return this.#step(await Promise.race([this.#settled, taken]));
  }

  /** Says that nothing more comes. */
  async finish(): Promise<InflateStep> {
    this.#inflate.end();
    return this.#step(await this.#settled);
  }

  close(): void {
    this.#inflate.destroy();
  }

  #step(state: string): InflateStep {
    const bytes = this.#output;
    this.#output = [];
    const consumed = this.#inflate.bytesWritten - this.#consumed;
    this.#consumed = this.#inflate.bytesWritten;
    return { state, bytes, consumed };
  }
}

/** The compressed bytes of a file, and those of the current member, so that reading can begin again behind its start. */
class PackedBytes {
  readonly #source: AsyncIterator<Uint8Array>;
  held: Buffer = Buffer.alloc(0);
  /** Where in the file `held` begins. */
  offset = 0;
  #kept: Buffer[] = [];
  #keptSize = 0;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#source = stream[Symbol.asyncIterator]();
  }

  /** Sees to it that at least `count` bytes are held, unless the file ends before. */
  async fill(count: number): Promise<void> {
    while (this.held.length < count) {
      const { done, value } = await this.#source.next();
      if (done === true) return;
      this.held = this.held.length === 0 ? bufferOf(value) : Buffer.concat([this.held, value]);
    }
  }

  take(count: number): Buffer {
    const bytes = this.held.subarray(0, count);
    this.held = this.held.subarray(bytes.length);
    this.offset += bytes.length;
    this.#keptSize += bytes.length;
    if (this.#keptSize <= mostKept) this.#kept.push(bytes);
    else this.#kept = [];
    return bytes;
  }

  keepNothing(): void {
    this.#kept = [];
    this.#keptSize = 0;
  }

  /** Takes back what was taken of the current member but its first byte; a member too big to be kept goes on where it is. */
  rewind(): void {
    const bytes = Buffer.concat(this.#kept).subarray(1);
    this.held = Buffer.concat([bytes, this.held]);
    this.offset -= bytes.length;
    this.keepNothing();
  }

  /** Goes to the next bytes that a member may begin with; false where there are none. */
  async seekMember(): Promise<boolean> {
    for (;;) {
      const at = this.held.indexOf(magic);
      const passed = at < 0 ? Math.max(0, this.held.length - magic.length + 1) : at;
      this.held = this.held.subarray(passed);
      this.offset += passed;
      if (at >= 0) return true;
      const before = this.held.length;
      await this.fill(before + step);
      if (this.held.length === before) return false;
    }
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }
}

const magic = Buffer.from([0x1f, 0x8b, 0x08]);

/** 16 MiB: more than any record of a news archive. */
const mostKept = 16 * 1024 * 1024;

/** The same bytes, not a copy. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
