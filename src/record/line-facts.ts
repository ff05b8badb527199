import { isPlainDate } from "../text/days.js";
import { oneLine } from "../text/one-line.js";
import type { Action } from "./action.js";
import type { Mention } from "./mention.js";
import type { Posture } from "./posture.js";
import type { ArticleRecord } from "./record.js";
import type { Stance } from "./stance.js";
import type { Statement } from "./statement.js";

/** What a statement, action, posture or stance tells, in words that can be read without its record. */
export interface LineFacts {
  /** By whom it is, by name; `null` where nobody is named. Of a posture: whose state it is. */
  readonly who: string | null;
  /** The act, the action's type, the posture's aspect or the stance's relation. */
  readonly type: string;
  /** The article's word for it; of a posture, its value. */
  readonly word: string | null;
  /** To whom: addressee, recipients, who set a posture, whom a stance is about. */
  readonly whom: string | null;
  /** An action's or a posture's; of a statement `negated` or `null`. */
  readonly status: string | null;
  /** The article's distance, such as "reportedly". */
  readonly hedge: string | null;
  /** Who says so, where the article does not in its own voice; of a statement who told whom, the speaker left out. */
  readonly accordingTo: readonly string[];
  /** A TIMEX3 value of the calendar, or the article's words where its time has none. */
  readonly when: string | null;
  readonly where: string | null;
  /** What was said; where that is a word or two ("denied it"), and of all others, the sentences that tell of it. */
  readonly words: string;
}

/**
 * The facts of the line with that id.
 *
 * @throws {RangeError} where the record does not have it: the database that it is from is broken then.
 */
export function lineFacts(
  record: ArticleRecord,
  kind: "statement" | "action" | "posture" | "stance",
  id: string,
): LineFacts {
  switch (kind) {
    case "statement":
      return statementFacts(lineOf(record.statements, id), record);
    case "action":
      return actionFacts(lineOf(record.actions, id), record);
    case "posture":
      return postureFacts(lineOf(record.postures, id), record);
    case "stance":
      return stanceFacts(lineOf(record.stances, id), record);
  }
}

function lineOf<Claim extends { readonly id: string }>(claims: readonly Claim[], id: string): Claim {
  const claim = claims.find((one) => one.id === id);
  if (claim === undefined)
    throw new RangeError(`Found no line ${id} in its record; \`sitrep verify\` says what is wrong.`);
  return claim;
}

function statementFacts(statement: Statement, record: ArticleRecord): LineFacts {
  const { speaker, addressee, act, cue, hedge, negated, chain, content } = statement;
  return {
    who: nameOf(speaker, record),
    type: act,
    word: cue === null ? null : oneLine(wordOfCue(cue, record)),
    whom: nameOf(addressee, record),
    status: negated ? "negated" : null,
    hedge: hedge === null ? null : oneLine(hedge.text),
    accordingTo: chain.slice(0, -1).map(oneLine),
    when: timeOf(statement.time, record),
    where: placeOf(statement.place, record),
    words: saysLittle(content) ? sentencesOf(statement, record) : oneLine(content.text),
  };
}

/** The cue with the particle that makes it another verb: "ruled [out]", "playing [down]". */
function wordOfCue({ text, span, lemma, phrase }: NonNullable<Statement["cue"]>, { article }: ArticleRecord): string {
  const [, particle] = lemma.split(" ");
  const isWhole = particle === undefined || text.toLowerCase().split(/\s+/).includes(particle);
  const after = isWhole ? "" : article.text.slice(span[1], phrase.span[1]);
  return new RegExp(`^\\s+${particle}$`, "i").test(after) ? `${text}${after}` : text;
}

/** Whether only the sentence around tells what was said; what somebody is quoted with stands alone. */
function saysLittle({ text, quoted }: Statement["content"]): boolean {
  return quoted.length === 0 && isWordOrTwo(text);
}

export function isWordOrTwo(text: string): boolean {
  return text.trim().split(/\s+/).length <= 2;
}

function actionFacts(action: Action, record: ArticleRecord): LineFacts {
  return {
    who: namesOfMentions(action.actors, record),
    type: action.type,
    word: oneLine(action.trigger.text),
    whom: namesOfMentions(action.recipients, record),
    status: action.status,
    hedge: null,
    accordingTo: speakerOf(action.accordingTo, record),
    when: timeOf(action.time, record),
    where: placeOf(action.place, record),
    words: sentencesOf(action, record),
  };
}

function postureFacts(posture: Posture, record: ArticleRecord): LineFacts {
  return {
    who: nameOf(posture.subject, record),
    type: posture.aspect,
    word: posture.value,
    whom: nameOf(posture.by, record),
    status: posture.status,
    hedge: null,
    accordingTo: speakerOf(posture.accordingTo, record),
    when: timeOf(posture.since, record),
    where: null,
    words: sentencesOf(posture, record),
  };
}

function stanceFacts(stance: Stance, record: ArticleRecord): LineFacts {
  const [about] = record.statements.filter(({ id }) => id === stance.target.statement);
  return {
    who: nameOf(stance.holder, record),
    type: stance.relation,
    word: null,
    whom: nameOf(stance.target.mention ?? about?.speaker ?? null, record),
    status: null,
    hedge: stance.hedge === null ? null : oneLine(stance.hedge.text),
    accordingTo: speakerOf(stance.accordingTo, record),
    when: null,
    where: null,
    words: sentencesOf(stance, record),
  };
}

/** The name of whom the words stand for, or the words themselves where that is not known. */
function nameOf(mention: Pick<Mention, "text" | "entity"> | null, { entities }: ArticleRecord): string | null {
  if (mention === null) return null;
  return oneLine(entities.find(({ id }) => id === mention.entity)?.name ?? mention.text);
}

/** Those whom the mentions stand for, by name and each once; `null` for none. */
export function namesOfMentions(mentions: readonly Mention[], record: ArticleRecord): string | null {
  const names = new Set(mentions.flatMap((mention) => nameOf(mention, record) ?? []));
  return names.size === 0 ? null : [...names].join(", ");
}

function speakerOf(statement: string | null, record: ArticleRecord): readonly string[] {
  const speaker = record.statements.find(({ id }) => id === statement)?.speaker ?? null;
  const name = nameOf(speaker, record);
  return name === null ? [] : [name];
}

function timeOf(time: string | null, { times }: ArticleRecord): string | null {
  const found = times.find(({ id }) => id === time);
  if (found === undefined) return null;
  // A span of time, or a weekday of no known week, says less than the article's own words.
  return found.value !== null && isPlainDate(found.value) ? found.value : oneLine(found.text);
}

function placeOf(place: string | null, { places }: ArticleRecord): string | null {
  const found = places.find(({ id }) => id === place);
  return found === undefined ? null : (found.name ?? oneLine(found.text));
}

function sentencesOf({ evidence }: Statement | Action | Posture | Stance, { article }: ArticleRecord): string {
  return oneLine(evidence.map((span) => article.text.slice(...span)).join(" … "));
}
