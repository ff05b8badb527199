import { articleRecordResource } from "../api/articles.js";
import type { ArticleRecord } from "../record/record.js";
import type { Span } from "../text/span.js";
import type { Ask } from "./ask.js";
import { wordsReference } from "./draft.js";
import { mostWords } from "./quoted.js";

/** The text as passages that one quotation can hold: its paragraphs, a long one in several. */
export function passagesOf(text: string): readonly Span[] {
  return [...text.matchAll(/\S(?:(?!\n[^\S\n]*\n)[\s\S])*/g)].flatMap(({ index, 0: words }) =>
    pieces(text, [index, index + words.trimEnd().length]),
  );
}

/** Cut behind the last end of a sentence that fits, else between words. */
function pieces(text: string, [start, end]: Span): readonly Span[] {
  const found: Span[] = [];
  let from = start;
  while (end - from > mostWords) {
    const window = text.slice(from, from + mostWords);
    const sentence = [...window.matchAll(/[.!?]["”’)]*\s+/g)].at(-1);
    const cut =
      sentence === undefined ? Math.max(window.lastIndexOf(" "), mostWords / 2) : sentence.index + sentence[0].length;
    found.push([from, from + window.slice(0, cut).trimEnd().length]);
    from += cut;
  }
  return [...found, [from, end]];
}

/** The passage of an article that has one of the words in it, as citations are asked for; else the first. */
export async function passageWith(article: string, words: readonly string[], ask: Ask): Promise<string> {
  const { text } = (await ask<ArticleRecord>(articleRecordResource, { params: { id: article } })).article;
  const passages = passagesOf(text);
  const [first = [0, 300]] = passages;
  const found = passages.find((span) => words.some((word) => text.slice(...span).includes(word)));
  return wordsReference(article, [found ?? first]);
}
