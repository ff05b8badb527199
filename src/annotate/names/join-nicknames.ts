import type { TaggedStretch } from "../tag-sequence.js";

/** Words in quote marks that stand between parts of a name are at most so many tokens, marks included. */
const widest = 5;

/**
 * The stretches with the parts of a person's name made one where a nickname in quote marks parts them: `Anton “Toni” Brandt`. `text` gives
 * the words of a token.
 */
export function joinNicknames(names: readonly TaggedStretch[], text: (token: number) => string): TaggedStretch[] {
  const joined: TaggedStretch[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    if (last?.type !== "PERSON" || name.type !== "PERSON" || !isNickname(last.end, name, text)) {
      joined.push(name);
      continue;
    }
    joined[joined.length - 1] = { ...last, end: name.end, score: Math.min(last.score, name.score) };
  }
  return joined;
}

/** Whether a quotation opens at token `open` and closes within the name behind it, or directly before that. */
function isNickname(open: number, name: TaggedStretch, text: (token: number) => string): boolean {
  if (!/^["“‘'«]$/.test(text(open)) || name.first - open > widest) return false;
  for (let i = open + 2; i < Math.min(open + widest, name.end - 1); i++) {
    if (/^["”’'»]$/.test(text(i))) return name.first <= i + 1;
  }
  return false;
}
