import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { type Decoding, decodeText } from "./decode-text.js";

const TEXT = "“Naïve,” said the consul – it’s a début.\n\nCafé doors stayed shut along the quay.";

function encoded(text: string, encoding: string, addBOM = false): Uint8Array {
  return iconv.encode(text, encoding, { addBOM });
}

function codes(decoding: Decoding): readonly string[] {
  return decoding.kind === "text" ? decoding.messages.map(({ code }) => code) : [];
}

test.each([
  ["UTF-8", encoded(TEXT, "utf-8"), "utf-8"],
  ["UTF-8 with a byte order mark", encoded(TEXT, "utf-8", true), "utf-8"],
  ["UTF-16 LE with a byte order mark", encoded(TEXT, "utf-16le", true), "utf-16le"],
  ["UTF-16 LE without one", encoded(TEXT, "utf-16le"), "utf-16le"],
  ["UTF-16 BE with a byte order mark", encoded(TEXT, "utf-16be", true), "utf-16be"],
  ["UTF-16 BE without one", encoded(TEXT, "utf-16be"), "utf-16be"],
  ["Windows-1252", encoded(TEXT, "windows-1252"), "windows-1252"],
])("%s", (_name, bytes, encoding) => {
  expect(decodeText(bytes)).toMatchObject({ kind: "text", text: TEXT, encoding });
});

test("a guess is said to be one", () => {
  expect(codes(decodeText(encoded(TEXT, "windows-1252")))).toEqual(["encoding-guessed"]);
  expect(codes(decodeText(encoded(TEXT, "utf-8")))).toEqual([]);
});

test("a declared encoding is believed where the bytes are not UTF-8", () => {
  const cyrillic = "Порт закрыт";
  expect(decodeText(encoded(cyrillic, "koi8-r"), "koi8-r")).toMatchObject({ text: cyrillic, messages: [] });
  expect(decodeText(encoded(cyrillic, "utf-8"), "koi8-r")).toMatchObject({ text: cyrillic });
  expect(decodeText(encoded(TEXT, "windows-1252"), "no-such-charset")).toMatchObject({ text: TEXT });
});

test("a broken place in UTF-8 is replaced and told of, and the rest stays UTF-8", () => {
  const bytes = Buffer.concat([encoded(TEXT, "utf-8"), Buffer.from([0xc3]), Buffer.from(" end")]);
  const decoding = decodeText(bytes);
  expect(decoding).toMatchObject({ kind: "text", text: `${TEXT}\ufffd end`, encoding: "utf-8" });
  expect(codes(decoding)).toEqual(["bytes-replaced"]);
});

test("no bytes are the empty text", () => {
  expect(decodeText(new Uint8Array())).toMatchObject({ kind: "text", text: "", messages: [] });
});

test("bytes that no text holds are binary", () => {
  const noise = Uint8Array.from({ length: 4_000 }, (_, index) => (index * 73 + (index >> 3)) & 0xff);
  expect(decodeText(noise).kind).toBe("binary");
  expect(decodeText(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7)).kind).toBe("binary");
  expect(decodeText(Buffer.from("text with one zero\0in it")).kind).toBe("binary");
});

test("any bytes are text or binary, never an error", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => /^(?:text|binary)$/.test(decodeText(bytes).kind)));
});

test("what is written as UTF-8 reads back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "é", "“", "文", "🚢", " ", "\n") }), (text) => {
      expect(decodeText(encoded(text, "utf-8"))).toMatchObject({ kind: "text", text });
    }),
  );
});
