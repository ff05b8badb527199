import { countryNames } from "../run/country-names.js";
import type { Effects } from "../run/effects.js";
import { namesLike } from "../run/name-aliases.js";
import { entitiesInList } from "../store/queries/entities.js";
import {
  entitiesBeginning,
  type NamedOutlet,
  type NamedStory,
  outletsBeginning,
  placesBeginning,
  storiesBeginning,
  type ToldPlace,
} from "../store/queries/names-beginning.js";
import type { Store } from "../store/store.js";
import { type NamedEntityView, namedEntityView } from "../view/entity-view.js";

/** What of the record goes by a name that begins so. */
export interface NamesBegun {
  readonly entities: readonly NamedEntityView[];
  readonly places: readonly ToldPlace[];
  readonly stories: readonly NamedStory[];
  readonly outlets: readonly NamedOutlet[];
}

/** What somebody may mean who has written so much of a name, what the most articles tell of first; so many of each kind. */
export async function namesBegun(
  store: Store,
  asked: string,
  limit: number,
  effects: Pick<Effects, "readFile">,
): Promise<NamesBegun> {
  const aliases = (await namesLike(asked, { whole: false }, effects)).slice(0, mostGroups).flat();
  const ids = await entitiesBeginning(store, asked, aliases, limit);
  const countries = await countryNames(effects);
  return {
    entities: (await entitiesInList(store, ids)).map((one) => namedEntityView(one, countries)),
    places: await placesBeginning(store, asked, limit),
    stories: await storiesBeginning(store, asked, limit),
    outlets: await outletsBeginning(store, asked, limit),
  };
}

/** One letter begins many names that tables know. */
const mostGroups = 20;
