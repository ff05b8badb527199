import type { Action } from "../record/action.js";
import type { Entity } from "../record/entity.js";
import type { Mention } from "../record/mention.js";
import type { Place } from "../record/place.js";
import type { Posture } from "../record/posture.js";
import type { ArticleRecord } from "../record/record.js";
import type { Stance } from "../record/stance.js";
import type { Statement } from "../record/statement.js";
import type { Time } from "../record/time.js";
import type { Span } from "../text/span.js";
import type { ShownWords } from "./analysis-view.js";

/** A field of a line with the words that it was read from; none for what follows from the rest, and a `value` of `null` for what is not known. */
export interface ExplainedField {
  readonly field: string;
  readonly value: string | null;
  readonly words: readonly ShownWords[];
}

/** A line of the record, field by field. */
export interface Explained {
  readonly kind: "statement" | "action" | "posture" | "stance" | "entity" | "place" | "time";
  readonly fields: readonly ExplainedField[];
  /** What the line rests on. */
  readonly evidence: readonly Span[];
}

/**
 * The line of that id, `null` where the record has none.
 *
 * @param idFor what another line of the record is called in the values; its id within the record where nothing else is said
 */
export function explainedLine(
  record: ArticleRecord,
  id: string,
  idFor: (line: string) => string = (line) => line,
): Explained | null {
  const reader = new LineReader(record, idFor);
  const { statements, actions, postures, stances, entities, places, times } = record;
  const of = <Line extends { readonly id: string }>(
    lines: readonly Line[],
    explain: (line: Line) => Explained,
  ): Explained | null => {
    const line = lines.find((one) => one.id === id);
    return line === undefined ? null : explain(line);
  };
  return (
    of(statements, (line) => reader.statement(line)) ??
    of(actions, (line) => reader.action(line)) ??
    of(postures, (line) => reader.posture(line)) ??
    of(stances, (line) => reader.stance(line)) ??
    of(entities, (line) => reader.entity(line)) ??
    of(places, (line) => reader.place(line)) ??
    of(times, (line) => reader.time(line))
  );
}

/** The ids of a record by kind, in the order of the record: for those who ask for one that is not there. */
export function idsOf(
  record: ArticleRecord,
): readonly { readonly kind: Explained["kind"]; readonly ids: readonly string[] }[] {
  const ids = (lines: readonly { readonly id: string }[]) => lines.map(({ id }) => id);
  return [
    { kind: "statement", ids: ids(record.statements) },
    { kind: "action", ids: ids(record.actions) },
    { kind: "posture", ids: ids(record.postures) },
    { kind: "stance", ids: ids(record.stances) },
    { kind: "entity", ids: ids(record.entities) },
    { kind: "place", ids: ids(record.places) },
    { kind: "time", ids: ids(record.times) },
  ];
}

function confidence(line: { readonly confidence: number }): ExplainedField {
  return field("confidence", line.confidence.toFixed(2));
}

class LineReader {
  readonly #record: ArticleRecord;
  readonly #idFor: (line: string) => string;

  constructor(record: ArticleRecord, idFor: (line: string) => string) {
    this.#record = record;
    this.#idFor = idFor;
  }

