import iconv from "iconv-lite";
import type { Message } from "../../text/message.js";

export type Decoding =
  | { readonly kind: "text"; readonly text: string; readonly encoding: string; readonly messages: readonly Message[] }
  | { readonly kind: "binary" };

/**
 * The text in the bytes, without a byte order mark. The encoding is the one that a byte order mark names; else UTF-16 or UTF-32 where bytes
 * are zero as in Western text; else UTF-8 where the bytes are nothing else, for declarations are wrong more often than bytes are
 * UTF-8 by chance; else `declared`, where given; else UTF-8 with a few broken places (message `bytes-replaced`); else Windows-1252, a
 * guess that comes with the message `encoding-guessed`. Bytes that no text holds are `binary`, unless `controls` has the few of them stand as U+FFFD.
 */
export function decodeText(
  bytes: Uint8Array,
  declared: string | null = null,
  { controls = "refuse" }: { readonly controls?: "refuse" | "replace" } = {},
): Decoding {
  const decoded = decode(bytes, declared);
  return controls === "replace" ? withoutControls(decoded) : textOrBinary(decoded);
}

type Decoded = Extract<Decoding, { kind: "text" }>;

function decode(bytes: Uint8Array, declared: string | null): Decoded {
  const told = (text: string, encoding: string, messages: readonly Message[] = []): Decoded => {
    return { kind: "text", text, encoding, messages };
  };
  const wide = markedEncoding(bytes) ?? markupPattern(bytes) ?? zeroPattern(bytes);
  if (wide !== null) return told(iconv.decode(Buffer.from(bytes), wide), wide);
  const text = strictUtf8(bytes);
  if (text !== null) return told(text, "utf-8");
  if (declared !== null && !isUtf8(declared) && iconv.encodingExists(declared)) {
    return told(iconv.decode(Buffer.from(bytes), declared), declared);
  }
  const lenient = new TextDecoder("utf-8").decode(bytes);
  const broken = lenient.split("\ufffd").length - 1;
  if (broken < countMultibyte(lenient) - broken) return told(lenient, "utf-8", [bytesReplaced(broken)]);
  return told(iconv.decode(Buffer.from(bytes), "windows-1252"), "windows-1252", [encodingGuessed]);
}

/** UTF-16 or UTF-32 with a byte order mark; UTF-8 with one is UTF-8 all the same. */
function markedEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "utf-32be";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** How XML begins in encodings of wide characters, whatever its letters are (XML 1.0, appendix F). */
function markupPattern(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (head.startsWith("<\0\0\0")) return "utf-32le";
  if (head.startsWith("\0\0\0<")) return "utf-32be";
  if (/^<\0[?!a-z]\0/i.test(head)) return "utf-16le";
  return /^\0<\0[?!a-z]/i.test(head) ? "utf-16be" : null;
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
function textOrBinary(decoded: Decoded): Decoding {
  const controls = decoded.text.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]/g)?.length ?? 0;
  return decoded.text.includes("\0") || controls * 100 > decoded.text.length ? { kind: "binary" } : decoded;
}

function withoutControls(decoded: Decoded): Decoding {
  const controls = decoded.text.match(unwritten)?.length ?? 0;
  if (controls === 0) return decoded;
  if (controls * 100 > decoded.text.length && controls > fewControls) return { kind: "binary" };
  return {
    ...decoded,
    text: decoded.text.replace(unwritten, "\ufffd"),
    messages: [...decoded.messages, controlsReplaced(controls)],
  };
}

/** What no XML holds. */
const unwritten = /[\0-\x08\x0b\x0c\x0e-\x1f]/g;

/** In a short text one is more than one in a hundred. */
const fewControls = 8;

function controlsReplaced(count: number): Message {
  return {
    code: "bytes-replaced",
    severity: "warning",
    span: null,
    reason: `It has ${count} control ${count === 1 ? "character" : "characters"}, each of which stands as U+FFFD.`,
  };
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
