import { expect, test } from "vitest";
import { recordedEffects } from "../../test/recorded-effects.js";
import { type LogFormat, openLog, reportingTo } from "./log.js";

function logged(format: LogFormat): string {
  const { effects, reported } = recordedEffects({});
  const log = openLog(format, "reader", effects);
  log.note("read on", { articles: 2 });
  log.warn("a \n line “quoted”", { event: "lost" });
  reportingTo(log, effects).report("sitrep: news.txt: there is no such file\n");
  return reported();
}

test("a log for people is a sentence a line", () => {
  expect(logged("text")).toBe("sitrep: read on\nsitrep: a \n line “quoted”\nsitrep: news.txt: there is no such file\n");
});

test("a log for programs is an object a line, with the facts beside the sentence", () => {
  const lines = logged("json").trimEnd().split("\n");
  const head = { time: "2031-03-07T12:00:00.000Z", process: "reader" };
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { level: "info", ...head, articles: 2, msg: "read on" },
    { level: "warn", ...head, event: "lost", msg: "a \n line “quoted”" },
    { level: "warn", ...head, msg: "news.txt: there is no such file" },
  ]);
});
