import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Links, linkRecords } from "../../test/link/link-records.js";
import { shippedLexicons } from "../../test/link/shipped-tables.js";
import { type Telling, toldArticle } from "../../test/link/told-article.js";
import { wireStories } from "../../test/link/wire-stories.js";
import type { Institution } from "../record/posture.js";
import type { LinkInput } from "./link-input.js";

const lexicons = await shippedLexicons();
const link = (articles: readonly LinkInput[]): Links => linkRecords(articles, lexicons);

const [, , , , strike] = wireStories;
if (strike === undefined) throw new Error("a story is needed");
const depot = strike.paragraphs.join("\n\n");
const official = { speaker: "a senior official", naming: "unnamed" } as const;

const embassy = { name: "Norland embassy", kind: "facility", country: "NO" } as const;
const order: Telling = {
  text: "Families have left the Norland embassy in Oslovar, an envoy of the port city of Veshti said.",
  who: [embassy],
};
const state = (value: string, status: "happened" | "denied" | "announced" = "happened") =>
  ({ subject: "Norland embassy", aspect: "staffing", value, status }) as const;
const mission = { kind: "mission", of: "GB", in: "SD" } as const;

describe("origins", () => {
  const voices = (articles: readonly LinkInput[]): number =>
    new Set(link(articles).traces.map(({ origin }) => origin)).size;
  const claim = "the fuel came from the south";

  test("a named speaker is one voice in all papers", () => {
    const telling = {
      text: `Irena Sulk said that ${claim}.`,
      who: [{ name: "Irena Sulk", kind: "person" }],
      said: [{ speaker: "Irena Sulk", content: claim }],
    } as const;
    expect(
      voices([
        toldArticle("a", { ...telling, outlet: "Orsen Mail" }),
        toldArticle("b", { ...telling, outlet: "Belmar Gazette" }),
      ]),
    ).toBe(1);
  });

  test("an unnamed official is somebody else in each paper", () => {
    const telling = {
      text: `According to a senior official, ${claim}.`,
      said: [{ ...official, content: claim }],
    } as const;
    const other = {
      text: `It was the case that ${claim}, a senior official told this newspaper over coffee.`,
      said: [{ ...official, content: claim }],
    } as const;
    expect(
      voices([
        toldArticle("a", { ...telling, outlet: "Orsen Mail" }),
        toldArticle("b", { ...other, outlet: "Belmar Gazette" }),
      ]),
    ).toBe(2);
  });

  test("an unnamed official who told one agency is one voice, through whatever papers", () => {
    const told = (outlet: string): Telling => ({
      text: `In ${outlet}'s words, ${claim}, a senior official told Reuters.`,
      outlet,
      said: [{ ...official, content: claim, told: "Reuters" }],
    });
    expect(voices([toldArticle("a", told("Orsen Mail")), toldArticle("b", told("Belmar Gazette"))])).toBe(1);
  });

  test("what copies say in their own voice is one voice, what another reporter says a second", () => {
    const of = { actor: "Drones", recipient: "fuel depot", type: "ASSAULT", trigger: "struck" } as const;
    const doers = [{ name: "Drones", kind: "armed_group" }] as const;
    const act = { ...of, told: "Drones struck a fuel depot" } as const;
    const articles = [
      toldArticle("wire", { text: `OSLOVAR (Reuters) - ${depot}`, acts: [act], who: doers, published: "2031-05-09" }),
      toldArticle("mail", { text: depot, outlet: "Orsen Mail", acts: [act], who: doers, published: "2031-05-09" }),
      toldArticle("gazette", {
        text: depot,
        outlet: "Belmar Gazette",
        acts: [act],
        who: doers,
        published: "2031-05-10",
      }),
    ];
    const other = toldArticle("other", {
      text: `${strike.other.join("\n\n")} Drones struck the fuel depot.`,
      outlet: "Halverstad Courier",
      who: doers,
      acts: [{ ...of, told: "Drones struck the fuel depot." }],
      published: "2031-05-10",
    });
    expect(link(articles).events).toMatchObject([
      { what: "ASSAULT", tellings: [{}, {}, {}], origins: [expect.stringMatching(/^or_/)] },
    ]);
    const [event] = link([...articles, other]).events;
    expect(event?.tellings).toHaveLength(4);
    expect(event?.origins).toHaveLength(2);
  });

  test("lead from the line through those who told it", () => {
    const article = toldArticle("a", {
      text: "A senior official told Reuters that fuel had run out.",
      outlet: "Orsen Mail",
      said: [{ speaker: "A senior official", naming: "unnamed", content: "that fuel had run out", told: "Reuters" }],
    });
    expect(link([article]).traces).toMatchObject([
      {
        steps: ["Orsen Mail", "Reuters", "A senior official"],
        reason: "said by A senior official, whom nobody names, to Reuters",
      },
    ]);
  });
});

