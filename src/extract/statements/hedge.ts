import type { TokenRange } from "../../doc/layers.js";
import type { Hedge } from "../../record/hedge.js";
import type { Words } from "../grammar/words.js";
import type { StatementLexicon } from "./statement-lexicon.js";

const longest = 4;

/**
 * The words by which the article keeps its distance from a saying: an adverb at the cue ("reportedly told") or a verb
 * that carries it ("appeared to back", "is understood to have considered"); `null` where it does not.
 */
export function hedgeOf(
  cue: TokenRange,
  head: number,
  words: Words,
  lexicon: Pick<StatementLexicon, "hedges">,
): Hedge | null {
  const { first } = words.sentence(head);
  for (let end = Math.max(cue.end, head + 1); end > Math.max(first, cue.first - longest); end--) {
    for (let length = longest; length > 0; length--) {
      const range = { first: end - length, end };
      if (range.first < first || !bearsOn(range, cue, head, words)) continue;
      const kind = lexicon.hedges.get(words.slice(range).toLowerCase().replace(/\s+/g, " "));
      if (kind) return { text: words.slice(range), span: words.span(range), kind };
    }
  }
  return null;
}

/** Only auxiliaries and adverbs stand between the phrase and the cue, or the phrase depends on the cue's head. */
function bearsOn(phrase: TokenRange, cue: TokenRange, head: number, words: Words): boolean {
  if (phrase.first >= cue.first) return true;
  for (let i = phrase.first; i < phrase.end; i++) if (words.head(i) === head && words.upos(i) === "ADV") return true;
  for (let i = phrase.end; i < cue.first; i++) if (!/^(?:AUX|ADV|PART)$/.test(words.upos(i))) return false;
  return true;
}
