import type { z } from "zod";
import { actionSchema } from "../../record/action.js";
import type { Entity } from "../../record/entity.js";
import type { Mention } from "../../record/mention.js";
import { postureSchema } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import { stanceSchema } from "../../record/stance.js";
import { statementSchema } from "../../record/statement.js";
import { type Span, spanContains, spansEqual } from "../../text/span.js";
import type { FieldValue } from "./correction.js";
import { type CorrectableLine, entityAt } from "./find-anchored.js";

/** A field with what it is corrected to. */
export interface NewValue {
  readonly field: string;
  /** As the person wrote it. */
  readonly written: string;
  readonly value: FieldValue;
  /** What it held when it was corrected; not in corrections made before it was kept. */
  readonly was?: FieldValue | undefined;
}

type Result<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "refused"; readonly reason: string };

/** The fields of each kind of line that can be corrected, and the form of what they hold. */
export const correctableFields: Readonly<
  Record<CorrectableLine["kind"], Readonly<Record<string, Exclude<FieldValue["form"], "none">>>>
> = {
  statement: {
    act: "word",
    negated: "flag",
    naming: "word",
    who: "entity",
    whom: "entity",
    time: "time",
    place: "place",
  },
  action: {
    type: "word",
    mode: "word",
    cameo: "word",
    status: "word",
    who: "entity",
    whom: "entity",
    time: "time",
    place: "place",
  },
  posture: {
    aspect: "word",
    value: "word",
    status: "word",
    who: "entity",
    by: "entity",
    since: "time",
    until: "time",
  },
  stance: { relation: "word", who: "entity", whom: "entity" },
};

/** What `field=value` means for a line: entities, times and places by their ids in the record, or entities by name; `none` empties a field. */
export function readField(written: string, line: CorrectableLine, record: ArticleRecord): Result<NewValue> {
  const { kind } = line;
  const [, field = "", word = ""] = /^([^=]+)=(.*)$/s.exec(written) ?? [];
  const form = correctableFields[kind][field];
  if (form === undefined) {
    const known = Object.keys(correctableFields[kind]).join(", ");
    return refused(`Found "${written}"; expected field=value, the field of the ${kind} being one of ${known}.`);
  }
  const value = readValue(word.trim(), form, record);
  return value === null
    ? refused(`${field}: found "${word}"; expected ${expectedOf(form, record)}.`)
    : { kind: "done", value: { field, written: word.trim(), value, was: heldValue(line, field, form, record) } };
}

/** The line with these fields corrected, where that is a line that the record can have. */
export function relabelled(
  claim: CorrectableLine,
  fields: readonly NewValue[],
  record: ArticleRecord,
): Result<CorrectableLine> {
  let line: Readonly<Record<string, unknown>> = { ...claim.line };
  for (const { field, value } of fields) {
    const change = changeOf(claim, field, value, record);
    if (change === null) return refused(`${field}: what it was corrected to is not in the record any more`);
    line = { ...line, ...change };
  }
  if (claim.kind === "statement") line = withChain(line, claim.line.chain);
  switch (claim.kind) {
    case "statement":
      return parsed(statementSchema, line, (one) => ({ kind: "statement", line: one }));
    case "action":
      return parsed(actionSchema, line, (one) => ({ kind: "action", line: one }));
    case "posture":
      return parsed(postureSchema, line, (one) => ({ kind: "posture", line: one }));
    case "stance":
      return parsed(stanceSchema, line, (one) => ({ kind: "stance", line: one }));
  }
}

/** What a field of the line holds. */
function heldValue(
  claim: CorrectableLine,
  field: string,
  form: FieldValue["form"],
  { entities, times, places }: ArticleRecord,
): FieldValue {
  const none = { form: "none" } as const;
  const line: Readonly<Record<string, unknown>> = claim.line;
  const held = field === "naming" && claim.kind === "statement" ? claim.line.speaker?.naming : line[field];
  switch (form) {
    case "word":
      return typeof held === "string" ? { form, value: held } : none;
    case "flag":
      return { form, value: held === true };
    case "time":
    case "place": {
      const found = (form === "time" ? times : places).find(({ id }) => id === held);
      return found === undefined ? none : { form, span: found.span, words: found.text };
    }
    case "entity": {
      const named = partiesIn(claim, field).map(({ entity, text, span }) => {
        return { name: entities.find(({ id }) => id === entity)?.name ?? text, span };
      });
      return named.length === 0 ? none : { form, entities: named };
    }
    case "none":
      return none;
  }
}

/** Who stands in a field of parties, as the line names them. */
export function partiesIn({ kind, line }: CorrectableLine, field: string): readonly Mention[] {
  const of = (mention: Mention | null): readonly Mention[] => (mention === null ? [] : [mention]);
  switch (kind) {
    case "statement":
      return of(field === "who" ? line.speaker : line.addressee);
    case "action":
      return field === "who" ? line.actors : line.recipients;
    case "posture":
      return of(field === "who" ? line.subject : line.by);
    case "stance":
      return of(field === "who" ? line.holder : line.target.mention);
  }
}

function parsed<Line>(
  schema: z.ZodType<Line>,
  line: unknown,
  claimOf: (line: Line) => CorrectableLine,
): Result<CorrectableLine> {
  const found = schema.safeParse(line);
  if (found.success) return { kind: "done", value: claimOf(found.data) };
  const [issue] = found.error.issues;
  return refused(`${issue?.path.join(".") ?? "line"}: ${issue?.message ?? "the record cannot have this"}`);
}

