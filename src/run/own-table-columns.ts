import { titleKinds } from "../extract/naming/entity-lexicons.js";
import { entityKinds } from "../record/kinds.js";

/** What a field of a table may be, in words and as a rule. */
interface Column {
  readonly name: string;
  readonly expected: string;
  readonly allows: (field: string) => boolean;
}

const filled: Omit<Column, "name"> = { expected: "some words", allows: (field) => field !== "" };
const anything: Omit<Column, "name"> = { expected: "anything", allows: () => true };

function numberWithin(least: number, most: number): Omit<Column, "name"> {
  return {
    expected: `a number from ${least} to ${most}`,
    allows: (field) => field !== "" && Number(field) >= least && Number(field) <= most,
  };
}

function matching(pattern: RegExp, expected: string): Omit<Column, "name"> {
  return { expected, allows: (field) => pattern.test(field) };
}

function oneOf(values: readonly string[]): Omit<Column, "name"> {
  return { expected: `one of ${values.join(", ")}`, allows: (field) => values.includes(field) };
}

const code = matching(/^[A-Z]{2}$/, "two capital letters");
const codeOrNone = matching(/^(?:[A-Z]{2}|-)$/, "two capital letters, or -");
const regionCode = matching(/^[A-Z]{2}(?:\.\w+)+$/, "a country's code, a full stop and letters or digits, as XN.01");
const count = matching(/^\d*$/, "a whole number, or nothing");
const lat = { name: "latitude", ...numberWithin(-90, 90) };
const lon = { name: "longitude", ...numberWithin(-180, 180) };
const kind = { name: "kind", ...oneOf(entityKinds) };
const others = { name: "other names", ...anything };

/** The tables that a person may have of their own, and what their columns may hold; those that are not named may hold anything. */
const ownTableColumns: Readonly<Record<string, readonly Column[]>> = {
  countries: [
    { name: "code", ...code },
    { name: "name", ...filled },
  ],
  "country-places": [
    { name: "code", ...code },
    { name: "name", ...filled },
    { name: "GeoNames id", ...count },
    lat,
    lon,
    { name: "population", ...count },
  ],
  regions: [{ name: "code", ...regionCode }, { name: "name", ...filled }, lat, lon, { name: "population", ...count }],
  "region-names": [{ name: "code", ...regionCode }],
  areas: [
    { name: "name", ...filled },
    others,
    { name: "kind", ...oneOf(["water", "region", "other", "capital", "town"]) },
    { name: "code", ...matching(/^(?:[A-Z]{2}(?:\.\w+)*)?$/, "the code of a country or region, or nothing") },
    lat,
    lon,
  ],
  organizations: [
    { name: "words", ...filled },
    { name: "part", ...oneOf(["head", "tail", "name"]) },
    kind,
    { name: "code", ...codeOrNone },
  ],
  metonyms: [{ name: "words", ...filled }, { name: "code", ...codeOrNone }, kind, { name: "name", ...filled }],
  titles: [
    { name: "words", ...filled },
    { name: "kind", ...oneOf(titleKinds) },
    { name: "gender", ...oneOf(["m", "f", "-"]) },
    others,
    { name: "code", ...codeOrNone },
  ],
  outlets: [{ name: "name", ...filled }],
  agencies: [{ name: "name", ...filled }],
};

/** Whether a person may have such a table of their own. */
export function isOwnTable(name: string): boolean {
  return Object.hasOwn(ownTableColumns, name);
}

export const ownTableNames: readonly string[] = Object.keys(ownTableColumns);

/** What is wrong with the fields of a row, "" where nothing is. */
export function faultOfRow(table: string, fields: readonly string[]): string {
  for (const [at, { name, expected, allows }] of (ownTableColumns[table] ?? []).entries()) {
    const field = fields[at] ?? "";
    if (!allows(field)) return `found ${field === "" ? "nothing" : `"${field}"`} as ${name}; expected ${expected}`;
  }
  return "";
}
