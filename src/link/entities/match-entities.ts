import type { EntityLexicons } from "../../extract/naming/entity-lexicons.js";
import { plain } from "../../extract/naming/plain.js";
import type { EntityKind } from "../../record/entity.js";
import type { EntityId } from "../../record/id.js";
import { correctGroups } from "../corrections/correct-groups.js";
import { type ReasonedCorrection, reasonFor } from "../corrections/correct-links.js";
import { linkId, type PersonOrBodyId } from "../link-id.js";
import { compareText } from "../link-input.js";
import { sameBodies } from "./same-body.js";
import { type EarlierMember, type Members, samePeople } from "./same-person.js";
import { shownName } from "./shown-name.js";
import type { ToldEntity } from "./told-entity.js";

/** A person or body that articles tell of. */
export interface KnownEntity {
  readonly id: PersonOrBodyId;
  readonly kind: EntityKind;
  /** Of the names in full that articles give the one used most. */
  readonly name: string;
  /** All names that articles give, in alphabetical order. */
  readonly names: readonly string[];
  readonly country: string | null;
  /** What the articles say that they are, each with the days of the first and the last article that does; in order of the first. */
  readonly roles: readonly HeldRole[];
  /** In order of time. */
  readonly members: readonly EntityMember[];
}

export interface EntityMember {
  readonly article: string;
  readonly entity: EntityId;
  readonly reason: string;
}

export interface HeldRole {
  readonly title: string;
  readonly of: string | null;
  /** True where articles say "former": the role was over by `from`. */
  readonly former: boolean;
  readonly from: string | null;
  readonly to: string | null;
  readonly articles: readonly string[];
}

/** Entities of some articles that are one, and who that is. */
export interface SettledEntity {
  readonly id: PersonOrBodyId;
  /** True where only the words of one story tell who is meant. */
  readonly vague: boolean;
  /** In order of time; those of earlier days are not among them. */
  readonly members: Members;
}

/**
 * Who each of the named entities is.
 *
 * @param told in order of time
 * @param earlier entities of earlier days with a key in common with these, or of a story: who is one of them keeps that id
 */
export function settleEntities(
  told: readonly ToldEntity[],
  lexicons: EntityLexicons,
  earlier: readonly EarlierMember[] = [],
): readonly SettledEntity[] {
  const isPerson = ({ kind }: ToldEntity): boolean => kind === "person";
  const [people, bodies] = [told.filter(isPerson), told.filter((one) => !isPerson(one))];
  const sets = [
    ...samePeople(
      people,
      lexicons,
      earlier.filter((one) => isPerson(one.told)),
    ),
    ...sameBodies(
      bodies,
      earlier.filter((one) => !isPerson(one.told)),
    ),
  ];
  const rank = new Map(told.map((one, at) => [one, at]));
  const at = (member: Members[number] | undefined): number => (member === undefined ? 0 : (rank.get(member.told) ?? 0));
  const taken = new Set<string>(earlier.map(({ who }) => who));
  return sets
    .map((set) => ({ ...set, members: [...set.members].sort((a, b) => at(a) - at(b)) }))
    .sort((a, b) => at(a.members[0]) - at(b.members[0]))
    .flatMap(({ known, vague, members }) => {
      const id = known ?? newId(members, vague, taken);
      return id === null ? [] : [{ id, vague, members }];
    });
}

/** The entities with what people corrected: who is one with another, and who is not. */
export function correctEntities(
  settled: readonly SettledEntity[],
  corrections: readonly ReasonedCorrection<Pick<ToldEntity, "article" | "entity">>[],
): readonly SettledEntity[] {
  if (corrections.length === 0) return settled;
  const groups = settled.map(({ id, vague, members }) => ({
    id,
    members: members.map((member) => ({ id, vague, member })),
  }));
  const told = corrections.map((one) => ({
    ...one,
    holds: ({ member }: { readonly member: Members[number] }) => one.holds(member.told),
  }));
  return correctGroups(groups, told).map(({ id, members }) => ({
    // The id is that of an entity or of a correction, which made it with `linkId`.
    id: id as PersonOrBodyId,
    vague: members.every(({ vague }) => vague),
    members: members.map((one) => (one.id === id ? one.member : { ...one.member, reason: reasonFor(id, corrections) })),
  }));
}

/**
 * By the name, so that an article that comes later changes no id; of several who share it, all but the first also by where they are told of,
 * and so is who has no name of their own.
 */
function newId(members: Members, vague: boolean, taken: Set<string>): PersonOrBodyId | null {
  const [first] = members;
  if (first === undefined) return null;
  const own = [kindOf(members) === "person" ? "person" : "body", plain(fullestName(members))];
  const bare = linkId("wh", own);
  if (!vague && !taken.has(bare)) {
    taken.add(bare);
    return bare;
  }
  return linkId("wh", [...own, first.told.article, first.told.entity]);
}

function kindOf(members: readonly NamedMember[]): EntityKind {
  return mostFrequent(members.map(({ told }) => told.kind)) ?? "other";
}

/** Of the names of somebody the one that says most; empty for none. */
function fullestName(members: Members): string {
  const names = members.map(({ told }) => told.name);
  return names.toSorted((a, b) => b.length - a.length || compareText(a, b))[0] ?? "";
}

/** What a member tells of who it is. */
export interface NamedMember {
  readonly told: Pick<ToldEntity, "article" | "entity" | "date" | "kind" | "name" | "country" | "roles">;
  readonly reason: string;
}

/** Somebody known, from all members that articles tell of; in order of time. */
export function knownEntity(id: PersonOrBodyId, members: readonly NamedMember[]): KnownEntity {
  return {
    id,
    kind: kindOf(members),
    name: shownName(members.map(({ told }) => told.name)),
    names: [...new Set(members.map(({ told }) => told.name))].sort(compareText),
    country: mostFrequent(members.flatMap(({ told }) => told.country ?? [])),
    roles: heldRoles(members),
    members: members.map(({ told, reason }) => ({ article: told.article, entity: told.entity, reason })),
  };
}

function heldRoles(members: readonly NamedMember[]): readonly HeldRole[] {
  const held = new Map<string, Omit<HeldRole, "articles"> & { readonly articles: Set<string> }>();
  for (const { told } of members) {
    for (const { key, title, of, former } of told.roles) {
      const id = `${key}|${former}`;
      const { date, article } = told;
      const known = held.get(id) ?? { title, of, former, from: null, to: null, articles: new Set() };
      known.articles.add(article);
      held.set(id, { ...known, of: known.of ?? of, from: known.from ?? date, to: date ?? known.to });
    }
  }
  return [...held.values()].map(({ articles, ...role }) => ({ ...role, articles: [...articles] }));
}

/** The value that occurs most often, of several the one that comes first; `null` for none. */
function mostFrequent<Value>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: Value | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
