import type { Fingerprints } from "./copies/candidates.js";
import type { EarlierText } from "./copies/find-copies.js";
import type { Denial } from "./disputes/denials-in.js";
import type { ToldFigure } from "./disputes/find-disputes.js";
import type { Said } from "./disputes/statements-said.js";
import type { EarlierMember } from "./entities/same-person.js";
import type { EarlierTelling } from "./events/group-events.js";
import type { DisputeId } from "./link-id.js";
import type { ComparableArticle, EarlierArticles } from "./stories/group-stories.js";
import type { TermDictionary } from "./stories/term-dictionary.js";

/** Days that stories, copies, events and disputes look back. */
export const lookBackDays = 14;

/**
 * What is settled already when articles are linked, asked for as far as these can have to do with it: of the days before theirs, and of their own day what was
 * linked before them. Answers depend on the links of those days and on nothing else; lists are in order of time, then of ids.
 */
export interface Memory {
  /** The articles of the days looked back on that are near one of these by their terms, with all others of their stories and of the stories named; in no order. */
  readonly near: (question: {
    readonly articles: readonly ComparableArticle[];
    /** That the terms of question and answer are packed with. */
    readonly dictionary: TermDictionary;
    readonly stories: readonly string[];
  }) => Promise<EarlierArticles>;
  /** The texts of the days looked back on that may be copied by one with these fingerprints. */
  readonly alike: (texts: readonly Fingerprints[]) => Promise<readonly RememberedText[]>;
  /** Entities with one of these keys, however long ago they were first told of, and those of the stories in the days looked back on. */
  readonly members: (question: {
    readonly keys: readonly string[];
    readonly stories: readonly string[];
  }) => Promise<readonly EarlierMember[]>;
  /** What was told in the days looked back on, under these keys. */
  readonly tellings: (keys: readonly string[]) => Promise<readonly EarlierTelling[]>;
  /** The statements of these stories in the days looked back on. */
  readonly said: (stories: readonly string[]) => Promise<readonly Said[]>;
  /** What articles of these stories gave as figures and told of as denied in the days looked back on. */
  readonly claimed: (stories: readonly string[]) => Promise<Claimed>;
  /** The ends of the disputes over these events or within these stories. */
  readonly disputed: (subjects: readonly string[]) => Promise<readonly EarlierEnd[]>;
}

/** A text of an earlier day. */
export interface RememberedText extends EarlierText {
  /** Under which name it goes; see `Settled.textOf`. */
  readonly textOf: string;
}

export interface Claimed {
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
