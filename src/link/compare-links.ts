import type { Links } from "./link-records.js";

/** What changed in one list of links between two moments. */
export interface LinkChanges<Row> {
  readonly added: readonly Row[];
  readonly updated: readonly (readonly [before: Row, after: Row])[];
  readonly removed: readonly Row[];
}

type Lists = "copies" | "stories" | "entities" | "origins" | "events" | "disputes" | "postures";

/** What changed between two moments, for each list whose rows have ids. */
export type LinksDiff = { readonly [List in Lists]: LinkChanges<Links[List][number]> };

/** What was added, what became of what was there, and what is gone; all lists empty where nothing changed. */
export function compareLinks(before: Links, after: Links): LinksDiff {
  return {
    copies: changesOf(before.copies, after.copies),
    stories: changesOf(before.stories, after.stories),
    entities: changesOf(before.entities, after.entities),
    origins: changesOf(before.origins, after.origins),
    events: changesOf(before.events, after.events),
    disputes: changesOf(before.disputes, after.disputes),
    postures: changesOf(before.postures, after.postures),
  };
}

function changesOf<Row extends { readonly id: string }>(
  before: readonly Row[],
  after: readonly Row[],
): LinkChanges<Row> {
  const old = new Map(before.map((row) => [row.id, row]));
  const now = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !old.has(id)),
    updated: after.flatMap((row) => {
      const known = old.get(row.id);
      return known !== undefined && JSON.stringify(known) !== JSON.stringify(row) ? [[known, row] as const] : [];
    }),
    removed: before.filter(({ id }) => !now.has(id)),
  };
}
