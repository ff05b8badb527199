/** The first so many of a list that was asked for with one more, and whether there is more. */
export function firstOf<Item>(
  found: readonly Item[],
  limit: number,
): { readonly items: readonly Item[]; readonly more: boolean } {
  return { items: found.slice(0, limit), more: found.length > limit };
}
