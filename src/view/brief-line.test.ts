import { describe, expect, test } from "vitest";
import type { Dispute } from "../link/disputes/find-disputes.js";
import type { Event, TellingFacts } from "../link/events/group-events.js";
import { type DisputeId, type EventId, type HistoryId, linkId } from "../link/link-id.js";
import type { KnownState } from "../link/postures/known-history.js";
import { idOf } from "../record/id.js";
import { lineId } from "../store/line-id.js";
import type { ToldWords } from "../store/queries/told-in-period.js";
import type { ShownLine } from "../store/shown-line.js";
import {
  cutToFit,
  disputeLine,
  eventLine,
  firstSentence,
  stateLine,
  statementLine,
  stateToldBy,
  statusOf,
  toldBy,
} from "./brief-line.js";

const shown = (facts: Partial<ShownLine> = {}): ShownLine => ({
  ...{ id: "a/ac_1", kind: "action", article: "a", published: "2031-03-05", day: "2031-03-05", role: null, own: null },
  ...{ elsewhere: false, who: "Norland", type: "ASSAULT", word: "shelled", whom: "Orsen", status: "happened" },
  ...{ hedge: null, accordingTo: [], when: null, where: null, words: "Norland shelled Orsen.", aside: false },
  parties: { who: facts.who ?? "Norland", whom: facts.whom ?? "Orsen", doing: null },
  at: 0,
  ...facts,
});

const article = (id: string, outlet: string | null = `Outlet ${id}`) => {
  return [id, { id, day: "2031-03-05", published: "2031-03-05", outlet, title: null, url: null }] as const;
};

const sources = (...lines: readonly ShownLine[]): ToldWords => ({
  articles: new Map(["a", "b", "c", "d", "e", "f"].map((id) => article(id))),
  lines: new Map(lines.map((line) => [line.id, line])),
  texts: new Map([["a", "Nine people were killed, the mayor said."]]),
});

const telling = (facts: Partial<TellingFacts> = {}): TellingFacts => ({
  ...{ article: "a", line: idOf("ac", 1), day: "2031-03-05", status: "happened", date: "2031-03-05" },
  ...{ dated: "published", origin: linkId("or", [facts.article ?? "a"]), by: "text", confidence: 1 },
  ...facts,
});

const event = (tellings: readonly TellingFacts[], facts: Partial<Event<TellingFacts>> = {}): Event<TellingFacts> => ({
  ...{ id: "ev_1" as EventId, kind: "action", what: "ASSAULT", who: ["norland"], within: null, tellings },
  origins: [...new Set(tellings.map(({ origin }) => origin))],
  ...facts,
});

describe("the line of an act", () => {
  const of = (view: Partial<ShownLine>, tellings: readonly TellingFacts[] = [telling()]) =>
    eventLine(event(tellings), sources(shown(view)));

  test("says who did what to whom, and that its day is only that of the report", () => {
    expect(of({})).toMatchObject({
      ...{ who: "Norland", whom: "Orsen", mark: "shelled", tone: "violence", day: "2031-03-05", dated: "reported" },
      ...{ facts: [], words: { text: "Norland shelled Orsen.", verbatim: false }, told: { origins: 1, articles: 1 } },
    });
  });

  test("that tells its day happened on it", () => {
    expect(of({}, [telling({ dated: "told", date: "2031-03-02" })])).toMatchObject({ day: "2031-03-02", dated: "on" });
  });

  test.each([
    ["2031", "in 2031"],
    ["2031-02", "in February 2031"],
  ])("of which only %s is told has no day", (when, fact) => {
    const line = of({ when }, [telling({ dated: "told", date: `${when}-01`.slice(0, 10) })]);
    expect(line).toMatchObject({ day: null, facts: [fact] });
  });

  test("says on whose word it is, how sure it is and where it was", () => {
    expect(of({ accordingTo: ["Leila Amrani"] }, [telling({ by: "speaker" })])?.facts).toEqual([
      "claimed",
      "according to Leila Amrani",
    ]);
    expect(of({ accordingTo: ["Mail", "an aide"] }, [telling({ by: "speaker" })])?.facts).toEqual([
      "claimed",
      "according to Mail → an aide",
    ]);
    expect(of({ accordingTo: ["an aide"] })?.facts).toEqual([]);
    expect(of({}, [telling({ status: "announced" })])?.facts).toEqual(["announced"]);
    expect(of({ where: "Vell", words: "Norland shelled Orsen in Vell." })?.facts).toEqual(["Vell"]);
  });

  test("does not say where it was once more, nor what its words do not say", () => {
    expect(of({ where: "Orsen", words: "Norland shelled troops in Orsen." })?.facts).toEqual([]);
    expect(of({ where: "Vell", words: "Norland shelled the Vell road." })?.facts).toEqual([]);
  });

  test("has no more voices than articles", () => {
    const two = [
      telling({ origin: linkId("or", ["x"]) }),
      telling({ origin: linkId("or", ["y"]), line: idOf("ac", 2) }),
    ];
    expect(of({}, two)?.told).toMatchObject({ origins: 1, articles: 1 });
  });

  test("is none where its words are not at hand", () => {
    expect(eventLine(event([telling()]), sources())).toBeNull();
    expect(eventLine(event([]), sources(shown()))).toBeNull();
  });
});

