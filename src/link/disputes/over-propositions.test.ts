import { describe, expect, test } from "vitest";
import { shippedDenials, shippedJudge, shippedWeights } from "../../../test/link/shipped-tables.js";
import { linkId } from "../link-id.js";
import type { Denial } from "./denials-in.js";
import { overPropositions } from "./over-propositions.js";
import type { PairJudge } from "./pair-judge.js";
import type { Said } from "./statements-said.js";

describe("a denial", () => {
  test("disputes the claim of another article that says what it denies", () => {
    const [dispute] = over([claim], [denial({})]);
    expect(dispute?.about).toBe("Mali had laid mines in the harbour");
    expect(dispute?.sides.map(({ position, ends }) => [position, ends.map(({ article }) => article)])).toEqual([
      ["asserts", ["a"]],
      ["denies", ["b"]],
    ]);
  });

  test("does not dispute who says no more than it does", () => {
    const same = said("a", { content: "that Mali had laid no mines in the harbour", speaker: "Captain Diallo" });
    expect(over([same], [denial({})])).toEqual([]);
  });

  test("disputes nothing of its own side", () => {
    expect(over([{ ...claim, speaker: "Mali", name: "Mali" }], [denial({})])).toEqual([]);
    expect(over([{ ...claim, speaker: "navy", name: "the Malian navy" }], [denial({})])).toEqual([]);
  });

  test("disputes what it answers, and nothing else of the same sentence", () => {
    const before = said("b", { content: "that crews had gone ashore", speaker: "Admiral Toure", line: "st_1" });
    const answer = denial({ line: "st_2", answers: ["st_1"], form: "pointing", sentence: "crews had gone ashore" });
    expect(over([before], [answer])).toHaveLength(1);
    expect(over([before], [{ ...answer, answers: [] }])).toEqual([]);
  });

  test("disputes less of the same where whoever it answers says it elsewhere", () => {
    const before = said("b", { content: "that boats had laid mines in the harbour", speaker: "Captain Diallo" });
    const answer = denial({
      line: "st_2",
      answers: ["st_1"],
      form: "pointing",
      words: "boats had laid mines in the harbour",
    });
    const again = said("c", { content: "that mines were laid at night by grey boats", speaker: "Captain Diallo" });
    const [dispute] = over([before, again], [answer]);
    expect(dispute?.sides[0]?.ends.map(({ article }) => article)).toEqual(["b", "c"]);
    const other = { ...again, speaker: "Awa Keita", name: "Awa Keita" };
    expect(over([before, other], [answer])[0]?.sides[0]?.ends).toHaveLength(1);
  });

  test("that only says “not” disputes who says the opposite", () => {
    const words = "Mali had mined the harbour with mines";
    const calm = denial({ words, form: "implicit", sentence: null });
    expect(over([{ ...claim, content: "Mali had mined the harbour" }], [calm])).toHaveLength(1);
    const shut = said("a", { content: "Mali had closed its harbour to ferries", speaker: "Captain Diallo" });
    expect(over([shut], [calm])).toEqual([]);
  });

  test("is no dispute where nobody holds what it denies", () => {
    expect(over([], [denial({})])).toEqual([]);
    expect(
      over([said("a", { content: "that the budget had been cut", speaker: "Captain Diallo" })], [denial({})]),
    ).toEqual([]);
  });

  test("of what reports say is a dispute with whoever tells them", () => {
    const holder = { origin: "reports", name: "reports", by: null, spans: [[0, 1]] as const };
    const [dispute] = over([], [denial({ holder })]);
    expect(dispute?.sides[0]).toMatchObject({ position: "asserts", origins: ["reports"] });
  });

  test("joins the other tellings of what it denies", () => {
    const again = { ...claim, article: "c", content: "that Mali had laid mines off the harbour" };
    const [dispute] = over([claim, again], [denial({})]);
    expect(dispute?.sides[0]?.ends.map(({ article }) => article)).toEqual(["a", "c"]);
  });

  test("of the same thing by somebody else stands on the same side", () => {
    const other = denial({ article: "c", by: "Niger", name: "Niger", origin: "or_niger" });
    const [dispute, ...others] = over([claim], [denial({ origin: "or_mali" }), other]);
    expect(others).toEqual([]);
    expect(dispute?.sides[1]?.origins).toEqual(["or_mali", "or_niger"]);
  });

  test("names one party once, whatever it is called", () => {
    const other = denial({ article: "c", by: "the navy of Mali", name: "the navy of Mali", origin: "or_navy" });
    const [dispute] = over([claim], [denial({ origin: "or_mali" }), other]);
    expect(dispute?.sides[1]?.origins).toEqual(["or_mali"]);
  });
});

