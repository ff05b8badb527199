import type { EntityKind } from "../../record/entity.js";
import { entityKinds } from "../../record/kinds.js";
import { parseTable } from "../../text/table.js";
import { type Weights, weightsOf } from "../ranking.js";
import { oneOf, rowsOf, unlessDash } from "../table-rows.js";
import { personName } from "./people/person-name.js";
import { plain } from "./plain.js";

export const titleKinds = ["address", "rank", "office", "spokesperson", "occupation", "kin", "person"] as const;

export type TitleKind = (typeof titleKinds)[number];
const genders = ["m", "f"] as const;
export type Gender = (typeof genders)[number];

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
  /** Other countries that have a body of that name: the House of Commons of Canada. */
  readonly others?: readonly string[];
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
  /** Names of bodies that are two or three capitals. */
  readonly acronyms: ReadonlySet<string>;
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

/** The lexicons of these tables. Throws a `TableError` that names table and row where a value is none of those allowed. */
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
      rowsOf("collectives.tsv", tables.collectives).map((row) => [
        plain(row.field(0)),
        { kind: oneOf(row, row.field(1), entityKinds), either: row.field(2) === "either" },
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
  for (const row of rowsOf("titles.tsv", table)) {
    const [words, others] = [row.field(0), row.field(3)];
    const title: Title = {
      title: words,
      kind: oneOf(row, row.field(1), titleKinds),
      gender: unlessDash(row.field(2)) === null ? null : oneOf(row, row.field(2), genders),
      country: unlessDash(row.field(4)),
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
  const names = new Map<string, { readonly base: Set<string>; readonly gender: Gender }>();
  for (const row of rowsOf("given-names.tsv", table)) {
    const gender = oneOf(row, row.field(1), genders);
    for (const form of [row.field(0), ...values(row.field(2))].map(plain)) {
      const base = names.get(form)?.base ?? new Set();
      names.set(form, { base: base.add(plain(row.field(0))), gender });
    }
  }
  return names;
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
  const acronyms = new Set<string>();
  const add = (words: string, body: KnownBody): void => {
    if (/^\p{Lu}{2,3}$/u.test(words)) acronyms.add(plain(words));
    if (!bodies.has(withoutThe(words))) bodies.set(withoutThe(words), body);
  };
  for (const row of rowsOf("metonyms.tsv", metonyms)) {
    const [kind, name] = [oneOf(row, row.field(2), entityKinds), row.field(3)];
    add(row.field(0), { name: name === "government" ? null : name, kind, country: unlessDash(row.field(1)) });
  }
  for (const row of rowsOf("organizations.tsv", organizations)) {
    const words = row.field(0);
    const known = oneOf(row, row.field(2), entityKinds);
    const where = oneOf(row, row.field(1), ["head", "tail", "name", "sort"]);
    if (where === "sort") {
      describing.add(plain(words));
      continue;
    }
    if (where !== "name") {
      bodyHeads.set(plain(words), known);
      if (where === "head") bodyNouns.set(plain(words), known);
      continue;
    }
    const [country = null, ...others] = unlessDash(row.field(3))?.split("|") ?? [];
    const body: KnownBody = { name: words.replace(/^The /, ""), kind: known, country, others };
    for (const form of [words, ...values(row.field(4))]) add(form, body);
  }
  for (const [name = ""] of parseTable(outlets)) add(name, { name, kind: "outlet", country: null });
  return { bodies, acronyms, bodyNouns, bodyHeads, describing };
}

/**
 * The body of that name, with or without an article; `undefined` where none has it. Two or three letters that stand for one have to be capitals:
 * "Gao" is a town, the GAO an office. Longer ones are also written as words ("Nato").
 */
export function bodyNamed(name: string, { bodies, acronyms }: EntityLexicons): KnownBody | undefined {
  const key = withoutThe(name);
  return acronyms.has(key) && /^(?:(?:[Tt]he|[Aa]n?) )?\p{Lu}\p{Ll}+$/u.test(name) ? undefined : bodies.get(key);
}

/** {@link plain}, without a leading article. */
export function withoutThe(words: string): string {
  return plain(words).replace(/^(?:the|a|an) /, "");
}

function values(field: string): readonly string[] {
  return field === "" ? [] : field.split("|");
}