describe("disputes", () => {
  const about = "the drones were launched from a Norland ship in the strait";

  test("a denial meets what it denies, in another article of the story", () => {
    const claim = toldArticle("claim", {
      text: `${depot}\n\nIrena Sulk said that ${about}.`,
      published: "2031-05-09",
      who: [{ name: "Irena Sulk", kind: "person" }],
      said: [{ speaker: "Irena Sulk", content: about, act: "accuse" }],
    });
    const denied = "that any drones had been launched from a Norland ship";
    const denial = toldArticle("denial", {
      text: `${strike.other.join("\n\n")}\n\nOwen Tarrant denied ${denied}.`,
      published: "2031-05-10",
      who: [{ name: "Owen Tarrant", kind: "person" }],
      said: [{ speaker: "Owen Tarrant", content: denied, act: "deny" }],
    });
    const [dispute] = link([claim, denial]).disputes;
    expect(dispute).toMatchObject({
      kind: "statement",
      about: "drones had been launched from a Norland ship",
      sides: [
        { position: "asserts", ends: [{ article: "claim", line: "st_1" }] },
        { position: "denies", ends: [{ article: "denial", line: "st_1" }] },
      ],
    });
    const [end] = dispute?.sides[1]?.ends ?? [];
    expect(end?.spans.map((span) => denial.record.article.text.slice(...span))).toEqual([denied]);
  });

  test("a denial of something else meets nothing", () => {
    const claim = toldArticle("claim", {
      text: `${depot}\n\nIrena Sulk said that ${about}.`,
      who: [{ name: "Irena Sulk", kind: "person" }],
      said: [{ speaker: "Irena Sulk", content: about }],
    });
    const denied = "that the budget had been cut by a third";
    const denial = toldArticle("denial", {
      text: `${strike.other.join("\n\n")}\n\nOwen Tarrant denied ${denied}.`,
      who: [{ name: "Owen Tarrant", kind: "person" }],
      said: [{ speaker: "Owen Tarrant", content: denied, act: "deny" }],
    });
    expect(link([claim, denial]).disputes).toEqual([]);
  });

  const toll = (id: string, words: string, published: string, at = 0): LinkInput =>
    toldArticle(id, {
      text: `${at === 0 ? depot.replace("killing at least six workers", words) : strike.other.join("\n\n").replace("At least six people died", words)}`,
      outlet: id,
      published,
    });

  test("two counts of the dead on one day are two sides, three are three", () => {
    const second = toldArticle("second", {
      text: `${strike.other.slice(1).join("\n\n")}\n\nNine people were killed in Port Veshti.`,
      outlet: "second",
      published: "2031-05-09",
    });
    const third = toldArticle("third", {
      text: `President Danil Korvash of Tarvenia mourned at Port Veshti after the drones struck the fuel depot. In Port Veshti 14 people were killed. The Meresh Brigades were blamed.`,
      outlet: "third",
      published: "2031-05-09",
    });
    const first = toll("first", "killing six people in Port Veshti", "2031-05-09");
    expect(link([first, second]).disputes).toMatchObject([
      { kind: "figure", about: "how many were killed", sides: [{ position: "6" }, { position: "9" }] },
    ]);
    expect(link([first, second, third]).disputes[0]?.sides.map(({ position }) => position)).toEqual(["6", "9", "14"]);
  });

  test.each([
    [
      "a count that grew by the next day",
      "killing six workers",
      "2031-05-09",
      "Nine people were killed in Port Veshti.",
      "2031-05-10",
    ],
    [
      "at least six, and nine",
      "killing at least six workers",
      "2031-05-09",
      "Nine people were killed in Port Veshti.",
      "2031-05-09",
    ],
    [
      "a count of another year",
      "killing six workers",
      "2031-05-09",
      "In 2029 nine people were killed in Port Veshti.",
      "2031-05-09",
    ],
    [
      "the dead and the hurt",
      "killing six workers",
      "2031-05-09",
      "Nine people were injured in Port Veshti.",
      "2031-05-09",
    ],
  ])("%s are no dispute", (_, words, published, other, later) => {
    const first = toll("first", words, published);
    const second = toldArticle("second", {
      text: `${strike.other.slice(1).join("\n\n")}\n\n${other}`,
      outlet: "second",
      published: later,
    });
    expect(link([first, second]).stories).toHaveLength(1);
    expect(link([first, second]).disputes).toEqual([]);
  });
});