describe("the judge of pairs", () => {
  const neither = { same: 0, contradicts: 0, neither: 1 };
  const same = { same: 1, contradicts: 0, neither: 0 };

  test("takes out a claim about something else that has the same words", () => {
    expect(over([claim], [denial({})], () => neither)).toEqual([]);
    expect(over([claim], [denial({})], () => same)).toHaveLength(1);
  });

  test("finds the same in other words, where some of them are the same", () => {
    const words = "Mali had laid heavy iron mines in the harbour before the summer truce";
    const first = { ...claim, content: `that ${words}` };
    const again = said("c", { content: "that Mali put iron mines into the harbour", speaker: "Awa Keita" });
    const about = (judge: PairJudge) =>
      over([first, again], [denial({ words, sentence: words })], judge)[0]?.sides[0]?.ends.length;
    expect(about(() => same)).toBe(2);
    expect(about(() => ({ same: 0.6, contradicts: 0.4, neither: 0 }))).toBe(1);
  });

  test("keeps apart from a “not” what says the same", () => {
    const words = "Mali had mined the harbour with mines";
    const own = said("b", { content: "that Mali had not mined the harbour with mines", speaker: "Mali" });
    const other = { ...claim, content: "Mali had mined the harbour" };
    const calm = denial({ words, form: "implicit", sentence: null });
    expect(over([other, own], [calm], () => same)).toEqual([]);
    expect(over([other, own], [calm], () => ({ same: 0.5, contradicts: 0.4, neither: 0.1 }))).toHaveLength(1);
  });
});

test("is headed by a claim where the denial has a bare noun", () => {
  const bare = denial({
    form: "clause",
    words: "there was a breach",
    sentence: "there was a breach",
    answers: ["st_1"],
    article: "a",
    line: "st_2",
    spans: [[30, 40]],
  });
  expect(over([claim], [bare])[0]?.about).toBe("Mali had laid mines in the harbour");
});

test("is headed by the words that name what it is about", () => {
  const bare = denial({
    words: "the base had been hit",
    sentence: "the base had been hit",
    answers: ["st_1"],
    article: "a",
    line: "st_2",
    spans: [[30, 40]],
  });
  const told = {
    ...claim,
    content: "to have hit two offices at the Karsk base",
    speaker: "wh_front",
    name: "Vane Front",
  };
  expect(over([told], [bare])[0]?.about).toBe("the Vane Front had hit two offices at the Karsk base");
  expect(over([{ ...told, content: "that it was hit" }], [bare])[0]?.about).toBe("the base had been hit");
});

test("who doubts or asks holds nothing", () => {
  const contents = [
    "whether Mali had laid mines in the harbour",
    "that it was unlikely that Mali had laid mines in the harbour",
    "that Mali had maybe laid mines in the harbour",
  ];
  for (const content of contents) expect(over([{ ...claim, content }], [denial({})])).toEqual([]);
});

test("nobody disputes what they said themselves, under whatever name, not even where they take it back", () => {
  const own = { ...claim, speaker: "wh_mali", name: "Bamako" };
  const taken = denial({ by: "wh_mali", answers: ["st_1"], article: "a", line: "st_2", spans: [[30, 40]] });
  expect(over([own], [taken])).toEqual([]);
  // One voice by its origin, though the articles call it by other words.
  const sameVoice = denial({ by: "the government", name: "the government", origin: linkId("or", ["mali"]) });
  const told = { ...claim, speaker: "wh_other", name: "Bamako", origin: linkId("or", ["mali"]) };
  expect(over([told], [sameVoice])).toEqual([]);
  expect(over([{ ...told, origin: linkId("or", ["other"]) }], [sameVoice])).toHaveLength(1);
});

test("nobody is shown on a side whom a reader cannot tell from others", () => {
  expect(over([{ ...claim, speaker: "everyone", name: "Everyone" }], [denial({})])).toEqual([]);
  expect(over([claim], [denial({ by: "man", name: "the man in the video" })])).toEqual([]);
  expect(over([claim], [denial({ by: "rebels", name: "the rebels" })])).toHaveLength(1);
});

test("a denial told of as long past answers nothing that is said now", () => {
  expect(over([claim], [denial({ isPast: true })])).toEqual([]);
});

test("a dispute is known by the first claim, whoever else joins it, and its sides are in order of time", () => {
  const late = { ...claim, article: "z", date: "2031-03-09" };
  const unknown = { ...claim, article: "0", date: null };
  const [alone] = over([claim], [denial({})]);
  const [joined] = over([unknown, late, claim], [denial({})]);
  expect(joined?.id).toBe(alone?.id);
  expect(joined?.sides[0]?.ends.map(({ article }) => article)).toEqual(["a", "z", "0"]);
});

const claim = said("a", { content: "that Mali had laid mines in the harbour", speaker: "Captain Diallo" });

function over(told: readonly Said[], denials: readonly Denial[], judge: PairJudge = shippedJudge) {
  return overPropositions(told, denials, { weights: shippedWeights, denials: shippedDenials, judge });
}

function denial(told: Partial<Denial>): Denial {
  const words = "Mali had laid mines in the harbour";
  return {
    ...{ article: "b", line: "st_1", story: "sy_1", by: "Mali", name: "Mali", origin: null, voice: null },
    ...{ form: "clause", words, sentence: words, holder: null, answers: [], isBlame: false, isPast: false },
    ...{ spans: [[0, 1]], date: "2031-03-05" },
    ...told,
  };
}

function said(article: string, told: Partial<Said>): Said {
  return {
    ...{ article, line: "st_1", story: "sy_1", act: "say", negated: false, content: "" },
    ...{ spans: [[0, 1]], speaker: null, name: told.speaker ?? "", origin: null, date: "2031-03-05" },
    ...told,
  };
}
