import type { Claim } from "./layers.js";

/** Whether two claims tell the same: of one kind and label, by words that they share. */
export function tellSame(one: Claim, other: Claim): boolean {
  return (
    one.kind === other.kind &&
    one.label === other.label &&
    one.trigger.first < other.trigger.end &&
    other.trigger.first < one.trigger.end
  );
}
