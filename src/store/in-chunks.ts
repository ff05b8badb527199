/** The rows in parts that stay well below the 32,766 parameters that a statement of SQLite can have. */
export function inChunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

const size = 500;
