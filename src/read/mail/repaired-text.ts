import iconv from "iconv-lite";

/** The text without the control characters behind ASCII, which no text has: where they stand, Windows-1252 was read as Latin-1, by the sender's program or by Node's decoder. */
export function repairedText(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (character) => iconv.decode(Buffer.from(character, "latin1"), "windows-1252"));
}
