import type { TokenRange } from "../../../doc/layers.js";

/** OntoNotes' types of names that can be somebody. */
export type NameType = "PERSON" | "NORP" | "ORG" | "GPE" | "FAC" | "LOC" | "PRODUCT" | "EVENT" | "WORK_OF_ART" | "LAW";

/** A name without article, title and possessive: "Ana Ruiz" of "President Ana Ruiz's". */
export interface FoundName extends TokenRange {
  readonly type: NameType;
}
