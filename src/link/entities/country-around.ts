import type { Entity } from "../../record/entity.js";
import type { ArticleRecord } from "../../record/record.js";

/**
 * The country of whoever holds an office of which the article does not tell whose it is: the one whose own mission, staff or advice it has on his word alone. `null` where it has none, or those
 * of several.
 */
export function countrySpokenFor({ id }: Entity, { statements, postures }: ArticleRecord): string | null {
  const own = new Set(statements.flatMap((one) => (one.speaker?.entity === id ? [one.id as string] : [])));
  return onlyOne(
    postures.flatMap(({ accordingTo, institution: { kind, of } }) =>
      kind !== "force" && of !== null && own.has(accordingTo ?? "") ? [of] : [],
    ),
  );
}

/**
 * The country of a body of which neither its name nor the article says whose it is: that of a place in its name ("Karsk Health Department"), else of a government's body the one that all
 * other governments and forces of the article are of. `null` where nothing tells, and for armed groups, which are named for places that they hold.
 */
export function countryAround({ kind, mentions }: Entity, { places, entities }: ArticleRecord): string | null {
  if (kind === "armed_group" || kind === "outlet") return null;
  const inName = places.flatMap(({ span: [from, to], country, lat }) =>
    lat !== null && country !== null && mentions.some(([first, end]) => first <= from && to < end) ? [country] : [],
  );
  if (inName.length > 0) return onlyOne(inName);
  const others = entities.filter(({ kind: one, country }) => country !== null && /^(?:government|military)$/.test(one));
  return kind === "government" && others.length > 1 ? onlyOne(others.flatMap(({ country }) => country ?? [])) : null;
}

function onlyOne(countries: readonly string[]): string | null {
  const [only] = countries;
  return new Set(countries).size === 1 ? (only ?? null) : null;
}
