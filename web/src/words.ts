/** "1 article", "3 articles". */
export function counted(count: number, noun: string, many = `${noun}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? noun : many}`;
}

/** `ordered_departure` as a reader says it. */
export function plain(word: string): string {
  return word.replaceAll("_", " ").toLowerCase();
}

/** The start of it where it is longer than that, cut at a word. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2))} …`;
}
