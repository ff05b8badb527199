/** Of each outlet the first, those of outlets that come last again at the end; what is of no outlet stands for itself. */
export function firstOfOutlets<Item>(items: readonly Item[], outletOf: (item: Item) => string): readonly Item[] {
  const first = new Map(items.map((one) => [outletOf(one), one] as const).reverse());
  return [...first.values()].reverse();
}
