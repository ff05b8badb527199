import type { EntityKind } from "../../record/entity.js";
import { entityKinds } from "../../record/kinds.js";
import { parseTable } from "../../text/table.js";
import { type Weights, weightsOf } from "../ranking.js";
import { personName } from "./people/person-name.js";
import { plain } from "./plain.js";

export const titleKinds = ["address", "rank", "office", "spokesperson", "occupation", "kin", "person"] as const;

export type TitleKind = (typeof titleKinds)[number];
export type Gender = "m" | "f";

/** A word that says what somebody is. `country`: only that country has such an office. */
export interface Title {
  readonly title: string;
  readonly kind: TitleKind;
  readonly gender: Gender | null;
  readonly country: string | null;
  /** Its words, as {@link plain} gives them. */
  readonly words: readonly string[];
  /** The word that decides: "secretary" of "secretary of state". */
  readonly head: string;
}

/** A title as it stands in a text, of one person or of several. */
export interface TitleForm {
  readonly title: Title;
  readonly plural: boolean;
}

export interface Country {
  readonly code: string;
  readonly name: string;
  /** The first of its adjectives, or its name. */
  readonly adjective: string;
}

/** A body whose name tells more than its words do. `name: null` stands for the government of the country. */
export interface KnownBody {
  readonly name: string | null;
  readonly kind: EntityKind;
  readonly country: string | null;
}

export interface GivenName {
  /** Short forms and spellings of one name share it. */
  readonly base: ReadonlySet<string>;
  readonly gender: Gender;
}

/** What is written down about who there is. Keys are as {@link plain} gives them. */
export interface EntityLexicons {
  readonly titles: ReadonlyMap<string, TitleForm>;
  /** The first words of titles, with how many words the longest title has that starts so. */
  readonly titleStarts: ReadonlyMap<string, number>;
  readonly givenNames: ReadonlyMap<string, GivenName>;
  readonly countryByCode: ReadonlyMap<string, Country>;
  readonly countryNames: ReadonlyMap<string, Country>;
  /** "Iraqi", "US". */
  readonly countryAdjectives: ReadonlyMap<string, Country>;
  /** "Iraqis", "Britons". */
  readonly countryPeople: ReadonlyMap<string, Country>;
  /** Capitals and other seats of government. */
  readonly countrySeats: ReadonlyMap<string, Country>;
  readonly bodies: ReadonlyMap<string, KnownBody>;
  /** The first words of names of bodies and countries, with how many words the longest has. */
  readonly nameStarts: ReadonlyMap<string, number>;
  /** The kind of body that a noun tells: "ministry". */
  readonly bodyNouns: ReadonlyMap<string, EntityKind>;
  /** The kind of body that the last word of a name tells: every noun, and words like "Times" and "Holidays". */
  readonly bodyHeads: ReadonlyMap<string, EntityKind>;
  /** Words beside such a noun that say of what sort it is, whosever it is: "paramilitary". */
  readonly describing: ReadonlySet<string>;
  readonly collectives: ReadonlyMap<string, { readonly kind: EntityKind; readonly either: boolean }>;
  /** The codes of the countries that people of high office are of, by their names in full; by a surname where all who share it are of one country. */
  readonly publicFigures: ReadonlyMap<string, string>;
  /** What tells who or what bears a name. */
  readonly bearers: Weights;
}

/** The texts of the tables of `data/` with these names. */
export interface EntityTables {
  readonly titles: string;
  readonly givenNames: string;
  readonly countries: string;
  readonly metonyms: string;
  readonly organizations: string;
  readonly outlets: string;
  readonly collectives: string;
  readonly bearerWeights: string;
  readonly publicFigures: string;
}

/** The lexicons of these tables. Throws a {@link LexiconError} that names table and row where a value is none of those allowed. */
export function entityLexicons(tables: EntityTables): EntityLexicons {
  const titles = titlesOf(tables.titles);
  const countries = countriesOf(tables.countries);
  const bodies = bodiesOf(tables);
  return {
    titles,
    titleStarts: startsOf(titles.keys()),
    givenNames: givenNamesOf(tables.givenNames),
    ...countries,
    ...bodies,
    nameStarts: startsOf([...bodies.bodies.keys(), ...countries.countryNames.keys()]),
    publicFigures: publicFiguresOf(tables.publicFigures),
    bearers: weightsOf(tables.bearerWeights),
    collectives: new Map(
      parseTable(tables.collectives).map(([word = "", kind = "", number = ""]) => [
        plain(word),
        { kind: oneOf(entityKinds, kind, `collectives.tsv, "${word}"`), either: number === "either" },
      ]),
    ),
  };
}

function titlesOf(table: string): Map<string, TitleForm> {
  const forms = new Map<string, TitleForm>();
  const add = (form: string, title: Title, plural: boolean): void => {
    const key = plain(form);
    if (!forms.has(key)) forms.set(key, { title, plural });
  };
  for (const [words = "", kind = "", gender = "", others = "", country = ""] of parseTable(table)) {
    const title: Title = {
      title: words,
      kind: oneOf(titleKinds, kind, `titles.tsv, "${words}"`),
      gender: gender === "-" ? null : oneOf(["m", "f"] as const, gender, `titles.tsv, "${words}"`),
      country: country === "-" ? null : country,
      words: plain(words).split(" "),
      head:
        plain(words.replace(/ (?:of|in|to|pro) .*$/, ""))
          .split(" ")
          .at(-1) ?? words,
    };
    add(words, title, false);
    for (const form of values(others)) add(form, title, isPluralOf(form, words));
    if (title.kind !== "address") add(pluralOf(words), title, true);
  }
  return forms;
}

