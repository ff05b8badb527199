import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleToLink } from "../../../test/link/article-to-link.js";
import { matchEntities } from "../../../test/link/link-records.js";
import { shippedNames } from "../../../test/link/shipped-tables.js";
import type { Entity, EntityKind } from "../../record/entity.js";
import { idOf } from "../../record/id.js";
import type { LinkInput } from "../link-input.js";
import { settleEntities } from "./match-entities.js";
import type { EarlierMember } from "./same-person.js";
import { toldEntities } from "./told-entity.js";

/** Somebody whom an article tells of: a name, then what is known besides. */
interface Told {
  readonly name: string;
  readonly kind?: EntityKind;
  readonly country?: string;
  readonly role?: string;
  readonly of?: string;
}

const entity = ({ name, kind = "person", country, role, of }: Told, at: number): Entity => ({
  id: idOf("en", at + 1),
  name,
  kind,
  country: country ?? null,
  roles: role === undefined ? [] : [{ title: role, of: of ?? null, span: [0, 1] }],
  mentions: [[0, 1]],
});

const article = (id: string, told: readonly Told[], published = "2031-05-06"): LinkInput =>
  articleToLink(id, "An article.", { published, entities: told.map(entity) });

/** The articles of each entity by the name, as `name: articles`, for those of two articles or more and those alone. */
function known(articles: readonly LinkInput[], stories: Readonly<Record<string, string>> = {}): readonly string[] {
  return matchEntities(articles, new Map(Object.entries(stories)), shippedNames)
    .map(({ name, members }) => `${name}: ${members.map((member) => member.article).join(" ")}`)
    .sort();
}

test("a force without a name is the only one that its article names", () => {
  const forces = [
    { name: "Norland Defence Forces", kind: "military", country: "NO" },
    { name: "military", kind: "military" },
  ] as const;
  const second = { name: "Karsk Guards", kind: "military" } as const;
  const members = (told: readonly Told[]) =>
    matchEntities([article("a", told)], new Map(), shippedNames).flatMap((one) =>
      one.members.map(({ entity: id }) => id),
    );
  expect(members(forces)).toEqual(["en_1", "en_2"]);
  expect(members([...forces, second])).not.toContain("en_2");
});

describe("one person", () => {
  test.each<[string, Told, Told, Record<string, string>?]>([
    ["of one full name, with nothing against it", { name: "Irena Sulk" }, { name: "Irena Sulk" }],
    [
      "with the same role",
      { name: "Hadi Rasoun", role: "foreign minister" },
      { name: "Hadi Rasoun", role: "Foreign Minister" },
    ],
    ["with and without a middle initial", { name: "Colin R. Breck" }, { name: "Colin Breck" }],
    ["with a short form of the given name", { name: "Michael Brandt" }, { name: "Mike Brandt" }],
    [
      "promoted within a country",
      { name: "Owen Tarrant", country: "GB", role: "defence secretary" },
      { name: "Owen Tarrant", country: "GB", role: "foreign secretary" },
    ],
    ["now former", { name: "Dana Whitlow", role: "ambassador" }, { name: "Dana Whitlow", role: "former ambassador" }],
    ["by surname, in the same story", { name: "Marta Yelin" }, { name: "Yelin" }, { a: "s", b: "s" }],
    [
      "in another spelling, in the same story",
      { name: "Oleksiy Bondarenskiy" },
      { name: "Oleksiy Bondarensky" },
      { a: "s", b: "s" },
    ],
    [
      "in another spelling, with the same role",
      { name: "Mohamed Kassemi", role: "general" },
      { name: "Muhammad al-Kasemi", role: "general" },
    ],
    ["by a surname in another spelling", { name: "Oleksiy Bondarensky" }, { name: "Bondarenskyy" }, { a: "s", b: "s" }],
    ["by a surname with its article", { name: "Nasser bin Adel al Harran" }, { name: "Al Harran" }, { a: "s", b: "s" }],
    [
      "by a surname and an office, in two stories",
      { name: "Yelin", role: "president" },
      { name: "Yelin", role: "president" },
    ],
    [
      "with another word for the occupation",
      { name: "Jan Poll", role: "reporter" },
      { name: "Jan Poll", role: "freelance reporter" },
    ],
    [
      "by surname and role",
      { name: "Marta Yelin", role: "interior minister" },
      { name: "Yelin", role: "Interior Minister" },
    ],
  ])("%s", (_, first, second, stories) => {
    expect(known([article("a", [first]), article("b", [second])], stories)).toHaveLength(1);
  });
});