test.each([
  [["happened"], []],
  [["ongoing"], ["going on"]],
  [["announced", "possible"], ["announced"]],
  [["happened", "denied"], ["contested"]],
  [["announced", "not_done"], ["contested"]],
  [["denied"], ["denied"]],
  [["happened", "possible"], []],
] as const)("tellings that are %j: %j", (statuses, facts) => {
  expect(statusOf({ tellings: statuses.map((status) => telling({ status })) })).toEqual(facts);
});

describe("the line of a state", () => {
  const state = (facts: Partial<KnownState> = {}): KnownState => ({
    ...{ value: "closed", from: "2031-03-05", dated: "published", until: null, standing: "in_force" },
    tellings: [telling({ line: idOf("po", 1) })],
    told: {
      ...{ origins: 2, articles: 3, in: ["a", "b"] },
      reliability: { sourcing: "reported", credibility: 2, vouching: 2, against: 0 },
    },
    ...facts,
  });
  const view = (facts: Partial<ShownLine> = {}): ShownLine =>
    shown({
      id: "a/po_1",
      kind: "posture",
      type: "operations",
      word: "closed",
      who: "the embassy",
      whom: null,
      ...facts,
    });
  const of = (facts: Partial<KnownState>, line: Partial<ShownLine> = {}, subject = "in_mission:Ardland:Belmara") =>
    stateLine({ id: "hi_1" as HistoryId, subject }, state(facts), sources(view(line)));

  test("says whose it is by name, and by how many it is told", () => {
    expect(of({})).toMatchObject({
      ...{ who: "Ardland · embassy in Belmara", whom: null, mark: "closed", day: "2031-03-05", dated: "reported" },
      ...{ facts: [], told: { origins: 2, articles: 3, in: [{ id: "a" }, { id: "b" }] } },
    });
    expect(of({}, {}, "the harbour office")?.who).toBe("the embassy");
  });

  test("holds since the day that an article tells", () => {
    expect(of({ dated: "told" })).toMatchObject({ day: "2031-03-05", dated: "since" });
    // The words shown tell a day; the first article told none.
    const told = telling({ line: idOf("po", 1), dated: "told", date: "2031-03-02" });
    expect(of({ tellings: [told] })).toMatchObject({ day: "2031-03-02", dated: "since" });
  });

  test("of which only a month is told has no day", () => {
    const told = telling({ line: idOf("po", 1), dated: "told", date: "2031-02-01" });
    const line = of({ dated: "told", from: "2031-02-01", tellings: [told] }, { when: "2031-02" });
    expect(line).toMatchObject({ day: null, dated: "since", facts: ["since February 2031"] });
  });

  test.each([
    ["disputed", "contested: others deny it"],
    ["denied", "denied"],
    ["announced", "announced, not yet in force"],
    ["possible", "only spoken of"],
  ] as const)("that is %s says so", (standing, fact) => {
    expect(of({ standing })?.facts).toEqual([fact]);
  });

  test("says who set it where that is its host, and not where it is its owner", () => {
    expect(of({}, { whom: "Belmara" })?.facts).toEqual(["by Belmara"]);
    expect(of({}, { whom: "Ardland" })?.facts).toEqual([]);
    expect(of({}, { whom: "Belmara", accordingTo: ["Belmara"] })?.facts).toEqual(["according to Belmara"]);
  });

  test("of airspace and borders names any other country that shut them, and nobody without a name", () => {
    expect(of({}, { whom: "Belmara" }, "of_airspace:Ardland")?.facts).toEqual(["by Belmara"]);
    expect(of({}, { whom: "Belmara" }, "of_border:Ardland")?.facts).toEqual(["by Belmara"]);
    expect(of({}, { whom: "Ardland" }, "of_airspace:Ardland")?.facts).toEqual([]);
    expect(of({}, { whom: "the ministry" }, "of_airspace:Ardland")?.facts).toEqual([]);
    expect(of({}, { whom: null }, "of_airspace:Ardland")?.facts).toEqual([]);
    expect(of({}, { whom: "Ardland", who: "Ardland" }, "of_mission:Norland:Ardland")?.facts).toEqual([]);
  });

  test("of some of a country's forces names those that the words name", () => {
    expect(of({}, { who: "two destroyers" }, "of_force:Ardland")?.who).toBe("two destroyers");
  });

  test("has no more voices than articles", () => {
    const told = { origins: 5, articles: 2, in: ["a", "b"], reliability: state().told.reliability };
    expect(stateToldBy(told, 5, sources())).toMatchObject({ origins: 2, articles: 2 });
  });
});

