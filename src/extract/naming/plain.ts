/**
 * The words as they are compared: lower case, without accents, points, apostrophes and a possessive `'s`, hyphens as spaces.
 * "Maj.-Gen." and "maj gen" come out the same.
 */
export function plain(text: string): string {
  // Most words are ASCII letters alone, and this runs over every word of an article.
  if (/^[a-z0-9]+$/i.test(text)) return american.get(text.toLowerCase()) ?? text.toLowerCase();
  const bare = ascii.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "");
  return bare
    .toLowerCase()
    .replace(/['’]s\b/gu, "")
    .replace(/[.'’‘`]/gu, "")
    .replace(/[^\p{L}\p{N}&]+/gu, " ")
    .replace(/\b(?:defence|centre|organisation|programme|harbour)\b/g, (word) => american.get(word) ?? word)
    .trim();
}

/** No letter of it has an accent. */
const ascii = /^[ -~]*$/;

/** One spelling of words that names of bodies have in two. */
const american: ReadonlyMap<string, string> = new Map([
  ["defence", "defense"],
  ["centre", "center"],
  ["organisation", "organization"],
  ["programme", "program"],
  ["harbour", "harbor"],
]);

/** The words of {@link plain}. */
export function plainWords(text: string): readonly string[] {
  const words = plain(text);
  return words === "" ? [] : words.split(" ");
}
