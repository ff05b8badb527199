import { dayLength } from "../../text/days.js";
import type { Dispute } from "./find-disputes.js";

/**
 * The disputes without those that tell a quarrel of the list once more, as two stories or a state and a statement do: the same voices stand on both sides within a few days, over claims that
 * have words in common. Of each quarrel the one with the most voices is left, where the first of them stood.
 */
export function withoutRepeats(disputes: readonly Dispute[]): readonly Dispute[] {
  const quarrels: Dispute[][] = [];
  for (const one of disputes) {
    const known = quarrels.find((quarrel) => quarrel.some((other) => isOneQuarrel(one, other)));
    if (known === undefined) quarrels.push([one]);
    else known.push(one);
  }
  return quarrels.map((quarrel) => quarrel.reduce((best, one) => (voicesOf(one) > voicesOf(best) ? one : best)));
}

/** Within so many days the same two sides quarrel about the same. */
const nearDays = 10;

function isOneQuarrel(a: Dispute, b: Dispute): boolean {
  if (a.kind === "figure" || b.kind === "figure" || !isNear(a, b)) return false;
  if (a.about === b.about) return a.kind === b.kind;
  if (
    !share(originsOf(a, "asserts"), originsOf(b, "asserts")) ||
    !share(originsOf(a, "denies"), originsOf(b, "denies"))
  )
    return false;
  // A state has no sentence of its own.
  if (a.kind !== b.kind) return share(articlesOf(a), articlesOf(b));
  const [one, other] = [wordsOf(a), wordsOf(b)];
  return [...one].filter((word) => other.has(word)).length >= leastWords;
}

/** So many words of four letters or more two claims of the same quarrel have in common. */
const leastWords = 2;

function wordsOf({ about }: Dispute): ReadonlySet<string> {
  return new Set((about.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, stem)));
}

/** Words that begin alike are forms of one. */
const stem = 5;

function originsOf({ sides }: Dispute, position: string): readonly string[] {
  return sides.flatMap((side) => (side.position === position ? side.origins : []));
}

function articlesOf({ sides }: Dispute): readonly string[] {
  return sides.flatMap(({ ends }) => ends.map(({ article }) => article));
}

function share(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one));
}

function isNear(a: Dispute, b: Dispute): boolean {
  const [first, second] = [a, b].map(({ sides }) => {
    const days = sides.flatMap(({ ends }) => ends.flatMap(({ day }) => day ?? [])).sort();
    return days[0] === undefined ? null : Date.parse(days[0]);
  });
  return first == null || second == null || Math.abs(first - second) <= nearDays * dayLength;
}

/** How many voices a dispute has. */
export function voicesOf({ sides }: Dispute): number {
  return new Set(sides.flatMap(({ origins }) => origins)).size;
}
