import { expect, test } from "vitest";
import type { Dispute } from "../link/disputes/find-disputes.js";
import type { Event, Telling } from "../link/events/group-events.js";
import { linkId } from "../link/link-id.js";
import { postureHistories } from "../link/postures/posture-histories.js";
import { idOf } from "../record/id.js";
import type { LinkSources } from "../store/queries/link-sources.js";
import type { Span } from "../text/span.js";
import { disputeView } from "../view/dispute-view.js";
import { eventView } from "../view/event-view.js";
import { historyView } from "../view/history-view.js";
import { clipped, renderDispute, renderEvent, renderHistory } from "./render-links.js";
import { plainStyle } from "./style.js";

const rendering = { style: plainStyle, width: 100 };

const texts = {
  one: "The embassy staff of Vell left. Police said nine people were killed.",
  two: "The embassy staff came back to Orsen on Friday. Six were killed, doctors said.",
  three: "It was denied that embassy staff had come back. Twelve dead were counted.",
};
const outlets: Readonly<Record<string, string | null>> = { one: "Orsen Mail", two: "Vell Courier", three: null };
const officer = linkId("or", ["officer"]);

const sources: LinkSources = {
  denied: new Map(),
  articles: new Map(
    Object.entries(texts).map(([id, text]) => {
      return [id, { id, title: null, outlet: outlets[id] ?? null, published: null, url: null, text }];
    }),
  ),
  names: new Map(),
  origins: new Map([
    [officer, { id: officer, kind: "unnamed", name: "an officer", who: null, through: "Vell Courier" }],
  ]),
  originOf: new Map(),
};

function spanOf(article: keyof typeof texts, words: string): Span {
  const start = texts[article].indexOf(words);
  return [start, start + words.length];
}

function telling(article: keyof typeof texts, words: string, facts: Partial<Telling>): Telling {
  return {
    ...{
      article,
      line: idOf("po", 1),
      confidence: 1,
      status: "happened",
      date: "2031-03-04",
      dated: "published",
      origin: officer,
      by: "speaker",
    },
    ...{ day: "2031-03-04", evidence: [spanOf(article, words)], reason: "the same state" },
    ...facts,
  };
}

const posture = (value: string, first: Telling, ...others: readonly Telling[]): Event => {
  const tellings = [first, ...others];
  const origins = [...new Set(tellings.map(({ origin }) => origin))];
  const id = linkId("ev", [value]);
  return {
    id,
    kind: "posture",
    what: `staffing ${value}`,
    who: ["embassy staff of vell"],
    within: "sy_1",
    tellings,
    origins,
  };
};

const left = posture("evacuated", telling("one", "The embassy staff of Vell left.", { dated: "told" }));
const back = posture(
  "restored",
  telling("two", "The embassy staff came back to Orsen on Friday.", { date: "2031-03-07" }),
  telling("three", "It was denied that embassy staff had come back.", { date: "2031-03-08", status: "denied" }),
);

test("a history tells from when a state held, what took its place, and what is disputed", () => {
  const [history] = postureHistories([back, left]);
  if (history === undefined) throw new Error("Found no history.");
  const view = historyView(history, sources);
  expect(renderHistory(view, rendering)).toBe(
    `embassy staff of Vell · staff ${history.id}
  4 Mar 2031 · staff evacuated · in force · until 7 Mar 2031, then staff back · 1 voice (an officer,
  to Vell Courier) · claimed, credibility 4, doubtful
    4 Mar 2031 · an officer, to Vell Courier · Orsen Mail: “The embassy staff of Vell left.”
    one/po_1
  7 Mar 2031 (day of the article) · staff back · contested · 1 voice (an officer, to Vell Courier) ·
  withdrawn, credibility 5, improbable
    7 Mar 2031 · an officer · Vell Courier: “The embassy staff came back to Orsen on Friday.”
    two/po_1
    8 Mar 2031 · denied · an officer, to Vell Courier · outlet unknown: “It was denied that embassy
    staff had come back.” three/po_1`,
  );
});

test("a dispute over figures has as many sides as figures, from the smallest, each in its sentence", () => {
  const side = (position: string, article: keyof typeof texts, words: string) => ({
    position,
    ends: [{ article, line: null, spans: [spanOf(article, words)], day: "2031-03-04", date: "2031-03-04" }],
    origins: [outlets[article] ?? `art_${"0".repeat(16)}`],
  });
  const dispute: Dispute = {
    ...{
      id: linkId("di", ["figure"]),
      kind: "figure",
      about: "how many were killed",
      reason: "numbers that cannot both be so",
    },
    sides: [side("9", "one", "nine"), side("12", "three", "Twelve"), side("6", "two", "Six")],
  };
  expect(renderDispute(disputeView(dispute, sources), rendering)).toBe(
    `how many were killed · 4 Mar 2031 ${dispute.id}
  since 4 Mar 2031; first told by Vell Courier, 4 Mar 2031
  disputed figure: numbers that cannot both be so
  6, by 1 voice (Vell Courier itself)
    4 Mar 2031 · Vell Courier: “Six were killed, doctors said.” two
  9, by 1 voice (Orsen Mail itself)
    4 Mar 2031 · Orsen Mail: “Police said nine people were killed.” one
  12, by 1 voice (an unknown outlet itself)
    4 Mar 2031 · outlet unknown: “Twelve dead were counted.” three`,
  );
});

test("an event says how much of it is not shown", () => {
  const [one] = left.tellings;
  if (one === undefined) throw new Error("Found no telling.");
  const many = posture("evacuated", one, one, one);
  const page = renderEvent(eventView(many, sources, 1), rendering);
  expect(page).toMatch(/1 voice \(an officer, to Vell\s+Courier\), 1 article · claimed, credibility 4, doubtful ev_/);
  expect(page).toMatch(/one\/po_1\n {2}… and 2 more tellings$/);
});

test("voices beyond the first are counted", () => {
  const [first] = left.tellings;
  if (first === undefined) throw new Error("no telling");
  const tellings = ["a", "b", "c", "d", "e", "f"].map((name) => ({ ...first, origin: linkId("or", [name]) }));
  expect(renderEvent(eventView({ ...left, tellings }, sources), rendering)).toMatch(/6 voices \([^)]*; 2 more\)/);
});

test("words are cut between words, and a word that is longer than all within it", () => {
  expect(clipped("short enough", 20)).toBe("short enough");
  expect(clipped("rather too long for that", 16)).toBe("rather too long …");
  expect(clipped("a".repeat(30), 10)).toBe(`${"a".repeat(5)} …`);
});
