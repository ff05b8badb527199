import { type Entry, entryFields, isArticle, isEntry } from "./entry-fields.js";
import { type FieldNames, fieldKey } from "./field-names.js";

/** Answers wrap their articles in a few objects at most. */
const deepest = 6;

/**
 * The articles in data: the objects of a list, which may lie within others, or the data itself. All of that list come back, also what is no
 * object or no article; `null` where no list and no object holds an article.
 */
export function findEntries(data: unknown, names: FieldNames, depth = 0): readonly unknown[] | null {
  if (depth > deepest) return null;
  if (Array.isArray(data)) return entriesOfList(data, names, depth);
  if (!isEntry(data)) return null;
  const fields = entryFields(data, names);
  if (fields.text !== null && fields.title !== null) return [data];
  return entriesWithin(data, names, depth) ?? (isArticle(fields) ? [data] : null);
}

function entriesOfList(list: readonly unknown[], names: FieldNames, depth: number): readonly unknown[] | null {
  if (list.some((one) => isEntry(one) && isArticle(entryFields(one, names)))) return list;
  const within = list.filter(isEntry).flatMap((one) => entriesWithin(one, names, depth) ?? []);
  return within.length > 0 ? within : null;
}

function entriesWithin(data: Entry, names: FieldNames, depth: number): readonly unknown[] | null {
  const parts = new Map(Object.entries(data).map(([name, value]) => [fieldKey(name), value]));
  for (const name of names.get("list") ?? []) {
    const part = parts.get(name);
    const found = typeof part === "object" && part !== null ? findEntries(part, names, depth + 1) : null;
    if (found !== null) return found;
  }
  return null;
}