describe("posture histories", () => {
  const states = (articles: readonly LinkInput[]): readonly string[] =>
    link(articles).postures.flatMap((history) =>
      history.states.map(({ value, from, until, standing }) => `${value} ${from}–${until ?? ""} ${standing}`),
    );
  const report = (
    id: string,
    published: string,
    value: string,
    status?: "happened" | "denied" | "announced",
  ): LinkInput => toldArticle(id, { ...order, outlet: id, published, states: [state(value, status)] });

  test("a state holds until the next one of another value", () => {
    expect(
      states([
        report("a", "2031-03-04", "authorized_departure"),
        report("b", "2031-03-11", "ordered_departure"),
        report("c", "2031-03-12", "ordered_departure"),
        report("d", "2031-06-01", "restored"),
      ]),
    ).toEqual([
      "authorized_departure 2031-03-04–2031-03-11 in_force",
      "ordered_departure 2031-03-11–2031-06-01 in_force",
      "restored 2031-06-01– in_force",
    ]);
  });

  test("what is only announced or denied takes nothing's place", () => {
    expect(
      states([
        report("a", "2031-03-04", "reduced"),
        report("b", "2031-03-06", "evacuated", "denied"),
        report("c", "2031-03-07", "ordered_departure", "announced"),
      ]),
    ).toEqual([
      "reduced 2031-03-04– in_force",
      "evacuated 2031-03-06– denied",
      "ordered_departure 2031-03-07– announced",
    ]);
  });

  test("what some tell and others deny is disputed, and stands as a dispute", () => {
    const articles = [report("a", "2031-03-04", "evacuated"), report("b", "2031-03-05", "evacuated", "denied")];
    expect(states(articles)).toEqual(["evacuated 2031-03-04– disputed"]);
    expect(link(articles).disputes).toMatchObject([
      { kind: "event", about: "staffing evacuated", sides: [{ position: "asserts" }, { position: "denies" }] },
    ]);
  });

  const told = (
    id: string,
    published: string,
    text: string,
    states: readonly Omit<NonNullable<Telling["states"]>[number], "aspect">[],
  ): LinkInput =>
    toldArticle(id, {
      text,
      outlet: id,
      published,
      states: states.map((one) => ({ aspect: "staffing", institution: mission, ...one })),
    });

  test("all wordings of one state of one institution are one state, the vaguer ones with the more exact", () => {
    const articles = [
      told("a", "2031-03-04", "London told aides to go.", [{ subject: "aides", value: "ordered_departure" }]),
      told("b", "2031-03-05", "The post has fewer people.", [{ subject: "The post", value: "reduced" }]),
      told("c", "2031-03-06", "Families were sent home.", [{ subject: "Families", value: "ordered_departure" }]),
    ];
    const [history, ...others] = link(articles).postures;
    expect(others).toEqual([]);
    expect(history).toMatchObject({ subject: "in_mission:United Kingdom:Sudan", within: null });
    expect(history?.states).toMatchObject([{ value: "ordered_departure", from: "2031-03-04", tellings: [{}, {}, {}] }]);
  });

  test("what an article leaves open of an institution follows from the others of its story that tell the same, where one fits", () => {
    const open = (id: string, institution: Institution) =>
      toldArticle(id, {
        text: depot,
        title: id,
        published: "2031-03-04",
        states: [{ subject: "fuel depot", aspect: "operations", value: "closed", institution }],
      });
    const articles = [
      open("a", { kind: "mission", of: "GB", in: "SD" }),
      open("b", { kind: "mission", of: null, in: "SD" }),
      open("c", { kind: "mission", of: "GB", in: null }),
    ];
    expect(link(articles).postures).toMatchObject([
      { subject: "in_mission:United Kingdom:Sudan", states: [{ tellings: [{}, {}, {}] }] },
    ]);
    const second = open("d", { kind: "mission", of: "FR", in: "SD" });
    const subjects = link([...articles, second]).postures.map(({ subject }) => subject);
    expect(subjects).toHaveLength(3);
  });

  test("opposites told of one day by different articles are contested, told by one they follow each other", () => {
    const left = { subject: "aides", value: "evacuated" } as const;
    const back = { subject: "aides", value: "restored" } as const;
    const text = "The aides are said to be there.";
    const apart = [told("a", "2031-03-04", text, [left]), told("b", "2031-03-04", text, [back])];
    expect(states(apart).map((one) => one.split(" ").at(-1))).toEqual(["disputed", "disputed"]);
    expect(states([told("a", "2031-03-04", text, [left, back])]).every((one) => one.endsWith("in_force"))).toBe(true);
  });

  test("a state told anew goes on", () => {
    const articles = [report("a", "2031-03-04", "reduced"), report("b", "2031-04-20", "reduced")];
    expect(states(articles)).toEqual(["reduced 2031-03-04– in_force"]);
  });
});

