import { describe, expect, test } from "vitest";
import { idOf } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import { withPartiesFromElsewhere } from "./same-act.js";

const somebody = (text: string, entity: number | null = null): Mention => ({
  text,
  span: [0, text.length],
  entity: entity === null ? null : idOf("en", entity),
});

const act = (lemma: string, actors: readonly Mention[], recipients: readonly Mention[], type = "ASSAULT" as const) => ({
  type,
  actors,
  recipients,
  trigger: { text: lemma, span: [0, 1] as const, lemma },
});

const rebels = somebody("the rebels", 1);
const town = somebody("Orsen", 2);

/** The actors of the first act, where the second is told beside it. */
const actorsOf = (...acts: readonly ReturnType<typeof act>[]) =>
  withPartiesFromElsewhere(acts)[0]?.actors.map(({ text }) => text);

describe("an act without an actor", () => {
  test("has that of another telling with the same one acted upon", () => {
    expect(actorsOf(act("attack", [], [somebody("the town", 2)]), act("shell", [rebels], [town]))).toEqual([
      "the rebels",
    ]);
    expect(actorsOf(act("attack", [], [somebody("Belmar", 3)]), act("shell", [rebels], [town]))).toEqual([]);
  });

  test("has that of the same word where one of the two does not say on whom", () => {
    expect(actorsOf(act("attack", [], []), act("attack", [rebels], [town]))).toEqual(["the rebels"]);
    expect(actorsOf(act("raid", [], []), act("attack", [rebels], [town]))).toEqual([]);
  });

  test("keeps those that it has", () => {
    expect(actorsOf(act("attack", [town], []), act("attack", [rebels], []))).toEqual(["Orsen"]);
  });
});
