import { type Correction, doingOf, type LineAnchor } from "./correction.js";

/** What held of the same things when a correction was made; `null` for a thing of which nothing did. For what takes back, that is what it takes back. */
export type HeldBefore = ReadonlyMap<number, readonly (Correction | null)[]>;

/** What held before each correction, by its key: of what is confirmed or rejected, graded or assigned. @param all in the order in which they were made */
export function heldBefore(all: readonly Correction[]): HeldBefore {
  const byKey = new Map(all.map((one) => [one.key, one]));
  const off = new Set<number>();
  const said = new Map<string, Correction[]>();
  const turn = (one: Correction | undefined, on: boolean): void => {
    if (one === undefined) return;
    if (on) off.delete(one.key);
    else off.add(one.key);
    if (one.detail.kind === "undo") turn(byKey.get(one.detail.correction), !on);
  };
  const before = new Map<number, readonly (Correction | null)[]>();
  for (const one of all) {
    if (one.detail.kind === "undo") {
      before.set(one.key, [byKey.get(one.detail.correction) ?? null]);
      turn(one, true);
      continue;
    }
    const held = thingsOf(one).map((thing) => {
      const earlier = said.get(thing) ?? [];
      said.set(thing, [...earlier, one]);
      return earlier.findLast(({ key }) => !off.has(key)) ?? null;
    });
    before.set(one.key, [...new Set(held)]);
  }
  return before;
}

/** What a correction is about, where what is said of it last is what holds. */
function thingsOf({ detail }: Correction): readonly string[] {
  const doing = doingOf(detail.kind);
  const sort = doing === "hide" ? "confirm" : doing;
  switch (detail.kind) {
    case "hide":
    case "confirm":
    case "assign":
      return detail.lines.map((line) => `${sort} ${keyOf(line)}`);
    case "hide-dispute":
    case "confirm-dispute":
    case "assign-dispute":
      return [`${sort} ${detail.dispute.id}`];
    case "hide-entity":
    case "confirm-entity":
      return [`${sort} ${detail.entity.id}`];
    case "grade":
      return [`${sort} ${detail.outlet}`];
    default:
      return [];
  }
}

function keyOf({ article, kind, label, span }: LineAnchor): string {
  return [article, kind, label, ...span].join(" ");
}