function startsOf(phrases: Iterable<string>): Map<string, number> {
  const starts = new Map<string, number>();
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    const [first = ""] = words;
    starts.set(first, Math.max(starts.get(first) ?? 0, words.length));
  }
  return starts;
}

/** "ministers of state", "deputies", "under secretaries". */
function pluralOf(title: string): string {
  const [, head = "", rest = ""] = /^(.*?)( (?:of|in|pro|to) .*)?$/.exec(title) ?? [];
  if (/(?:s|x|ch|sh)$/.test(head)) return `${head}es${rest}`;
  return `${/[^aeiou]y$/.test(head) ? `${head.slice(0, -1)}ie` : head}s${rest}`;
}

function isPluralOf(form: string, title: string): boolean {
  const ends = (text: string): boolean => /(?:s|men|people|children)\b\.?(?: of .*)?$/i.test(text);
  return ends(form) && !ends(title);
}

function givenNamesOf(table: string): Map<string, GivenName> {
  const rows = parseTable(table);
  const bases = new Map<string, Set<string>>();
  const genders = new Map<string, Gender>();
  for (const [name = "", gender = "", forms = ""] of rows) {
    for (const form of [name, ...values(forms)].map(plain)) {
      const base = bases.get(form) ?? new Set();
      bases.set(form, base.add(plain(name)));
      genders.set(form, oneOf(["m", "f"] as const, gender, `given-names.tsv, "${name}"`));
    }
  }
  const named = [...bases].flatMap(([form, base]) => {
    const gender = genders.get(form);
    return gender === undefined ? [] : [[form, { base, gender }] as const];
  });
  return new Map(named);
}

function publicFiguresOf(table: string): Map<string, string> {
  const surnames = new Map<string, Set<string>>();
  const figures = new Map<string, string>();
  for (const [name = "", country = ""] of parseTable(table)) {
    const { words } = personName(name);
    figures.set(words.join(" "), country);
    const surname = words.at(-1) ?? "";
    surnames.set(surname, (surnames.get(surname) ?? new Set()).add(country));
  }
  for (const [surname, [country, other]] of surnames)
    if (country && !other && !figures.has(surname)) figures.set(surname, country);
  return figures;
}

function countriesOf(table: string) {
  const countryByCode = new Map<string, Country>();
  const countryNames = new Map<string, Country>();
  const countryAdjectives = new Map<string, Country>();
  const countryPeople = new Map<string, Country>();
  const countrySeats = new Map<string, Country>();
  for (const [code = "", name = "", aliases = "", adjectives = "", people = "", seats = ""] of parseTable(table)) {
    const country: Country = { code, name, adjective: values(adjectives)[0] ?? name };
    const add = (map: Map<string, Country>, words: readonly string[]): void => {
      for (const word of words) if (!map.has(withoutThe(word))) map.set(withoutThe(word), country);
    };
    countryByCode.set(code, country);
    add(countryNames, [name, ...values(aliases)]);
    add(countryAdjectives, values(adjectives));
    add(countryPeople, values(people));
    add(countrySeats, values(seats));
  }
  return { countryByCode, countryNames, countryAdjectives, countryPeople, countrySeats };
}

function bodiesOf({ metonyms, organizations, outlets }: EntityTables) {
  const bodies = new Map<string, KnownBody>();
  const bodyHeads = new Map<string, EntityKind>();
  const bodyNouns = new Map<string, EntityKind>();
  const describing = new Set<string>();
  const add = (words: string, body: KnownBody): void => {
    if (!bodies.has(withoutThe(words))) bodies.set(withoutThe(words), body);
  };
  for (const [words = "", country = "", kind = "", name = ""] of parseTable(metonyms)) {
    const known = oneOf(entityKinds, kind, `metonyms.tsv, "${words}"`);
    add(words, { name: name === "government" ? null : name, kind: known, country: country === "-" ? null : country });
  }
  for (const [words = "", part = "", kind = "", country = "", aliases = ""] of parseTable(organizations)) {
    const known = oneOf(entityKinds, kind, `organizations.tsv, "${words}"`);
    const where = oneOf(["head", "tail", "name", "sort"] as const, part, `organizations.tsv, "${words}"`);
    if (where === "sort") {
      describing.add(plain(words));
      continue;
    }
    if (where !== "name") {
      bodyHeads.set(plain(words), known);
      if (where === "head") bodyNouns.set(plain(words), known);
      continue;
    }
    const body: KnownBody = {
      name: words.replace(/^The /, ""),
      kind: known,
      country: country === "-" ? null : country,
    };
    for (const form of [words, ...values(aliases)]) add(form, body);
  }
  for (const [name = ""] of parseTable(outlets)) add(name, { name, kind: "outlet", country: null });
  return { bodies, bodyNouns, bodyHeads, describing };
}

/** {@link plain}, without a leading article. */
export function withoutThe(words: string): string {
  return plain(words).replace(/^(?:the|a|an) /, "");
}

function values(field: string): readonly string[] {
  return field === "" ? [] : field.split("|");
}

function oneOf<Value extends string>(allowed: readonly Value[], found: string, where: string): Value {
  const value = allowed.find((one) => one === found);
  if (value === undefined) {
    throw new LexiconError(`Found "${found}" in data/${where}; expected one of ${allowed.join(", ")}.`);
  }
  return value;
}

/** A table of `data/` has a row that the program cannot use. */
export class LexiconError extends Error {
  override readonly name = "LexiconError";
}
