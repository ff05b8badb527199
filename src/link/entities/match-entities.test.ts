import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleToLink } from "../../../test/link/article-to-link.js";
import { shippedNames } from "../../../test/link/shipped-tables.js";
import type { Entity, EntityKind } from "../../record/entity.js";
import { idOf } from "../../record/id.js";
import type { LinkInput } from "../link-input.js";
import { matchEntities, officesOf } from "./match-entities.js";

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

  test("of one surname in one story: the bare surname is neither", () => {
    const articles = [
      article("a", [{ name: "Anna Voll" }]),
      article("b", [{ name: "Anders Voll" }]),
      article("c", [{ name: "Voll" }]),
    ];
    expect(known(articles, { a: "s", b: "s", c: "s" })).toHaveLength(3);
  });
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

test("whoever has no name is nobody who could be known again", () => {
  expect(
    known([
      article("a", [{ name: "two officials", kind: "people" }, { name: "diplomat" }, { name: "Foreign Minister" }]),
    ]),
  ).toEqual([]);
});

test("offices have their holders with the days on which articles told of them", () => {
  const articles = [
    article("a", [{ name: "Irena Sulk", country: "GE", role: "foreign minister" }], "2031-03-03"),
    article("b", [{ name: "Irena Sulk", country: "GE", role: "foreign minister" }], "2031-04-20"),
    article(
      "c",
      [
        { name: "Pavle Drost", country: "GE", role: "foreign minister" },
        { name: "Irena Sulk", country: "GE", role: "former foreign minister" },
      ],
      "2031-06-01",
    ),
  ];
  expect(officesOf(matchEntities(articles, new Map(), shippedNames))).toMatchObject([
    {
      title: "foreign minister",
      of: "GE",
      holders: [
        { name: "Irena Sulk", former: false, from: "2031-03-03", to: "2031-04-20" },
        { name: "Irena Sulk", former: true, from: "2031-06-01" },
        { name: "Pavle Drost", former: false, from: "2031-06-01", to: "2031-06-01" },
      ],
    },
  ]);
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
