/** The lemmas of inflected verbs and nouns that a dictionary knows. */
export interface LemmaTable {
  /** The lemma of a form in lower case, `null` where the dictionary has none for it or it is its own. */
  lemmaOf(form: string, upos: "VERB" | "NOUN"): string | null;
}

export interface LemmaEntry {
  readonly form: string;
  readonly upos: "VERB" | "NOUN";
  readonly lemma: string;
}

/** The table as a text that {@link openLemmas} reads in place: a line for each entry, in order of its bytes. The same entries give the same text. */
export function encodeLemmas(entries: readonly LemmaEntry[]): string {
  const lines = entries.map(({ form, upos, lemma }) => `${keyOf(form, upos)}${lemma}`);
  return `\n${[...new Set(lines)].sort().join("\n")}\n`;
}

/** The table in that text. Opening takes no time; a form is found by halving. */
export function openLemmas(text: string): LemmaTable {
  return {
    lemmaOf(form, upos) {
      const key = keyOf(form, upos);
      let low = 0;
      let high = text.length - 1;
      while (low < high) {
        const start = text.lastIndexOf("\n", (low + high) >> 1) + 1;
        const end = text.indexOf("\n", start);
        if (text.startsWith(key, start)) return text.slice(start + key.length, end);
        if (text.slice(start, start + key.length) < key) low = end;
        else high = start - 1;
      }
      return null;
    },
  };
}

/** A slash sorts before every letter, so that a form comes before those that go on after it. */
function keyOf(form: string, upos: LemmaEntry["upos"]): string {
  return `${form}/${upos === "VERB" ? "v" : "n"}/`;
}