describe("two people", () => {
  test.each<[string, Told, Told, Record<string, string>?]>([
    [
      "of one name in two countries",
      { name: "David Stone", country: "GB", role: "minister" },
      { name: "David Stone", country: "AU", role: "senator" },
    ],
    [
      "of one name, a minister and a footballer",
      { name: "Paul Mercer", role: "minister" },
      { name: "Paul Mercer", role: "footballer" },
    ],
    [
      "of one name and country, a senator and an actor",
      { name: "Ben Archer", country: "US", role: "senator" },
      { name: "Ben Archer", country: "US", role: "actor" },
    ],
    [
      "of one name in one story, a minister and a striker",
      { name: "Donal Pratt", role: "minister" },
      { name: "Donal Pratt", role: "striker" },
      { a: "s", b: "s" },
    ],
    [
      "of one name, a surgeon and a minister",
      { name: "Donal Pratt", role: "minister" },
      { name: "Donal Pratt", role: "surgeon" },
      { a: "s", b: "s" },
    ],
    ["of one name, father and son", { name: "Owen Tarr Sr." }, { name: "Owen Tarr Jr." }, { a: "s", b: "s" }],
    ["of two spellings, with nothing in common", { name: "Martin Clarke" }, { name: "Martin Clark" }],
    [
      "by one name and office, of two countries",
      { name: "Harun", role: "king", country: "JO" },
      { name: "Harun", role: "king", country: "SA" },
    ],
    ["of one surname", { name: "Anna Voll" }, { name: "Anders Voll" }],
    ["of one initial and surname but another sex", { name: "Mary Frost" }, { name: "Michael Frost" }],
    ["by surname, in two stories", { name: "Marta Yelin" }, { name: "Yelin" }, { a: "s", b: "t" }],
    [
      "by surname, with another role",
      { name: "Marta Yelin", role: "interior minister" },
      { name: "Yelin", role: "goalkeeper" },
    ],
    [
      "by surname, of another country",
      { name: "Marta Yelin", country: "GE" },
      { name: "Yelin", country: "US" },
      { a: "s", b: "s" },
    ],
  ])("%s", (_, first, second, stories) => {
    expect(known([article("a", [first]), article("b", [second])], stories)).toHaveLength(2);
  });

  test("of one name stay apart where a third mention could be either", () => {
    const articles = [
      article("minister", [{ name: "Paul Mercer", role: "minister" }]),
      article("footballer", [{ name: "Paul Mercer", role: "footballer" }]),
      article("which", [{ name: "Paul Mercer" }]),
    ];
    expect(known(articles)).toEqual(["Paul Mercer: footballer", "Paul Mercer: minister", "Paul Mercer: which"]);
    expect(known(articles, { footballer: "match", which: "match" })).toEqual([
      "Paul Mercer: footballer which",
      "Paul Mercer: minister",
    ]);
  });

  test("two kings of one name, and a king of whom only that name is told in another story", () => {
    const king = { role: "King" };
    expect(
      known([article("a", [{ name: "Osric I", ...king }]), article("b", [{ name: "Osric II", ...king }])]),
    ).toHaveLength(2);
    const articles = [
      article("a", [{ name: "Osric II", ...king, country: "NO" }]),
      article("b", [{ name: "Osric", ...king }]),
    ];
    expect(known(articles)).toHaveLength(2);
    expect(known(articles, { a: "s", b: "s" })).toHaveLength(1);
  });

  test("a minister and the captain of a team", () => {
    const articles = [
      article("minister", [{ name: "Paul Mercer", role: "trade minister" }]),
      article("captain", [
        { name: "Paul Mercer", role: "captain", of: "Norland" },
        { name: "Lena Orr", role: "striker" },
      ]),
      article("striker", [{ name: "Paul Mercer", role: "striker" }]),
    ];
    expect(known(articles, { captain: "match", striker: "match" })).toContain("Paul Mercer: minister");
  });

  test("of one surname in one story: the bare surname is neither", () => {
    const articles = [
      article("a", [{ name: "Anna Voll" }]),
      article("b", [{ name: "Anders Voll" }]),
      article("c", [{ name: "Voll" }]),
    ];
    expect(known(articles, { a: "s", b: "s", c: "s" })).toHaveLength(3);
  });
});

test("what has no name of its own is nobody that is known", () => {
  const nameless: readonly Told[] = [
    { name: "Political parties", kind: "organization" },
    { name: "Central American city", kind: "government" },
    { name: "Voss-backed rebels", kind: "armed_group" },
  ];
  expect(known([article("a", nameless)])).toEqual([]);
});

