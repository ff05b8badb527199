import { expect, test } from "vitest";
import {
  nextAfterAnswer,
  nextAfterFailure,
  nextAfterFault,
  nextAfterList,
  nextAfterPage,
  nextAfterRest,
} from "./schedule.js";

const now = Date.parse("2031-03-07T12:00:00Z");
const moment = { now, chance: 0 };
const minute = 60_000;
const hour = 60 * minute;
const every = 10 * minute;

const minutesTo = (time: string | null): number | null => (time === null ? null : (Date.parse(time) - now) / minute);

test("a source that answers is asked after the time that was named, and up to a tenth later; a list once a day", () => {
  expect(minutesTo(nextAfterAnswer(every, moment))).toBe(10);
  expect(minutesTo(nextAfterAnswer(every, { now, chance: 0.5 }))).toBe(10.5);
  expect(minutesTo(nextAfterList(every, moment))).toBe(24 * 60);
});

test("a source that fails is asked after twice the time with each failure, a day at most", () => {
  const waits = [1, 2, 3, 7, 8, 500].map((failures) => minutesTo(nextAfterFailure(every, failures, null, moment)));
  expect(waits).toEqual([20, 40, 80, 1280, 1440, 1440]);
});

test("a Retry-After is kept, though not one of years", () => {
  const later = (milliseconds: number): string => new Date(now + milliseconds).toISOString();
  expect(minutesTo(nextAfterFailure(every, 1, later(5 * hour), moment))).toBe(300);
  expect(minutesTo(nextAfterFailure(every, 1, later(minute), moment))).toBe(20);
  expect(minutesTo(nextAfterRest(later(999 * 24 * hour), moment))).toBe(7 * 24 * 60);
  expect(minutesTo(nextAfterRest(null, moment))).toBe(5);
});

test("a page is tried more often where the fault may pass, and not for ever", () => {
  const waits = (passing: boolean) => {
    const fault = { passing, retryAt: null };
    return Array.from({ length: 10 }, (_, tries) => minutesTo(nextAfterFault(fault, tries + 1, moment)));
  };
  expect(waits(true)).toEqual([5, 15, 60, 240, 720, 1440, 1440, 1440, null, null]);
  expect(waits(false).slice(0, 4)).toEqual([60, 360, 1440, null]);
});

test("a page is looked at four times again", () => {
  const waits = [1, 2, 3, 4, 5].map((checks) => minutesTo(nextAfterPage(checks, moment)));
  expect(waits).toEqual([60, 360, 1440, 4320, null]);
});
