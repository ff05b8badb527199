/**
 * The headline of a text that starts with one, else `null`: a single line of at most 200 units, with a blank line and more words behind
 * it, that does not end as a sentence does.
 */
export function headlineOf(text: string): string | null {
  const match = /^([^\n]{1,200})\n[^\S\n]*\n(?=\s*\S)/.exec(text);
  const line = match?.[1]?.trim() ?? "";
  return line === "" || /[.:;,…]["”’')\]]*$/.test(line) ? null : line;
}
