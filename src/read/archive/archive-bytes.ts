/**
 * A stretch of an archive's unpacked bytes, or a gap where bytes were lost. `offset` is the place in the file: of the bytes themselves, or of
 * the compressed member that holds them.
 */
export type ArchivePiece =
  | { readonly kind: "bytes"; readonly offset: number; readonly bytes: Uint8Array }
  | { readonly kind: "gap"; readonly offset: number; readonly reason: string };

export type Gap = Extract<ArchivePiece, { kind: "gap" }>;

/** Reads an archive's pieces from front to end, holding no more of them than was asked for. Nothing is read across a gap. */
export class ArchiveBytes {
  readonly #pieces: AsyncIterator<ArchivePiece>;
  #held: Buffer = Buffer.alloc(0);
  /** How many bytes were taken so far, and from which of those counts on which offset in the file holds. */
  #taken = 0;
  #marks: { readonly from: number; readonly offset: number }[] = [];
  #gap: Gap | null = null;
  #ended = false;
  readonly #compressed: boolean;

  constructor(pieces: AsyncIterable<ArchivePiece>, { compressed }: { readonly compressed: boolean }) {
    this.#pieces = pieces[Symbol.asyncIterator]();
    this.#compressed = compressed;
  }

  /** The bytes at hand, at least `count` of them unless a gap or the end comes before. */
  async peek(count: number): Promise<Buffer> {
    if (this.#held.length >= count || this.#gap !== null || this.#ended) return this.#held;
    const parts = [this.#held];
    let size = this.#held.length;
    while (size < count) {
      const { done, value } = await this.#pieces.next();
      if (done === true) {
        this.#ended = true;
        break;
      }
      if (value.kind === "gap") {
        this.#gap = value;
        break;
      }
      this.#mark(this.#taken + size, value.offset);
      parts.push(Buffer.from(value.bytes.buffer, value.bytes.byteOffset, value.bytes.byteLength));
      size += value.bytes.length;
    }
    this.#held = parts.length === 2 && this.#held.length === 0 ? (parts[1] ?? this.#held) : Buffer.concat(parts);
    return this.#held;
  }

  /** Takes up to `count` bytes of those at hand. */
  take(count: number): Buffer {
    const bytes = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(bytes.length);
    this.#taken += bytes.length;
    return bytes;
  }

  /** Takes `count` bytes, or as many as come before a gap or the end, without holding them; gives back how many. */
  async skip(count: number): Promise<number> {
    let left = count;
    while (left > 0) {
      const held = await this.peek(1);
      if (held.length === 0) break;
      left -= this.take(left).length;
    }
    return count - left;
  }

  /** The gap that the bytes at hand lead up to, which ends here; `null` where they lead to the end, or nobody knows yet. */
  crossGap(): Gap | null {
    const gap = this.#gap;
    this.#gap = null;
    return gap;
  }

  /** Where in the file the next byte stands: its own offset, or that of the compressed member that holds it. */
  get place(): number {
    while ((this.#marks[1]?.from ?? Number.POSITIVE_INFINITY) <= this.#taken) this.#marks.shift();
    const mark = this.#marks[0];
    if (mark === undefined) return 0;
    return this.#compressed ? mark.offset : mark.offset + this.#taken - mark.from;
  }

  /** Lets the source go. */
  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  #mark(from: number, offset: number): void {
    if (this.#compressed && this.#marks.at(-1)?.offset === offset) return;
    this.#marks.push({ from, offset });
  }
}
