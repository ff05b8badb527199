import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annotatedText } from "../../../test/annotated-text.js";
import { countedSteps } from "../../../test/counted-steps.js";
import { wordsOf } from "../grammar/words.js";
import { extractTimes } from "./extract-times.js";
import { timeLexicon } from "./time-lexicon.js";

const lexicon = timeLexicon(readFileSync(new URL("../../../data/times.tsv", import.meta.url), "utf8"));

/** A Thursday. */
const published = "2031-03-06";

function timesIn(text: string, date: string | null = published) {
  const { document } = annotatedText(text);
  return extractTimes(wordsOf(document), lexicon, date).map(({ time }) => time);
}

/** Each expression with its value: `last month = 2031-02`. */
function valuesIn(text: string, date: string | null = published): string[] {
  return timesIn(text, date).map((time) => `${time.text} = ${time.value}`);
}

describe("times that are told in parts, by half words or from elsewhere", () => {
  test.each([
    ["They met at 9 last night.", ["9 last night = 2031-03-05T21:00"]],
    ["They met at 4 this morning.", ["4 this morning = 2031-03-06T04:00"]],
    ["They met at six on Friday evening.", ["six on Friday evening = 2031-02-28T18:00"]],
    ["They met at 3:15 yesterday afternoon.", ["3:15 yesterday afternoon = 2031-03-05T15:15"]],
    ["They met at 11 tonight.", ["11 tonight = 2031-03-06T23:00"]],
    ["They met at 8 p.m. Tuesday.", ["8 p.m. Tuesday = 2031-03-04T20:00"]],
    ["They met at noon local time on Monday.", ["noon local time on Monday = 2031-03-03T12:00"]],
    ["It shut from noon to midnight on Monday.", ["noon = 2031-03-03T12:00", "midnight on Monday = 2031-03-03T24:00"]],
    [
      "It shut between 9 a.m. and 5 p.m. on Monday.",
      ["9 a.m. = 2031-03-03T09:00", "5 p.m. on Monday = 2031-03-03T17:00"],
    ],
    ["They met a fortnight ago.", ["a fortnight ago = 2031-02-20"]],
    ["They met two fortnights ago.", ["two fortnights ago = 2031-02-06"]],
    ["They will meet in two weeks' time.", ["two weeks' time = 2031-03-20"]],
    ["They will meet in ten days' time.", ["ten days' time = 2031-03-16"]],
    ["They will meet in a month's time.", ["a month's time = 2031-04"]],
    ["They will meet three weeks from now.", ["three weeks from now = 2031-W13"]],
    ["They met in Q3 2029.", ["Q3 2029 = 2029-Q3"]],
    ["They met in Q2 of 2029.", ["Q2 of 2029 = 2029-Q2"]],
    ["They met in H2 2029.", ["H2 2029 = 2029-H2"]],
    ["They met in the fourth quarter of 2030.", ["the fourth quarter of 2030 = 2030-Q4"]],
    ["A day earlier they met.", ["A day earlier = 2031-03-05"]],
    ["They will march on the second Friday of next month.", ["the second Friday of next month = 2031-04-11"]],
    ["They met on the last Sunday in January 2030.", ["the last Sunday in January 2030 = 2030-01-27"]],
    ["They will meet on the fifth Monday of next month.", ["the fifth Monday of next month = null"]],
    ["It shut at midnight between Monday and Tuesday.", ["midnight between Monday and Tuesday = 2031-03-03T24:00"]],
    ["They left on the night from Sunday to Monday.", ["the night from Sunday to Monday = 2031-03-02TNI"]],
    ["Gunmen fired at 0430 GMT on Tuesday.", ["0430 GMT on Tuesday = 2031-03-04T04:30"]],
    ["Gunmen fired at 1745 hours.", ["1745 hours = 2031-03-06T17:45"]],
    ["They sold 1745 hours of film.", ["1745 hours = PT1745H"]],
    ["They leave tomorrow at 7.30 p.m.", ["tomorrow = 2031-03-07", "7.30 p.m. = 2031-03-07T19:30"]],
    ["They left at 3.30pm on Monday.", ["3.30pm on Monday = 2031-03-03T15:30"]],
    ["They left on Tuesday of last week.", ["Tuesday of last week = 2031-02-25"]],
    ["They will leave on Friday week.", ["Friday week = 2031-03-14"]],
    ["They will leave a week from Monday.", ["a week from Monday = 2031-03-17"]],
    ["They left a week ago today.", ["a week ago today = 2031-02-27"]],
    ["They left two years ago to the day.", ["two years ago to the day = 2029-03-06"]],
    ["They left the week before last.", ["the week before last = 2031-W08"]],
    ["They left in the small hours of Sunday.", ["the small hours of Sunday = 2031-03-02"]],
    ["They left on the 4th.", ["the 4th = 2031-03-04"]],
    ["They left on the 25th and 26th floors.", []],
    ["May the talks succeed.", []],
    ["May they return.", []],
    ["Mrs May left.", []],
  ])("%s", (text, expected) => {
    expect(valuesIn(text)).toEqual(expected);
  });
});

