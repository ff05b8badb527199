import type { EntityLexicons } from "../../extract/entities/entity-lexicons.js";
import { plain } from "../../extract/entities/plain.js";
import type { EntityKind } from "../../record/entity.js";
import type { EntityId } from "../../record/id.js";
import { linkId, type PersonOrBodyId } from "../link-id.js";
import { compareText, inOrder, type LinkInput } from "../link-input.js";
import { sameBodies } from "./same-body.js";
import { type Members, samePeople } from "./same-person.js";
import { type ToldEntity, toldEntities } from "./told-entity.js";

/** A person or body that articles tell of. */
export interface KnownEntity {
  readonly id: PersonOrBodyId;
  readonly kind: EntityKind;
  /** The fullest name that any article gives. */
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

/**
 * The named people and bodies of all articles, each once, in the order in which they are first told of. Who has no name is in none.
 *
 * @param storyOf the story of each article: what is vague is settled within one
 */
export function matchEntities(
  articles: readonly LinkInput[],
  storyOf: ReadonlyMap<string, string>,
  lexicons: EntityLexicons,
): readonly KnownEntity[] {
  const sorted = inOrder(articles);
  const rank = new Map(sorted.map(({ id }, at) => [id, at]));
  const told = toldEntities(sorted, storyOf, lexicons);
  const sets = [
    ...samePeople(
      told.filter(({ kind }) => kind === "person"),
      lexicons,
    ),
    ...sameBodies(
      told.filter(({ kind }) => kind !== "person"),
      lexicons,
    ),
  ];
  const at = ({ told: one }: Members[number]): number => rank.get(one.article) ?? 0;
  const byTime = (a: Members[number], b: Members[number]): number =>
    at(a) - at(b) || compareText(a.told.entity, b.told.entity);
  const taken = new Set<string>();
  return sets
    .map((members) => [...members].sort(byTime))
    .sort((a, b) => (a[0] && b[0] ? byTime(a[0], b[0]) : 0))
    .flatMap((members) => (members[0] ? [knownEntity(members[0].told, members, taken)] : []));
}

function knownEntity(first: ToldEntity, members: Members, taken: Set<string>): KnownEntity {
  const names = [...new Set(members.map(({ told }) => told.name))].sort(compareText);
  const name = [...names].sort((a, b) => b.length - a.length || compareText(a, b))[0] ?? first.name;
  const kind = mostFrequent(members.map(({ told }) => told.kind)) ?? first.kind;
  // By the name, so that an article that comes later changes no id; of several who share it, all but the first also by where they are told of.
  const own = [kind === "person" ? "person" : "body", plain(name)];
  const id = taken.has(own.join(" ")) ? linkId("wh", [...own, first.article, first.entity]) : linkId("wh", own);
  taken.add(own.join(" "));
  return {
    id,
    kind,
    name,
    names,
    country: mostFrequent(members.flatMap(({ told }) => told.country ?? [])),
    roles: heldRoles(members),
    members: members.map(({ told, reason }) => ({ article: told.article, entity: told.entity, reason })),
  };
}

function heldRoles(members: Members): readonly HeldRole[] {
  const held = new Map<string, HeldRole>();
  for (const { told } of members) {
    for (const { key, title, of, former } of told.roles) {
      const id = `${key}|${former}`;
      const known = held.get(id);
      const { date, article } = told;
      held.set(
        id,
        known
          ? {
              ...known,
              of: known.of ?? of,
              from: known.from ?? date,
              to: date ?? known.to,
              articles: known.articles.includes(article) ? known.articles : [...known.articles, article],
            }
          : { title, of, former, from: date, to: date, articles: [article] },
      );
    }
  }
  return [...held.values()];
}

/** The value that occurs most often, of several the one that comes first; `null` for none. */
function mostFrequent<Value>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: Value | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** An office and who is told to have held it, in order of the first article that says so. */
export interface Office {
  readonly title: string;
  /** The country of its holders, or whose office it is in the words of the articles. */
  readonly of: string;
  readonly holders: readonly {
    readonly who: PersonOrBodyId;
    readonly name: string;
    readonly former: boolean;
    readonly from: string | null;
    readonly to: string | null;
    readonly articles: readonly string[];
  }[];
}

/** The offices that people are told to hold or to have held, in alphabetical order. A title of which nobody knows whose it is is left out. */
export function officesOf(known: readonly KnownEntity[]): readonly Office[] {
  const offices = new Map<
    string,
    { readonly title: string; readonly of: string; readonly holders: Office["holders"][number][] }
  >();
  for (const { id, name, kind, country, roles } of known) {
    if (kind !== "person") continue;
    for (const { title, of, former, from, to, articles } of roles) {
      const owner = country ?? of;
      if (owner === null) continue;
      const key = `${title.toLowerCase()}|${owner.toLowerCase()}`;
      const office = offices.get(key) ?? { title, of: owner, holders: [] };
      office.holders.push({ who: id, name, former, from, to, articles });
      offices.set(key, office);
    }
  }
  const start = ({ from }: Office["holders"][number]): string => from ?? "9999";
  return [...offices]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, office]) => ({
      ...office,
      holders: [...office.holders].sort(
        (a, b) => compareText(start(a), start(b)) || Number(b.former) - Number(a.former) || compareText(a.who, b.who),
      ),
    }));
}
