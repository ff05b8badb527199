import iconv from "iconv-lite";
import type { Message } from "../../text/message.js";

export type Decoding =
  | { readonly kind: "text"; readonly text: string; readonly encoding: string; readonly messages: readonly Message[] }
  | { readonly kind: "binary" };

/**
 * The text in the bytes, without a byte order mark. The encoding is the one that a byte order mark names; else UTF-16 where every other
 * byte is zero as in Western text; else UTF-8 where the bytes are nothing else, for declarations are wrong more often than bytes are
 * UTF-8 by chance; else `declared`, where given; else UTF-8 with a few broken places (message `bytes-replaced`); else Windows-1252, a
 * guess that comes with the message `encoding-guessed`. Bytes that no text holds are `binary`.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoding {
  const wide = markedEncoding(bytes) ?? zeroPattern(bytes);
  if (wide !== null) return textOrBinary(iconv.decode(Buffer.from(bytes), wide), wide, []);
  const text = strictUtf8(bytes);
  if (text !== null) return textOrBinary(text, "utf-8", []);
  if (declared !== null && !isUtf8(declared) && iconv.encodingExists(declared)) {
    return textOrBinary(iconv.decode(Buffer.from(bytes), declared), declared, []);
  }
  const lenient = new TextDecoder("utf-8").decode(bytes);
  const broken = lenient.split("\ufffd").length - 1;
  if (broken < countMultibyte(lenient) - broken) return textOrBinary(lenient, "utf-8", [bytesReplaced(broken)]);
  return textOrBinary(iconv.decode(Buffer.from(bytes), "windows-1252"), "windows-1252", [encodingGuessed]);
}

/** UTF-16 with a byte order mark; UTF-8 with one is UTF-8 all the same. */
function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** Western text in UTF-16 has its zero bytes on one side: after each character in LE, before it in BE. */
function zeroPattern(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4_096) & ~1;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) {
    if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const most = length / 2;
  if (length >= 4 && odd > most * 0.5 && even < most * 0.05) return "utf-16le";
  if (length >= 4 && even > most * 0.5 && odd < most * 0.05) return "utf-16be";
  return null;
}

function isUtf8(encoding: string): boolean {
  return /^(?:utf-?8|us-ascii|ascii)$/i.test(encoding);
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function countMultibyte(text: string): number {
  return text.match(/[^\0-\x7f]/gu)?.length ?? 0;
}

/** More than one control character in a hundred, or any zero character, is no text that a person wrote. */
function textOrBinary(text: string, encoding: string, messages: readonly Message[]): Decoding {
  const controls = text.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]/g)?.length ?? 0;
  if (text.includes("\0") || controls * 100 > text.length) return { kind: "binary" };
  return { kind: "text", text, encoding, messages };
}

const encodingGuessed: Message = {
  code: "encoding-guessed",
  severity: "info",
  span: null,
  reason: "The bytes are not UTF-8 and name no encoding; they were read as Windows-1252.",
};

function bytesReplaced(count: number): Message {
  return {
    code: "bytes-replaced",
    severity: "warning",
    span: null,
    reason: `The input is UTF-8 with ${count} broken ${count === 1 ? "place" : "places"}; each stands as U+FFFD in the text.`,
  };
}
