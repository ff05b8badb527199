import type { SyntaxLayer, TokenRange } from "../../doc/layers.js";

/** Relations of words that stand before the noun or verb which they belong to; a stretch that ends on one has been cut off too early. */
const leading = /^(?:amod|aux|aux:pass|case|compound|cop|det|det:predet|expl|mark|nmod:poss|nsubj|nsubj:pass|nummod)$/;

/** Tokens that a phrase can go on for behind the place where it was cut off. */
const farthest = 4;

/**
 * A cue with the verb that its auxiliaries and adverbs belong to ("has" of "has been pounding"), without the time of the saying at its end
 * ("said Friday", "insisted last" of "insisted last night").
 */
export function wholeCue(cue: TokenRange, syntax: SyntaxLayer): TokenRange {
  const { first } = cue;
  let { end } = cue;
  while (end - first > 1 && tellsTime(end - 1, cue, syntax)) end--;
  for (let i = first; i < end; i++) if (!/^(?:AUX|ADV|PART)$/.test(syntax.upos[i] ?? "")) return { first, end };
  const verb = syntax.head[first] ?? first;
  return verb >= end && verb - end < farthest && unbroken({ first: end, end: verb }, syntax)
    ? { first, end: verb + 1 }
    : { first, end };
}

/** A content with the noun or verb that its last word leads up to: "hedge fund and private" of "hedge fund and private equity managers". */
export function wholeContent(content: TokenRange, taken: readonly TokenRange[], syntax: SyntaxLayer): TokenRange {
  let { end } = content;
  for (;;) {
    const last = end - 1;
    const head = syntax.head[last] ?? last;
    const goesOn = head > last && head - last <= farthest && leading.test(syntax.deprel[last] ?? "");
    const rest = { first: end, end: head + 1 };
    if (!goesOn || !unbroken(rest, syntax) || taken.some((range) => range.first < rest.end && rest.first < range.end)) {
      return { first: content.first, end };
    }
    end = head + 1;
  }
}

/** Whether the word, or the noun that it leads up to, says when: "Friday", "last" of "last night". */
function tellsTime(token: number, { first }: TokenRange, { deprel, head }: SyntaxLayer): boolean {
  const noun = leading.test(deprel[token] ?? "") ? (head[token] ?? token) : token;
  return /^(?:obl:tmod|nmod:tmod|obl:unmarked)$/.test(deprel[noun] ?? "") && (head[noun] ?? first) >= first;
}

/** Whether nothing but words and hyphens stand there. */
function unbroken({ first, end }: TokenRange, { upos, lemma }: SyntaxLayer): boolean {
  for (let i = first; i < end; i++) if (upos[i] === "PUNCT" && !/^[-‐‑–]$/.test(lemma[i] ?? "")) return false;
  return true;
}
