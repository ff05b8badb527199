import type { SourceGrade } from "../../link/corrections/correction.js";
import { sourceGradesGiven } from "../corrections/correction-rows.js";
import type { Store } from "../store.js";

/** What the database has of one outlet. */
export interface FoundSource {
  /** `null` for the articles whose outlet is unknown. */
  readonly outlet: string | null;
  readonly articles: number;
  /** Versions beyond the first of each article. */
  readonly edits: number;
  /** The days of the earliest and the latest publication, `null` where no date is known. */
  readonly first: string | null;
  readonly last: string | null;
  /** When an article of it last came in. */
  readonly added: string;
  /** How reliable a person holds it to be: A to E, or F, which cannot be judged and is what nobody graded. */
  readonly grade: SourceGrade;
  /** Who graded it and when; `null` where nobody did. */
  readonly graded: {
    readonly by: string;
    readonly at: string;
    readonly why: string | null;
    readonly id: string;
  } | null;
}

/** The outlets whose articles are kept, those with most articles first. */
export async function findSources({ tables }: Store): Promise<readonly FoundSource[]> {
  const grades = await sourceGradesGiven(tables);
  const rows = await tables
    .selectFrom("version")
    .innerJoin("dated", "dated.version", "version.key")
    .select(({ fn }) => [
      "outlet",
      fn.count<number>("number").filterWhere("number", "=", 1).as("articles"),
      fn.count<number>("number").filterWhere("number", ">", 1).as("edits"),
      fn.min<string | null>("dated.day").filterWhere("published", "is not", null).as("first"),
      fn.max<string | null>("dated.day").filterWhere("published", "is not", null).as("last"),
      fn.max("added").as("added"),
    ])
    .where("key", "not in", ({ selectFrom }) => selectFrom("removed").select("version"))
    .groupBy("outlet")
    .orderBy("articles", "desc")
    .orderBy("outlet")
    .execute();
  return rows.map((row) => {
    const { grade, ...graded } = grades.get(row.outlet ?? "") ?? { grade: "F" as const };
    return { ...row, grade, graded: "id" in graded ? graded : null };
  });
}
