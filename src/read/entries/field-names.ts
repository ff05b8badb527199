import { parseTable } from "../../text/table.js";

/** The parts of an article that an entry of data can tell. */
const articleParts = ["text", "summary", "title", "published", "url", "outlet", "author", "language", "id"] as const;

export type ArticleField = (typeof articleParts)[number];

/** What holds entries, what an entry keeps its fields in, what an object keeps its one text in. */
type Holder = "list" | "entry" | "inner";

/** The names that each part goes by, as {@link fieldKey} writes them, best first; under `given` those that a person gave. */
export type FieldNames = ReadonlyMap<ArticleField | Holder | "given", readonly string[]>;

/** Names that a person gave for parts; they come before all others. */
export type FieldMap = ReadonlyMap<ArticleField, string>;

/** Gives the names; they are read when data are met. */
export type FieldSource = () => Promise<FieldNames>;

/** The names in the table `data/article-fields.tsv`. */
export function parseFieldNames(table: string): FieldNames {
  const names = new Map<ArticleField | Holder, string[]>();
  for (const [part = "", name = ""] of parseTable(table)) {
    if (!isPart(part) || name === "") throw new Error(`article-fields.tsv: "${part}" is no part of an article`);
    names.set(part, [...(names.get(part) ?? []), fieldKey(name)]);
  }
  return names;
}

/** The names with those of a map before them. */
export function withFieldMap(names: FieldNames, map: FieldMap): FieldNames {
  const all = [...names].map(([part, known]) => [part, mapped(part, known, map)] as const);
  return new Map([...all, ...(map.size === 0 ? [] : [["given", [...map.values()]] as const])]);
}

function mapped(part: ArticleField | Holder | "given", known: readonly string[], map: FieldMap): readonly string[] {
  const own = isArticleField(part) ? map.get(part) : undefined;
  return own === undefined ? known : [fieldKey(own), ...known];
}

/** The map in a text like `text=body,published=date`, or what is wrong with it. */
export function parseFieldMap(written: string): FieldMap | string {
  const map = new Map<ArticleField, string>();
  for (const pair of written.split(",")) {
    const [part = "", ...name] = pair.split("=").map((side) => side.trim());
    if (!isArticleField(part)) return `"${part}" is none of ${articleParts.join(", ")}.`;
    if (name.join("=") === "") return `"${part}" has no name behind it, as in text=body.`;
    map.set(part, name.join("="));
  }
  return map;
}

/** A name without what spellings of it differ in. */
export function fieldKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^@/, "")
    .replace(/(?<!^)[_\s-]/g, "");
}

function isArticleField(part: string): part is ArticleField {
  return articleParts.some((field) => field === part);
}

function isPart(part: string): part is ArticleField | Holder {
  return isArticleField(part) || part === "list" || part === "entry" || part === "inner";
}
