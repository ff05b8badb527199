import { dayOfIso, isoDay } from "../../src/extract/times/calendar.js";
import type { LinkInput } from "../../src/link/link-input.js";
import type { Action } from "../../src/record/action.js";
import type { Entity } from "../../src/record/entity.js";
import { idOf } from "../../src/record/id.js";
import type { Mention } from "../../src/record/mention.js";
import { type Institution, type Posture, postureSchema } from "../../src/record/posture.js";
import type { Statement } from "../../src/record/statement.js";
import type { Time } from "../../src/record/time.js";
import type { Span } from "../../src/text/span.js";
import { articleToLink, type GivenArticle } from "./article-to-link.js";

/** What a test tells of a statement; speaker and content are words of the text. */
export interface ToldStatement {
  readonly speaker: string;
  readonly content: string;
  readonly act?: Statement["act"];
  readonly naming?: "named" | "unnamed" | "collective";
  readonly told?: string;
  readonly chain?: readonly string[];
  /** The words by which it is said. */
  readonly cue?: string;
  /** The words that tell it, where they are more than the content. */
  readonly sentence?: string;
}

/** A time by its words, with the day or the duration that it means. */
export interface ToldTime {
  readonly words: string;
  readonly day?: string;
  readonly lasts?: string;
}

export interface ToldPosture {
  /** Words of times that the test tells. */
  readonly since?: string;
  readonly until?: string;
  /** The words that tell it, where they are more than the subject. */
  readonly told?: string;
  readonly subject: string;
  readonly aspect: Posture["aspect"];
  readonly value: string;
  readonly institution?: Institution;
  readonly status?: Posture["status"];
  readonly accordingTo?: number;
}

export interface ToldAction {
  readonly actor: string;
  readonly recipient: string;
  readonly type: Action["type"];
  readonly trigger: string;
  /** Words of a time that the test tells. */
  readonly time?: string;
  /** The words that tell it, where they are more than the trigger. */
  readonly told?: string;
  readonly status?: Action["status"];
  readonly accordingTo?: number;
}

export interface Telling extends GivenArticle {
  readonly text: string;
  /** Names in the text, with what they are. */
  readonly who?: readonly (Pick<Entity, "name" | "kind"> & Partial<Pick<Entity, "country">>)[];
  readonly said?: readonly ToldStatement[];
  readonly states?: readonly ToldPosture[];
  readonly acts?: readonly ToldAction[];
  readonly when?: readonly ToldTime[];
}

/** An article whose record says what the test tells, each line over the words that it names. */
export function toldArticle(
  id: string,
  { text, who = [], said = [], states = [], acts = [], when = [], ...given }: Telling,
): LinkInput {
  const full = given.title ? `${given.title}\n\n${text}` : text;
  const at = (words: string): Span => {
    const start = full.indexOf(words);
    if (start < 0) throw new Error(`"${words}" is not in the text of ${id}`);
    return [start, start + words.length];
  };
  const entities = who.map(
    ({ name, kind, country = null }, i): Entity => ({
      id: idOf("en", i + 1),
      name,
      kind,
      country,
      roles: [],
      mentions: [at(name)],
    }),
  );
  const mention = (words: string): Mention => ({
    text: words,
    span: at(words),
    entity: entities.find(({ name }) => name === words)?.id ?? null,
  });
  const statements = said.map(
    ({ speaker, content, act = "say", naming = "named", told, chain, cue, sentence = content }, i): Statement => ({
      id: idOf("st", i + 1),
      confidence: 1,
      speaker: { ...mention(speaker), naming },
      addressee: null,
      channel: told === undefined ? null : { ...mention(told), kind: "outlet" },
      cue: cue === undefined ? null : { ...cueOf(cue, at(cue)), phrase: cueOf(cue, at(cue)) },
      act,
      content: { spans: [at(content)], quoted: [], text: content, form: "indirect" },
      hedge: null,
      negated: false,
      time: null,
      place: null,
      within: null,
      chain: chain ?? (told === undefined ? [speaker] : [told, speaker]),
      evidence: [at(sentence)],
    }),
  );
  const times = when.map(
    ({ words, day = null, lasts = null }, i): Time => ({
      ...{
        id: idOf("ti", i + 1),
        span: at(words),
        text: words,
        type: day === null ? "DURATION" : "DATE",
        value: day ?? lasts,
      },
      ...{ from: day, to: day === null ? null : isoDay((dayOfIso(day) ?? 0) + 1) },
    }),
  );
  const timeOf = (words: string | undefined) => times.find(({ text: told }) => told === words)?.id ?? null;
  const within = (statement: number | undefined) => (statement === undefined ? null : idOf("st", statement));
  const postures = states.map(
    ({ subject, aspect, value, institution, status = "happened", accordingTo, since, until, told = subject }, i) =>
      postureSchema.parse({
        ...{
          id: idOf("po", i + 1),
          confidence: 1,
          subject: mention(subject),
          institution: institution ?? { kind: "mission", of: null, in: null },
          aspect,
          value,
          by: null,
          since: timeOf(since),
          until: timeOf(until),
          status,
        },
        ...{ accordingTo: within(accordingTo), evidence: [at(told)] },
      }),
  );
  const actions = acts.map(
    ({ actor, recipient, type, trigger, status = "happened", accordingTo, time, told }, i): Action => ({
      ...{
        id: idOf("ac", i + 1),
        confidence: 1,
        type,
        mode: null,
        cameo: null,
        status,
        time: timeOf(time),
        place: null,
      },
      ...{ actors: [mention(actor)], recipients: [mention(recipient)], accordingTo: within(accordingTo) },
      trigger: { text: trigger, span: at(trigger), lemma: trigger },
      evidence: [told === undefined ? sentenceOf(at(trigger), full) : at(told)],
    }),
  );
  return articleToLink(id, text, { ...given, entities, times, statements, postures, actions });
}

/** The sentence around a span. */
function sentenceOf([from, to]: Span, text: string): Span {
  const before = [". ", "\n"].map((end) => ({ end, at: from === 0 ? -1 : text.lastIndexOf(end, from - 1) }));
  const first = Math.max(0, ...before.map(({ end, at }) => (at < 0 ? 0 : at + end.length)));
  const ends = [text.indexOf(". ", to), text.indexOf("\n", to), text.length - 1].filter((end) => end >= to);
  return [first, Math.max(to, Math.min(...ends, text.length - 1) + 1)];
}

function cueOf(text: string, span: Span) {
  return { text, span, lemma: text };
}
