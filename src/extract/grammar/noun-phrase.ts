import type { TokenRange } from "../../doc/layers.js";
import type { Words } from "./words.js";

/** The noun with what belongs to it, without relative clauses, asides and what `skip` names. */
export function nounPhrase(noun: number, words: Words, skip?: (child: number) => boolean): TokenRange {
  return words.phrase(noun, (child) => {
    if (skip?.(child)) return true;
    const relation = words.deprel(child);
    if (/^(?:acl:relcl|parataxis|cop|nsubj|mark|aux)/.test(relation)) return true;
    return /^(?:punct|case|cc)$/.test(relation) && words.head(child) === noun;
  });
}

/** The noun phrase that starts at token `first`, whatever it hangs on; its nouns end before those that `skip` names. */
export function phraseFrom(first: number, words: Words, skip?: (token: number) => boolean): TokenRange | null {
  let noun = lastNounFrom(first, words, skip);
  while (noun !== null && /^(?:['’]s?)$/.test(words.text(noun + 1)) && words.deprel(noun + 1) === "case") {
    noun = lastNounFrom(noun + 2, words, skip);
  }
  if (noun === null || skip?.(noun)) return null;
  let head = noun;
  while (words.head(head) !== head && words.head(head) >= first && words.head(head) < noun) head = words.head(head);
  const phrase = nounPhrase(head, words, skip);
  return { first, end: Math.max(noun + 1, phrase.first <= noun ? phrase.end : 0) };
}

/** The last of the nouns behind articles, adjectives and numbers. */
function lastNounFrom(first: number, words: Words, skip?: (token: number) => boolean): number | null {
  let noun = first;
  while (/^(?:DET|ADJ|NUM|ADV)$/.test(words.upos(noun))) {
    noun++;
  }
  if (words.upos(noun) === "PRON" && words.deprel(noun) === "nmod:poss") return lastNounFrom(noun + 1, words, skip);
  for (let next = nextNoun(noun, words); next !== null && !skip?.(next); next = nextNoun(noun, words)) noun = next;
  return /^(?:NOUN|PROPN|PRON)$/.test(words.upos(noun)) ? noun : null;
}

/** The noun that goes on with this one: the next word, behind a hyphen, or the head that it is a part of ("US Central Command"). */
function nextNoun(noun: number, words: Words): number | null {
  const at = /^[-‐]$/.test(words.text(noun + 1)) ? noun + 2 : noun + 1;
  if (/^(?:NOUN|PROPN)$/.test(words.upos(at))) return at;
  const head = words.head(noun);
  const part = /^(?:compound|amod|flat|nmod:desc|nmod)$/.test(words.deprel(noun)) && head > noun && head - noun <= 3;
  return part && /^(?:NOUN|PROPN)$/.test(words.upos(head)) ? head : null;
}
