import type { Entity } from "../record/entity.js";
import type { Place } from "../record/place.js";
import type { ArticleRecord } from "../record/record.js";

/** Who an article is mostly about, where it plays, and which days its lines tell of. */
export interface HeadlineView {
  /** The entities with the largest part in it first. */
  readonly who: readonly Entity[];
  readonly where: readonly MainPlace[];
  /** The first and the last day that a line of the record tells of; `null` where none tells a day. */
  readonly when: { readonly first: string; readonly last: string } | null;
}

/** A place, once for all its mentions. */
export interface MainPlace {
  readonly name: string;
  /** The country that it lies in, `null` where that is not known or the place is one. */
  readonly country: string | null;
}

const mostEntities = 6;
const mostPlaces = 5;

export function headlineView(record: ArticleRecord): HeadlineView {
  return { who: mainEntities(record), where: mainPlaces(record), when: daysOf(record) };
}

/** A part in a line counts for more than a mention, and speaking for most. Whom the article does not name is nobody to look for. */
function mainEntities({ entities, statements, actions, postures, stances }: ArticleRecord): readonly Entity[] {
  const parts = new Map<string, number>();
  const add = (mention: { readonly entity: string | null } | null, weight: number): void => {
    if (mention?.entity) parts.set(mention.entity, (parts.get(mention.entity) ?? 0) + weight);
  };
  for (const { speaker } of statements) add(speaker, 3);
  for (const { actors, recipients } of actions) for (const one of [...actors, ...recipients]) add(one, 2);
  for (const { subject, by } of postures) for (const one of [subject, by]) add(one, 4);
  for (const { holder, target } of stances) for (const one of [holder, target.mention]) add(one, 2);
  const nameless = new Set(
    statements.flatMap(({ speaker }) =>
      /^(?:unnamed|collective)$/.test(speaker?.naming ?? "") ? (speaker?.entity ?? []) : [],
    ),
  );
  const weight = ({ id, mentions }: Entity): number => (parts.get(id) ?? 0) + mentions.length;
  return entities
    .filter(({ id, name, kind }) => parts.has(id) && !nameless.has(id) && kind !== "other" && /^\p{Lu}/u.test(name))
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, mostEntities);
}

/** A place counts by its mentions, more where a line says that something was done there, less for a country, which often stands for its government. */
function mainPlaces({ places, statements, actions }: ArticleRecord): readonly MainPlace[] {
  const scenes = new Set([...statements, ...actions].flatMap(({ place }) => place ?? []));
  const found = new Map<string, { readonly place: MainPlace; weight: number }>();
  for (const place of places) {
    const name = place.name ?? place.text;
    const key = place.geonames === null ? name.toLowerCase() : String(place.geonames);
    const entry = found.get(key) ?? { place: { name, country: countryOf(place) }, weight: 0 };
    entry.weight += (place.kind === "country" ? 0.5 : 1) + (scenes.has(place.id) ? 2 : 0);
    found.set(key, entry);
  }
  return [...found.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostPlaces)
    .map(({ place }) => place);
}

function countryOf({ kind, country }: Place): string | null {
  return kind === "country" ? null : country;
}

/** Only times that tell a day: "in 2019" says little about when an article plays. */
function daysOf({ times, statements, actions, postures }: ArticleRecord): HeadlineView["when"] {
  const told = new Set([
    ...[...statements, ...actions].flatMap(({ time }) => time ?? []),
    ...postures.flatMap(({ since, until }) => [since, until].flatMap((id) => id ?? [])),
  ]);
  const days = times
    .filter(({ id }) => told.has(id))
    .flatMap(({ value }) => /^\d{4}-\d\d-\d\d/.exec(value ?? "")?.[0] ?? [])
    .sort();
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}
