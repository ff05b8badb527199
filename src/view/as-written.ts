/** Words in lower case as a text writes them: each word of them that stands in it takes the form in which it first stands there. */
export function asWritten(words: string, text: string): string {
  const forms = new Map<string, string>();
  for (const [form] of text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)) {
    const key = form.toLowerCase();
    if (!forms.has(key)) forms.set(key, form);
  }
  return words.replace(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu, (word) => forms.get(word) ?? word);
}
