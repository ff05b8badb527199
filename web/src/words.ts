/** "1 article", "3 articles". */
export function counted(count: number, noun: string, many = `${noun}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? noun : many}`;
}

/** The start of it where it is longer than that, cut at a word. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2))} …`;
}

/** "page 7", "pages 7 and 8", "pages 2 to 9"; empty for none. */
export function pagesInWords(pages: readonly number[]): string {
  const [first, second] = pages;
  if (first === undefined) return "";
  if (second === undefined) return `page ${first}`;
  return pages.length === 2 ? `pages ${first} and ${second}` : `pages ${first} to ${pages.at(-1)}`;
}
