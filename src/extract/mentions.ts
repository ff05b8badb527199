import type { TokenRange } from "../doc/layers.js";
import type { Mention } from "../record/mention.js";
import type { Statement } from "../record/statement.js";
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
  return statement?.speaker ? plainMention(statement.speaker) : mention;
}

/** The words of a range, and whom they stand for. */
export function mentionOfRange(range: TokenRange, words: Words, table: EntityTable): Mention {
  return { text: words.slice(range), span: words.span(range), entity: table.resolve(range).entity };
}

/** The mention alone of something that is one and more: a speaker, a channel. */
export function plainMention({ text, span, entity }: Mention): Mention {
  return { text, span, entity };
}
