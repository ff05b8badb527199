import { expect, test } from "vitest";
import type { Entity } from "../../record/entity.js";
import { idOf } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import type { Posture } from "../../record/posture.js";
import type { Span } from "../../text/span.js";
import { withOwners } from "./owner-acts.js";

const text = "Norland worries. The embassy in Orsen will be shut, and the bank too.";
const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
const mention = (words: string): Mention => ({ text: words, span: spanOf(words), entity: null });

const norland: Entity = {
  ...{ id: idOf("en", 1), name: "Norland", kind: "government", country: "NO", roles: [] },
  mentions: [spanOf("Norland")],
};
const shut: Posture = {
  ...{ id: idOf("po", 1), aspect: "operations", value: "closed", by: null, since: null, until: null },
  ...{ status: "announced", accordingTo: null, evidence: [spanOf("The embassy in Orsen will be shut")] },
  subject: mention("The embassy in Orsen"),
  institution: { kind: "mission", of: "NO", in: "OS" },
};

/** Who does it to these words, where this state is told. */
const actors = (
  whom: string,
  type: "RETREAT" | "SANCTION" = "RETREAT",
  states = [shut],
  of: readonly Entity[] = [norland],
) =>
  withOwners(
    [{ type, actors: [] as readonly Mention[], recipients: [mention(whom)] }],
    states,
    of,
    text,
  )[0]?.actors.map((one) => one.text);

test("a state takes back its mission, also where no words of the sentence say whose it is", () => {
  expect(actors("The embassy")).toEqual(["Norland"]);
});

test("but not what is no mission of its, nor what others do to it, nor where the article does not name the state", () => {
  expect(actors("the bank")).toEqual([]);
  expect(actors("The embassy", "SANCTION")).toEqual([]);
  expect(actors("The embassy", "RETREAT", [{ ...shut, institution: { kind: "mission", of: null, in: "OS" } }])).toEqual(
    [],
  );
  expect(actors("The embassy", "RETREAT", [shut], [])).toEqual([]);
});
