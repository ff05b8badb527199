import type { Id } from "../record/id.js";
import { sha256 } from "../text/hash.js";

export type CopyGroupId = Id<"cg">;
export type StoryId = Id<"sy">;
export type PersonOrBodyId = Id<"wh">;
export type OriginId = Id<"or">;
export type EventId = Id<"ev">;
export type DisputeId = Id<"di">;
export type HistoryId = Id<"hi">;

/**
 * The id of something that links several articles: the prefix and 16 digits of the hash of what it is known by. The same parts give the
 * same id in every run and on every machine.
 */
export function linkId<Prefix extends string>(prefix: Prefix, parts: readonly string[]): Id<Prefix> {
  // The brand exists for the compiler only, as in record/id.ts.
  return `${prefix}_${sha256(JSON.stringify(parts)).slice(0, 16)}` as Id<Prefix>;
}
