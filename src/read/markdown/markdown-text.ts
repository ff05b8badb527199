import { plainText } from "../feed/markup.js";

/**
 * The words of a Markdown text: a paragraph for each of its paragraphs, headings, quotations and entries of lists, without the marks that set them. Of links and
 * emphasis the words stay; pictures, code and the addresses of references go.
 */
export function markdownText(written: string): string {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  let fence: string | null = null;
  const flush = (): void => {
    const paragraph = inlineText(lines.join(" "));
    if (paragraph !== "") paragraphs.push(paragraph);
    lines = [];
  };
  for (const raw of written.split(/\r\n?|\n/)) {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(raw)?.[1] ?? null;
    if (fence !== null) {
      if (mark?.startsWith(fence) === true) fence = null;
      continue;
    }
    const line = raw.replace(/^(?:\s{0,3}>\s?)+/, "");
    if (mark !== null) {
      flush();
      fence = mark;
    } else if (line.trim() === "" || isRule(line) || isReference(line)) flush();
    else {
      if (opensParagraph.test(line)) flush();
      lines.push(line.replace(opensParagraph, "").trim());
      if (/^\s{0,3}#/.test(line)) flush();
    }
  }
  flush();
  return paragraphs.join("\n\n");
}

/** A heading, an entry of a list with or without its box, a note. */
const opensParagraph = /^\s*(?:#{1,6}\s+|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,3}[.)]\s+|\[\^[^\]]{1,40}\]:\s*)/;

/** A line between parts, or below a heading, or below the heads of a table. */
function isRule(line: string): boolean {
  return /^\s{0,3}(?:(?:[-*_]\s*){3,}|=+|-{2,}|\|?[\s:|-]*-{3}[\s:|-]*)\s*$/.test(line);
}

/** `[quay]: https://…` */
function isReference(line: string): boolean {
  return /^\s{0,3}\[(?!\^)[^\]]{1,80}\]:\s*\S/.test(line);
}

function inlineText(line: string): string {
  const bare = line
    .replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, (_, sign: string) => escapedSign(sign))
    .replace(/!\[[^\]]{0,300}\](?:\([^()]{0,1000}\)|\[[^\]]{0,80}\])/g, "")
    .replace(/\[\^[^\]]{1,40}\]/g, "")
    .replace(/\[([^[\]]{1,500})\](?:\([^()]{0,1000}(?:\([^()]{0,200}\)[^()]{0,200})?\)|\[[^\]]{0,80}\])/g, "$1")
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]{1,500})>/g, "$1")
    .replace(/(`+)(.{1,500}?)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*])(\*{1,3})(?=\S)(.{1,300}?)(?<=\S)\1(?!\*)/gu, "$2")
    .replace(/(\*{2,3})(?=\S)([^*]{1,300}?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)(.{1,300}?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, "$2")
    .replace(/~~(?=\S)(.{1,300}?)~~/g, "$1");
  const words = /<\/?[a-z][^<>]*>|<!--|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(bare) ? (plainText(bare) ?? "") : bare;
  return words
    .replace(/[\ue000-\ue07f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - firstEscaped))
    .replace(/\s+/g, " ")
    .trim();
}

/** Of the private use area, which no text has: an escaped sign marks nothing. */
const firstEscaped = 0xe000;

function escapedSign(sign: string): string {
  return String.fromCharCode(firstEscaped + sign.charCodeAt(0));
}
