import { describe, expect, test } from "vitest";
import { articleToLink } from "../../../test/link/article-to-link.js";
import { shippedWeights } from "../../../test/link/shipped-tables.js";
import { idOf } from "../../record/id.js";
import type { Event, TellingFacts } from "../events/group-events.js";
import { linkId } from "../link-id.js";
import { overFigures, overState, type ToldFigure } from "./find-disputes.js";
import { findFigures } from "./find-figures.js";

/** The figures of a text, each given by somebody else. */
function givenIn(text: string, isSaid = true): readonly ToldFigure[] {
  return findFigures(articleToLink("a", text).record).map((figure, at) => {
    return { ...{ article: "a", story: "sy_1", origin: `or_${at}`, date: "2031-03-05" }, isSaid, figure };
  });
}

describe("numbers that two people give side by side", () => {
  const text = "Six deaths were counted, the mayor said. The mill said that it knew of two deaths.";

  test("are in dispute, however they are worded", () => {
    const [dispute] = overFigures(givenIn(text), shippedWeights);
    expect(dispute?.sides.map(({ position }) => position)).toEqual(["2", "6"]);
  });

  test("are none where the article gives them itself", () => {
    expect(overFigures(givenIn(text, false), shippedWeights)).toEqual([]);
  });

  test("are none where one follows the other", () => {
    const grown = "At first six deaths were counted, the mayor said. Later the mill spoke of nine deaths.";
    expect(overFigures(givenIn(grown), shippedWeights)).toEqual([]);
  });
});

describe("counts of the dead in one story", () => {
  /** A count of an article of its own, told on a day in 2031, "?" for an unknown one. */
  const count = (words: string, on: string): ToldFigure => {
    const [figure] = findFigures(articleToLink("a", `${words} in the fire at the mill, the paper wrote.`).record);
    if (figure === undefined) throw new Error(`no figure in ${words}`);
    const date = on === "?" ? null : `2031-${on}`;
    return { article: `${words} ${on}`, story: "sy_1", origin: `or_${words}_${on}`, isSaid: false, date, figure };
  };
  const positions = (told: readonly ToldFigure[]) =>
    overFigures(told, shippedWeights).map(({ sides }) => sides.map(({ position }) => position));

  test.each<[string, readonly ToldFigure[], readonly (readonly string[])[]]>([
    [
      "of one day that cannot both be so are in dispute",
      [count("Nine people died", "03-05"), count("Six people died", "03-05")],
      [["6", "9"]],
    ],
    [
      "of the next day that are higher are news",
      [count("Six people died", "03-05"), count("Nine people died", "03-06")],
      [],
    ],
    [
      "of the next day that are lower are in dispute",
      [count("Nine people died", "03-05"), count("Six people died", "03-06")],
      [["6", "9"]],
    ],
    [
      "of an unknown day may be of any, so they are in dispute",
      [count("Six people died", "03-05"), count("Nine people died", "?")],
      [["6", "9"]],
    ],
    [
      "that say “at least” leave room for more",
      [count("At least six people died", "03-05"), count("Nine people died", "03-05")],
      [],
    ],
    [
      "of the dead are not set against those of the hurt",
      [count("Six people died", "03-05"), count("Nine people were hurt", "03-05")],
      [],
    ],
    [
      "are as many sides as there are numbers, each with its voices",
      [count("Six people died", "03-05"), count("Nine people died", "03-05"), count("Seven people died", "03-05")],
      [["6", "7", "9"]],
    ],
  ])("%s", (_, told, expected) => {
    expect(positions(told)).toEqual(expected);
    expect(positions([...told].reverse())).toEqual(expected);
  });

  test("are set against the last that a text gives, and one text is no dispute with itself", () => {
    const early = { ...count("Nine people died", "03-05"), origin: "or_wire" };
    const late = { ...count("Six people died", "03-06"), origin: "or_wire" };
    expect(positions([early, late])).toEqual([]);
    expect(positions([early, late, count("Six people died", "03-05")])).toEqual([]);
  });

  test("two voices for one number are one side", () => {
    const [dispute] = overFigures(
      [
        count("Six people died", "03-05"),
        count("Nine people died", "03-05"),
        count("Nine people were killed", "03-05"),
      ],
      shippedWeights,
    );
    expect(dispute?.sides.map(({ ends, origins }) => [ends.length, origins.length])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(dispute?.about).toBe("how many were killed");
  });
});

describe("a state that some deny", () => {
  const telling = (origin: string, status: TellingFacts["status"], article = origin) => ({
    ...({ article, line: idOf("po", 1), day: "2031-03-05", date: "2031-03-05", dated: "told", by: "text" } as const),
    ...{ status, origin: linkId("or", [origin]), evidence: [[0, 4]] as const, reason: "", confidence: 1 },
  });
  const state = (...tellings: Event["tellings"]): Event => ({
    ...{ id: linkId("ev", ["closed"]), kind: "posture", what: "operations closed", who: ["mission"], within: null },
    ...{ tellings, origins: [...new Set(tellings.map(({ origin }) => origin))] },
  });
  const sides = (...tellings: Event["tellings"]) =>
    overState(state(...tellings)).flatMap((dispute) =>
      dispute.sides.map(({ position, origins }) => `${position}: ${origins.length}`),
    );
  const mail = telling("mail", "happened");

  test("has those who tell it on one side, once each, and those who deny it on the other", () => {
    expect(sides(mail, telling("mail", "ongoing", "again"), telling("army", "denied"))).toEqual([
      "asserts: 1",
      "denies: 1",
    ]);
  });

  test("is none where nobody denies it, or nobody tells it as a fact", () => {
    expect(sides(mail, telling("post", "happened"))).toEqual([]);
    expect(sides(telling("mail", "announced"), telling("army", "denied"))).toEqual([]);
  });

  test("is none where more than three tell it for one who denies something about it", () => {
    const three = ["mail", "post", "echo"].map((one) => telling(one, "happened"));
    expect(sides(...three, telling("army", "denied"))).toEqual(["asserts: 3", "denies: 1"]);
    expect(sides(...three, telling("herald", "happened"), telling("army", "denied"))).toEqual([]);
  });

  test("who denies it in the same article holds nothing of it", () => {
    expect(sides(telling("army", "happened", "mail"), telling("army", "denied", "mail"))).toEqual([]);
  });

  test("an act is no state", () => {
    expect(overState({ ...state(mail, telling("army", "denied")), kind: "action" })).toEqual([]);
  });
});
