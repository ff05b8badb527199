import { firstFrom } from "../../doc/find-ranges.js";
import type { Action } from "../../record/action.js";
import type { Entity } from "../../record/entity.js";
import type { Mention } from "../../record/mention.js";
import type { Posture } from "../../record/posture.js";
import type { Statement } from "../../record/statement.js";
import type { Span } from "../../text/span.js";

/** The two sides of an act. */
export type Side = "actors" | "recipients";

export const otherSide = (side: Side): Side => (side === "actors" ? "recipients" : "actors");

/** An act as far as its own words tell it. */
export type ToldAct = Pick<Action, "type" | "status" | "actors" | "recipients" | "trigger" | "accordingTo">;

/** What an article tells that shows who is meant where the words of an act do not say. */
export interface ToldAround {
  readonly text: string;
  readonly acts: readonly ToldAct[];
  readonly entities: readonly Entity[];
  readonly postures: readonly Pick<Posture, "institution" | "subject" | "by">[];
  readonly statements: readonly Pick<Statement, "id" | "speaker" | "evidence">[];
}

/** Somebody whom the article names, who may be meant. */
export interface Party {
  /** Its entity's id, or its words where it is none. */
  readonly key: string;
  readonly entity: Entity | null;
  readonly name: string;
  /** The words that stand for it, in reading order. */
  readonly mentions: readonly Span[];
}

/** All who may be meant in an article, and where each of them is told. */
export interface NamedParties {
  readonly parties: readonly Party[];
  readonly of: (mention: Mention) => Party | undefined;
  /** How many others the article names oftener. */
  readonly rankOf: (party: Party) => number;
  readonly actsOf: (party: Party, side: Side) => readonly ToldAct[];
  /** Where it speaks. */
  readonly wordsOf: (party: Party) => readonly Span[];
  /** The number of the paragraph that a place of the text is in. */
  readonly paragraphOf: (at: number) => number;
}

const pronoun = /^(?:it|they|he|she|we|i|us|me|him|her|them|who|which|that|this|you)$/i;

export const isPronoun = ({ text }: Mention): boolean => pronoun.test(text);

export const keyOf = ({ entity, text }: Mention): string => entity ?? `"${text.toLowerCase()}`;

/** Whom the article names: its entities, and those in its acts and statements who are none ("a masked gunman"). */
export function namedParties({ text, acts, entities, statements }: ToldAround): NamedParties {
  const told = [
    ...acts.flatMap(({ actors, recipients }) => [...actors, ...recipients]),
    ...statements.flatMap(({ speaker }) => speaker ?? []),
  ];
  const unnamed = groupedBy(
    told.filter((mention) => mention.entity === null && !isPronoun(mention)),
    (mention) => [keyOf(mention)],
  );
  const parties: readonly Party[] = [
    ...entities.map((entity) => ({ key: entity.id, entity, name: entity.name, mentions: entity.mentions })),
    ...[...unnamed].map(([key, mentions]) => ({
      key,
      entity: null,
      name: mentions[0]?.text ?? "",
      mentions: mentions.map(({ span }) => span).sort(([one], [other]) => one - other),
    })),
  ].filter(({ mentions }) => mentions.length > 0);
  const byKey = new Map(parties.map((party) => [party.key, party]));
  const counts = parties.map(({ mentions }) => mentions.length).sort((one, other) => other - one);
  const actsBySide = {
    actors: groupedBy(acts, ({ actors }) => actors.map(keyOf)),
    recipients: groupedBy(acts, ({ recipients }) => recipients.map(keyOf)),
  };
  const spoken = groupedBy(statements, ({ speaker }) => (speaker === null ? [] : [keyOf(speaker)]));
  const starts = [...text.matchAll(/\n\n/g)].map(({ index }) => index + 2);
  return {
    parties,
    of: (mention) => byKey.get(keyOf(mention)),
    rankOf: ({ mentions }) => counts.indexOf(mentions.length),
    actsOf: ({ key }, side) => actsBySide[side].get(key) ?? [],
    wordsOf: ({ key }) => (spoken.get(key) ?? []).map(({ evidence }) => evidence[0]),
    paragraphOf: (at) => firstFrom(starts.length, (i) => (starts[i] ?? 0) > at),
  };
}

function groupedBy<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items)
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  return groups;
}
