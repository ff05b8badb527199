import { firstFrom } from "../../doc/find-ranges.js";
import type { Action } from "../../record/action.js";
import type { Entity } from "../../record/entity.js";
import type { Mention } from "../../record/mention.js";
import type { Posture } from "../../record/posture.js";
import type { Statement } from "../../record/statement.js";
import { type Span, spansOverlap } from "../../text/span.js";

/** The two sides of an act. */
export type ActSide = "actors" | "recipients";

export const otherSide = (side: ActSide): ActSide => (side === "actors" ? "recipients" : "actors");

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
export interface MeantParty {
  /** Its entity's id, or its words where it is none. */
  readonly key: string;
  readonly entity: Entity | null;
  readonly name: string;
  /** The words that stand for it, in reading order. */
  readonly mentions: readonly Span[];
  /** The numbers of the paragraphs that these stand in. */
  readonly paragraphs: ReadonlySet<number>;
  /** The numbers of those in which it speaks, one for each statement. */
  readonly speaksIn: readonly number[];
}

/** All who may be meant in an article, and where each of them is told. */
export interface NamedParties {
  /** Who may be meant at a place of the text: all, or of very many those named oftenest and those named last before it. */
  readonly near: (at: number) => readonly MeantParty[];
  readonly of: (mention: Mention) => MeantParty | undefined;
  /** How many others the article names oftener. */
  readonly rankOf: (party: MeantParty) => number;
  /** The number of the paragraph that a place of the text is in. */
  readonly paragraphOf: (at: number) => number;
}

const pronoun = /^(?:it|they|he|she|we|i|us|me|him|her|them|who|which|that|this|you)$/i;

export const isPronoun = ({ text }: Mention): boolean => pronoun.test(text);

export const partyKey = ({ entity, text }: Mention): string => entity ?? `"${text.toLowerCase()}`;

/** Whom the article names: its entities, and those in its acts and statements who are none ("a masked gunman"). */
export function namedParties({ text, acts, entities, statements }: ToldAround): NamedParties {
  const told = [
    ...acts.flatMap(({ actors, recipients }) => [...actors, ...recipients]),
    ...statements.flatMap(({ speaker }) => speaker ?? []),
  ];
  const unnamed = groupedByEach(
    told.filter((mention) => mention.entity === null && !isPronoun(mention)),
    (mention) => [partyKey(mention)],
  );
  const spoken = groupedByEach(statements, ({ speaker }) => (speaker === null ? [] : [partyKey(speaker)]));
  const starts = [...text.matchAll(/\n\n/g)].map(({ index }) => index + 2);
  const paragraphOf = (at: number): number => firstFrom(starts.length, (i) => (starts[i] ?? 0) > at);
  const people = [
    ...entities.map((entity) => ({ key: entity.id, entity, name: entity.name, mentions: entity.mentions })),
    ...[...unnamed].map(([key, mentions]) => ({
      key,
      entity: null,
      name: mentions[0]?.text ?? "",
      mentions: mentions.map(({ span }) => span).sort(([one], [other]) => one - other),
    })),
  ].filter(({ mentions }) => mentions.length > 0);
  const parties = people.map((one): MeantParty => {
    const speaksIn = (spoken.get(one.key) ?? []).map(({ evidence }) => paragraphOf(evidence[0][0]));
    return { ...one, paragraphs: new Set(one.mentions.map(([start]) => paragraphOf(start))), speaksIn };
  });
  const byKey = new Map(parties.map((party) => [party.key, party]));
  const counts = parties.map(({ mentions }) => mentions.length).sort((one, other) => other - one);
  return {
    near: nearOf(parties),
    of: (mention) => byKey.get(partyKey(mention)),
    rankOf: ({ mentions }) => counts.indexOf(mentions.length),
    paragraphOf,
  };
}

/** Whether one of a party's mentions shares words with the span. */
export function isMentionedIn({ mentions }: MeantParty, span: Span): boolean {
  const end = firstFrom(mentions.length, (i) => (mentions[i]?.[0] ?? 0) >= span[1]);
  // They stand in reading order, and a mention holds few others of the same.
  return mentions.slice(Math.max(0, end - 4), end).some((mention) => spansOverlap(mention, span));
}

/** The last of a party's mentions that begins before a place. */
export function lastBefore(mentions: readonly Span[], at: number): Span | undefined {
  return mentions[firstFrom(mentions.length, (i) => (mentions[i]?.[0] ?? 0) >= at) - 1];
}

/**
 * So many of an article's parties are thought of at all, by how often they are named and by how near. Few articles name so many; long ones would cost each act
 * as much time as they name parties.
 */
const most = { oftenest: 60, nearest: 40 };

function nearOf(parties: readonly MeantParty[]): NamedParties["near"] {
  if (parties.length <= most.oftenest + most.nearest) return () => parties;
  const byCount = [...parties].sort((one, other) => other.mentions.length - one.mentions.length);
  const oftenest = byCount.slice(0, most.oftenest);
  const told = byCount
    .slice(most.oftenest)
    .flatMap((party) => party.mentions.map(([start]) => ({ start, party })))
    .sort((one, other) => one.start - other.start);
  return (at) => {
    const nearest = new Set<MeantParty>();
    let i = firstFrom(told.length, (k) => (told[k]?.start ?? 0) >= at);
    for (let last = told[--i]; last !== undefined && nearest.size < most.nearest; last = told[--i])
      nearest.add(last.party);
    return [...oftenest, ...nearest];
  };
}

/** The items by their keys, in their order; one of several keys stands under each. */
export function groupedByEach<Item, Key>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items)
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  return groups;
}
