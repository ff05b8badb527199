import { InvalidArgumentError, Option } from "commander";
import { knownZone } from "../text/time-zone.js";

/** `--zone`, for whoever may make a database. */
export function zoneOption(): Option {
  return new Option(
    "--zone <name>",
    "the time zone of a new database, as Asia/Tokyo; UTC if not given. `sitrep zone` changes it",
  ).argParser(checkedZone);
}

export function checkedZone(written: string): string {
  const zone = knownZone(written);
  if (zone === null) {
    throw new InvalidArgumentError("Expected a time zone of the IANA database, as Asia/Tokyo or UTC.");
  }
  return zone;
}
