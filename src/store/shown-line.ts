import { isAside, loosePronoun, partiesTold } from "../link/events/parties-told.js";
import type { Action } from "../record/action.js";
import { type LineFacts, lineFacts, namesOfMentions } from "../record/line-facts.js";
import type { Posture } from "../record/posture.js";
import type { ArticleRecord } from "../record/record.js";
import { oneLine } from "../text/one-line.js";
import { type Span, spansOverlap } from "../text/span.js";
import { lineId } from "./line-id.js";
import type { LineKind } from "./lines-of-record.js";

/** A line with all that a page shows of it, so that nobody has to unpack its record. */
export interface ShownLine extends LineFacts {
  /** Names the line in the whole database. */
  readonly id: string;
  readonly kind: LineKind;
  /** The id of its version. */
  readonly article: string;
  readonly published: string | null;
  /** The day of its article, in the zone of the database. */
  readonly day: string;
  /** Of a statement: the first title that the article gives the speaker; `null` where the words for the speaker hold it, or there is none. */
  readonly role: string | null;
  /** Of a statement that is all in the speaker's own words: these, with `…` where the article has its own in between. */
  readonly own: string | null;
  /** Of an act or a state: true where its own sentences have no words for whoever acts, whose it is or in whose country, so that only the rest of the article tells. */
  readonly elsewhere: boolean;
  /**
   * Of an act: who acts and to whom it is done, by name, as far as its own sentence puts them there; `null` where it leaves open who acts. Of a statement: who speaks in the words of
   * its sentence, where these name others and no title of whom they are taken for ("the leader of the Vane Front"); `null` otherwise, and of all others.
   */
  readonly parties: ShownAct | null;
  /** Of an act: whether its sentence tells it only in passing. Of a statement: whether "it" or "they" say it, which other sentences alone tell of whom. */
  readonly aside: boolean;
  /** In characters: where in its article its first words stand. */
  readonly at: number;
}

/** An act as its own sentence tells it. */
export interface ShownAct extends Pick<LineFacts, "who" | "whom"> {
  /** What is done and to whom, where these have no name: "seized the port"; `null` otherwise. */
  readonly doing: string | null;
}

/** The line of a record as a page shows it. @param day that of the article */
export function shownLine(
  record: ArticleRecord,
  { id, kind }: { readonly id: string; readonly kind: LineKind },
  day: string,
): ShownLine {
  const { id: article, published } = record.article;
  return { ...{ id: lineId(article, id), kind, article, published, day }, ...whatIsShown(record, kind, id) };
}

type Shown = Omit<ShownLine, "id" | "kind" | "article" | "published" | "day">;

/** What the column `shown` of a line holds; type, status and what was said stand in columns of their own. */
export function encodeShown(record: ArticleRecord, kind: LineKind, id: string): string {
  const { type: _, status: __, words, own, ...rest } = whatIsShown(record, kind, id);
  const said = record.statements.find((one) => one.id === id)?.content.text;
  const kept = {
    ...rest,
    elsewhere: rest.elsewhere || null,
    aside: rest.aside || null,
    at: rest.at === 0 ? null : rest.at,
    words: said !== undefined && words === oneLine(said) ? null : words,
    own: own === words ? true : own,
  };
  return JSON.stringify(
    Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== null && !isEmpty(value))),
  );
}

/** The line in such a row. */
export function readShown(row: {
  readonly article: string;
  readonly published: string | null;
  readonly day: string;
  readonly line: string;
  readonly kind: string;
  readonly type: string;
  readonly status: string | null;
  readonly what: string;
  readonly shown: string;
}): ShownLine {
  // The column holds what `encodeShown` gave.
  const shown = JSON.parse(row.shown) as Partial<Omit<Shown, "own">> & { readonly own?: string | true };
  const words = shown.words ?? oneLine(row.what);
  const { who = null, word = null, whom = null, hedge = null, accordingTo = [], when = null, where = null } = shown;
  return {
    ...{
      id: lineId(row.article, row.line),
      kind: row.kind as LineKind,
      article: row.article,
      published: row.published,
      day: row.day,
    },
    ...{ who, type: row.type, word, whom, status: row.status, hedge, accordingTo, when, where, words },
    ...{ role: shown.role ?? null, own: shown.own === true ? words : (shown.own ?? null) },
    elsewhere: shown.elsewhere ?? false,
    parties: shown.parties ?? null,
    aside: shown.aside ?? false,
    at: shown.at ?? 0,
  };
}

