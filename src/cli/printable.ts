import { randomUUID } from "node:crypto";
import { oneLine } from "../text/one-line.js";

/** Stands before a control character of our own. Nobody who writes an article can know it. */
const ownMark = `\ufdd0${randomUUID()}\ufdd0`;

/** Control characters that are to reach a terminal as what they are: colours, the way back to a line's start. {@link printable} lets these through alone. */
export function ownControls(sequence: string): string {
  return sequence.replace(/[\x00-\x1f]/g, (character) => `${ownMark}${signOf(character)}`);
}

/** What the escape sequences of colours (ECMA-48, "select graphic rendition") are written as by {@link ownControls}. */
export const ownColours = new RegExp(`${ownMark}\u241b\\[[0-9;]*m`, "g");

/**
 * The text as a terminal may have it. Whatever could move its cursor, change its title or turn the order of letters around is shown as a sign (U+2400 and
 * following) or as an escape of JSON (`\u202e`), so that JSON keeps its value; ends of lines and tabs stay.
 */
export function printable(text: string): string {
  return text
    .replace(strange, signOf)
    .replace(own, (_, sign: string) => String.fromCharCode(sign.charCodeAt(0) - firstSign));
}

/** A message of the program, which is a line: what it quotes of inputs (names, addresses, reasons) adds none. Other texts stay. */
export function messageLine(text: string): string {
  return text.startsWith("sitrep: ") && text.endsWith("\n") ? `${oneLine(text)}\n` : text;
}

// C0 without tab and ends of lines, DEL, C1; embeddings, overrides and isolates of the bidirectional algorithm.
const strange = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)/g;
const own = new RegExp(`${ownMark}([\u2400-\u241f])`, "g");
const firstSign = 0x2400;

function signOf(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(firstSign + code) : `\\u${code.toString(16).padStart(4, "0")}`;
}
