import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";

/** The bytes of a body without its content coding, or why they cannot be had. */
export type Decoded =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Undoes the codings that a `Content-Encoding` header names (`gzip`, `deflate`, `br`; several by commas, undone from the last), giving no
 * more than `limit` bytes. A body that is not coded as the header says is taken as it is: servers and archives unpack bodies and keep the
 * header. A body that breaks off, or is too big unpacked, is refused.
 */
export function decodeContent(body: Uint8Array, codings: string | null, limit: number): Decoded {
  const names = (codings ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity")
    .reverse();
  if (names.length > mostCodings) return { kind: "refused", reason: `the body is coded ${names.length} times over` };
  let bytes = body;
  for (const name of names) {
    const decoded = decodeOnce(bytes, name, limit);
    if (decoded.kind === "refused") return decoded;
    bytes = decoded.bytes;
  }
  return { kind: "bytes", bytes };
}

/** One is what servers send; a second is a mistake that happens. */
const mostCodings = 2;

function decodeOnce(bytes: Uint8Array, coding: string, limit: number): Decoded {
  if (bytes.length === 0) return { kind: "bytes", bytes };
  const unpack = unpackerOf(bytes, coding);
  if (unpack === null) return { kind: "bytes", bytes };
  if (unpack === "unknown") return { kind: "refused", reason: `the body is coded with "${coding.slice(0, 40)}"` };
  try {
    return { kind: "bytes", bytes: unpack(bytes, { maxOutputLength: limit }) };
  } catch (error) {
    const tooBig = error instanceof RangeError;
    if (!tooBig && coding === "br" && looksLikeText(bytes)) return { kind: "bytes", bytes };
    return {
      kind: "refused",
      reason: tooBig ? `the body unpacks to more than ${limit} bytes` : `the body is broken ${coding} data`,
    };
  }
}

type Unpack = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array;

/** `null`: the bytes are not coded after all. */
function unpackerOf(bytes: Uint8Array, coding: string): Unpack | "unknown" | null {
  switch (coding) {
    case "gzip":
    case "x-gzip":
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync : null;
    case "deflate":
      // RFC 9110 means zlib's wrapping; some servers send the bare data.
      if (((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0) return inflateSync;
      return looksLikeText(bytes) ? null : inflateRawSync;
    case "br":
      return brotliDecompressSync;
    default:
      return "unknown";
  }
}

/** Markup, as an uncoded page would begin. */
function looksLikeText(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s*[<{]/.test(Buffer.from(bytes.subarray(0, 64)).toString("latin1"));
}