describe("extractTimes resolves against the day of publication", () => {
  test.each([
    ["They met yesterday.", "yesterday = 2031-03-05"],
    ["They met last month.", "last month = 2031-02"],
    ["They met last week.", "last week = 2031-W09"],
    ["They met two years ago.", "two years ago = 2029"],
    ["They met 10 days ago.", "10 days ago = 2031-02-24"],
    ["They met on Monday.", "Monday = 2031-03-03"],
    ["They met on Thursday.", "Thursday = 2031-03-06"],
    ["They met last Thursday.", "last Thursday = 2031-02-27"],
    ["They met next Monday.", "next Monday = 2031-03-10"],
    ["They met in May 2029.", "May 2029 = 2029-05"],
    ["They met on May 3, 2029.", "May 3, 2029 = 2029-05-03"],
    ["They met on 3 May 2029.", "3 May 2029 = 2029-05-03"],
    ["They met on Feb. 23.", "Feb. 23 = 2031-02-23"],
    ["They met last December.", "last December = 2030-12"],
    ["They met in the third quarter of 2029.", "the third quarter of 2029 = 2029-Q3"],
    ["They met in the first half of 2029.", "the first half of 2029 = 2029-H1"],
    ["They met in the summer of 2029.", "the summer of 2029 = 2029-SU"],
    ["They met in the 1990s.", "the 1990s = 199"],
    ["They met in the nineteenth century.", "the nineteenth century = 18"],
    ["They met last night.", "last night = 2031-03-05TNI"],
    ["They met on Monday evening.", "Monday evening = 2031-03-03TEV"],
    ["They met at 5:30 p.m. Monday.", "5:30 p.m. Monday = 2031-03-03T17:30"],
    ["They met at noon.", "noon = 2031-03-06T12:00"],
    ["They met on Saturday, March 1.", "Saturday, March 1 = 2031-03-01"],
    ["They met in July last year.", "July last year = 2030-07"],
    ["They met early this month.", "early this month = 2031-03"],
    ["They met at the end of 2029.", "the end of 2029 = 2029"],
    ["They met on the eve of May 3, 2029.", "the eve of May 3, 2029 = 2029-05-02"],
    ["They met on 2029-05-03.", "2029-05-03 = 2029-05-03"],
    ["They met on 13/5/2029.", "13/5/2029 = 2029-05-13"],
    ["They met on Christmas Day.", "Christmas Day = 2030-12-25"],
  ])("%s", (text, expected) => {
    expect(valuesIn(text)).toEqual([expected]);
  });

  test("a date that two countries read in two ways has only its year", () => {
    expect(valuesIn("They met on 5/6/2029.")).toEqual(["5/6/2029 = 2029-XX-XX"]);
    expect(valuesIn("They met on 5/6.")).toEqual(["5/6 = null"]);
    expect(valuesIn("They met on 5/6/2029. They met on 13/7/2029. They met on 7/13/2029.")).toContain(
      "5/6/2029 = 2029-XX-XX",
    );
  });

  test.each([
    ["They met on 5/6/2029. They met again on 13/7/2029.", "5/6/2029 = 2029-06-05"],
    ["They met on 5/6/2029. They met again on 7/13/2029.", "5/6/2029 = 2029-05-06"],
    ["They met on 5/6/2029. They met again on 3 May.", "5/6/2029 = 2029-06-05"],
    ["They met on 2/4. They met again on 13/1/2029.", "2/4 = 2031-04-02"],
    ["They met on 5.6.2029.", "5.6.2029 = 2029-06-05"],
    ["They met on Monday, 3/3/31.", "Monday, 3/3/31 = 2031-03-03"],
    ["They met on 25/12.", "25/12 = 2030-12-25"],
  ])("%s is read as the article's other dates are", (text, expected) => {
    expect(valuesIn(text)[0]).toBe(expected);
  });

  test.each([
    ["It rose in the April-June quarter of 2029-30.", "the April-June quarter of 2029-30 = 2029-Q2"],
    ["It rose in the January-March quarter of 2029-30.", "the January-March quarter of 2029-30 = 2030-Q1"],
    ["It rose in the final quarter of 2029.", "the final quarter of 2029 = 2029-Q4"],
    ["It rose in 2029-30.", "2029-30 = 2029/2030"],
    ["It rose in the 2029/30 financial year.", "the 2029/30 financial year = 2029/2030"],
    ["It lasted from 2024-2029.", "2024-2029 = 2024/2029"],
    ["It shut in mid-2030.", "mid-2030 = 2030"],
    ["It shut in the second half of January.", "the second half of January = 2031-01"],
    ["It shut in the last week of October 2029.", "the last week of October 2029 = 2029-10"],
    ["It shut at 17:48 Belmar time on Tuesday.", "17:48 Belmar time on Tuesday = 2031-03-04T17:48"],
    ["It shut at 17:48 in Belmar on Tuesday.", "17:48 = 2031-03-04T17:48"],
    ["It shut at 17:48 and will reopen on Tuesday.", "17:48 = 2031-03-06T17:48"],
    ["They fell on 9/11.", "9/11 = 2001-09-11"],
  ])("%s", (text, expected) => {
    expect(valuesIn(text)[0]).toBe(expected);
  });

  test("a span of years runs from the first to the end of the last", () => {
    expect(timesIn("It rose in 2029-30.")[0]).toMatchObject({ from: "2029-01-01", to: "2031-01-01" });
  });

  test("the second day of a range takes the month of the first", () => {
    expect(valuesIn("It ran from May 3 to 5, 2029.")).toEqual(["May 3 = 2031-05-03", "5, 2029 = 2029-05-05"]);
  });

  test("a later time is told from the one before", () => {
    expect(valuesIn("They met on May 3, 2029. They met again two days later.")).toEqual([
      "May 3, 2029 = 2029-05-03",
      "two days later = 2029-05-05",
    ]);
    expect(valuesIn("They met on Monday. They met again two days later.")).toEqual([
      "Monday = 2031-03-03",
      "two days later = 2031-03-05",
    ]);
  });

  test.each([
    ["the following Tuesday", "2029-05-08"],
    ["the Tuesday after", "2029-05-08"],
    ["the Tuesday before", "2029-05-01"],
    ["the night before", "2029-05-02TNI"],
    ["the following morning", "2029-05-04TMO"],
    ["the following March", "2030-03"],
    ["the following spring", "2030-SP"],
    ["on the 7th", "2029-05-07"],
  ])("%s is told from the day before it", (words, value) => {
    const [, later] = timesIn(`They met on May 3, 2029. They left ${words}.`);
    expect(later?.value).toBe(value);
  });

  test("days are counted from a dateline's where the article was printed later", () => {
    expect(valuesIn("BELMAR, March 3 - The talks failed on Wednesday.", "2031-03-05")).toEqual([
      "March 3 = 2031-03-03",
      "Wednesday = 2031-02-26",
    ]);
    expect(valuesIn("The talks of March 3 failed on Wednesday.", "2031-03-05")[1]).toBe("Wednesday = 2031-03-05");
  });

  test("without a time before, a later one is unknown", () => {
    expect(valuesIn("They met again two days later.")).toEqual(["two days later = null"]);
  });

  test("a time of day belongs to the day of its sentence, or else to that of publication", () => {
    expect(valuesIn("It rang on Monday and at noon. It rang at noon.")).toEqual([
      "Monday = 2031-03-03",
      "noon = 2031-03-03T12:00",
      "noon = 2031-03-06T12:00",
    ]);
  });

  test("a year earlier keeps the quarter that it is compared with", () => {
    expect(valuesIn("It fell in the third quarter of 2030 from a year earlier.")).toEqual([
      "the third quarter of 2030 = 2030-Q3",
      "a year earlier = 2029-Q3",
    ]);
  });
});

