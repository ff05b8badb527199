import type { Fingerprints } from "./copies/candidates.js";
import type { CopyGroupFacts, EarlierText } from "./copies/find-copies.js";
import type { ToldFigure } from "./disputes/find-disputes.js";
import type { Denial } from "./disputes/denials-in.js";
import type { Said } from "./disputes/statements-said.js";
import type { EarlierMember } from "./entities/same-person.js";
import type { EarlierTelling } from "./events/group-events.js";
import type { DisputeId } from "./link-id.js";
import type { EarlierArticle } from "./stories/group-stories.js";

/** Days that stories, copies, events and disputes look back. */
export const lookBackDays = 14;

/**
 * What the days before a day have settled, asked for as far as that day's articles can have to do with it. Answers depend on the links of those
 * days and on nothing else; lists are in order of time, then of ids.
 */
export interface Memory {
  /** The articles of the days looked back on. */
  readonly articles: () => Promise<readonly RememberedArticle[]>;
  /** Some of these whole. */
  readonly texts: (articles: readonly string[]) => Promise<readonly EarlierText[]>;
  /** Entities with one of these keys, however long ago they were first told of, and those of the stories in the days looked back on. */
  readonly members: (question: {
    readonly keys: readonly string[];
    readonly stories: readonly string[];
  }) => Promise<readonly EarlierMember[]>;
  /** What was told in the days looked back on, under these keys. */
  readonly tellings: (keys: readonly string[]) => Promise<readonly EarlierTelling[]>;
  /** The statements of these stories in the days looked back on. */
  readonly said: (stories: readonly string[]) => Promise<readonly Said[]>;
  /** The ends of the disputes over these events or within these stories. */
  readonly disputed: (subjects: readonly string[]) => Promise<readonly EarlierEnd[]>;
}

/** An article of an earlier day, by what later ones are held against. */
export interface RememberedArticle extends EarlierArticle {
  readonly fingerprints: Fingerprints;
  readonly group: CopyGroupFacts | null;
  /** Under which name its text goes; see `Settled.textOf`. */
  readonly textOf: string;
  readonly figures: readonly ToldFigure[];
  readonly denials: readonly Denial[];
}

/** An end of a dispute that earlier days have found. */
export interface EarlierEnd {
  readonly dispute: DisputeId;
  readonly subject: string;
  readonly kind: "event" | "statement" | "figure";
  readonly about: string;
  readonly position: string;
  readonly article: string;
  readonly line: string | null;
}

/** The memory of whoever has seen nothing. */
export const noMemory: Memory = {
  articles: async () => [],
  texts: async () => [],
  members: async () => [],
  tellings: async () => [],
  said: async () => [],
  disputed: async () => [],
};
