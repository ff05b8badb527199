import type { TaggedStretch } from "../tag-sequence.js";

/** What is named after a place that lies at it; "City of | Dayton" and "University of | Georgia" are better left apart. */
const features =
  /^(?:bay|bight|cape|channel|coast|delta|firth|gulf|horn|isle|isthmus|mouth|peninsula|port|sea|sound|strait|straits)$/i;

/**
 * The stretches with those made one that the tagger cut behind "of": "Strait of | Meresh". `text` gives the words of a token.
 */
export function joinAtOf(names: readonly TaggedStretch[], text: (token: number) => string): TaggedStretch[] {
  const joined: TaggedStretch[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    const cut = last !== undefined && last.end === name.first && text(name.first - 1) === "of";
    if (cut && features.test(text(name.first - 2)) && last.end - last.first > 1) {
      joined[joined.length - 1] = { ...last, type: "LOC", end: name.end, score: Math.min(last.score, name.score) };
    } else joined.push(name);
  }
  return joined;
}
