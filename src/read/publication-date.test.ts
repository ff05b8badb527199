import { expect, test } from "vitest";
import { publicationDate } from "./publication-date.js";

test.each([
  ["2031-03-04", "2031-03-04"],
  ["20310304", "2031-03-04"],
  ["2031-03-04T10:22:00Z", "2031-03-04T10:22:00Z"],
  ["2031-03-04 10:22", "2031-03-04T10:22"],
  ["2031-03-04T10:22:00+0200", "2031-03-04T10:22:00+02:00"],
  ["Tue, 04 Mar 2031 10:22:00 GMT", "2031-03-04T10:22:00Z"],
  ["4 March 2031", "2031-03-04"],
  ["March 4, 2031", "2031-03-04"],
  ["Sept. 9, 2031", "2031-09-09"],
  ["03/24/2031 09:49:00", "2031-03-24T09:49:00"],
  ["24.3.2031", "2031-03-24"],
  ["4/4/2031", "2031-04-04"],
])("%s", (written, date) => {
  expect(publicationDate(written)).toBe(date);
});

test.each([
  "",
  "yesterday",
  "5/6/2031",
  "13/13/2031",
  "2031-02-30",
  "2031-13-01",
  "2031-03-04T27:00",
  "4 Brumaire 2031",
  "2031",
])("%s is no date that can be read safely", (written) => {
  expect(publicationDate(written)).toBeNull();
});