  statement(line: Statement): Explained {
    const { speaker, addressee, channel, cue, act, content, hedge, negated, within, chain } = line;
    return {
      kind: "statement",
      evidence: line.evidence,
      fields: [
        this.#mention("speaker", speaker, speaker?.naming),
        field("cue", cue?.lemma ?? null, cue),
        field("act", act),
        { field: "content", value: content.form, words: content.spans.map((span) => this.#words(span)) },
        {
          field: "quoted",
          value: content.quoted.length === 0 ? null : "verbatim",
          words: content.quoted.map((span) => this.#words(span)),
        },
        this.#mention("addressee", addressee),
        this.#mention("channel", channel, channel?.kind),
        field("hedge", hedge?.kind ?? null, hedge),
        field("negated", String(negated)),
        this.#time("time", line.time),
        this.#place(line.place),
        field("within", within === null ? null : this.#idFor(within)),
        field("chain", chain.length === 0 ? null : chain.join(" → ")),
        confidence(line),
      ],
    };
  }

  action(line: Action): Explained {
    return {
      kind: "action",
      evidence: line.evidence,
      fields: [
        field("trigger", line.trigger.lemma, line.trigger),
        field("type", line.type),
        field("mode", line.mode),
        field("cameo", line.cameo),
        ...this.#mentions("actor", line.actors),
        ...this.#mentions("recipient", line.recipients),
        field("status", line.status),
        this.#time("time", line.time),
        this.#place(line.place),
        this.#teller(line.accordingTo),
        confidence(line),
      ],
    };
  }

  posture(line: Posture): Explained {
    return {
      kind: "posture",
      evidence: line.evidence,
      fields: [
        this.#mention("subject", line.subject),
        field("aspect", line.aspect),
        field("value", line.value),
        this.#mention("by", line.by),
        this.#time("since", line.since),
        this.#time("until", line.until),
        field("status", line.status),
        this.#teller(line.accordingTo),
        confidence(line),
      ],
    };
  }

  stance(line: Stance): Explained {
    const { statement, mention } = line.target;
    return {
      kind: "stance",
      evidence: line.evidence,
      fields: [
        this.#mention("holder", line.holder),
        field("relation", line.relation),
        this.#mention("target", mention),
        this.#statement("target statement", statement),
        field("hedge", line.hedge?.kind ?? null, line.hedge),
        this.#teller(line.accordingTo),
        confidence(line),
      ],
    };
  }

  entity({ name, kind, country, roles, mentions }: Entity): Explained {
    return {
      kind: "entity",
      evidence: mentions,
      fields: [
        field("name", name),
        field("kind", kind),
        field("country", country),
        ...roles.map(({ title, of, span }) => ({
          field: "role",
          value: of === null ? title : `${title} of ${of}`,
          words: [this.#words(span)],
        })),
        { field: "mention", value: `${mentions.length} in all`, words: mentions.map((span) => this.#words(span)) },
      ],
    };
  }

  place({ text, span, name, kind, country, lat, lon, geonames, precision }: Place): Explained {
    return {
      kind: "place",
      evidence: [span],
      fields: [
        field("place", name, { text, span }),
        field("kind", kind),
        field("country", country),
        field("coordinates", lat === null || lon === null ? null : `${lat}, ${lon}`),
        field("precision", precision),
        field("geonames", geonames === null ? null : String(geonames)),
      ],
    };
  }

  time({ text, span, type, value, from, to }: Time): Explained {
    return {
      kind: "time",
      evidence: [span],
      fields: [field("time", value, { text, span }), field("type", type), field("from", from), field("to", to)],
    };
  }

  #mention(name: string, mention: Mention | null, detail?: string): ExplainedField {
    if (mention === null) return field(name, null);
    const known = this.#record.entities.find(({ id }) => id === mention.entity);
    const who = known === undefined ? [] : [`${known.name} (${this.#idFor(known.id)})`];
    return field(name, [...who, ...(detail === undefined ? [] : [detail])].join(", ") || mention.text, mention);
  }

  #mentions(name: string, mentions: readonly Mention[]): readonly ExplainedField[] {
    return mentions.length === 0 ? [field(name, null)] : mentions.map((mention) => this.#mention(name, mention));
  }

  #time(name: string, id: string | null): ExplainedField {
    const time = this.#record.times.find((one) => one.id === id);
    return time === undefined
      ? field(name, null)
      : field(name, `${time.value ?? "unknown"} (${this.#idFor(time.id)})`, time);
  }

  #place(id: string | null): ExplainedField {
    const place = this.#record.places.find((one) => one.id === id);
    return place === undefined
      ? field("place", null)
      : field("place", `${place.name ?? "unknown"} (${this.#idFor(place.id)})`, place);
  }

  #teller(id: string | null): ExplainedField {
    return this.#statement("according to", id);
  }

  /** Another statement, by its cue and speaker; its words are explained under its own id. */
  #statement(name: string, id: string | null): ExplainedField {
    const statement = this.#record.statements.find((one) => one.id === id);
    if (statement === undefined) return field(name, null);
    const said = [statement.speaker?.text, statement.cue?.text].filter((part) => part !== undefined).join(" ");
    return field(name, `${this.#idFor(statement.id)}${said === "" ? "" : `: ${said} …`}`);
  }

  #words(span: Span): ShownWords {
    return { text: this.#record.article.text.slice(...span), span };
  }
}

function field(name: string, value: string | null, words: ShownWords | null = null): ExplainedField {
  return { field: name, value, words: words === null ? [] : [{ text: words.text, span: words.span }] };
}