function whatIsShown(record: ArticleRecord, kind: LineKind, id: string): Shown {
  return {
    ...{ ...lineFacts(record, kind, id), role: roleIn(record, id), own: ownWords(record, id) },
    elsewhere: isByOneElsewhere(record, id),
    parties: partiesOfAct(record, id) ?? speakerAsTold(record, id),
    aside:
      record.actions.some((one) => one.id === id && isAside(one, record)) ||
      record.statements.some(({ id: own, speaker }) => own === id && loosePronoun.test(speaker?.text ?? "")),
    at: startOf(record, id),
  };
}

function partiesOfAct(record: ArticleRecord, id: string): ShownLine["parties"] {
  const action = record.actions.find((one) => one.id === id);
  const told = action === undefined ? null : partiesTold(action, record);
  return told === null
    ? null
    : {
        who: namesOfMentions(told.actors, record),
        whom: namesOfMentions(told.recipients, record),
        doing: told.doing === null ? null : oneLine(record.article.text.slice(...told.doing)),
      };
}

function speakerAsTold({ statements, entities }: ArticleRecord, id: string): ShownLine["parties"] {
  const speaker = statements.find((one) => one.id === id)?.speaker ?? null;
  const entity = entities.find((one) => one.id === speaker?.entity);
  if (speaker === null || entity?.kind !== "person") return null;
  const named = new Set(
    `${entity.name} ${entity.roles.map(({ title, of }) => `${title} ${of}`).join(" ")}`
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );
  const words = oneLine(speaker.text);
  const isOther =
    /^the [^,]* \p{Lu}/iu.test(words) &&
    !(words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => word !== "the" && named.has(word));
  return isOther ? { who: words, whom: null, doing: null } : null;
}

function startOf({ statements, actions, postures, stances }: ArticleRecord, id: string): number {
  const isIt = (one: { readonly id: string }): boolean => one.id === id;
  const claim = statements.find(isIt) ?? actions.find(isIt) ?? postures.find(isIt) ?? stances.find(isIt);
  return Math.min(...(claim?.evidence ?? []).map(([start]) => start));
}

function isByOneElsewhere({ actions, postures, entities, places, article }: ArticleRecord, id: string): boolean {
  const action = actions.find((one) => one.id === id);
  if (action !== undefined) return action.actors.length > 0 && !action.actors.some(({ span }) => isIn(action, span));
  const posture = postures.find((one) => one.id === id);
  const owner = posture?.institution.of ?? null;
  if (posture === undefined || owner === null) return false;
  const spansOf = (code: string): readonly Span[] => {
    // "The government" names no country.
    const named = entities.flatMap(({ country, mentions }) =>
      country === code
        ? mentions.filter((span) => /\p{Lu}/u.test(article.text.slice(...span).replace(/^The /, "")))
        : [],
    );
    return [...named, ...places.flatMap(({ country, span }) => (country === code ? [span] : []))];
  };
  const host = posture.institution.in;
  const isHostOpen = host !== null && !spansOf(host).some((span) => isIn(posture, span) || span[1] < lead);
  return isHostOpen || !spansOf(owner).some((span) => isIn(posture, span));
}

/** In characters: the headline and the first sentence, which say where an article plays. */
const lead = 400;

function isIn({ evidence }: Pick<Action | Posture, "evidence">, span: Span): boolean {
  return evidence.some((sentence) => spansOverlap(sentence, span));
}

function roleIn({ statements, entities }: ArticleRecord, id: string): string | null {
  const speaker = statements.find((one) => one.id === id)?.speaker ?? null;
  const entity = entities.find((one) => one.id === speaker?.entity);
  const [role] = entity?.roles ?? [];
  if (entity === undefined || role === undefined) return null;
  return entity.name.toLowerCase().includes(role.title.toLowerCase()) ? null : oneLine(role.title);
}

function ownWords({ statements, article }: ArticleRecord, id: string): string | null {
  const content = statements.find((one) => one.id === id)?.content;
  if (content?.form !== "direct") return null;
  return content.spans.map((span) => oneLine(article.text.slice(...span))).join(" … ");
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
