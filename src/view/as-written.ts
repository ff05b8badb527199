/**
 * Words in lower case as a text writes them: each part between "of" takes the form in which it first stands there, if it does. An article before a
 * name stays small, for it may have stood at the start of a sentence.
 */
export function asWritten(words: string, text: string): string {
  const lower = text.toLowerCase();
  // A letter whose other case is longer would move all that follows it.
  if (lower.length !== text.length) return words;
  const forms = words.split(" of ").map((part) => {
    const at = lower.indexOf(part);
    return at === -1
      ? part
      : text.slice(at, at + part.length).replace(/^(?:The|An?)(?= )/, (article) => article.toLowerCase());
  });
  return forms.join(" of ");
}