describe("the line of a statement", () => {
  const of = (facts: Partial<ShownLine>) =>
    statementLine(
      { id: "a/st_1", same: ["a", "b"], origins: 1 },
      sources(shown({ id: "a/st_1", kind: "statement", type: "say", word: "said", status: null, ...facts })),
    );

  test("says who says it, in what office, how hedged and through whom", () => {
    expect(
      of({
        who: "Irena Sulk",
        role: "minister",
        hedge: "reportedly",
        accordingTo: ["Mail", "an aide"],
        when: "2031-03",
      }),
    ).toMatchObject({
      ...{ who: "Irena Sulk (minister)", mark: "said", dated: "reported", told: { origins: 1, articles: 2 } },
      facts: ["hedged “reportedly”", "March 2031", "via Mail → an aide"],
    });
    expect(of({ who: null, role: "minister" })?.who).toBeNull();
    expect(of({ who: "Irena Sulk" })?.who).toBe("Irena Sulk");
  });

  test("has no facts where none are told, and of an article without a date says that it has none", () => {
    expect(of({})).toMatchObject({ day: "2031-03-05", facts: [] });
    expect(of({ published: null })).toMatchObject({ day: null, facts: ["undated"] });
  });

  test("gives own words as such, without the comma that leads on", () => {
    expect(of({ own: "We stay," })?.words).toEqual({ text: "We stay", verbatim: true });
    expect(of({ words: "that they stay" })?.words).toEqual({ text: "that they stay", verbatim: false });
  });

  test("that was not made says so", () => {
    expect(of({ status: "negated", word: "confirmed" })?.mark).toBe("not said: confirmed");
  });
});

