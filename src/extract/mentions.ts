import type { TokenRange } from "../doc/layers.js";
import type { Mention } from "../record/mention.js";
import type { Statement } from "../record/statement.js";
import { nounPhrase } from "./grammar/noun-phrase.js";
import { Token } from "./grammar/token.js";
import type { Words } from "./grammar/words.js";
import type { EntityTable } from "./naming/resolve-entities.js";

/** Whom the words stand for; a pronoun that stands for nobody known is the one who says it: "the union said it would strike". */
export function partyMention(
  range: TokenRange,
  statement: Statement | null,
  words: Words,
  table: EntityTable,
): Mention {
  const mention = mentionOfRange(range, words, table);
  if (mention.entity !== null || !/^(?:it|they|he|she|we|i|us|me|him|her|them)$/i.test(mention.text)) return mention;
  const speaker = statement?.speaker ?? null;
  if (speaker !== null) return plainMention(speaker);
  const sayer = sayerOf(range.first, words);
  return sayer === null ? mention : mentionOf(sayer, words, table);
}

/** The subject of the verb whose clause the pronoun stands in, where no statement tells it. */
function sayerOf(pronoun: number, words: Words): number | null {
  let verb = new Token(pronoun, words).head;
  for (let step = 0; step < 4; step++) {
    const { head } = verb;
    const subject = verb.deprel === "ccomp" ? head.subject : null;
    if (subject !== null) return subject.upos === "PRON" ? null : subject.index;
    if (verb.hangsOn(verb)) return null;
    verb = head;
  }
  return null;
}

/** The noun with what belongs to it, without those joined to it and without clauses. */
export function mentionOf(noun: number, words: Words, table: EntityTable): Mention {
  const range = nounPhrase(noun, words, (one) => /^(?:conj|acl|advcl|cc|list)/.test(words.deprel(one)));
  return mentionOfRange(range, words, table);
}

/** The words of a range, and whom they stand for. */
export function mentionOfRange(range: TokenRange, words: Words, table: EntityTable): Mention {
  return { text: words.slice(range), span: words.span(range), entity: table.resolve(range).entity };
}

/** The mention alone of something that is one and more: a speaker, a channel. */
export function plainMention({ text, span, entity }: Mention): Mention {
  return { text, span, entity };
}
