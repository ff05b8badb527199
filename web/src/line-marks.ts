import type { ArticleRecord } from "../../src/record/record.js";
import type { Marked } from "./marks.js";

/** All words of an article that its lines were read from. */
export function marksOfRecord(record: ArticleRecord): readonly Marked[] {
  const mark = (line: string, role: string, ...spans: readonly (readonly [number, number])[]): Marked[] =>
    spans.map((span) => ({ line, role, span }));
  const of = (mention: { readonly span: readonly [number, number] } | null) => (mention === null ? [] : [mention.span]);
  return [
    ...record.statements.flatMap(({ id, speaker, cue, content, addressee, evidence }) => [
      ...mark(id, "who", ...of(speaker)),
      ...mark(id, "cue", ...of(cue)),
      ...mark(id, "whom", ...of(addressee)),
      ...mark(id, "words", ...content.spans),
      ...mark(id, "evidence", ...evidence),
    ]),
    ...record.actions.flatMap(({ id, actors, recipients, trigger, evidence }) => [
      ...mark(id, "who", ...actors.map(({ span }) => span)),
      ...mark(id, "whom", ...recipients.map(({ span }) => span)),
      ...mark(id, "cue", trigger.span),
      ...mark(id, "evidence", ...evidence),
    ]),
    ...record.postures.flatMap(({ id, subject, by, evidence }) => [
      ...mark(id, "who", subject.span),
      ...mark(id, "by", ...of(by)),
      ...mark(id, "evidence", ...evidence),
    ]),
    ...record.stances.flatMap(({ id, holder, target, evidence }) => [
      ...mark(id, "who", holder.span),
      ...mark(id, "whom", ...of(target.mention)),
      ...mark(id, "evidence", ...evidence),
    ]),
  ];
}
