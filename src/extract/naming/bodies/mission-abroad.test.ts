import { expect, test } from "vitest";
import { annotatedText } from "../../../../test/annotated-text.js";
import { entityTables } from "../../../../test/entity-tables.js";
import { entityContext } from "../entity-context.js";
import { entityLexicons } from "../entity-lexicons.js";
import { missionAbroad } from "./mission-abroad.js";

const lexicons = entityLexicons(entityTables);

/** Whose mission the object of a clause of three words and "embassy" is, and where it stands. */
function missionIn(subject: string, verb: string, name: string): string | null {
  const { document } = annotatedText(`${subject} ${verb}_VERB ${name} embassy`);
  const { syntax } = document.layers;
  const relations = ["nsubj", "root", "compound", "obj"];
  const layers = {
    ...document.layers,
    syntax: { ...syntax, deprel: relations, head: Uint32Array.of(1, 1, 3, 1), lemma: ["", "close", "", "embassy"] },
  };
  const context = entityContext({ ...document, layers } as typeof document, lexicons);
  const found = missionAbroad(context, { first: 2, end: 4 });
  return found && `${found.owner.name} in ${found.host.name}`;
}

test("a mission called by its host is of the state that closes it", () => {
  expect(missionIn("Norway", "closes", "Peru")).toBe("Norway in Peru");
  expect(missionIn("Oslo", "closes", "Lima")).toBe("Norway in Peru");
});

test("an adjective tells whose it is, and a host's own act tells nothing", () => {
  expect(missionIn("Norway", "closes", "Peruvian")).toBeNull();
  expect(missionIn("Peru", "closes", "Peru")).toBeNull();
});
