/** What “Correct …” can be about. */
export type CorrectedKind =
  | "statement"
  | "action"
  | "posture"
  | "stance"
  | "event"
  | "entity"
  | "story"
  | "dispute"
  | "history"
  | "article";

/** What may be a member of something else: an article of a story, or what one article has of somebody. */
export interface Member {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of that name. */
  readonly note?: string;
}

/** What each is called in a form. */
export const kindWords: Readonly<Record<CorrectedKind, string>> = {
  ...{ statement: "statement", action: "act", posture: "state", stance: "stance", event: "event" },
  ...{ entity: "person or body", story: "story", dispute: "dispute", history: "state", article: "article" },
};
