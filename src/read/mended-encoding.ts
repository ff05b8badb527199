import iconv from "iconv-lite";

/** How UTF-8 looks where its bytes were read as Windows-1252 or Latin-1: the first byte of a character, and those that go on. */
const broken = /[\u00c2-\u00f4](?:[\u0080-\u00bf]|[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])+/g;
/** The end of a quotation whose last byte, which Windows-1252 does not know, was lost. */
const cutClose = /â€\ufffd?(?![\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])/g;

/** The text with what somebody's program read in the wrong encoding before it came here set right: “ for "â€œ", é for "Ã©". What is no UTF-8 after all stays as it is. */
export function mendedEncoding(text: string): string {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf€]/.test(text)) return text;
  return text.replace(broken, mended).replace(cutClose, "”");
}

function mended(characters: string): string {
  const bytes = Buffer.concat([...characters].map(byteOf));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return characters;
  }
}

/** What Windows-1252 does not know is the same character in Latin-1. */
function byteOf(character: string): Buffer {
  return character < "\u0100" ? Buffer.from(character, "latin1") : iconv.encode(character, "windows-1252");
}
