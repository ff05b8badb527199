/**
 * The text with line ends as `\n` and without the blank lines before its first and after its last line of words; blank is a line of
 * nothing but white space. Nothing else changes: indents, spaces, quotation marks and Unicode forms stay, because every offset is later
 * counted in this text and every quotation is verbatim in it. A text of nothing but blank lines becomes the empty string.
 */
export function normaliseText(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const first = lines.findIndex(holdsWords);
  if (first < 0) return "";
  return lines.slice(first, lines.findLastIndex(holdsWords) + 1).join("\n");
}

function holdsWords(line: string): boolean {
  return line.trim() !== "";
}
