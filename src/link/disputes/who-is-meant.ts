import type { Entity } from "../../record/entity.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Span } from "../../text/span.js";
import { isOfSomebody } from "./claim-sentence.js";

/** The name of whom the word at a place stands for by the article; `null` where that is not sure, or it stands for nobody whom the article names. */
export function whoIsMeant(clause: string, at: number, record: ArticleRecord): string | null {
  const meant = record.entities.find(({ mentions }) => mentions.some(([start]) => start === at));
  return meant === undefined || (isOfSomebody(clause) && !isSurely(meant, at, record)) ? null : meant.name;
}

/** Whether a pronoun at a place surely stands for somebody: where it may be a person, no other is named since the sentence that last names him. */
function isSurely({ id, kind, mentions }: Entity, at: number, record: ArticleRecord): boolean {
  if (kind !== "person") return true;
  const { text } = record.article;
  const isName = ([from, to]: Span): boolean =>
    from < at && /\p{Lu}/u.test(text.slice(from, to).replace(/^(?:He|She|His|Her|The|An?)\b/, ""));
  const last = mentions.filter(isName).at(-1);
  if (last === undefined) return false;
  const from = Math.max(text.lastIndexOf(". ", last[0]), text.lastIndexOf("\n", last[0]));
  return !record.entities.some(
    (other) => other.id !== id && other.kind === "person" && other.mentions.some((one) => isName(one) && one[0] > from),
  );
}
