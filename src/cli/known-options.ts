import { InvalidArgumentError, Option } from "commander";
import { type FieldMap, parseFieldMap } from "../read/entries/field-names.js";
import { type KnownFacts, nothingKnown } from "../read/known-facts.js";
import { publicationDate } from "../read/publication-date.js";
import type { WebPolicy } from "../run/effects.js";

/** What commands that read inputs can be told of them. */
export interface KnownOptions {
  readonly published?: string;
  readonly outlet?: string;
  readonly allowPrivate?: true;
}

/** What the command line says of all articles. */
export function knownFacts({ published, outlet }: KnownOptions): KnownFacts {
  return { ...nothingKnown, published: published ?? null, outlet: outlet ?? null };
}

/** What the command line lets be fetched. */
export function webPolicy({ allowPrivate }: KnownOptions): WebPolicy {
  return { allowPrivate: allowPrivate === true };
}

export function allowPrivateOption(): Option {
  return new Option("--allow-private", "also fetch addresses of this machine and of private networks");
}

/** `--map`, for data whose names are not known. */
export function mapOption(): Option {
  return new Option(
    "--map <names>",
    "which fields of JSON or columns of a table are which, as text=body,published=date",
  ).argParser((written: string): FieldMap => {
    const map = parseFieldMap(written);
    if (typeof map === "string") throw new InvalidArgumentError(map);
    return map;
  });
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