function refused(reason: string): { readonly kind: "refused"; readonly reason: string } {
  return { kind: "refused", reason };
}

function readValue(word: string, form: FieldValue["form"], record: ArticleRecord): FieldValue | null {
  if (word === "none") return { form: "none" };
  switch (form) {
    case "word":
      return word === "" ? null : { form, value: word };
    case "flag":
      return word === "true" || word === "false" ? { form, value: word === "true" } : null;
    case "time": {
      const time = record.times.find(({ id }) => id === word);
      return time === undefined ? null : { form, span: time.span, words: time.text };
    }
    case "place": {
      const place = record.places.find(({ id }) => id === word);
      return place === undefined ? null : { form, span: place.span, words: place.text };
    }
    case "entity": {
      const found = word.split(",").map((part) => entityNamed(part.trim(), record));
      const entities = found.flatMap((entity) => entity ?? []);
      return entities.length < found.length ? null : { form, entities };
    }
    case "none":
      return { form };
  }
}

function entityNamed(word: string, { entities }: ArticleRecord): { name: string; span: Span } | null {
  const entity = entities.find(({ id }) => id === word) ?? entities.find(({ name }) => name === word);
  const span = entity?.mentions[0];
  return entity === undefined || span === undefined ? null : { name: entity.name, span };
}

function expectedOf(form: FieldValue["form"], { entities, times, places }: ArticleRecord): string {
  const listed = (ids: readonly string[]): string => (ids.length === 0 ? "none" : `none or one of ${ids.join(", ")}`);
  switch (form) {
    case "entity":
      return listed(entities.map(({ id, name }) => `${id} (${name})`));
    case "time":
      return listed(times.map(({ id, text }) => `${id} (${text})`));
    case "place":
      return listed(places.map(({ id, text }) => `${id} (${text})`));
    case "flag":
      return "true or false";
    case "word":
    case "none":
      return "a value of docs/record.md";
  }
}

/** The fields of the record that a corrected field stands for; `null` where its value is not in the record. */
function changeOf(
  claim: CorrectableLine,
  field: string,
  value: FieldValue,
  record: ArticleRecord,
): Readonly<Record<string, unknown>> | null {
  switch (value.form) {
    case "word":
      if (field !== "naming") return { [field]: value.value };
      return claim.kind === "statement" && claim.line.speaker !== null
        ? { speaker: { ...claim.line.speaker, naming: value.value } }
        : null;
    case "flag":
      return { [field]: value.value };
    case "time": {
      const time = record.times.find(({ span }) => spansEqual(span, value.span));
      return time === undefined ? null : { [field]: time.id };
    }
    case "place": {
      const place = record.places.find(({ span }) => spansEqual(span, value.span));
      return place === undefined ? null : { [field]: place.id };
    }
    case "entity": {
      const entities = value.entities.map(
        ({ name, span }) => entityAt(record, span) ?? record.entities.find((one) => one.name === name) ?? null,
      );
      return entities.includes(null)
        ? null
        : partyChange(
            claim,
            field,
            entities.flatMap((one) => one ?? []),
            record,
          );
    }
    case "none":
      return field === "who" || field === "whom" ? partyChange(claim, field, [], record) : { [field]: null };
  }
}

function partyChange(
  { kind, line }: CorrectableLine,
  field: string,
  entities: readonly Entity[],
  record: ArticleRecord,
): Readonly<Record<string, unknown>> {
  const [entity] = entities;
  const one = (now: Mention | null): Mention | null =>
    entity === undefined ? null : mentionOf(entity, now, line.evidence, record);
  switch (kind) {
    case "statement": {
      if (field === "whom") return { addressee: one(line.addressee) };
      const speaker = one(line.speaker);
      return { speaker: speaker === null ? null : { ...speaker, naming: line.speaker?.naming ?? "named" } };
    }
    case "action": {
      const mentions = entities.map((party, at) => {
        const now = (field === "who" ? line.actors : line.recipients)[at];
        return mentionOf(party, now ?? null, line.evidence, record);
      });
      return field === "who" ? { actors: mentions } : { recipients: mentions };
    }
    case "posture":
      return field === "who" ? { subject: one(line.subject) } : { by: one(line.by) };
    case "stance":
      return field === "who"
        ? { holder: one(line.holder) }
        : { target: { ...line.target, mention: one(line.target.mention) } };
  }
}

/**
 * The words that stand for an entity in a line: its own in the line's sentences; else the words that stand there now, which were read as somebody
 * else; where there are none, its first in the article.
 */
function mentionOf(
  { id, mentions }: Entity,
  now: Mention | null,
  evidence: readonly Span[],
  { article }: ArticleRecord,
): Mention | null {
  const near = mentions.find((span) => evidence.some((sentence) => spanContains(sentence, span)));
  const span = near ?? now?.span ?? mentions[0];
  return span === undefined ? null : { text: article.text.slice(...span), span, entity: id };
}

/** A chain ends with the speaker, whoever that now is. */
function withChain(line: Readonly<Record<string, unknown>>, chain: readonly string[]): Record<string, unknown> {
  const { speaker } = line;
  const isNamed = typeof speaker === "object" && speaker !== null && "text" in speaker;
  return { ...line, chain: isNamed ? [...chain.slice(0, -1), speaker.text] : chain.slice(0, -1) };
}
