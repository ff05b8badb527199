import { InvalidArgumentError, Option } from "commander";
import { publicationDate } from "../read/publication-date.js";

/** What `read` and `show` can be told of their inputs. */
export interface KnownOptions {
  readonly published?: string;
  readonly outlet?: string;
  readonly allowPrivate?: true;
}

export function allowPrivateOption(): Option {
  return new Option("--allow-private", "fetch addresses of this machine and of private networks too");
}

export function publishedOption(): Option {
  return new Option("--published <date>", "when the article came out, as 2019-05-16 or 2019-05-16T10:22:00Z").argParser(
    checkedDate,
  );
}

export function outletOption(): Option {
  return new Option("--outlet <name>", "who published the article");
}

function checkedDate(written: string): string {
  const date = publicationDate(written);
  if (date === null) throw new InvalidArgumentError("Expected a date like 2019-05-16 or 2019-05-16T10:22:00Z.");
  return date;
}
