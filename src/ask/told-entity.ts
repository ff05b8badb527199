import { countryNames } from "../run/country-names.js";
import type { Effects } from "../run/effects.js";
import { entityById } from "../store/queries/entities.js";
import { linesOfEntity } from "../store/queries/lines-of-entity.js";
import type { Store } from "../store/store.js";
import { type EntityView, entityView } from "../view/entity-view.js";

/** The person or body with that id and so many of their latest lines, `null` where there is none. */
export async function toldEntity(
  store: Store,
  id: string,
  most: number,
  effects: Pick<Effects, "readFile">,
): Promise<EntityView | null> {
  const known = await entityById(store, id);
  if (known === null) return null;
  return entityView(known, await linesOfEntity(store, id, most), await countryNames(effects));
}