describe("bodies", () => {
  const ministry = { kind: "government" } as const;
  test.each<[string, Told, Told, Record<string, string>?]>([
    [
      "of one name and country",
      { ...ministry, name: "Ministry of Defence", country: "GB" },
      { ...ministry, name: "Defense Ministry", country: "GB" },
    ],
    [
      "that tell their country in the name",
      { ...ministry, name: "Iraqi Foreign Ministry" },
      { ...ministry, name: "Foreign Ministry", country: "IQ" },
    ],
    [
      "whatever the ministry is called",
      { ...ministry, name: "Foreign Office", country: "GB" },
      { ...ministry, name: "British Ministry of Foreign Affairs" },
    ],
    [
      "whatever the forces are called",
      { kind: "military", name: "Sudanese army" },
      { kind: "military", name: "Sudan's armed forces", country: "SD" },
    ],
    [
      "as those who fight for it",
      { kind: "armed_group", name: "Houthis", country: "YE" },
      { kind: "armed_group", name: "armed Houthi rebels", country: "YE" },
    ],
    [
      "of no country, whosever fighters are told of",
      { kind: "armed_group", name: "Islamic State" },
      { kind: "armed_group", name: "British Islamic State militants", country: "GB" },
    ],
    [
      "with and without its creed",
      { kind: "armed_group", name: "Houthis", country: "YE" },
      { kind: "armed_group", name: "Shiite Houthi" },
    ],
    [
      "with and without what it is",
      { kind: "outlet", name: "Norvik Post" },
      { kind: "outlet", name: "Norvik Post newspaper" },
    ],
    [
      "a country that is called as its people's things are",
      { ...ministry, name: "New Zealand", country: "NZ" },
      { ...ministry, name: "New Zealand", country: "NZ" },
    ],
    ["in the plural and the singular", { ...ministry, name: "Elders Council" }, { ...ministry, name: "Elder Council" }],
    [
      "of a name that only one has",
      { name: "Sund Lines", kind: "organization" },
      { name: "Sund Lines", kind: "organization", country: "NO" },
    ],
    [
      "by acronym in one story",
      { name: "Civil Aviation Office", kind: "organization", country: "NO" },
      { name: "CAO", kind: "organization" },
      { a: "s", b: "s" },
    ],
  ])("are one %s", (_, first, second, stories) => {
    expect(known([article("a", [first]), article("b", [second])], stories)).toHaveLength(1);
  });

  test.each<[string, Told, Told, Record<string, string>?]>([
    [
      "of two countries",
      { ...ministry, name: "Foreign Ministry", country: "IQ" },
      { ...ministry, name: "Foreign Ministry", country: "IR" },
    ],
    [
      "whose name every country has",
      { ...ministry, name: "Foreign Ministry", country: "IQ" },
      { ...ministry, name: "Foreign Ministry" },
    ],
    [
      "of a kind that a country has many of",
      { ...ministry, name: "Syrian website", country: "SY" },
      { ...ministry, name: "Syrian website", country: "SY" },
    ],
    ["of such a name in two stories", { ...ministry, name: "Supreme Court" }, { ...ministry, name: "Supreme Court" }],
    [
      "by acronym in two stories",
      { name: "Civil Aviation Office", kind: "organization", country: "NO" },
      { name: "CAO", kind: "organization" },
      { a: "s", b: "t" },
    ],
  ])("are two %s", (_, first, second, stories) => {
    expect(known([article("a", [first]), article("b", [second])], stories)).toHaveLength(2);
  });
});

test("words of a headline for some force are nobody's name, and what fighters are called is left out of it", () => {
  const force = { kind: "organization", name: "Sudan Paramilitary Force" } as const;
  expect(known([article("a", [force, { kind: "armed_group", name: "Islamist militants" }])])).toEqual([]);
  const named = [
    { kind: "armed_group", name: "YPG fighters" },
    { kind: "armed_group", name: "YPG" },
  ] as const;
  expect(known(named.map((one, at) => article(`${at}`, [{ ...one, country: "SY" }])))).toEqual(["YPG: 0 1"]);
});

test("a role keeps what it is about", () => {
  const told = { name: "Cole Rand", role: "under secretary of state for management" };
  const [entity] = matchEntities([article("a", [told])], new Map(), shippedNames);
  expect(entity?.roles.map(({ title }) => title)).toEqual(["under secretary of state for management"]);
});

test("whoever has no name is nobody who could be known again", () => {
  expect(
    known([
      article("a", [{ name: "two officials", kind: "people" }, { name: "diplomat" }, { name: "Foreign Minister" }]),
      article("b", [{ name: "US official" }, { name: "U.S. Secretary of State" }, { name: "Iraqi" }]),
      article("c", [{ name: "two Canadian soldiers", kind: "military" }]),
    ]),
  ).toEqual([]);
});

