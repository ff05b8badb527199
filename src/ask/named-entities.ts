import { countryNames } from "../run/country-names.js";
import type { Effects } from "../run/effects.js";
import { entitiesByArticles, entitiesInList, entitiesNamed } from "../store/queries/entities.js";
import type { Store } from "../store/store.js";
import { type NamedEntityView, namedEntityView } from "../view/entity-view.js";

/** Those who go by a name, or all where it is `null`; the one told of most often first, so many at most, after so many. */
export async function namedEntities(
  store: Store,
  name: string | null,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
  effects: Pick<Effects, "readFile">,
): Promise<readonly NamedEntityView[]> {
  const ids =
    name === null
      ? await entitiesByArticles(store, { limit, offset })
      : await entitiesNamed(store, name, limit, offset);
  const countries = await countryNames(effects);
  return (await entitiesInList(store, ids)).map((one) => namedEntityView(one, countries));
}
