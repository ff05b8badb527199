/** The rows in parts that stay well below the 32,766 parameters that a statement of SQLite can have. */
export function inChunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

/** The rows that are found for these items, asked for in such parts. */
export async function askInChunks<Item, Row>(
  items: readonly Item[],
  ask: (some: readonly Item[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const some of inChunks(items)) rows.push(...(await ask(some)));
  return rows;
}

const size = 500;