describe("missions", () => {
  const told = (id: string, text: string, town: string, country: string, name = "U.S. Embassy"): LinkInput => {
    const start = text.indexOf(name);
    const at = text.indexOf(town);
    return articleToLink(id, text, {
      published: "2031-05-06",
      entities: [
        {
          id: idOf("en", 1),
          name,
          kind: "facility",
          country: "US",
          roles: [],
          mentions: [[start, start + name.length]],
        },
      ],
      places: [
        {
          ...{ id: idOf("pl", 1), span: [at, at + town.length], text: town, name: town, kind: "city", country },
          ...{ lat: 1, lon: 1, geonames: 1, precision: "city" },
        },
      ],
    });
  };

  test("of one country in two towns are two, each with its town", () => {
    const articles = [
      told("a", "The U.S. Embassy in Ottawa closed.", "Ottawa", "CA"),
      told("b", "The U.S. Embassy in Tripoli closed.", "Tripoli", "LY"),
      told("c", "In Tripoli the U.S. Embassy burnt.", "Tripoli", "LY"),
    ];
    expect(known(articles, { b: "s", c: "s" })).toEqual(["U.S. Embassy in Ottawa: a", "U.S. Embassy in Tripoli: b c"]);
  });

  test("told without a town are the only one of that country", () => {
    const articles = [
      told("a", "The U.S. Embassy in Ottawa closed.", "Ottawa", "CA"),
      told("b", "The U.S. Embassy said so.", "Ottawa", "CA"),
    ];
    expect(known(articles)).toEqual(["U.S. Embassy in Ottawa: a b"]);
  });

  test("called by where they stand alone are nobody that could be known again", () => {
    const site = { kind: "facility", name: "Yemen embassy" } as const;
    expect(known([article("a", [site])])).toEqual([]);
    const whole = { kind: "facility", name: "British embassy in Yemen", country: "GB" } as const;
    expect(known([article("a", [whole]), article("b", [site])], { a: "s", b: "s" })).toEqual([
      "British embassy in Yemen: a b",
    ]);
  });

  test("of a country are known by where they stand", () => {
    const articles = [
      told("a", "The U.S. Embassy in Ottawa closed.", "Ottawa", "CA"),
      told("b", "The staff left the Ottawa embassy.", "Ottawa", "CA", "Ottawa embassy"),
    ];
    expect(known(articles, { a: "s", b: "s" })).toHaveLength(1);
  });
});

test("somebody is shown by the full name used most, no longer one that an article runs together", () => {
  const names = ["Owen Tarr", "Owen Tarr", "Council Owen Tarr", "Tarr", "OWEN TARR"];
  const articles = names.map((name, at) => article(`a${at}`, [{ name }]));
  const stories = Object.fromEntries(articles.map(({ id }) => [id, "s"]));
  expect(known(articles, stories)).toEqual(["Owen Tarr: a0 a1 a2 a3 a4"]);
});

test("a surname alone is whom most stories of that surname tell of", () => {
  const articles = ["a", "b", "c"].map((id) => article(id, [{ name: "Marta Yelin" }]));
  expect(known([...articles, article("d", [{ name: "Yelin" }])])).toEqual(["Marta Yelin: a b c d"]);
});

test("a name that a story's articles take for a body is no person's", () => {
  const base = (id: string, kind: EntityKind): LinkInput => article(id, [{ name: "Al Marrah", kind }]);
  const articles = [base("a", "facility"), base("b", "person"), base("c", "facility")];
  expect(known(articles, { a: "s", b: "s", c: "s" })).toEqual(["Al Marrah: a b c"]);
});

test("whoever was known by less goes on as who is named in full later", () => {
  const settle = (articles: readonly LinkInput[], earlier: readonly EarlierMember[] = []) => {
    const stories = new Map(articles.map(({ id }) => [id, "s"]));
    return settleEntities(toldEntities(articles, stories, shippedNames), shippedNames, earlier);
  };
  const first = settle([article("a", [{ name: "Yelin" }, { name: "Foreign Ministry", kind: "government" }])]);
  const earlier = first.flatMap(({ id, members }) => members.map(({ told }) => ({ who: id, told })));
  const later = settle(
    [article("b", [{ name: "Marta Yelin" }, { name: "Iraqi Foreign Ministry", kind: "government" }])],
    earlier,
  );
  expect(later.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
});

test("the order in which articles come does not matter", () => {
  const names = ["Paul Mercer", "P. Mercer", "Mercer", "Anna Mercer", "Paul James Mercer"];
  const roles = ["minister", "footballer", undefined];
  const told = fc.record({
    name: fc.constantFrom(...names),
    role: fc.constantFrom(...roles),
    country: fc.constantFrom("GB", "US", undefined),
  });
  const plain = told.map(
    ({ name, role, country }): Told => ({ name, ...(role && { role }), ...(country && { country }) }),
  );
  const articles = fc
    .array(plain, { minLength: 2, maxLength: 9 })
    .map((all) => all.map((one, i) => article(`a${i}`, [one], `2031-05-0${1 + (i % 3)}`)));
  const stories = new Map([0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => [`a${i}`, `s${i % 4}`]));
  fc.assert(
    fc.property(
      articles.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(matchEntities(shuffled, stories, shippedNames)).toEqual(matchEntities(all, stories, shippedNames));
      },
    ),
  );
});
