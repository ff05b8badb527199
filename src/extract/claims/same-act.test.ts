import { describe, expect, test } from "vitest";
import { idOf, type TimeId } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import { withTimesFromElsewhere } from "./same-act.js";

const somebody = (text: string, entity: number | null = null): Mention => ({
  text,
  span: [0, text.length],
  entity: entity === null ? null : idOf("en", entity),
});

const act = (
  lemma: string,
  actors: readonly Mention[],
  recipients: readonly Mention[],
  time: number | null = null,
  type: "ASSAULT" | "CONSULT" = "ASSAULT",
) => ({
  type,
  status: "happened" as const,
  time: time === null ? null : idOf("ti", time),
  actors,
  recipients,
  trigger: { text: lemma, span: [0, 1] as const, lemma },
});

const rebels = somebody("the rebels", 1);
const town = somebody("Orsen", 2);

describe("an act without a time", () => {
  /** The time of the first act, where the second is told beside it. */
  const timeOf = (...acts: readonly ReturnType<typeof act>[]): TimeId | null | undefined =>
    withTimesFromElsewhere(acts)[0]?.time;

  test("has that of another telling with the same one acted upon", () => {
    expect(timeOf(act("attack", [], [town]), act("shell", [rebels], [town], 7))).toBe("ti_7");
    expect(timeOf(act("attack", [], [somebody("Belmar", 3)]), act("shell", [rebels], [town], 7))).toBeNull();
  });

  test("keeps its own, and has none of another meeting", () => {
    expect(timeOf(act("attack", [], [town], 4), act("shell", [rebels], [town], 7))).toBe("ti_4");
    expect(timeOf(act("meet", [], [town], null, "CONSULT"), act("see", [rebels], [town], 7, "CONSULT"))).toBeNull();
  });
});