describe("extractTimes tells lengths, sets and references", () => {
  test.each([
    ["It took two days.", "two days = P2D", "DURATION"],
    ["It took about twenty-four hours.", "about twenty-four hours = PT24H", "DURATION"],
    ["It was a three-month strike.", "three-month = P3M", "DURATION"],
    ["It took several weeks.", "several weeks = PXW", "DURATION"],
    ["They meet every Monday.", "every Monday = XXXX-WXX-1", "SET"],
    ["They meet each July.", "each July = XXXX-07", "SET"],
    ["They meet now.", "now = PRESENT_REF", "DATE"],
    ["They met recently.", "recently = PAST_REF", "DATE"],
    ["They will meet soon.", "soon = FUTURE_REF", "DATE"],
  ])("%s", (text, expected, type) => {
    expect(valuesIn(text)).toEqual([expected]);
    expect(timesIn(text)[0]?.type).toBe(type);
  });

  test("the last six months end with the day of publication", () => {
    const [time] = timesIn("It fell in the last six months.");
    expect(time).toMatchObject({ value: "P6M", from: "2030-09-06", to: "2031-03-06" });
  });
});

describe("extractTimes leaves open what nothing anchors", () => {
  test.each([
    ["They met yesterday.", "yesterday = null"],
    ["They met on Monday.", "Monday = XXXX-WXX-1"],
    ["They met on May 3.", "May 3 = XXXX-05-03"],
    ["They met on May 3, 2029.", "May 3, 2029 = 2029-05-03"],
    ["They met at 5 p.m.", "5 p.m. = XXXX-XX-XXT17:00"],
  ])("%s without a date", (text, expected) => {
    expect(valuesIn(text, null)).toEqual([expected]);
  });
});

