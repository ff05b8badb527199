import type { SettledEvent, ToldEvent } from "../events/group-events.js";
import { groupedBy } from "../grouped-by.js";
import type { DisputedEnds } from "../link-day.js";
import type { DisputeId, EventId } from "../link-id.js";
import { correctGroups, type GroupCorrection } from "./correct-groups.js";
import type { EventCorrection, HeldEnd } from "./correct-links.js";

/**
 * The events after the corrections. What was said to be the same act or state is told as the one that it was said to be; what was said to be another has an
 * id of its own.
 */
export function correctEvents(
  events: readonly SettledEvent[],
  corrections: readonly EventCorrection[],
): readonly SettledEvent[] {
  if (corrections.length === 0) return events;
  const groups = events.map(({ id, told }) => ({ id: id as string, members: told }));
  const told = corrections.map((one): GroupCorrection<ToldEvent> => {
    return { ...one, holds: ({ telling }: ToldEvent) => one.holds(telling) };
  });
  return correctGroups(groups, told).map(({ id, members }) => {
    const what = corrections.findLast((one) => one.kind === "merge" && one.to === id)?.what ?? null;
    // The id is that of an event or of a correction, which made it with `linkId`.
    return { id: id as EventId, told: inOrder(what === null ? members : members.map((one) => ({ ...one, what }))) };
  });
}

/** In order of time, which members of several events are not in. */
function inOrder(told: readonly ToldEvent[]): readonly ToldEvent[] {
  const day = ({ telling }: ToldEvent): string => telling.day ?? "9999";
  return told.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** The disputes after the corrections: those that are none are left out, and those that are one go by one id. */
export function correctDisputes(
  disputes: readonly DisputedEnds[],
  corrections: readonly GroupCorrection<HeldEnd>[],
): readonly DisputedEnds[] {
  if (corrections.length === 0) return disputes;
  const groups = disputes.map((dispute) => ({
    id: dispute.id as string,
    members: dispute.sides.flatMap(({ position, ends }) =>
      ends.map(({ article, line }) => ({ dispute, end: { position, article, line } })),
    ),
  }));
  const told = corrections.map((one) => ({
    ...one,
    holds: ({ end }: { readonly end: HeldEnd }): boolean => one.holds(end),
  }));
  return correctGroups(groups, told).flatMap(({ id, members }) =>
    // The id is that of a dispute, which `linkId` made.
    [...groupedBy(members, ({ dispute }) => dispute).keys()].map((dispute) => ({ ...dispute, id: id as DisputeId })),
  );
}
