import { describe, expect, test } from "vitest";
import type { Event, TellingFacts } from "../link/events/group-events.js";
import { type EventId, linkId } from "../link/link-id.js";
import { idOf as idOfLine } from "../record/id.js";
import type { ToldSetting } from "../store/queries/told-in-period.js";
import type { Span } from "../text/span.js";
import {
  actsToldByStates,
  byStory,
  chooseFairly,
  idOnPage,
  isBackground,
  type NewsCandidate,
  type PageSoFar,
  tellingWords,
} from "./brief-news.js";

const told = (article: string, line = "ac", facts: Partial<TellingFacts> = {}): TellingFacts => ({
  ...{ article, line: idOfLine(line as "ac", 1), day: "2031-03-04", status: "happened", date: "2031-03-04" },
  ...{ dated: "told", origin: linkId("or", [article]), by: "text", confidence: 1, ...facts },
});

const act = (id: string, articles: readonly string[], what = "RETREAT"): Event<TellingFacts> => ({
  ...{ id: id as EventId, kind: "action", what, who: [id], within: null },
  ...{ tellings: articles.map((one) => told(one)), origins: [] },
});

const candidate = (event: Event<TellingFacts>, weight: number, words = ""): NewsCandidate => ({
  ...{ chosen: { kind: "event", event }, weight, words: tellingWords(words) },
});

/** Each act in a sentence of its own, by its article; a story for each first letter of an article. */
function setting(spans: Readonly<Record<string, readonly Span[]>>): ToldSetting {
  const articles = [...new Set(Object.keys(spans).map((line) => line.split("/")[0] ?? ""))];
  return {
    spans: new Map(Object.entries(spans)),
    stories: new Map(articles.map((one) => [one, `sy_${one[0]}`])),
    sizes: new Map(),
    before: new Set(),
  };
}

const empty = (): PageSoFar => ({
  ...{ spoken: new Map(), lines: new Map(), words: [], deeds: [] },
  ...{ disputed: new Map(), disputes: new Set<string>() },
});
const chosenOf = (all: readonly NewsCandidate[]) => all.map(({ chosen }) => idOnPage(chosen));

describe("what is chosen", () => {
  const places = setting({ "a/ac_1": [[0, 40]], "b/ac_1": [[0, 40]], "c/ac_1": [[0, 40]] });

  test("a report that has a line already gives way to one that has none", () => {
    const all = [
      candidate(act("one", ["a"]), 3),
      candidate(act("two", ["a"]), 2.8),
      candidate(act("three", ["b"]), 2.5),
    ];
    expect(chosenOf(chooseFairly(all, 2, places, empty()))).toEqual(["one", "three"]);
  });

  test("an act that a line tells stands there once, by the same to the same or by somebody unknown, but not what is done to others", () => {
    const deed = (id: string, who: string, whom: string, isNamed: boolean): NewsCandidate => ({
      ...candidate(act(id, [`a${id}`]), 3),
      deed: { what: "ASSAULT", who: [who], whom: tellingWords(whom), isNamed, isOpen: false },
    });
    const deeds = setting(Object.fromEntries(["1", "2", "3", "4", "5"].map((id) => [`a${id}/ac_1`, [[0, 40]]])));
    const all = [
      deed("1", "wh_1", "Lena Ostrow", true),
      deed("2", "wh_1", "a nurse", false),
      deed("3", "gunman", "Lena Ostrow", true),
      deed("4", "wh_1", "Karl Verin", true),
      deed("5", "wh_2", "Lena Ostrow", true),
    ];
    expect(chosenOf(chooseFairly(all, 9, deeds, empty())).toSorted()).toEqual(["1", "4", "5"]);
  });

  test("an act is left out where its sentence is a line's already, where a dispute tells it, and where it has words alone that a line reads like", () => {
    const open = { what: "ASSAULT", who: ["x"], whom: new Set<string>(), isNamed: false, isOpen: true };
    const seized = candidate(act("seized", ["a"]), 3, "Norland rebels seized harbour cranes");
    const here = candidate(act("here", ["a"]), 2);
    const alike = { ...candidate(act("alike", ["b"]), 2, "rebels seize the harbour cranes in Norland"), deed: open };
    expect(chosenOf(chooseFairly([seized, here, alike], 3, places, empty()))).toEqual(["seized"]);
    const page = { ...empty(), disputed: new Map([["a", [[0, 9] as const]]]) };
    expect(chosenOf(chooseFairly([seized], 3, places, page))).toEqual([]);
  });

  test("what reads like a line of the page gives way, whoever tells it", () => {
    const all = [
      candidate(act("one", ["a"]), 3, "Norland rebels seized harbour cranes"),
      candidate(act("two", ["b"]), 2.8, "armed rebels seize the harbour cranes"),
      candidate(act("three", ["c"]), 1.5, "Orsen recalled its envoy"),
    ];
    expect(chosenOf(chooseFairly(all, 2, places, empty()))).toEqual(["one", "three"]);
  });

  test("lines of one story stand together, the heavier story first", () => {
    const stories = setting({ "a1/ac_1": [[0, 9]], "b1/ac_1": [[0, 9]], "b2/ac_1": [[0, 9]] });
    const all = [candidate(act("heavy", ["a1"]), 3), candidate(act("b", ["b1"]), 2), candidate(act("c", ["b2"]), 2.5)];
    expect(chosenOf(byStory(all, stories))).toEqual(["c", "b", "heavy"]);
  });
});

describe("acts that another line tells", () => {
  const closed = { aspect: "operations", tellings: [told("a", "po")] } as const;
  const places = setting({ "a/ac_1": [[0, 40]], "a/po_1": [[0, 40]], "b/ac_1": [[0, 40]] });

  test("a withdrawal in the sentence of a closed embassy is that state; an attack in it is not", () => {
    const [left, hit] = [act("left", ["a"]), act("hit", ["a"], "ASSAULT")];
    expect([...actsToldByStates({ items: [left, hit] }, [closed], places)]).toEqual(["left"]);
  });

  test("an act that more articles tell elsewhere is one of its own", () => {
    const wider = setting({ "a/ac_1": [[0, 40]], "a/po_1": [[0, 40]], "b/ac_1": [[0, 40]], "c/ac_1": [[0, 40]] });
    expect([...actsToldByStates({ items: [act("left", ["a", "b", "c"])] }, [closed], wider)]).toEqual([]);
  });
});

test("what an article tells of another month is background; a day that is only the report's is not", () => {
  expect(isBackground([told("a", "ac", { date: "2031-01-20" })], "2031-03-04")).toBe(true);
  expect(isBackground([told("a", "ac", { date: "2031-03-01" })], "2031-03-04")).toBe(false);
  expect(isBackground([told("a", "ac", { date: "2031-01-20", dated: "published" })], "2031-03-04")).toBe(false);
  expect(isBackground([told("a")], null)).toBe(false);
});