describe("the line of a dispute", () => {
  const end = (id: string, line: string | null = "st_1", day: string | null = "2031-03-05") => ({
    ...{ article: id, line, spans: [[0, 23]] as const, day, date: day },
  });
  const dispute = (facts: Partial<Dispute>): Dispute => ({
    ...{ id: "di_1" as DisputeId, kind: "statement", about: "the quay was mined", sides: [], reason: "" },
    ...facts,
  });
  const speaker = (id: string, who: string) =>
    shown({ id: lineId(id, "st_1"), kind: "statement", type: "say", who, words: `words of ${who}` });

  test("has each voice of a side once, four of them, and counts the rest", () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    const lines = ids.map((id, at) => speaker(id, at === 1 ? "Speaker 0" : `Speaker ${at}`));
    const line = disputeLine(
      dispute({ sides: [{ position: "asserts", ends: ids.map((id) => end(id)), origins: ids }] }),
      sources(...lines),
    );
    const [side] = line.sides;
    expect(side?.voices.map(({ who }) => who)).toEqual(["Speaker 0", "Speaker 2", "Speaker 3", "Speaker 4"]);
    expect(side).toMatchObject({ moreVoices: 1, told: { origins: 6, articles: 6 } });
    // One of each outlet is named, so many at most.
    expect(side?.told.in).toHaveLength(4);
    expect(line.line).toBe("a/st_1");
  });

  test("is from its first day, and says when it was last told", () => {
    const sides = [
      { position: "asserts", ends: [end("a", "st_1", "2031-03-07")], origins: ["x"] },
      { position: "denies", ends: [end("b", "st_1", "2031-03-05"), end("c", "st_1", null)], origins: ["y"] },
    ];
    expect(disputeLine(dispute({ sides }), sources())).toMatchObject({
      ...{ day: "2031-03-05", facts: ["last told 7 Mar"], mark: "disputed", told: { origins: 2, articles: 3 } },
    });
    const [first] = sides;
    expect(disputeLine(dispute({ sides: first ? [first] : [] }), sources()).facts).toEqual([]);
  });

  test("over a figure has the words of the text and the outlet whose they are", () => {
    const side = { position: "9", ends: [end("a", null), end("b", null)], origins: ["x"] };
    const line = disputeLine(dispute({ kind: "figure", about: "how many were killed", sides: [side] }), sources());
    expect(line).toMatchObject({ mark: "figures differ", line: "a", words: { text: "how many were killed" } });
    // Of the other article no text is at hand.
    expect(line.sides[0]?.voices).toMatchObject([
      { who: "Outlet a", words: { text: "Nine people were killed, the mayor said." } },
    ]);
  });

  test("over a state is told by what somebody says of it", () => {
    const state = shown({
      id: "a/po_1",
      kind: "posture",
      who: "embassy",
      words: "The embassy shut.",
      accordingTo: ["an aide"],
    });
    const side = { position: "asserts", ends: [end("a", "po_1")], origins: ["x"] };
    const line = disputeLine(dispute({ kind: "event", about: "operations closed", sides: [side] }), sources(state));
    expect(line.words?.text).toBe("The embassy shut.");
    expect(line.sides[0]?.voices[0]?.who).toBe("an aide");
    expect(
      disputeLine(dispute({ kind: "event", about: "operations closed", sides: [side] }), sources()).words?.text,
    ).toBe("closed");
  });
});

test("of one outlet the first article is named, of articles without an outlet each", () => {
  const found = new Map([article("a", "Mail"), article("b", "Mail"), article("c", null), article("d", null)]);
  const told = toldBy(
    ["a", "b", "c", "d", "a"].map((id) => ({ article: id })),
    2,
    { articles: found },
  );
  expect(told).toMatchObject({ origins: 2, articles: 4 });
  expect(told.in.map(({ id }) => id)).toEqual(["a", "c", "d"]);
});

test("a long text is cut at the end of a word, a short one is whole", () => {
  expect(cutToFit("a".repeat(320))).toHaveLength(320);
  expect(cutToFit(`${"word ".repeat(63)}, ${"x".repeat(30)}`)).toBe(`${"word ".repeat(62)}word …`);
  // Without a space to cut at, half of it stays.
  expect(cutToFit(`ab ${"x".repeat(400)}`)).toBe(`ab ${"x".repeat(157)} …`);
});

test("a text without a headline is called by its first sentence", () => {
  expect(firstSentence("\nThe quay of Vell was shelled. Two died.")).toBe("The quay of Vell was shelled.");
  expect(firstSentence("Mr. lenz spoke\nTwo died.")).toBe("Mr. lenz spoke");
  expect(firstSentence("word ".repeat(40))).toMatch(/word …$/);
  expect(firstSentence(" ")).toBeNull();
});

const aState: KnownState = {
  ...{ value: "on_alert", from: null, dated: "published", until: null, standing: "in_force" },
  tellings: [telling({ line: idOf("po", 1) })],
  told: {
    ...{ origins: 1, articles: 1, in: ["a"] },
    reliability: { sourcing: "reported", credibility: 2, vouching: 1, against: 0 },
  },
};

test("forces are those that the words name, with their country; flights are no airspace", () => {
  const of = (subject: string, who: string) =>
    stateLine({ id: "hi_1" as HistoryId, subject }, aState, sources(shown({ id: "a/po_1", kind: "posture", who })))
      ?.who;
  expect(of("in_force:Norland:Vell", "marines")).toBe("Norland · marines in Vell");
  expect(of("in_force:Norland:Vell", "Norland troops")).toBe("Norland · forces in Vell");
  expect(of("in_force:Norland:Vell", "units from Vell and Norland")).toBe("units from Vell and Norland");
  expect(of("in_airspace:Norland", "flights")).toBe("flights");
  expect(of("in_airspace:Norland", "Norland's airspace")).toBe("Norland · airspace");
});
