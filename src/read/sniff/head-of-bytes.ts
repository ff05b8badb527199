/**
 * The first `size` bytes as Latin-1, to look at their ASCII characters: without a byte order mark, and without zero bytes, so that UTF-16 and UTF-32 read
 * as UTF-8 does.
 */
export function headOfBytes(bytes: Uint8Array, size = 4_096): string {
  return latin1(bytes.subarray(0, size))
    .replaceAll("\0", "")
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "");
}

/** The bytes as Latin-1, one character each. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
