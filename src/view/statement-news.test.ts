import { expect, test } from "vitest";
import { signsOfNews } from "./statement-news.js";

const voice = { naming: "named", kind: "person", titles: [], form: "indirect", quoted: false, confidence: 1 } as const;

function amountOf(name: string, content: string, start = 0): number {
  const told = { act: "say", content, spans: [[start, start + content.length]], voice } as const;
  return signsOfNews(told).find(([own]) => own === name)?.[1] ?? 0;
}

test("what is said at length near the beginning has more of what tells for news", () => {
  const near = "news near the beginning";
  expect(amountOf(near, "the quay is shut", 10)).toBeGreaterThan(amountOf(near, "the quay is shut", 900));
  expect(amountOf("news words", "the quay is shut to all ships")).toBeGreaterThan(amountOf("news words", "shut"));
  expect(amountOf("news of few words", "it is shut")).toBe(1);
  expect(amountOf("news of few words", "the quay is shut to all ships")).toBe(0);
});

test("what somebody is to do tells of a deed, and the kind of act, form and speaker each count", () => {
  expect(["to shut the quay", "not to shut it", "told us so"].map((said) => amountOf("news to do", said))).toEqual([
    1, 1, 0,
  ]);
  for (const sign of ["news act say", "news form indirect", "news by person", "news speaker named"])
    expect(amountOf(sign, "the quay is shut"), sign).toBe(1);
});
