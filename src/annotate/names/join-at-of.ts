import type { TaggedStretch } from "../tag-sequence.js";

/**
 * The stretches with those made one that the tagger cut behind "of": "Strait of | Meresh". A stretch that ends on "of" with no name behind it loses
 * the word. `text` gives the words of a token.
 */
export function joinAtOf(names: readonly TaggedStretch[], text: (token: number) => string): TaggedStretch[] {
  const joined: TaggedStretch[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    if (last !== undefined && last.end === name.first && endsOnOf(last, text)) {
      // What stands behind "of" tells less of what the whole is: the Strait of Meresh is no state.
      const type = last.type === "GPE" && name.type === "GPE" ? "LOC" : last.type;
      joined[joined.length - 1] = { ...last, type, end: name.end, score: Math.min(last.score, name.score) };
    } else joined.push(name);
  }
  return joined.map((name) => (endsOnOf(name, text) ? { ...name, end: name.end - 1 } : name));
}

function endsOnOf({ first, end }: TaggedStretch, text: (token: number) => string): boolean {
  return end - first > 1 && text(end - 1) === "of";
}
