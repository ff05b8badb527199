import type { Span } from "../text/span.js";
import type { Mention } from "./mention.js";
import type { ArticleRecord } from "./record.js";
import type { Statement } from "./statement.js";

/**
 * What is wrong with a record that its schema cannot see: spans outside the text or over other words than they claim, ids given twice,
 * ids that lead nowhere, a statement within itself. One sentence a fault; an empty list for a sound record.
 */
export function recordFaults(record: ArticleRecord): readonly string[] {
  return [
    ...idFaults(record),
    ...quotedWords(record).flatMap((words) => wordFault(record, words)),
    ...withinFaults(record),
  ];
}

/** Words that the record gives, where they stand, and which part of the record gives them; `text` is `null` where it only points. */
interface QuotedWords {
  readonly where: string;
  readonly span: Span;
  readonly text: string | null;
}

function wordFault({ article }: ArticleRecord, { where, span, text }: QuotedWords): readonly string[] {
  if (span[1] > article.text.length || span[0] >= span[1])
    return [`${where}: the span [${span}] covers no words of the article`];
  const words = article.text.slice(...span);
  return text === null || text === words ? [] : [`${where}: the span [${span}] covers "${words}" and not "${text}"`];
}

function quotedWords(record: ArticleRecord): readonly QuotedWords[] {
  const claims = [...record.statements, ...record.actions, ...record.postures, ...record.stances];
  return [
    ...record.entities.flatMap(({ id, roles, mentions }) => [
      ...pointers(id, mentions),
      ...pointers(
        id,
        roles.map(({ span }) => span),
      ),
    ]),
    ...[...record.places, ...record.times].map(({ id, span, text }) => ({ where: id, span, text })),
    ...record.statements.flatMap(statementWords),
    ...claims.flatMap(({ id, evidence }) => pointers(id, evidence)),
    ...record.actions.flatMap(({ id, actors, recipients, trigger }) => given(id, [...actors, ...recipients, trigger])),
    ...record.postures.flatMap(({ id, subject, by }) => given(id, [subject, by])),
    ...record.stances.flatMap(({ id, holder, hedge, target }) => given(id, [holder, hedge, target.mention])),
    ...record.messages.flatMap(({ code, span }) => (span === null ? [] : pointers(code, [span]))),
  ];
}

function statementWords({ id, speaker, addressee, channel, cue, hedge, content }: Statement): readonly QuotedWords[] {
  return [
    ...given(id, [speaker, addressee, channel, cue, cue?.phrase ?? null, hedge]),
    ...pointers(id, [...content.spans, ...content.quoted]),
  ];
}

function given(where: string, words: readonly (Pick<Mention, "text" | "span"> | null)[]): readonly QuotedWords[] {
  return words.flatMap((one) => (one === null ? [] : [{ where, span: one.span, text: one.text }]));
}

function pointers(where: string, spans: readonly Span[]): readonly QuotedWords[] {
  return spans.map((span) => ({ where, span, text: null }));
}

function idFaults(record: ArticleRecord): readonly string[] {
  const { entities, places, times, statements, actions, postures, stances } = record;
  const ids = [entities, places, times, statements, actions, postures, stances].flatMap((list) =>
    list.map(({ id }) => id),
  );
  const known = new Set<string>(ids);
  const twice = ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `${id}: the id is given twice`);
  const lost = references(record)
    .filter(({ to }) => to !== null && !known.has(to))
    .map(({ where, to }) => `${where}: ${to} is not in the record`);
  return [...twice, ...lost];
}

interface Reference {
  readonly where: string;
  readonly to: string | null;
}

function references(record: ArticleRecord): readonly Reference[] {
  const from = (where: string, ids: readonly (string | null | undefined)[]): readonly Reference[] =>
    ids.map((to) => ({ where, to: to ?? null }));
  return [
    ...record.statements.flatMap((one) =>
      from(one.id, [one.speaker?.entity, one.addressee?.entity, one.channel?.entity, one.time, one.place, one.within]),
    ),
    ...record.actions.flatMap((one) =>
      from(one.id, [
        ...[...one.actors, ...one.recipients].map(({ entity }) => entity),
        one.time,
        one.place,
        one.accordingTo,
      ]),
    ),
    ...record.postures.flatMap((one) =>
      from(one.id, [one.subject.entity, one.by?.entity, one.since, one.until, one.accordingTo]),
    ),
    ...record.stances.flatMap((one) =>
      from(one.id, [one.holder.entity, one.target.statement, one.target.mention?.entity, one.accordingTo]),
    ),
  ];
}

function withinFaults({ statements }: ArticleRecord): readonly string[] {
  const outer = new Map<string, string | null>(statements.map(({ id, within }) => [id, within]));
  return statements
    .filter(({ id }) => leadsBack(id, outer))
    .map(({ id }) => `${id}: the statement is told within itself`);
}

function leadsBack(id: string, outer: ReadonlyMap<string, string | null>): boolean {
  let at = outer.get(id) ?? null;
  for (let step = 0; at !== null && step < outer.size; step++) {
    if (at === id) return true;
    at = outer.get(at) ?? null;
  }
  return false;
}
