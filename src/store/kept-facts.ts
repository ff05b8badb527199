import type { StoreState } from "./engine/engine.js";
import type { Store } from "./store.js";

interface Kept {
  state: StoreState;
  readonly facts: Map<string, Map<string, unknown>>;
}

const readers = new WeakMap<Store, Kept>();

/** Lets what was found out once be kept for later questions to this store. Only for stores that write nothing themselves: of their own changes they hear nothing. */
export function keepFacts(store: Store): void {
  readers.set(store, { state: -1, facts: new Map() });
}

/** So many facts of a kind are kept. */
const mostKept = 20_000;

/** What is known already under a name, by key, and still holds: it is empty once somebody has changed the database. For a store that nothing is kept for it always is. */
export async function keptFacts<Fact>(store: Store, name: string): Promise<Map<string, Fact>> {
  const kept = readers.get(store);
  if (kept === undefined) return new Map();
  const state = await store.state();
  if (kept.state !== state) {
    kept.facts.clear();
    kept.state = state;
  }
  const facts = kept.facts.get(name) ?? new Map<string, unknown>();
  if (facts.size > mostKept) facts.clear();
  kept.facts.set(name, facts);
  // Whoever names it puts in what they take out.
  return facts as Map<string, Fact>;
}
