import { describe, expect, test } from "vitest";
import { readTimeML } from "./time-ml.js";
import { compare } from "./times.js";

const file = `<?xml version="1.0" ?>
<TimeML><DOCID>harbour</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2031-03-04" functionInDocument="CREATION_TIME">March 4, 2031</TIMEX3></DCT>
<TEXT>Brandt &amp; Co. <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2031-03-03">Monday</TIMEX3> for
<TIMEX3 tid="t2" type="DURATION" value="PT2H">two <EVENT eid="e2">long</EVENT> hours</TIMEX3>.</TEXT></TimeML>`;

test("readTimeML gives the text without mark-up, its times and the day it was written", () => {
  const { text, times, published } = readTimeML("harbour", file);
  expect(text).toBe("Brandt & Co. met on Monday for\ntwo long hours.");
  expect(published).toBe("2031-03-04");
  expect(times.map(({ span, type, value }) => [text.slice(...span), type, value])).toEqual([
    ["Monday", "DATE", "2031-03-03"],
    ["two long hours", "DURATION", "PT2H"],
  ]);
});

test("readTimeML of a file without a text has none", () => {
  expect(readTimeML("empty", "<TimeML></TimeML>")).toEqual({ id: "empty", text: "", published: null, times: [] });
});

describe("compare", () => {
  const gold = [
    { span: [0, 6], type: "DATE", value: "2031-03-03" },
    { span: [10, 20], type: "DURATION", value: "PT2H" },
  ] as const;

  test("counts overlap, same ends and same values apart", () => {
    const found = [
      { span: [0, 6], value: "2031-03-10" },
      { span: [12, 20], value: "PT2H" },
      { span: [30, 33], value: "PRESENT_REF" },
    ] as const;
    const counts = { found: 3, gold: 2 };
    expect(compare(found, gold)).toEqual({
      relaxed: { right: 2, ...counts },
      strict: { right: 1, ...counts },
      value: { right: 1, ...counts },
    });
  });

  test("pairs a time found with one gold time at most", () => {
    expect(compare([{ span: [0, 20], value: null }], gold).relaxed.right).toBe(1);
  });
});