describe("extractTimes leaves out what is no time", () => {
  test.each([
    "They may meet.",
    "The troops march on.",
    "It cost $1990.",
    "It took 1/2 of them, 24/7, on 1/2 acre.",
    "They lost 2020-18.",
    "He came second.",
    "The 52-year-old minister spoke.",
    "She read [WORK_OF_ART This Week].",
    "It holds three-quarters of them.",
  ])("%s", (text) => {
    expect(valuesIn(text)).toEqual([]);
  });
});

describe("extractTimes on any text", () => {
  const word = fc.constantFrom(
    ..."May march Monday 3 31 99 1999 2031 5/6/29 12:30 p.m. last next the of - ' s , . quarter year years ago a few every mid- early end two hundred half".split(
      " ",
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(word).map((words) => words.join(" ")),
  );

  test("gives spans that slice to their words, in order and apart, with bounds that run forwards", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(published, null), (written, date) => {
        // Brackets and braces are the helper's own marks.
        const plain = written.replace(/[[\]{}]/g, "");
        let before = 0;
        for (const { span, text: words, from, to } of timesIn(plain, date)) {
          expect(plain.slice(...span)).toBe(words);
          expect(span[0]).toBeGreaterThanOrEqual(before);
          expect(span[1]).toBeGreaterThan(span[0]);
          if (from !== null && to !== null) expect(from < to).toBe(true);
          before = span[1];
        }
      }),
    );
  });

  test("takes as many steps more as the text is longer, however it repeats", async () => {
    for (const part of [
      "two hundred and ",
      "the early ",
      "May 3 to ",
      "last ",
      "a few ",
      "1/2 - ",
      "99999",
      "of the ",
    ]) {
      const steps = (times: number): Promise<number> => {
        const words = wordsOf(annotatedText(part.repeat(times)).document);
        return countedSteps(() => extractTimes(words, lexicon, published));
      };
      expect(await steps(3000), part).toBeLessThan(15 * (await steps(300)));
    }
  });
});
