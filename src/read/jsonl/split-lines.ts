/** One line of a stream, without its end; `number` counts from 1. A line over the limit is named and its bytes are let go. */
export type SplitLine =
  | { readonly kind: "line"; readonly number: number; readonly bytes: Uint8Array }
  | { readonly kind: "too-long"; readonly number: number; readonly limit: number };

/** 64 MiB: over a hundred times the longest article of any set that we know, and a bound on memory. */
const longestLine = 64 * 1024 * 1024;

/**
 * The lines of a stream of bytes, ended by `\n`, each as soon as it is whole; the last needs no end. Only the current line is held in
 * memory.
 */
export async function* splitLines(stream: AsyncIterable<Uint8Array>, limit = longestLine): AsyncGenerator<SplitLine> {
  const held: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const finish = (): SplitLine => {
    const line: SplitLine =
      size > limit ? { kind: "too-long", number, limit } : { kind: "line", number, bytes: Buffer.concat(held) };
    held.length = 0;
    size = 0;
    number += 1;
    return line;
  };
  const hold = (part: Uint8Array): void => {
    size += part.length;
    if (size <= limit) held.push(part);
    else held.length = 0;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      hold(chunk.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    if (from < chunk.length) hold(chunk.subarray(from));
  }
  if (size > 0) yield finish();
}

const lineFeed = 0x0a;