describe("linking", () => {
  const articles = wireStories.flatMap(({ name, dateline, paragraphs, other, local }) => [
    toldArticle(`${name}-wire`, { text: `${dateline}${paragraphs.join("\n\n")}`, published: "2031-05-06" }),
    toldArticle(`${name}-copy`, {
      text: [...paragraphs.slice(0, 4), ...local].join("\n\n"),
      outlet: "Orsen Mail",
      published: "2031-05-06",
    }),
    toldArticle(`${name}-other`, { text: other.join("\n\n"), outlet: "Belmar Gazette", published: "2031-05-07" }),
  ]);
  const posted = ["reduced", "evacuated", "restored"].map((value, i) =>
    toldArticle(`state-${i}`, {
      ...order,
      outlet: `outlet ${i}`,
      published: `2031-03-0${4 + i}`,
      states: [state(value)],
    }),
  );
  const all = [...articles.slice(0, 6), ...posted];

  test("gives the same in whatever order articles come", () => {
    const expected = link(all);
    expect(expected.copies).toHaveLength(3);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(link(shuffled)).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });

  test("changes nothing the second time", () => {
    expect(link(all)).toEqual(link(all));
  });

  test("of nothing gives nothing", () => {
    expect(Object.values(link([])).every((list) => list.length === 0)).toBe(true);
  });

  test("refuses two articles with one id", () => {
    expect(() => link([...posted, ...posted])).toThrow('Found two articles with the id "state-0"');
  });
});
