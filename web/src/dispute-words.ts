import type { DisputeView } from "../../src/view/dispute-view.js";

/** What a side of a dispute does. @param position `asserts`, `denies`, or the number that the side gives */
export function sideWords(position: string): string {
  return sides[position] ?? position;
}

const sides: Readonly<Record<string, string>> = { asserts: "Say so", denies: "Deny it" };

/** What an outlet that takes a side in its own voice does. */
export function ownVoiceWords(position: string): string {
  return position === "asserts" ? "says so" : position === "denies" ? "denies it" : `gives ${position}`;
}

/** What a dispute is over, as a page names it. */
export const disputeKindWords: Readonly<Record<DisputeView["kind"], string>> = {
  statement: "What was said",
  event: "State of an institution",
  figure: "How many",
};
