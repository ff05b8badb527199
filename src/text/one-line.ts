/** The text as one line: white space of whatever kind between words is one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
