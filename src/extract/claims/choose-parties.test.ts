import { describe, expect, test } from "vitest";
import { countedSteps } from "../../../test/counted-steps.js";
import type { Entity } from "../../record/entity.js";
import { idOf } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import type { Span } from "../../text/span.js";
import { candidatesOf, featuresOf, type Told, withChosenParties } from "./choose-parties.js";
import type { ToldAct } from "./named-parties.js";
import { indexOf } from "./party-features.js";

const text =
  "Rebels shelled Orsen on Monday.\n\nThe town was shelled again. Norland's army said it saw three tanks, or four guns.";
const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
const entity = (number: number, name: string, kind: Entity["kind"], ...words: string[]): Entity => ({
  ...{ id: idOf("en", number), name, kind, country: null, roles: [] },
  mentions: words.map(spanOf),
});
const rebels = entity(1, "Rebels", "organization", "Rebels");
const orsen = entity(2, "Orsen", "other", "Orsen", "The town");
const army = entity(3, "Norland's army", "organization", "Norland's army");
const around = { text, entities: [rebels, orsen, army], statements: [] };

const mention = (words: string, of: Entity | null = null): Mention => ({
  text: words,
  span: spanOf(words),
  entity: of?.id ?? null,
});

type Read = readonly (readonly [Mention, number])[];

function act(trigger: string, actors: Read, recipients: Read): Told<ToldAct> {
  const read = (parties: Read) => parties.map(([one, doubt]) => ({ mention: one, doubt }));
  const sure = (parties: Read) => parties.filter(([, doubt]) => doubt <= 2).map(([one]) => one);
  return {
    act: {
      ...{ type: "ASSAULT", status: "happened", accordingTo: null },
      ...{ actors: sure(actors), recipients: sure(recipients) },
      trigger: { text: trigger, span: spanOf(trigger), lemma: "shell" },
    },
    read: { actors: read(actors), recipients: read(recipients) },
  };
}

const shelled = act("shelled Orsen", [[mention("Rebels", rebels), 0]], [[mention("Orsen", orsen), 0]]);
const again = act("was shelled", [], [[mention("The town", orsen), 0]]);

/** The actors of the second act. */
const actorsOf = (second: Told<ToldAct>, weights: Readonly<Record<string, number>>) =>
  withChosenParties([shelled, second], around, new Map(Object.entries(weights)))[1]?.act.actors.map((one) => one.text);

describe("an act of which no words tell who does it", () => {
  test("has the likeliest of all whom the article names, by what it tells of them elsewhere", () => {
    const weights = { "named actors act": -9, "named actors shares word": 9, "named actors opposite": -9 };
    expect(actorsOf(again, weights)).toEqual(["Rebels"]);
  });

  test("has nobody where nobody is likely", () => {
    expect(actorsOf(again, { "named actors act": -9 })).toEqual([]);
  });

  test("has one at most", () => {
    expect(actorsOf(again, { "named actors act": 9 })).toHaveLength(1);
  });
});

describe("of those whom the reader takes for parties", () => {
  const weights = { "read actors doubt 1": -9, "named actors act": 9 };

  test("stay who are likely, and nobody else is thought of where it is sure of one", () => {
    const told = act(
      "was shelled",
      [
        [mention("three tanks"), 0],
        [mention("four guns"), 1],
      ],
      [],
    );
    expect(actorsOf(told, weights)).toEqual(["three tanks"]);
  });

  test("others may take the place of those whom it only guesses at", () => {
    const told = act("was shelled", [[mention("four guns"), 3]], []);
    expect(actorsOf(told, { "read actors act": -9, "named actors noun army": 9, "named actors act": -5 })).toEqual([
      "Norland's army",
    ]);
  });

  test("those that share words, or are one, count once, in reading order", () => {
    const told = act(
      "was shelled",
      [
        [mention("three tanks, or four guns"), 0],
        [mention("four guns"), 0],
        [mention("Rebels", rebels), 0],
      ],
      [],
    );
    expect(actorsOf(told, { "read actors words guns": 1, "read actors doubt 0 name": 3 })).toEqual([
      "Rebels",
      "three tanks, or four guns",
    ]);
  });
});

test("every candidate tells its side, and whether the reader took it for a party", () => {
  const sides = candidatesOf([shelled, again], around)(again);
  expect(sides.actors.map(({ mention: { text: words } }) => words)).toEqual(["Rebels", "The town", "Norland's army"]);
  const [[actor] = [], [recipient] = []] = [sides.actors, sides.recipients];
  expect(actor && featuresOf(actor).every((feature) => feature.startsWith("named actors "))).toBe(true);
  expect(sides.recipients.map(({ doubt }) => doubt)).toEqual([0]);
  expect(recipient && featuresOf(recipient)).toContain("read recipients type 1");
});

/** An article that names so many parties, one a line, and Rebels again at its end. */
function namesMany(count: number) {
  const lines = [...Array.from({ length: count }, (_, i) => `Band ${i} shelled Orsen.`), "Rebels", "Rebels"];
  const starts = lines.map((_, i) => lines.slice(0, i).join("\n\n").length + (i === 0 ? 0 : 2));
  const bands = lines.slice(0, count).map((line, i): Entity => {
    const at = starts[i] ?? 0;
    const name = line.split(" shelled")[0] ?? "";
    return { ...rebels, id: idOf("en", i + 10), name, mentions: [[at, at + name.length]] };
  });
  const last = starts.slice(count).map((at): Span => [at, at + 6]);
  const acts = bands.map(({ name, id, mentions }): ToldAct => {
    const [span = [0, 0]] = mentions;
    const trigger: ToldAct["trigger"] = { text: "shelled", span: [span[1] + 1, span[1] + 8], lemma: "shell" };
    const actors = [{ text: name, span, entity: id }];
    return { type: "ASSAULT", status: "happened", accordingTo: null, actors, recipients: [], trigger };
  });
  const entities = [...bands, { ...rebels, mentions: last }];
  return { around: { text: lines.join("\n\n"), entities, statements: [], acts }, acts };
}

test("of very many those named oftenest and those named last before the act are thought of", () => {
  const few = namesMany(20);
  expect(indexOf(few.around).named.near(40)).toHaveLength(21);
  const many = namesMany(300);
  const [start] = many.acts[200]?.trigger.span ?? [0];
  const names = indexOf(many.around)
    .named.near(start)
    .map(({ name }) => name);
  expect(names.length).toBeLessThanOrEqual(100);
  expect(names).toContain("Rebels");
  expect(names).toContain("Band 200");
  expect(names).not.toContain("Band 150");
});

test("twice the acts take about twice the steps", async () => {
  const choose = (count: number) => {
    const { around: known, acts } = namesMany(count);
    const told = acts.map((one) => ({ act: one, read: { actors: [], recipients: [] } }));
    return withChosenParties(told, known, new Map());
  };
  choose(200);
  const steps = await countedSteps(() => choose(200));
  expect(steps).toBeGreaterThan(10_000);
  expect(await countedSteps(() => choose(400))).toBeLessThan(2.6 * steps);
});
