import { type Due, dueLines } from "../link/due/due-lines.js";
import { placeOfLine } from "../link/place-of-line.js";
import type { Action } from "../record/action.js";
import type { Entity } from "../record/entity.js";
import type { Mention } from "../record/mention.js";
import type { Posture } from "../record/posture.js";
import type { ArticleRecord } from "../record/record.js";
import type { Stance } from "../record/stance.js";
import type { Statement } from "../record/statement.js";
import type { Span } from "../text/span.js";
import { type SpeakerVoice, voiceOf } from "./voice.js";

export const lineKinds = ["statement", "action", "posture", "stance"] as const;

/** What a line of the record tells of. */
export type LineKind = (typeof lineKinds)[number];

/**
 * A claim of a record as the database finds it again: by kind and type, by whom it is (`who`: the words for the speaker, the actors, the body that set a
 * posture, the holder of a stance), and by what it is about (`what`: all the rest).
 */
export interface RecordLine {
  readonly id: string;
  readonly kind: LineKind;
  /** The act, the action's type, the posture's aspect or the stance's relation. */
  readonly type: string;
  readonly value: string | null;
  readonly status: string | null;
  readonly who: string;
  readonly what: string;
  /** The id within its record of the place that its words tell; `null` for none. */
  readonly place: string | null;
  /** The id within its record of the time at which it is said to be, of a posture since when; `null` for none. */
  readonly time: string | null;
  /** The id within its record of the statement that it is told by; `null` where the article says it itself. */
  readonly according: string | null;
  /** Of a stance: the ids within its record of who takes it and of whom it is about, `null` where that is no entity; of all others `null`. */
  readonly holder: string | null;
  readonly target: string | null;
  /** Of a statement: its {@link SpeakerVoice}, as JSON. */
  readonly voice: string | null;
  /** Of an act or a state that is still to come: the day on which it is due, and as what ({@link Due}); of all others `null`. */
  readonly due: string | null;
  readonly due_as: Due["as"] | null;
}

/** The lines of a record: statements, actions, postures, stances, each in the record's order. */
export function linesOfRecord(record: ArticleRecord): readonly RecordLine[] {
  const due: ReadonlyMap<string, Due> = dueLines(record);
  return claimsOfRecord(record).map((line) => {
    const found = due.get(line.id);
    return { ...line, due: found?.day ?? null, due_as: found?.as ?? null };
  });
}

type Claim = Omit<RecordLine, "due" | "due_as">;

function claimsOfRecord(record: ArticleRecord): readonly Claim[] {
  const entities = new Map(record.entities.map((entity) => [entity.id, entity]));
  const naming: Naming = {
    words: (mentions) => wordsFor(mentions, entities),
    sentences: (evidence) => evidence.map((span) => record.article.text.slice(...span)).join(" "),
  };
  return [
    ...record.statements.map((one) => statementLine(one, entities, naming)),
    ...record.actions.map((one) => actionLine(one, naming)),
    ...record.postures.map((one) => postureLine(one, record, naming)),
    ...record.stances.map((one) => stanceLine(one, record, naming)),
  ];
}

interface Naming {
  /** All that somebody may be looked for by: the article's words, the name and the titles. */
  readonly words: (mentions: readonly (Pick<Mention, "text" | "entity"> | null)[]) => string;
  readonly sentences: (evidence: readonly Span[]) => string;
}

function statementLine(statement: Statement, entities: ReadonlyMap<string, Entity>, { words }: Naming): Claim {
  const { id, act, speaker, content, place, time, within } = statement;
  return {
    id,
    kind: "statement",
    type: act,
    value: null,
    status: statement.negated ? "negated" : null,
    who: words([speaker]),
    what: content.text,
    ...{ place, time, according: within, holder: null, target: null },
    voice: JSON.stringify(voiceOf(statement, entities.get(speaker?.entity ?? ""))),
  };
}

function actionLine(action: Action, naming: Naming): Claim {
  const { id, type, status, actors, recipients, evidence, place, time, accordingTo } = action;
  const what = about(naming.words(recipients), naming.sentences(evidence));
  const facts = { place, time, according: accordingTo, holder: null, target: null, voice: null };
  return { id, kind: "action", type, value: null, status, who: naming.words(actors), what, ...facts };
}

function postureLine(posture: Posture, record: ArticleRecord, naming: Naming): Claim {
  const { id, aspect, value, status, subject, by, since, evidence, accordingTo } = posture;
  const state = `${aspect} ${value}`.replaceAll("_", " ");
  const what = about(naming.words([subject]), state, naming.sentences(evidence));
  const place = placeOfLine(record, id)?.id ?? null;
  const facts = { place, time: since, according: accordingTo, holder: null, target: null, voice: null };
  return { id, kind: "posture", type: aspect, value, status, who: naming.words([by]), what, ...facts };
}

function stanceLine(stance: Stance, record: ArticleRecord, naming: Naming): Claim {
  const { id, relation, holder, target, evidence, accordingTo } = stance;
  const what = about(naming.words([target.mention]), naming.sentences(evidence));
  const whom = whomOf(stance, record)?.entity ?? null;
  const facts = { place: null, time: null, according: accordingTo, holder: holder.entity, target: whom, voice: null };
  return { id, kind: "stance", type: relation, value: null, status: null, who: naming.words([holder]), what, ...facts };
}

/** Whom a stance is about: whom it names, else who said what it is about. */
function whomOf({ target }: Stance, { statements }: ArticleRecord): Pick<Mention, "entity"> | null {
  return target.mention ?? statements.find(({ id }) => id === target.statement)?.speaker ?? null;
}

function about(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}

function wordsFor(
  mentions: readonly (Pick<Mention, "text" | "entity"> | null)[],
  entities: ReadonlyMap<string, Entity>,
): string {
  const words = mentions.flatMap((mention) => {
    const entity = mention?.entity ? entities.get(mention.entity) : undefined;
    return [mention?.text, entity?.name, ...(entity?.roles.map(({ title }) => title) ?? [])];
  });
  return [...new Set(words.filter((one) => one !== undefined))].join(" · ");
}
