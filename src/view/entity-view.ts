import type { HeldRole, KnownEntity } from "../link/entities/match-entities.js";
import { type DescribedEntity, type EntityInList, type LatestMember, mostRead } from "../store/queries/entities.js";
import type { LinesOfEntity } from "../store/queries/lines-of-entity.js";
import { type LineView, lineView } from "./line-view.js";

/** A person or body across articles. */
export interface EntityView {
  readonly id: string;
  readonly kind: KnownEntity["kind"];
  readonly name: string;
  /** Other names that articles give. */
  readonly otherNames: readonly string[];
  /** An ISO 3166-1 code. */
  readonly country: string | null;
  /** What the tables call it. */
  readonly countryName: string | null;
  readonly roles: readonly RoleView[];
  readonly articles: number;
  /** By so many of the latest articles names, roles and reasons are told; `null` where by all. */
  readonly within: number | null;
  /** The latest of what articles have of them, the newest first. */
  readonly members: readonly LatestMember[];
  /** Why articles are held to tell of the same, each reason once with the first article that it holds for. */
  readonly reasons: readonly { readonly reason: string; readonly article: string; readonly articles: number }[];
  /** What it said, did, was put in and took sides on, the newest article first. */
  readonly lines: readonly LineView[];
  readonly moreLines: boolean;
  /** What others did to it, hold of it, said to it and of it, the newest article first. */
  readonly byOthers: readonly LineView[];
  readonly moreByOthers: boolean;
}

export interface RoleView extends Omit<HeldRole, "articles"> {
  readonly articles: number;
  /** The first article that says so. */
  readonly first: string | null;
}

/** Somebody who is meant by a name, in a list. */
export interface NamedEntityView {
  readonly id: string;
  readonly name: string;
  readonly kind: KnownEntity["kind"];
  readonly country: string | null;
  readonly countryName: string | null;
  readonly roles: readonly string[];
  readonly articles: number;
}

export function entityView(
  { entity, articles, latest }: DescribedEntity,
  { own, byOthers }: LinesOfEntity,
  countries: ReadonlyMap<string, string>,
): EntityView {
  const { id, kind, name, names, country, roles, members } = entity;
  const reasons = new Map<string, { reason: string; article: string; articles: number }>();
  for (const { reason, article } of members) {
    const known = reasons.get(reason);
    if (known === undefined) reasons.set(reason, { reason, article, articles: 1 });
    else known.articles++;
  }
  return {
    id,
    kind,
    name,
    otherNames: names.filter((one) => one !== name),
    ...{ country, countryName: countries.get(country ?? "") ?? null },
    roles: roles.map(({ articles, ...role }) => ({ ...role, articles: articles.length, first: articles[0] ?? null })),
    articles,
    within: members.length < mostRead ? null : mostRead,
    members: latest,
    reasons: [...reasons.values()],
    lines: own.lines.map(lineView),
    moreLines: own.more,
    byOthers: byOthers.lines.map(lineView),
    moreByOthers: byOthers.more,
  };
}

export function namedEntityView(
  { entity, articles }: EntityInList,
  countries: ReadonlyMap<string, string>,
): NamedEntityView {
  const { id, name, kind, country, roles } = entity;
  const countryName = countries.get(country ?? "") ?? null;
  return { id, name, kind, country, countryName, roles: roles.map(({ title }) => title), articles };
}
