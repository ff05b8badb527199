import { InvalidArgumentError, Option } from "commander";
import { momentOf } from "../api/query.js";
import { expectedSince, rollingPeriod } from "../ask/rolling-period.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";

/** What every question about the database can be told. */
export interface QuestionOptions extends DatabaseOption {
  readonly since?: string;
  readonly until?: string;
  readonly limit: number;
  readonly json?: true;
}

/** `--since`, `--until`, `--limit`, `--json` and `--db`. @param what what is limited */
export function questionOptions(what = "lines"): readonly Option[] {
  return [
    ...dateRangeOptions(),
    limitOption(what),
    new Option("--json", "print the answer as one JSON object"),
    databaseOption(),
  ];
}

/** `--limit`. @param what what is limited */
export function limitOption(what: string, otherwise = 50): Option {
  return new Option("--limit <number>", `how many ${what} at most`).default(otherwise).argParser(checkedLimit);
}

/** `--since`, `--until` and `--added-after`. */
export function periodOptions(): readonly Option[] {
  return [
    ...dateRangeOptions(),
    new Option(
      "--added-after <moment>",
      "only articles added to the database after this date or time, as 2019-05-16T06:30Z, whatever their own date",
    ).argParser(checkedMoment),
  ];
}

/** `--since`, which also takes so long before the end of the record, and `--until`. */
export function dateRangeOptions(): readonly Option[] {
  return [
    new Option(
      "--since <date|period>",
      "only articles published on or after this date, as 2019-05-16, or in a period up to the last article: 24h, 3d, 2w",
    ).argParser(checkedSince),
    new Option("--until <date>", "only articles published before this date").argParser(checkedDay),
  ];
}

export function checkedDay(written: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(written) ? new Date(`${written}T00:00:00Z`) : null;
  // A day that no month has moves into the next one.
  if (day === null || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(written)) {
    throw new InvalidArgumentError("Expected a date like 2019-05-16.");
  }
  return written;
}

function checkedSince(written: string): string {
  if (rollingPeriod(written) !== null) return written;
  try {
    return checkedDay(written);
  } catch (cause) {
    if (cause instanceof InvalidArgumentError) throw new InvalidArgumentError(expectedSince);
    throw cause;
  }
}

function checkedMoment(written: string): string {
  const { data, error } = momentOf("").safeParse(written);
  if (data === undefined) throw new InvalidArgumentError(error?.issues[0]?.message ?? "");
  return data;
}

function checkedLimit(written: string): number {
  const limit = Number(written);
  if (!/^\d+$/.test(written) || limit < 1 || limit > mostLines) {
    throw new InvalidArgumentError(`Expected a whole number from 1 to ${mostLines}.`);
  }
  return limit;
}

/** Whoever wants more than a person reads is better served by `sitrep export`. */
const mostLines = 1_000;
