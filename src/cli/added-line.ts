import type { NoteReading } from "../read/reading.js";
import type { Addition } from "../run/add-inputs.js";

export type ArticleAddition = Exclude<Addition, NoteReading>;

/** How many articles came to what. */
export interface AdditionCounts {
  added: number;
  newVersions: number;
  known: number;
  failed: number;
}

/** Which count an article belongs to. */
export function countOf(addition: ArticleAddition): keyof AdditionCounts {
  if (addition.kind === "known") return "known";
  if (addition.kind !== "added") return "failed";
  return addition.version.number === 1 ? "added" : "newVersions";
}

/** Why an article, or its record, is not in the database. */
export function reasonOf(addition: Extract<ArticleAddition, { readonly reason: string }>): string {
  if (addition.kind === "failed") return addition.reason;
  return `${addition.version.id} is kept, but its analysis failed (\`sitrep rebuild\` tries again; please report this): ${addition.reason}`;
}

/** The article's id, and what a person knows it by. */
export function addedLine({
  version,
  article,
  input,
}: Extract<Addition, { readonly kind: "added" | "known" }>): string {
  const facts = [article.outlet, article.published, article.title ?? input];
  const shown = facts.filter((fact) => fact !== null).join(" · ");
  return `${version.number === 1 ? "added" : "new version"} ${version.id} ${shown.replace(/\s+/g, " ")}\n`;
}
