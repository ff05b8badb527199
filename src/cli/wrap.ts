import { ownColours } from "./printable.js";

/**
 * The words of a text in lines of at most `width` characters, each behind `indent`; a word that is longer than a line stands alone.
 * Style marks take no room.
 */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && shownLength(longer) > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== "") lines.push(line);
  return lines.map((one) => indent + one).join("\n");
}

function shownLength(text: string): number {
  return text.replace(ownColours, "").length;
}
