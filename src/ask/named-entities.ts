import { entitiesNamed, entityById } from "../store/queries/entities.js";
import type { Store } from "../store/store.js";
import { type NamedEntityView, namedEntityView } from "../view/entity-view.js";
import { firstOf } from "./first-of.js";

/** Those who go by a name, the one named most often first, so many at most; and whether there are more. */
export async function namedEntities(
  store: Store,
  name: string,
  most: number,
): Promise<{ readonly entities: readonly NamedEntityView[]; readonly more: boolean }> {
  const { items, more } = firstOf(await entitiesNamed(store, name, most + 1), most);
  const entities: NamedEntityView[] = [];
  for (const id of items) {
    const known = await entityById(store, id);
    if (known !== null) entities.push(namedEntityView(known));
  }
  return { entities, more };
}
