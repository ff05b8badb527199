import { postureValues } from "../../record/kinds.js";
import { parseTable } from "../../text/table.js";
import { nameKey } from "../places/name-key.js";
import { alternatives, oneOf, type Row, rowsOf, type TableRow } from "../table-rows.js";

/** A value of `travel_advice`. */
export type Advice = (typeof postureValues.travel_advice)[number];

/** A way in which a ministry words its advice. */
export interface Wording {
  readonly value: Advice;
  readonly row: TableRow;
}

/** What is written down about the pages of foreign ministries. Sources are parts of regular expressions that ignore letter case. */
export interface AdviceLexicon {
  /** Names of ministries as {@link nameKey} gives them, and their sites, each with the code of its country. */
  readonly issuers: ReadonlyMap<string, string>;
  readonly hosts: readonly string[];
  readonly issuer: string;
  readonly sign: string;
  readonly title: string;
  readonly label: string;
  readonly aside: string;
  /** The wordings of the levels. */
  readonly advice: string;
  /** The wordings that tell to leave, cut behind the verb, where the place may stand. */
  readonly leave: { readonly verb: string; readonly rest: string };
  /** The wording that a match is; a verb and a rest with a space between them. */
  wordingOf(match: string): Wording | null;
  /** The ISO code of a country by its name, `null` where the words name none. */
  countryOf(name: string): string | null;
}

const kinds = ["issuer", "sign", "title", "label", "aside", "advice"] as const;

function isHost(name: string): boolean {
  return /^[a-z-]+(?:\.[a-z-]+)+$/.test(name);
}

function countryAt(row: Row): string {
  return /^[A-Z]{2}$/.test(row.field(1))
    ? row.field(1)
    : row.fail(`"${row.field(1)}"`, "the code of the ministry's country");
}

/** From the texts of `advisories.tsv` and `countries.tsv`. Throws a `TableError` where a row cannot be used. */
export function adviceLexicon(advisories: string, countries: string): AdviceLexicon {
  const words = new Map<string, string[]>(kinds.map((kind) => [kind, []]));
  const wordings = new Map<string, Wording>();
  const toLeave: string[] = [];
  const issuers = new Map<string, string>();
  for (const row of rowsOf("advisories.tsv", advisories, 3)) {
    const kind = oneOf(row, row.field(0), kinds);
    const found = alternatives(row, row.field(2), new Map());
    if (kind === "issuer") for (const name of found) issuers.set(isHost(name) ? name : nameKey(name), countryAt(row));
    const wording = kind === "advice" ? wordingIn(row) : null;
    const list = wording?.value === "leave_now" ? toLeave : (words.get(kind) ?? []);
    list.push(...found);
    if (wording !== null) for (const one of found) wordings.set(one.toLowerCase(), wording);
  }
  const of = (kind: (typeof kinds)[number]): readonly string[] => words.get(kind) ?? [];
  const codes = countryCodes(countries);
  return {
    issuers,
    hosts: of("issuer").filter(isHost),
    issuer: anyOf(of("issuer").filter((name) => !isHost(name))),
    sign: anyOf(of("sign")),
    title: anyOf(of("title")),
    label: anyOf(of("label")),
    aside: anyOf(of("aside")),
    advice: anyOf(of("advice")),
    leave: {
      verb: anyOf(new Set(toLeave.map((one) => one.split(" ")[0] ?? ""))),
      rest: anyOf(new Set(toLeave.map((one) => one.split(" ").slice(1).join(" ")))),
    },
    wordingOf: (match) => wordings.get(match.toLowerCase().replace(/\s+/g, " ")) ?? null,
    countryOf: (name) => codes.get(nameKey(name)) ?? null,
  };
}

function wordingIn(row: Row): Wording {
  return { value: oneOf(row, row.field(1), postureValues.travel_advice), row: row.source };
}

function countryCodes(countries: string): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const [code = "", name = "", others = ""] of parseTable(countries))
    for (const one of [name, ...others.split("|")].map(nameKey))
      if (one !== "" && !codes.has(one)) codes.set(one, code);
  return codes;
}

/** The longest first, so that "travel advice and advisories" goes before "travel advice". */
function anyOf(words: Iterable<string>): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map(literally)
    .join("|");
}

function literally(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s+");
}
